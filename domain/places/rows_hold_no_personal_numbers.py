"""Rows of places hold no number of a person (名册不含个人号码), and what is said about them repeats none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.code import Word
from domain.fields.field import label_zh, places_of
from domain.personal_number import Kind, personal_number
from domain.places.division import LEVEL_OF_DIGITS
from domain.places.rows import PlaceRow
from domain.rules.facts_hold_no_personal_numbers import NOT_LOOKED_AT
from domain.rules.lines_named import lines_named
from domain.rules.refusals import PersonalNumber

LONGEST_SHOWN = max(LEVEL_OF_DIGITS)
"""A code of more characters is no division's, and may be the mistyped number of a person."""


@dataclass(frozen=True)
class PersonalFault:
    """One text of a row that holds the number of a person: where the row stands, the field, and what number it is."""

    number: int
    row: PlaceRow
    field: str
    kind: Kind

    @property
    def called(self) -> str:
        """What the field is called in Chinese."""
        return label_zh(self.field, *places_of(type(self.row)))

    @property
    def said(self) -> tuple[int, str, str]:
        """The fault as one among others."""
        return self.number, f"“{self.called}”中含有{self.kind[0]}", f"holds {self.kind[1]} in {self.field}"


def personal_faults(rows: Iterable[tuple[int, PlaceRow]]) -> Iterator[PersonalFault]:
    """Give every text of the numbered rows that holds the number of a person."""
    for number, row in rows:
        for field, text in row.recorded.items():
            if isinstance(text, str) and not field.endswith(NOT_LOOKED_AT):
                kind = personal_number(text)
                if kind is not None:
                    yield PersonalFault(number, row, field, kind)


def refuse_personal_numbers(faults: Sequence[PersonalFault], counted: Word) -> None:
    """Raise PersonalNumber about the first of these faults, naming the other rows beside it."""
    if faults:
        first, numbers = faults[0], list(dict.fromkeys(fault.number for fault in faults))
        raise PersonalNumber(first.field, first.kind, lines_named(numbers, counted), first.called)


def quoted(code: str) -> Word:
    """Write a code that is wrong, as far as it may be shown: one that may be the number of a person by its length."""
    if len(code) > LONGEST_SHOWN or personal_number(code) is not None:
        return f"（共 {len(code)} 字）", f"of {len(code)} characters"
    return f"“{code}”", f"“{code}”"
