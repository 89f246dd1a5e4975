"""Facts cannot be erased, so their texts hold no number of a person (事实不载个人号码).

Found are identity numbers (GB 11643: 18 characters with birth date and check character; the old ones of 15 digits),
mobile numbers and bank cards, also where they are written to escape: in full width or Chinese numerals, with blanks,
dashes, dots, line ends or invisible characters between the digits, with a letter or +86 in front.  Masked numbers pass.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from typing import Any, get_type_hints

from domain.fact import Fact
from domain.rules.refusals import PersonalNumber

Kind = tuple[str, str]
"""What was found, in Chinese and English words."""

Piece = tuple[str, str]
"""Digits without a gap, and what stands before them."""

BETWEEN = (
    r" \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\-\u2010-\u2015\u2212\uff0d_.\uff0e\u3002\xb7\u2022\u30fb"
    r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
)
"""Blanks and line ends, dashes and dots, characters that do not show."""
FIGURES, NUMERALS = "0-9\uff10-\uff19", "〇零一二三四五六七八九"
DIGIT_OF = {ord(numeral): digit for numeral, digit in zip(NUMERALS, "00123456789", strict=True)}

SHORTEST_NUMBER, LONGEST_NUMBER = 11, 19
LONG_NUMBER = re.compile(
    # The first digit, then only digits and what stands between them, then ten more digits among these.
    rf"[{FIGURES}{NUMERALS}](?<![{FIGURES}]{{2}})(?=[{BETWEEN}{FIGURES}{NUMERALS}]{{10}})"
    + rf"[{BETWEEN}]*+[{FIGURES}{NUMERALS}]" * (SHORTEST_NUMBER - 1)
)
"""What every number of a person has, and hardly another text.  Written out: a repeated group costs three times that."""

RUN = re.compile(rf"[{FIGURES}{NUMERALS}][{BETWEEN}{FIGURES}{NUMERALS}X]{{10,}}")
PIECE = re.compile(rf"([{BETWEEN}]*)([0-9]+|[{NUMERALS}]+|X)")
LONGEST_GAP = 3
MADE_BY_MACHINES = re.compile(
    r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32}(?:[0-9a-f]{8})?(?:[0-9a-f]{24})?\b",
    re.IGNORECASE,
)
"""UUIDs and hashes: by chance their digits read like anything."""

NOT_LOOKED_AT = ("sha256", "unified_code")
"""Fields with these endings hold what a rule checked digit by digit, and by chance their digits read like a card."""

IDENTITY = re.compile(r"[1-8]\d{5}((?:19|20)\d{6})\d{3}[\dX]")
OLD_IDENTITY = re.compile(r"[1-8]\d{5}([3-9]\d{5})\d{3}")
"""Without a century and given out until 1999.  Births before 1930 are left out: codes with a day of this century."""
MOBILE = re.compile(r"(?:0|(?:00)?86)?1[3-9]\d{9}")
CARD = re.compile(r"(?:6\d|9[04589])\d{14,17}|(?:4\d|5\d|35)\d{14}")

IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"


def facts_hold_no_personal_numbers(**texts: str) -> None:
    """Raise PersonalNumber for the first text, named by its field, that holds a number of a person."""
    for field, text in texts.items():
        kind = personal_number(text)
        if kind is not None:
            raise PersonalNumber(field, kind)


def personal_number_in(fact: Fact) -> str | None:
    """Give the name of the first field of a fact, values inside it included, that holds a number of a person.

    Hashes and the checked codes of units (`NOT_LOOKED_AT`) are not looked at.  Most facts cost one look at all texts.
    """
    form = _FORMS[type(fact)]
    if not _may_hold(form.texts(fact)):
        return None
    return next((name for name in form.names if any(map(personal_number, _texts(getattr(fact, name))))), None)


def personal_number_among(facts: Sequence[Fact]) -> tuple[type[Fact], str] | None:
    """Give the kind of the first fact with a field that `personal_number_in` gives, and that field."""
    if not _may_hold([text for fact in facts for text in _FORMS[type(fact)].texts(fact)]):
        return None
    found = ((type(fact), field) for fact in facts if (field := personal_number_in(fact)) is not None)
    return next(found, None)


def _may_hold(texts: Iterable[str]) -> bool:
    """Whether one of the texts holds so many digits in a row; the bar between two texts keeps them apart."""
    return LONG_NUMBER.search("|".join({text for text in texts if len(text) >= SHORTEST_NUMBER})) is not None


class _Form:
    """Which fields of a dataclass are texts, and which hold values with texts inside them; any other class has none."""

    def __init__(self, kind: type) -> None:
        hints = get_type_hints(kind)
        named = fields(kind) if is_dataclass(kind) else ()
        looked_at = [field.name for field in named if not field.name.endswith(NOT_LOOKED_AT)]
        plain = [name for name in looked_at if hints[name] is str]
        self.nested = [name for name in looked_at if hints[name] not in {str, int, bool, date, date | None}]
        self.names = [name for name in looked_at if name in plain or name in self.nested]
        self._plain = _getter(plain)

    def texts(self, value: Any) -> tuple[str, ...]:
        """All texts of a value, those inside it last."""
        texts = self._plain(value)
        for name in self.nested:
            texts += _texts(getattr(value, name))
        return texts


def _getter(names: list[str]) -> Callable[[Any], tuple[str, ...]]:
    """What gets these fields as a tuple; the library's getter gives one alone bare."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Forms(dict[type, _Form]):
    """The form of every class that was ever looked at."""

    def __missing__(self, kind: type) -> _Form:
        return self.setdefault(kind, _Form(kind))


_FORMS = _Forms()


def _texts(value: Any) -> tuple[str, ...]:
    """The texts inside the value of a field."""
    kind = type(value)
    if kind is str:
        return (value,)
    if kind is not tuple:
        return _FORMS[kind].texts(value)
    texts: tuple[str, ...] = ()
    for part in value:
        texts += _texts(part)
    return texts


def personal_number(text: str) -> Kind | None:
    """What number of a person the text holds, or None."""
    if LONG_NUMBER.search(text) is None:
        return None
    text = MADE_BY_MACHINES.sub(" ", text)
    for run in RUN.findall(text.upper() if text.isascii() else _plain(text)):
        pieces = PIECE.findall(run)
        for first in range(len(pieces)):
            kind = _kind_from(pieces[first : first + LONGEST_NUMBER])
            if kind is not None:
                return kind
    return None


def _plain(text: str) -> str:
    """The text in half width, without characters that do not show."""
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(character for character in wide if unicodedata.category(character) != "Cf")


def _kind_from(pieces: list[Piece]) -> Kind | None:
    """The kind of the personal number that the first few of the pieces are, or None."""
    number = ""
    for place, (gap, digits) in enumerate(pieces):
        number += digits if digits.isascii() else digits.translate(DIGIT_OF)
        if (place and len(gap) > LONGEST_GAP) or len(number) > LONGEST_NUMBER:
            return None
        if len(number) >= SHORTEST_NUMBER:
            kind = _kind_of(number, pieces[: place + 1])
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
