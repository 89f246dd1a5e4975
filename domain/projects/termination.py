"""合同解除 (termination of a contract): the work that was certified is paid to its end, and the project contracts anew.

A contract on which nothing stands is reversed instead; see `reversals`.
"""

from domain.money.fen import check_amount
from domain.money.shares import ByChannel, shares_of, total_fen
from domain.projects.codes import Phase
from domain.projects.contract_ends_with_what_it_owes import (
    advance_is_worked_off,
    no_level_has_passed,
    owed_is_what_is_unpaid,
)
from domain.projects.state import ProjectState
from domain.stamp import Stamp


def terminate_contract(
    project: ProjectState,
    stamp: Stamp,
    *,
    termination_no: str,
    owed_fen: int,
    reason: str,
    advanced: ByChannel,
    owed: ByChannel,
) -> None:
    """合同解除.  All certified work counts; an advance beyond it comes back first.

    owed_fen  what the agreement or the judgement says is still owed to the contractor.
    advanced  what each source has paid as advance and did not get back.
    owed      what each source owes for certified work and has not paid.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, LevelsPassed, AmountOutOfRange, AdvanceNotWorkedOff,
    OwedDiffers, in this order.
    """
    project.check_within(Phase.CONTRACTED, Phase.COMPLETED, stamp)
    no_level_has_passed(project.code, project.levels_passed)
    check_amount(owed_fen, "owed_fen", smallest_fen=0)
    advance_is_worked_off(advanced, project.offset)
    certified_fen = project.measured_fen - project.closed_fen
    paid_fen = certified_fen - total_fen(owed)
    owed_is_what_is_unpaid(owed_fen, certified_fen, paid_fen)
    project.record(
        project.ContractTerminated,
        **stamp.fields,
        termination_no=termination_no,
        contract_no=project.contract_no,
        contractor_id=project.contractor_id,
        price_fen=project.contract_fen,
        certified_fen=certified_fen,
        paid_fen=paid_fen,
        owed_fen=owed_fen,
        owed=shares_of(owed),
        reason=reason,
    )
