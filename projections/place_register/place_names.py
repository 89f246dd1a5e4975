"""区划名称 (names of places): what codes are called, read anew from the register only when it has changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from projections.place_register import query as place_register
from projections.reading.paging import Cursor

PLACE_REGISTER = "place_register"
"""The ledger that holds the names."""


@dataclass(frozen=True)
class KnownNames:
    """The names by code, the position of the register at which they were last found true, and its edition there."""

    position: int
    edition: int
    names: Mapping[str, str]


class PlaceNames:
    """The names by code; for any number of threads, since what is known is replaced as a whole."""

    def __init__(self, given: Mapping[str, str]) -> None:
        """Begin with the names of the file that `serve` was given; those of the register count before them."""
        self.given = given
        self._known = KnownNames(0, 0, given)

    def at(self, cursor: Cursor, position: int) -> Mapping[str, str]:
        """Give the names at the moment that the cursor looks at.

        position  that of the register in this look: while it stays, the database is not asked.
        """
        known = self._known
        if known.position != position:
            edition, names = place_register.edition(cursor, position), known.names
            if edition != known.edition:
                names = {**self.given, **place_register.names(cursor)}
            known = self._known = KnownNames(position, edition, names)
        return known.names
