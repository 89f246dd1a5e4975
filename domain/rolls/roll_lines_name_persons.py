"""花名册逐行核对人员代码和理由: persons by their ids, reasons without personal numbers; every wrong line is named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.person import PersonMisread, person_id
from domain.refusal import FAULTS_NAMED_MAX
from domain.rolls.values import ReturnedLine, RollLine
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers, personal_number
from domain.rules.refusals import PersonalNumber
from domain.template import Words


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
    first, where = wrong[0][1], _where([line_no for line_no, _ in wrong])
    if isinstance(first, PersonMisread):
        raise PersonMisread("lines", first.given, where)
    raise PersonalNumber("lines", first.kind, where)


def reasons_hold_no_personal_numbers(field: str, lines: Sequence[RollLine | ReturnedLine]) -> None:
    """Raise PersonalNumber, which names every line whose reason holds a number of a person."""
    try:
        facts_hold_no_personal_numbers(**{field: "\n".join(line.reason for line in lines)})
    except PersonalNumber as refusal:
        wrong = [line.line_no for line in lines if personal_number(line.reason)]
        raise PersonalNumber(field, refusal.kind, _where(wrong)) from refusal


def _spelt(line: RollLine) -> RollLine:
    if not line.person_id.strip():
        return line
    spelt = person_id(line.person_id, "lines")
    return line if spelt == line.person_id else replace(line, person_id=spelt)


def _where(lines: Sequence[int]) -> Words:
    """Name the wrong lines, as many as one refusal names; count all."""
    first, others = lines[0], lines[1:FAULTS_NAMED_MAX]
    if not others:
        return f"第 {first} 行：", f"Line {first}: "
    named, more = ("、".join(map(str, others)), ", ".join(map(str, others))), len(lines) > FAULTS_NAMED_MAX
    return (
        f"第 {first} 行（共 {len(lines)} 行有误，另为第 {named[0]}{' 等' if more else ''} 行）：",
        f"Line {first} ({len(lines)} lines are wrong, also {named[1]}{' and others' if more else ''}): ",
    )
