"""填写方式 (kinds of field): how long a field may be at most, and in which unit it counts.

The request models take their limits from here, so that a limit stands once.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """What is written into a field.

    longest           characters of a text, entries of a list; 0 where neither has a limit of its own.
    unit_zh, unit_en  what a number counts; "" for what is no number, or names its unit in another field.
    registered        whether it holds the code of a place or a unit, which answers show with its name.
    """

    longest: int = 0
    unit_zh: str = ""
    unit_en: str = ""
    registered: bool = False


KEY = Kind(64)
"""业务编号: a number or code that a person or an office gave."""
CODE = Kind(64)
"""代码: a word of a list, of the code or of the rulebook."""
NAME = Kind(200)
TEXT = Kind(4_000)
PLACE = Kind(12, registered=True)
UNIT = Kind(200, registered=True)
"""单位: the number of a unit in the register of units; its full name where it is not registered."""
MONTH = Kind(7)
SHA256 = Kind(64)
"""文件指纹: the hash of a scan, in lower-case hexadecimal."""

DAY = Kind()
YES = Kind()
LARGEST_COUNT = 10**12
"""No quantity is larger: a million million is a typing mistake."""
WHOLE = Kind()
"""A number that stands for itself, or whose unit is named beside it."""

FEN = Kind(unit_zh="分", unit_en="fen")
BASIS_POINTS = Kind(unit_zh="‱（万分之一）", unit_en="basis points (0.01%)")
YEAR = Kind(unit_zh="年度", unit_en="year")
YEARS = Kind(unit_zh="年", unit_en="years")
MONTHS = Kind(unit_zh="个月", unit_en="months")
DAYS = Kind(unit_zh="天", unit_en="days")
PERSONS = Kind(unit_zh="人", unit_en="persons")
PIECES = Kind(unit_zh="项", unit_en="items")
LINES = Kind(unit_zh="行", unit_en="lines")

PART = Kind()
"""A part that has fields of its own."""
WORKED_OUT = Kind()
"""推算所得: a list that the books work out; its length follows from what was entered."""


def entries(longest: int) -> Kind:
    """Make the kind of a list of at most so many entries."""
    return Kind(longest)
