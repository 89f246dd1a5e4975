"""Two duties on one matter are done by two persons (不相容岗位分离).  Source: 会计法 25."""

from collections.abc import Iterable, Mapping

from domain.rulebook.codes import Duty
from domain.rulebook.procedure_rules import DutiesApart
from domain.rules.refusals import PersonOnBothSides


def duties_are_kept_apart(person: str, duty: Duty, done: Mapping[Duty, str]) -> None:
    """Raise PersonOnBothSides when the person did one of the other duties.

    `done` holds the person who did each duty so far; "" where nobody did.
    """
    for other, doer in done.items():
        if doer == person:
            raise PersonOnBothSides(person, duty.word, other.word)


def listed_duties_are_kept_apart(
    rows: Iterable[DutiesApart], person: str, duty: Duty, done: Mapping[Duty, str]
) -> None:
    """Raise PersonOnBothSides when the person did another duty of a row of the rulebook that holds this one."""
    for row in rows:
        if duty in row.duties:
            duties_are_kept_apart(
                person, duty, {other: doer for other, doer in done.items() if other in row.duties}
            )
