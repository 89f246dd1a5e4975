"""个人号码 (personal numbers): what in a text is the number of a person, and the text without it.

Found are identity numbers (GB 11643: 18 characters with birth date and check character; the old ones of 15 digits),
mobile numbers and bank cards, also where they are written to escape: in full width, circled or the digits of another
script, in Chinese numerals of everyday use, with blanks, dashes, strokes, dots, line ends or invisible characters
between the digits, with a letter or +86 in front.  Masked numbers pass; so do 壹贰叁, in which amounts are written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

Kind = tuple[str, str]
"""What was found, in Chinese and English words."""

Piece = tuple[str, str]
"""Digits without a gap, and what stands before them."""

Judge = Callable[[str, list[Piece]], Kind | None]
"""Says of digits in a row, and of the pieces they come from, which number of a person they are."""

BETWEEN = (
    r" \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\-\u2010-\u2015\u2212\uff0d_./|\uff0e\uff0f\uff5c\u3002\xb7\u2022\u30fb"
    r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
)
"""Blanks and line ends, dashes, strokes and dots, characters that do not show."""
NUMERALS = "〇零一二三四五六七八九"
DIGIT_OF = {ord(numeral): digit for numeral, digit in zip(NUMERALS, "00123456789", strict=True)}

MATHEMATICAL = range(0x1D7CE, 0x1D800)
FIGURE_OF = {
    place: str(digit)
    for place in (*range(0x80, 0x3400), *range(0xA000, 0x10000), *MATHEMATICAL)
    if (digit := unicodedata.digit(chr(place), None)) is not None
}
"""What is a digit in another script or form: ①, １, ١, 𝟏.  Scripts that few fonts can show are left out, for speed."""
FIGURES = "0-9𝟎-𝟿" + "".join(map(chr, FIGURE_OF.keys() - set(MATHEMATICAL)))

SHORTEST_NUMBER, LONGEST_NUMBER = 11, 19
LONG_NUMBER = re.compile(
    # The first digit, then only digits and what stands between them, then ten more digits among these.
    rf"[{FIGURES}{NUMERALS}](?<![{FIGURES}]{{2}})(?=[{BETWEEN}{FIGURES}{NUMERALS}]{{10}})"
    + rf"[{BETWEEN}]*+[{FIGURES}{NUMERALS}]" * (SHORTEST_NUMBER - 1)
)
"""What every number of a person has, and hardly another text.  Written out: a repeated group costs three times that."""
STRETCH = re.compile(rf"[{FIGURES}{NUMERALS}][{BETWEEN}{FIGURES}{NUMERALS}]{{9,}}[{FIGURES}{NUMERALS}XxＸｘ]")
"""The whole of such a place in a text, from its first figure to the last."""

RUN = re.compile(rf"[0-9{NUMERALS}][{BETWEEN}0-9{NUMERALS}X]{{10,}}")
PIECE = re.compile(rf"([{BETWEEN}]*)([0-9]+|[{NUMERALS}]+|X)")
LONGEST_GAP = 3
MADE_BY_MACHINES = re.compile(
    r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32}(?:[0-9a-f]{8})?(?:[0-9a-f]{24})?\b",
    re.IGNORECASE,
)
"""UUIDs and hashes: by chance their digits read like anything."""

IDENTITY = re.compile(r"[1-8]\d{5}((?:19|20)\d{6})\d{3}[\dX]")
OLD_IDENTITY = re.compile(r"[1-8]\d{5}([3-9]\d{5})\d{3}")
"""Without a century and given out until 1999.  Births before 1930 are left out: codes with a day of this century."""
MOBILE = re.compile(r"(?:0|(?:00)?86)?1[3-9]\d{9}")
CARD = re.compile(r"(?:6\d|9[04589])\d{14,17}|(?:4\d|5\d|35)\d{14}")

IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"


def may_hold_numbers(texts: Iterable[str]) -> bool:
    """Whether one of the texts holds so many digits in a row; what stands between two texts keeps them apart."""
    return LONG_NUMBER.search(";".join({text for text in texts if len(text) >= SHORTEST_NUMBER})) is not None


def without_personal_numbers(text: str) -> str:
    """The text as it may be shown and logged: when it holds a number of a person, without its long numbers."""
    return text if personal_number(text) is None else STRETCH.sub("…", text)


def personal_number(text: str) -> Kind | None:
    """What number of a person the text holds, or None."""
    return _found(text, _kind_of)


def personal_number_in_id(made: str) -> Kind | None:
    """What number of a person an id that a program made holds, or None.

    Long counters read like cards and old identity numbers by chance: one in ten passes the check of a card.  So only
    identity numbers of 18 characters and mobile numbers count.
    """
    return _found(made, _kind_beyond_chance)


def _found(text: str, kind_of: Judge) -> Kind | None:
    if LONG_NUMBER.search(text) is None:
        return None
    text = MADE_BY_MACHINES.sub(" ", text)
    for run in RUN.findall(text.upper() if text.isascii() else _plain(text)):
        pieces = PIECE.findall(run)
        for first in range(len(pieces)):
            kind = _kind_from(pieces[first : first + LONGEST_NUMBER], kind_of)
            if kind is not None:
                return kind
    return None


def _plain(text: str) -> str:
    """The text with plain digits and letters, without characters that do not show."""
    wide = unicodedata.normalize("NFKC", text.translate(FIGURE_OF)).upper()
    return "".join(character for character in wide if unicodedata.category(character) != "Cf")


def _kind_from(pieces: list[Piece], kind_of: Judge) -> Kind | None:
    """The kind of the personal number that the first few of the pieces are, or None."""
    number = ""
    for place, (gap, digits) in enumerate(pieces):
        number += digits if digits.isascii() else digits.translate(DIGIT_OF)
        if (place and len(gap) > LONGEST_GAP) or len(number) > LONGEST_NUMBER:
            return None
        if len(number) >= SHORTEST_NUMBER:
            kind = kind_of(number, pieces[: place + 1])
            if kind is not None:
                return kind
    return None


def _kind_of(number: str, pieces: list[Piece]) -> Kind | None:
    """The kind of personal number that the pieces together are, or None."""
    if MOBILE.fullmatch(number):
        return ("手机号", "a mobile number") if _is_written_as_a_mobile(pieces) else None
    if is_identity(number):
        return "身份证号", "an identity number"
    return ("银行卡号", "a bank card number") if CARD.fullmatch(number) and is_card(number) else None


def _kind_beyond_chance(number: str, pieces: list[Piece]) -> Kind | None:
    kind = _kind_of(number, pieces)
    return kind if IDENTITY.fullmatch(number) or MOBILE.fullmatch(number) else None


def _is_written_as_a_mobile(pieces: list[Piece]) -> bool:
    """Whether it is no amount: neither `159123456.78` nor `13 800 138 000`."""
    return [gap for gap, _ in pieces[1:]] != ["."] and len(pieces[0][1]) != len("13")


def is_identity(number: str) -> bool:
    """Whether this is an identity number: with a day of birth, and of 18 characters with the right check character."""
    old, new = OLD_IDENTITY.fullmatch(number), IDENTITY.fullmatch(number)
    born = f"19{old[1]}" if old else new[1] if new else ""
    if not born or not _is_day(born):
        return False
    if old:
        return True
    weighed = sum(int(digit) * weight for digit, weight in zip(number, IDENTITY_WEIGHTS, strict=False))
    return IDENTITY_CHECKS[weighed % len(IDENTITY_CHECKS)] == number[-1]


def _is_day(digits: str) -> bool:
    try:
        date.fromisoformat(digits)
    except ValueError:
        return False
    return True


def is_card(number: str) -> bool:
    """Whether the digits of a card number pass the Luhn check."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 for digit in digits[1::2])
    return (sum(digits[::2]) + sum(d - 9 if d > 9 else d for d in doubled)) % 10 == 0  # noqa: PLR2004 - of decimal digits
