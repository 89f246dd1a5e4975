"""Acceptance goes level by level, each with persons of its own, representatives and no defect left (逐级验收)."""

from collections.abc import Collection, Mapping, Sequence

from domain.projects.acceptance_refusals import (
    AcceptanceOutOfOrder,
    AcceptorsOfFormerLevels,
    DefectsOpen,
    TooFewRepresentatives,
)
from domain.rulebook.project_rules import AcceptanceLevel


def acceptance_goes_level_by_level(
    levels: Sequence[AcceptanceLevel], passed: Sequence[str], level: str
) -> AcceptanceLevel:
    """Give the rulebook's row of the level.  Raises AcceptanceOutOfOrder unless it is the next one to pass."""
    following = next((row for row in levels if row.code not in passed), None)
    if following is None or following.code != level:
        raise AcceptanceOutOfOrder(level, following.code if following else "")
    return following


def representatives_take_part(level: AcceptanceLevel, present: int) -> None:
    """Raise TooFewRepresentatives when fewer beneficiaries' representatives took part than the level needs."""
    if present < level.representatives_min:
        raise TooFewRepresentatives(present, level.representatives_min)


def level_has_its_own_acceptors(
    level: AcceptanceLevel, acceptors: Sequence[str], earlier: Collection[str]
) -> None:
    """Raise AcceptorsOfFormerLevels when too many of a level's acceptors are those of the levels before it."""
    fresh = len(set(acceptors).difference(earlier))
    if fresh < level.new_acceptors_min:
        raise AcceptorsOfFormerLevels(level.code, acceptors, fresh, level.new_acceptors_min)


def no_defect_is_open(open_defects: Mapping[str, Sequence[str]]) -> None:
    """Raise DefectsOpen for the first level that has open defects."""
    for level, numbers in open_defects.items():
        if numbers:
            raise DefectsOpen(level, numbers)
