"""A step of a project is taken back while nothing stands on it: no claim, no payment, no money returned (逐步冲销)."""

from collections.abc import Sequence

from domain.code import Word
from domain.money.shares import ByChannel
from domain.projects.reversal_refusals import (
    AcceptanceNotTheLast,
    AcceptancePaidUpon,
    CompletionAcceptedUpon,
    SavingReturned,
    SettlementPaidUpon,
    StartMeasuredUpon,
    StepClaimedUpon,
    StepPaidUpon,
)
from domain.projects.state import ProjectState

Claimed = tuple[int, int]
"""Fen of the claims under way that rest on a step, and fen that are paid upon it."""


def acceptance_is_the_last(passed: Sequence[str], level: str) -> None:
    """Raise AcceptanceNotTheLast unless the level is the last one that passed."""
    if not passed or passed[-1] != level:
        raise AcceptanceNotTheLast(level, passed[-1] if passed else "")


def acceptance_is_unpaid(level: str, paid_fen: int, limit_fen: int) -> None:
    """Raise AcceptancePaidUpon when more is paid than may be paid without the acceptance."""
    if paid_fen > limit_fen:
        raise AcceptancePaidUpon(paid_fen, limit_fen, level)


def step_is_unpaid(code: str, paid_fen: int, limit_fen: int) -> None:
    """Raise StepPaidUpon when more is paid than may be paid without the step."""
    if paid_fen > limit_fen:
        raise StepPaidUpon(paid_fen, limit_fen, code)


def start_is_unmeasured(project: ProjectState) -> None:
    """Raise StartMeasuredUpon while work is certified under the contract in force."""
    certified = project.certified
    if certified:
        numbers = [certificate.certificate_no for certificate in certified]
        measured_fen = sum(certificate.amount_fen for certificate in certified)
        raise StartMeasuredUpon(project.code, numbers, measured_fen)


def completion_is_unaccepted(project: ProjectState) -> None:
    """Raise CompletionAcceptedUpon while a level has passed or a defect is open."""
    defects = [number for numbers in project.open_defects.values() for number in numbers]
    if project.passed or defects:
        raise CompletionAcceptedUpon(project.code, project.levels_passed, defects)


def step_is_unclaimed(code: str, step: Word, claimed: Claimed) -> None:
    """Raise StepClaimedUpon while a claim that rests on the step is under way or paid."""
    if any(claimed):
        raise StepClaimedUpon(code, step, *claimed)


def settlement_is_unpaid(made_payable: ByChannel, payable: ByChannel, paid: ByChannel) -> None:
    """Raise SettlementPaidUpon for the first channel that has less unpaid than the settlement made payable."""
    for channel, payable_fen in made_payable.items():
        unpaid_fen = payable.get(channel, 0) - paid.get(channel, 0)
        if payable_fen > unpaid_fen:
            raise SettlementPaidUpon(payable_fen, unpaid_fen, " ".join(channel))


def saving_is_still_there(plan: ByChannel, allocated: ByChannel) -> None:
    """Raise SavingReturned for the first channel that allocates less to the project than its plan needs again."""
    for channel, planned_fen in plan.items():
        allocated_fen = allocated.get(channel, 0)
        if planned_fen > allocated_fen:
            raise SavingReturned(planned_fen, allocated_fen, " ".join(channel))
