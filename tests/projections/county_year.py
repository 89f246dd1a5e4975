"""A county's year as facts: one document, one road to its retention, one roll, one gift, some notices.

The money is that of the trade's worked example (60:40, advance 30%, retention 3%), with a payment that the bank sent
back and was paid again, so every ledger has something to show.  Each file of `year/` tells what one subject adds: its
`CHAPTERS`, each with its place in the year.
"""

import importlib
import pkgutil
from collections.abc import Callable

from projections.ledger.projection import every_projection
from tests.projections import year
from tests.projections.given import GivenBooks

LEDGERS = every_projection()


def _chapters() -> list[Callable[[GivenBooks], None]]:
    """What all subjects tell, in its order; no two stand at one place."""
    told: dict[int, Callable[[GivenBooks], None]] = {}
    for file in pkgutil.iter_modules(year.__path__, f"{year.__name__}."):
        chapters = importlib.import_module(file.name).CHAPTERS
        assert not told.keys() & chapters.keys(), f"{file.name}: {told.keys() & chapters.keys()} is taken"
        told |= chapters
    return [told[place] for place in sorted(told)]


CHAPTERS = _chapters()


def county_year(given: GivenBooks) -> None:
    for chapter in CHAPTERS:
        chapter(given)
