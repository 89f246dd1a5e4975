"""A project is paid by rolls to persons or under a contract, never both ways (一个项目一种付款方式)."""

from collections.abc import Sequence

from domain.projects.codes import KINDS_FOR_PERSONS
from domain.rolls.refusals import ProjectPaidByRoll, RollKindDiffers, RollProjectDiffers


def project_may_be_paid_by_roll(code: str, kind: str, contract_no: str) -> None:
    """Raise RollKindDiffers for a project whose money goes to no persons, RollProjectDiffers under a contract."""
    if kind not in KINDS_FOR_PERSONS:
        raise RollKindDiffers(code, kind, KINDS_FOR_PERSONS)
    if contract_no:
        raise RollProjectDiffers(code, contract_no)


def project_may_be_contracted(code: str, roll_nos: Sequence[str]) -> None:
    """Raise ProjectPaidByRoll when the project has rolls that were neither withdrawn nor cancelled."""
    if roll_nos:
        raise ProjectPaidByRoll(code, roll_nos)
