"""A project is resumed when it is suspended, and ended before its settlement (中止、恢复、终止)."""

from collections.abc import Sequence

from domain.projects.codes import Halt, Phase
from domain.projects.refusals import ProjectNotActive, ProjectNotSuspended, ProjectOwes, StepOutOfOrder


def project_may_resume(code: str, *, suspended: bool, ended: bool) -> None:
    """Raise ProjectNotActive when it is ended, ProjectNotSuspended when it does not rest."""
    if ended:
        raise ProjectNotActive(code, Halt.ENDED.code)
    if not suspended:
        raise ProjectNotSuspended(code)


def project_may_end(code: str, phase: Phase, *, ended: bool) -> None:
    """Raise ProjectNotActive when it is ended, StepOutOfOrder when it is settled."""
    if ended:
        raise ProjectNotActive(code, Halt.ENDED.code)
    if phase >= Phase.SETTLED:
        raise StepOutOfOrder(code, phase.word, ("未结算", "not settled"))


def project_owes_nothing(code: str, claim_nos: Sequence[str], roll_nos: Sequence[str]) -> None:
    """Raise ProjectOwes when approved claims wait for their payment or the rolls handed in are open."""
    if claim_nos or roll_nos:
        raise ProjectOwes(code, claim_nos, roll_nos)
