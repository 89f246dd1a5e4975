"""A step that waits for a notice waits for it at every level that the rulebook demands (各级都要公示).

The levels are those of the duties of the kind.  What concerns the whole county is posted by the county alone: no
village owes a notice of it.  Source: 国开办发〔2018〕11号 and the standard directories, as duties of the notice kinds.
"""

from collections.abc import Collection, Iterable

from domain.rules.codes import Tier
from domain.rules.county_matters_are_the_countys import COUNTY_DIGITS


def level_owed(level: str, kind_levels: Collection[str], place_code: str) -> str:
    """The level at which a duty for `level` is met by a matter of this place; "" is the whole county.

    kind_levels  where the kind may hang: what may not hang at the county stays where the rulebook wants it.
    """
    return level_of_the_county(level, kind_levels) if concerns_the_whole_county(place_code) else level


def level_of_the_county(level: str, kind_levels: Collection[str]) -> str:
    """The level at which a duty for `level` is met by a matter of the whole county."""
    return Tier.COUNTY.code if Tier.COUNTY in kind_levels else level


def concerns_the_whole_county(place_code: str) -> bool:
    """Whether a matter of this place is one of the whole county."""
    return len(place_code) <= COUNTY_DIGITS


def levels_missing(
    demanded: Iterable[str], kind_levels: Collection[str], place_code: str, closed: Collection[str]
) -> tuple[str, ...]:
    """Which levels still lack a closed notice, in the order of the rulebook; `closed` are those that have one.

    Notices at every level that the rulebook names are enough anywhere, also where the county's would do.  Where it
    names no level, one closed notice is enough; without any, all levels of the kind are given.
    """
    named = list(demanded)
    if not named:
        return () if closed else tuple(kind_levels)
    if all(level in closed for level in named):
        return ()
    owed = dict.fromkeys(level_owed(level, kind_levels, place_code) for level in named)
    return tuple(level for level in owed if level not in closed)
