"""区划与单位的行 (rows of divisions and units): what a file of them says, a row each, before it is recorded."""

from dataclasses import dataclass
from datetime import date


def is_in_force(from_on: date | None, until_on: date | None, on: date) -> bool:
    """Whether a day lies between a first and a last one; None is no bound."""
    return (from_on or date.min) <= on <= (until_on or date.max)


@dataclass(frozen=True)
class DivisionRow:
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

    def in_force_on(self, on: date) -> bool:
        """Whether the code is in force on this day."""
        return is_in_force(self.from_on, self.until_on, on)


@dataclass(frozen=True)
class UnitRow:
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

    def in_force_on(self, on: date) -> bool:
        """Whether the unit is there on this day."""
        return is_in_force(self.from_on, self.until_on, on)
