"""金额 (money): fen as text and back, Chinese capitals, and exact splitting.

Money is a whole number of fen everywhere; 元 and 万元 are only text at the edge.  Nothing here rounds in silence.
"""

import re
from collections.abc import Sequence

from domain.code import Word
from domain.money.amount_text import FEN_PER_YUAN, wan_text, yuan_text
from domain.money.refusals import AmountMisread, AmountOutOfRange

__all__ = [
    "LARGEST_FEN",
    "WHOLE_BP",
    "basis_points",
    "capitals",
    "check_amount",
    "fen_from_capitals",
    "fen_from_wan",
    "fen_from_yuan",
    "share",
    "split_by_remaining",
    "wan_text",
    "yuan_text",
]

LARGEST_FEN = 10**13
"""No amount is larger: a hundred thousand million yuan (1000 亿元) is a typing mistake."""
WHOLE_BP = 10_000
"""100% in basis points."""

IN_CAPITALS: Word = ("大写", "capitals")
"""How an amount is written that is not in figures."""

_DECIMAL = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SMALL_UNITS = ("", "拾", "佰", "仟")
_LARGE_UNITS = ("", "万", "亿", "万亿")
_READ_DIGIT = {
    "零": 0,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_READ_SMALL = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}


def check_amount(amount_fen: int, field: str = "amount_fen", *, smallest_fen: int = 1) -> None:
    """Raise AmountOutOfRange unless `smallest_fen` <= amount_fen <= LARGEST_FEN; money is never a fraction."""
    if type(amount_fen) is not int or not smallest_fen <= amount_fen <= LARGEST_FEN:
        raise AmountOutOfRange(amount_fen, field, smallest_fen, LARGEST_FEN)


# -- text -----------------------------------------------------------------------------------------------------------


def fen_from_yuan(text: str) -> int:
    """Read 元: `1,234.56` → 123456.  Raises AmountMisread for anything finer than a fen or not a number."""
    return _fen_from(text, decimals=2, unit=("元", "yuan"))


def fen_from_wan(text: str) -> int:
    """Read 万元: `724.712484` → 724712484.  Raises AmountMisread for anything finer than a fen or not a number."""
    return _fen_from(text, decimals=6, unit=("万元", "ten thousand yuan"))


def _fen_from(text: str, *, decimals: int, unit: Word) -> int:
    match = _DECIMAL.fullmatch(text.strip())
    if match is None:
        raise AmountMisread(text, unit)
    sign, whole, fraction = match[1], match[2].replace(",", ""), (match[3] or "").rstrip("0")
    if len(fraction) > decimals:
        raise AmountMisread(text, unit)
    fen = int(whole + fraction.ljust(decimals, "0"))
    return -fen if sign else fen


# -- capitals -------------------------------------------------------------------------------------------------------


def capitals(amount_fen: int) -> str:
    """Print fen in capitals (大写): 79200000 → `柒拾玖万贰仟元整`.  `amount_fen` >= 0 and below 万万亿."""
    assert 0 <= amount_fen < 10_000 ** len(_LARGE_UNITS) * FEN_PER_YUAN
    yuan, fen = divmod(amount_fen, FEN_PER_YUAN)
    jiao, fen = divmod(fen, 10)
    text = f"{_whole_in_capitals(yuan)}元" if yuan else ""
    if not jiao and not fen:
        return f"{text or '零元'}整"
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    elif text:
        text += "零"
    return f"{text}{_DIGITS[fen]}分" if fen else f"{text}整"


def _whole_in_capitals(number: int) -> str:
    """Capitals of a positive whole number, four digits at a time; a gap between two parts is one 零."""
    text, gap = "", False
    groups = [number // 10_000**i % 10_000 for i in range(len(_LARGE_UNITS))]
    for group, unit in zip(reversed(groups), reversed(_LARGE_UNITS), strict=True):
        if group == 0:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):  # noqa: PLR2004 - fewer than four digits leave a gap
            text += "零"
        gap = False
        if unit == "万亿" and groups[2]:
            unit = "万"  # noqa: PLW2901 - 亿 is said once, after the next four digits
        text += _group_in_capitals(group) + unit
    return text


def _group_in_capitals(group: int) -> str:
    """Capitals of 1..9999 without leading 零."""
    text, gap = "", False
    for place in reversed(range(4)):
        digit = group // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _DIGITS[digit] + _SMALL_UNITS[place]
        gap = False
    return text


def fen_from_capitals(text: str) -> int:
    """Read capitals, also 两仟 for 贰仟, 圆 for 元 and everyday digits.  Raises AmountMisread."""
    plain = text.strip().replace("圆", "元").removesuffix("整").removesuffix("正")
    whole, yuan_sign, rest = plain.rpartition("元")
    if not (whole if yuan_sign else rest.endswith(("角", "分"))):
        raise AmountMisread(text, IN_CAPITALS)
    match = re.fullmatch(r"零?(?:(.)角)?零?(?:(.)分)?", rest)
    if match is None:
        raise AmountMisread(text, IN_CAPITALS)
    try:
        yuan = _read_whole(whole) if whole else 0
        jiao, fen = (_READ_DIGIT[part] if part else 0 for part in match.groups())
    except KeyError:
        raise AmountMisread(text, IN_CAPITALS) from None
    return yuan * FEN_PER_YUAN + jiao * 10 + fen


def _read_whole(text: str) -> int:
    """Read a whole number in capitals; a character that is no part of one is a KeyError."""
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = text.rpartition(unit)
        if found:
            return _read_whole(high) * worth + (_read_whole(low) if low else 0)
    total, digit = 0, None
    for character in text:
        if character in _READ_SMALL:
            total += (1 if digit is None else digit) * _READ_SMALL[character]
            digit = None
        else:
            digit = _READ_DIGIT[character]
    return total + (digit or 0)


# -- splitting ------------------------------------------------------------------------------------------------------


def share(total_fen: int, weights: Sequence[int]) -> list[int]:
    """Split total_fen by weights (最大余额法).  Parts sum to total_fen exactly; ties go to the earlier weight.

    While total_fen <= sum(weights), no part is larger than its weight.
    """
    whole = sum(weights)
    assert total_fen >= 0, total_fen
    assert whole > 0, "nothing to split by"
    assert min(weights) >= 0, weights
    parts = [total_fen * weight // whole for weight in weights]
    left_fen = total_fen - sum(parts)
    if not left_fen:
        return parts
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total_fen * weights[i] % whole))
    for index in by_remainder[:left_fen]:
        parts[index] += 1
    return parts


def split_by_remaining(total_fen: int, remaining: Sequence[int]) -> list[int]:
    """Split total_fen by what remains of each part; no part gets more than its rest, the last split ends at zero.

    total_fen must not exceed the sum of what remains: the caller refuses that with its own words.
    """
    assert 0 <= total_fen <= sum(remaining), (total_fen, remaining)
    return share(total_fen, remaining) if total_fen else [0] * len(remaining)


def basis_points(amount_fen: int, rate_bp: int) -> int:
    """A rate of an amount, rounded down to the fen: `basis_points(96_000_000, 3000)` is 28,800,000."""
    return amount_fen * rate_bp // WHOLE_BP
