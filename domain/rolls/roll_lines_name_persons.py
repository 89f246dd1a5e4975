"""花名册逐行核对人员代码和理由: persons by their ids, reasons without personal numbers; every wrong line is named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.person import PersonMisread, person_id
from domain.personal_number import personal_number
from domain.rolls.values import ReturnedLine, RollLine
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.lines_named import lines_named
from domain.rules.refusals import PersonalNumber


def persons_in_one_spelling(lines: Iterable[RollLine]) -> tuple[RollLine, ...]:
    """Give the lines with each person in the one spelling; that a line names one is asked with its other faults.

    Raises PersonMisread or PersonalNumber, as the first wrong line has it, and names the other wrong lines beside it.
    """
    spelt: list[RollLine] = []
    wrong: list[tuple[int, PersonMisread | PersonalNumber]] = []
    for line in lines:
        try:
            spelt.append(_spelt(line))
        except (PersonMisread, PersonalNumber) as refusal:
            wrong.append((line.line_no, refusal))
    if not wrong:
        return tuple(spelt)
    first, where = wrong[0][1], lines_named([line_no for line_no, _ in wrong])
    if isinstance(first, PersonMisread):
        raise PersonMisread("lines", first.given, where)
    raise PersonalNumber("lines", first.kind, where)


def reasons_hold_no_personal_numbers(field: str, lines: Sequence[RollLine | ReturnedLine]) -> None:
    """Raise PersonalNumber, which names every line whose reason holds a number of a person."""
    try:
        facts_hold_no_personal_numbers(**{field: "\n".join(line.reason for line in lines)})
    except PersonalNumber as refusal:
        wrong = [line.line_no for line in lines if personal_number(line.reason)]
        raise PersonalNumber(field, refusal.kind, lines_named(wrong)) from refusal


def _spelt(line: RollLine) -> RollLine:
    if not line.person_id.strip():
        return line
    spelt = person_id(line.person_id, "lines")
    return line if spelt == line.person_id else replace(line, person_id=spelt)
