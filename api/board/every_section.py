"""全部栏目 (every section): the pages of the board, found by walking the folder `pages/`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from api.board import pages
from api.board.section import Section, Sheet
from api.board.visit import Contents, Visit

Listing = tuple[Sheet, Callable[[Visit], Contents]]
"""The page of a section, and what it asks the ledgers."""
Record = tuple[Sheet, Callable[[Visit, str], Contents]]
"""The page of one record of a section, and what it asks the ledgers about a business key."""


@dataclass(frozen=True)
class DeclaredSection:
    """What one file of `pages/` declares: its section, the page of it, and the page of one record, if any."""

    section: Section
    listing: Listing
    record: Record | None


@cache
def every_section() -> tuple[DeclaredSection, ...]:
    """Find all sections: each file of `pages/`; in the order of the navigation."""
    found = []
    for file in pkgutil.iter_modules(pages.__path__, f"{pages.__name__}."):
        module = importlib.import_module(file.name)
        found.append(DeclaredSection(module.SECTION, module.LISTING, vars(module).get("RECORD")))
    return tuple(sorted(found, key=lambda one: one.section.order))
