"""区划与单位的行 (rows of divisions and units): what a file of them says, a row each, before it is recorded."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


class PlaceRow:
    """What a division and a unit have in common: a code, a name, and the days between which the code is in force.

    line  where the row stands in its file, whose header is line 1; 0 for one that came in no file.  It is not recorded.
    """

    code: str
    name: str
    from_on: date | None
    until_on: date | None
    line: int

    @property
    def recorded(self) -> dict[str, Any]:
        """The fields that are recorded."""
        fields = dict(vars(self))
        del fields["line"]
        return fields

    def in_force_on(self, on: date) -> bool:
        """Whether the code is in force on this day; None is no bound."""
        return (self.from_on or date.min) <= on <= (self.until_on or date.max)


@dataclass(frozen=True)
class DivisionRow(PlaceRow):
    """行政区划一行: a county (6 digits), a town (9) or a village (12), and the days on which the code is in force.

    level        county, town or village; "" leaves it to the digits.
    parent_code  the division around it; "" leaves it to the digits.
    from_on      the first day; None is since ever.  until_on: the last day; None is until further notice.
    """

    code: str
    name: str
    level: str = ""
    parent_code: str = ""
    from_on: date | None = None
    until_on: date | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class UnitRow(PlaceRow):
    """单位一行: an office, a firm or a collective by its number in these books.

    unified_code  统一社会信用代码; "" where the unit has none.  place_code: the division that it belongs to.
    """

    code: str
    name: str
    kind: str
    unified_code: str = ""
    place_code: str = ""
    from_on: date | None = None
    until_on: date | None = None
    line: int = field(default=0, compare=False)
