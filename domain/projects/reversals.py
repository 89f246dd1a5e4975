"""项目冲销 (reversals): a step that was recorded by mistake goes, whole, while nothing stands on it.

The last step goes first: a release before the hand-over, the hand-over before the settlement, the settlement before the
acceptances, these before the completion, the completion before the start, the start before the contract.  What follows
may then be recorded anew.  A step that is not the last is a StepOutOfOrder, so nothing is taken back twice.
"""

from domain.money.shares import ByChannel, by_channel, shares_of
from domain.projects.codes import Phase
from domain.projects.reversal_facts import former
from domain.projects.reversed_step_bears_nothing import (
    Claimed,
    acceptance_is_the_last,
    completion_is_unaccepted,
    saving_is_still_there,
    settlement_is_unpaid,
    start_is_unmeasured,
    step_is_unclaimed,
)
from domain.projects.state import ProjectState
from domain.stamp import Stamp


def reverse_contract(project: ProjectState, stamp: Stamp, reason: str, claimed: Claimed) -> None:
    """合同冲销, before the start.  `claimed` is what was claimed and paid for the project.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, StepClaimedUpon, in this order.
    """
    project.check_follows(Phase.CONTRACTED, stamp)
    step_is_unclaimed(project.code, ("合同", "contract"), claimed)
    contract = project.contracted
    assert contract is not None, "the phase says that it was contracted"
    project.record(
        project.ContractReversed,
        **stamp.fields,
        **former(contract),
        contract_no=contract.contract_no,
        contractor_id=contract.contractor_id,
        price_fen=project.contract_fen,
        reason=reason,
    )


def check_start_reversal(project: ProjectState, stamp: Stamp) -> None:
    """Raise ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, StartMeasuredUpon, in this order."""
    project.check_follows(Phase.STARTED, stamp)
    start_is_unmeasured(project)


def reverse_start(project: ProjectState, stamp: Stamp, reason: str) -> None:
    """开工冲销; asked before by `check_start_reversal`."""
    start = project.started
    assert start is not None, "the phase says that it was started"
    project.record(
        project.StartReversed,
        **stamp.fields,
        **former(start),
        start_order_no=start.start_order_no,
        phase=project.starts_from.code,
        reason=reason,
    )


def check_completion_reversal(project: ProjectState, stamp: Stamp) -> None:
    """Raise ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, CompletionAcceptedUpon, in this order."""
    project.check_follows(Phase.COMPLETED, stamp)
    completion_is_unaccepted(project)


def reverse_completion(project: ProjectState, stamp: Stamp, reason: str) -> None:
    """完工冲销; asked before by `check_completion_reversal`."""
    completion = project.completed
    assert completion is not None, "the phase says that it was completed"
    project.record(
        project.CompletionReversed,
        **stamp.fields,
        **former(completion),
        report_no=completion.report_no,
        reason=reason,
    )


def check_acceptance_reversal(project: ProjectState, stamp: Stamp, level: str) -> None:
    """Raise ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, AcceptanceNotTheLast, in this order."""
    project.check_within(Phase.COMPLETED, Phase.ACCEPTED, stamp)
    acceptance_is_the_last(project.levels_passed, level)


def reverse_acceptance(project: ProjectState, stamp: Stamp, level: str, reason: str) -> None:
    """验收冲销 of the last level that passed.  Raises what `check_acceptance_reversal` raises."""
    check_acceptance_reversal(project, stamp, level)
    acceptance = project.passed[-1]
    project.record(
        project.AcceptanceReversed,
        **stamp.fields,
        **former(acceptance),
        level=level,
        form_no=acceptance.form_no,
        last_level=acceptance.last_level,
        reason=reason,
    )


def reverse_settlement(
    project: ProjectState,
    stamp: Stamp,
    reason: str,
    *,
    claimed: Claimed,
    paid: ByChannel,
    allocated: ByChannel,
) -> None:
    """结算冲销, with the retention that was held from it.

    claimed    what was claimed and paid at the stages that wait for the settlement.
    paid       what each source paid of its payables, at any stage.
    allocated  what each source allocates to the project now.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, StepClaimedUpon, SettlementPaidUpon, SavingReturned,
    in this order.
    """
    project.check_follows(Phase.SETTLED, stamp)
    settlement = project.settled
    assert settlement is not None, "the phase says that it was settled"
    step_is_unclaimed(project.code, ("结算", "settlement"), claimed)
    settlement_is_unpaid(by_channel(settlement.payable), project.payable, paid)
    saving_is_still_there(project.plan, allocated)
    project.record(
        project.SettlementReversed,
        **stamp.fields,
        **former(settlement),
        audit_no=settlement.audit_no,
        settlement_fen=settlement.settlement_fen,
        advance_offset=settlement.advance_offset,
        payable=settlement.payable,
        retention_fen=project.retention_fen,
        retention=shares_of(project.retention),
        reason=reason,
    )


def reverse_hand_over(project: ProjectState, stamp: Stamp, reason: str) -> None:
    """移交冲销.  Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order."""
    project.check_follows(Phase.HANDED_OVER, stamp)
    hand_over = project.handed_over
    assert hand_over is not None, "the phase says that it was handed over"
    project.record(
        project.HandOverReversed,
        **stamp.fields,
        **former(hand_over),
        asset_no=hand_over.asset_no,
        asset_class=hand_over.asset_class,
        owner_level=hand_over.owner_level,
        value_fen=hand_over.value_fen,
        sources=hand_over.sources,
        reason=reason,
    )


def reverse_release(project: ProjectState, stamp: Stamp, reason: str, claimed: Claimed) -> None:
    """质保期满验收冲销.  `claimed` is what was claimed and paid at the stages that wait for it.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, StepClaimedUpon, in this order.
    """
    project.check_follows(Phase.RELEASED, stamp)
    release = project.released
    assert release is not None, "the phase says that it was released"
    step_is_unclaimed(project.code, ("质保期满验收", "release of the retention"), claimed)
    project.record(
        project.RetentionReleaseReversed,
        **stamp.fields,
        **former(release),
        inspection_no=release.inspection_no,
        reason=reason,
    )


def reverse_household_closing(project: ProjectState, stamp: Stamp, reason: str, allocated: ByChannel) -> None:
    """到户办结冲销.  `allocated` is what each source allocates to the project now.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, SavingReturned, in this order.
    """
    project.check_follows(Phase.CLOSED, stamp)
    closing = project.closing
    assert closing is not None, "the phase says that it was closed"
    saving_is_still_there(project.plan, allocated)
    project.record(
        project.HouseholdClosingReversed,
        **stamp.fields,
        **former(closing),
        phase=project.closed_from.code,
        paid_fen=closing.paid_fen,
        paid=closing.paid,
        saving_fen=closing.saving_fen,
        reason=reason,
    )
