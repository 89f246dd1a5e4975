"""区划名称 (names of places): what codes are called, read anew from the register only when it has changed."""

from collections.abc import Mapping
from typing import Any

import msgspec

from projections.place_register import query as place_register
from projections.reading.paging import Cursor


class PlaceNames:
    """The names by code; for any number of threads, since what is known is replaced as a whole."""

    def __init__(self, given: Mapping[str, str]) -> None:
        """Begin with the names of the file that `serve` was given; those of the register count before them."""
        self.given = given
        self._known: tuple[int, Mapping[str, str]] = (0, given)

    def at(self, cursor: Cursor) -> Mapping[str, str]:
        """Give the names at the moment that the cursor looks at."""
        edition = place_register.edition(cursor)
        known = self._known
        if known[0] != edition:
            known = self._known = (edition, {**self.given, **place_register.names(cursor)})
        return known[1]


NAMED_AS: Mapping[str, str] = {
    "place_code": "place_name",
    "implementing_unit": "implementing_unit_name",
    "proposer_unit": "proposer_unit_name",
    "holder_unit": "holder_unit_name",
}
"""The fields of an answer that hold the code of a place or a unit, and what its name is called there."""


def with_names(answer: object, names: Mapping[str, str]) -> object:
    """Give an answer of the ledgers with the name of each place and unit whose code stands in it.

    Books that know no names pay nothing for this.
    """
    if not names:
        return answer
    plain = msgspec.to_builtins(answer)
    _name(plain, names)
    return plain


def _name(plain: Any, names: Mapping[str, str]) -> None:
    """Name places and units in what JSON is made of, in lists and in records inside them."""
    if isinstance(plain, list | tuple):
        for part in plain:
            _name(part, names)
    elif isinstance(plain, dict):
        for part in plain.values():
            _name(part, names)
        for field, name_field in NAMED_AS.items():
            if field in plain and plain[field] in names:
                plain[name_field] = names[plain[field]]
