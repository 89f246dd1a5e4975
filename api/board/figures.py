"""金额与日期的写法 (figures): how fen, days and instants are written for people; exact, never rounded.

Amounts are whole fen.  In tables they are yuan with two decimals; in running text 万元 (zh) or million (en) is used
where it says the same amount with at most four decimals.
"""

from datetime import date, datetime

from api.http.clock import BEIJING
from api.http.language import Language
from domain.money.fen import yuan_text

FEN_OF_WAN = 1_000_000
FEN_OF_MILLION = 100_000_000
DECIMALS_MAX = 4
MINUS = "\u2212"

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def yuan(amount_fen: int) -> str:
    """Yuan with two decimals, for a column: `1,234.50`; a negative amount has a real minus sign."""
    return yuan_text(amount_fen).replace("-", MINUS)


def amount(amount_fen: int, language: Language) -> tuple[str, str]:
    """Number and unit for running text: (`5,273`, `万元`), (`5.273`, `million yuan`), (`72,845.50`, `元`)."""
    large_fen, unit = (FEN_OF_WAN, "万元") if language == "zh" else (FEN_OF_MILLION, "million yuan")
    step_fen = large_fen // 10**DECIMALS_MAX
    if abs(amount_fen) >= large_fen and amount_fen % step_fen == 0:
        return _in_units(amount_fen, large_fen), unit
    number = yuan(amount_fen)
    return number.removesuffix(".00"), "元" if language == "zh" else "yuan"


def _in_units(amount_fen: int, unit_fen: int) -> str:
    """The amount in a larger unit, without needless zeros."""
    whole, rest = divmod(abs(amount_fen), unit_fen)
    decimals = f"{rest:0{len(str(unit_fen)) - 1}d}".rstrip("0")
    return f"{MINUS if amount_fen < 0 else ''}{whole:,}{'.' if decimals else ''}{decimals}"


def count(number: int) -> str:
    """A count of things, with thousands separators."""
    return f"{number:,}"


def day(on: date, language: Language) -> str:
    """A day in words: `2024年3月5日`, `5 March 2024`."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def instant(at: datetime, language: Language) -> str:
    """An instant to the minute, in Beijing time: `2024年3月5日 16:04`."""
    there = at.astimezone(BEIJING)
    return f"{day(there.date(), language)} {there:%H:%M}"


ORDINALS = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """A number from 1 to 99 as a Chinese heading counts: `一`, `十`, `十二`, `二十`."""
    tens, ones = divmod(number, 10)
    return f"{ORDINALS[tens] if tens > 1 else ''}{'十' if tens else ''}{ORDINALS[ones] if ones else ''}"
