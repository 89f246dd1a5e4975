"""A project is paid by rolls to persons or under a contract, never both ways (一个项目一种付款方式).  Invariant I8."""

from collections.abc import Sequence

from domain.projects.codes import ProjectKind
from domain.rolls.refusals import ProjectPaidByRoll, RollKindDiffers, RollProjectDiffers

ROLL_KINDS = (ProjectKind.SUBSIDY.value, ProjectKind.TRAINING.value)
"""到人到户的项目: the kinds of project whose money goes to persons."""


def project_may_be_paid_by_roll(code: str, kind: str, contract_no: str) -> None:
    """Raise RollKindDiffers for a project whose money goes to no persons, RollProjectDiffers under a contract."""
    if kind not in ROLL_KINDS:
        raise RollKindDiffers(code, kind, ROLL_KINDS)
    if contract_no:
        raise RollProjectDiffers(code, contract_no)


def project_may_be_contracted(code: str, roll_nos: Sequence[str]) -> None:
    """Raise ProjectPaidByRoll when a roll was drawn up for the project."""
    if roll_nos:
        raise ProjectPaidByRoll(code, roll_nos)
