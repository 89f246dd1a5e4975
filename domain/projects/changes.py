"""项目调整与终止 (project changes): a change of plan or contract, a corrected name, a rest, its end, the giving up.

They may happen at many points of a project's life; the other chapters follow one another.
"""

from domain.money.fen import WHOLE_BP
from domain.money.shares import ByChannel, by_channel
from domain.money.sources import SourceShare
from domain.projects.change_beyond_share_needs_approval import change_beyond_share_needs_approval
from domain.projects.codes import Phase
from domain.projects.project_is_active import project_is_active
from domain.projects.project_rests_or_ends import project_may_end, project_may_resume
from domain.projects.proposal_refusals import SourceOverdrawn
from domain.projects.refusals import StepOutOfOrder
from domain.projects.sources_add_up import signed_sources_add_up
from domain.projects.state import ProjectState
from domain.projects.tender_route_fits_the_price import price_stays_within_plan, tender_route_fits_the_price
from domain.projects.work_stays_within_contract import contract_keeps_its_work
from domain.rulebook.regulations import Regulations
from domain.rules.correction_changes_something import correction_changes_something
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


def change(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    change_no: str,
    subject: str,
    plan_change_fen: int,
    sources: tuple[SourceShare, ...],
    contract_change_fen: int,
    approval_no: str,
    reason: str,
    text: str,
    advanced: ByChannel,
    paid_fen: int,
) -> None:
    """项目调整: what was measured and paid stays, and the way of contracting fits the new price too.

    advanced  what each source has paid as advance and did not get back, in fen.
    paid_fen  all that was paid for the project and did not come back.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, SourceNamedTwice, SourcesDoNotAddUp,
    ChangeNeedsApproval, SourceOverdrawn, ContractCutBelowWork, PriceAbovePlan; then, for a dearer contract,
    NotInRulebook and RouteDoesNotFit; in this order.
    """
    project.check_within(Phase.PLANNED, Phase.ACCEPTED, stamp)
    if contract_change_fen:
        project.check_within(Phase.CONTRACTED, Phase.ACCEPTED, stamp)
    signed_sources_add_up(plan_change_fen, sources)
    share_bp = _share_changed_bp(project, plan_change_fen, contract_change_fen)
    change_beyond_share_needs_approval(share_bp, regulations.change.approval_bp, approval_no)
    for channel, change_fen in by_channel(sources).items():
        used_fen = max(project.measured.get(channel, 0), advanced.get(channel, 0))
        left_fen = project.plan.get(channel, 0) - used_fen
        if change_fen + left_fen < 0:
            raise SourceOverdrawn(-change_fen, left_fen, " ".join(channel))
    price_fen = project.price_fen + contract_change_fen
    contract_keeps_its_work(price_fen, project.measured_fen, paid_fen)
    price_stays_within_plan(price_fen, project.plan_fen + plan_change_fen)
    if contract_change_fen > 0:
        contract_fen = project.contract_fen + contract_change_fen
        tender_route_fits_the_price(regulations, project.kind, project.use, project.route, contract_fen)
    project.record(
        project.Changed,
        **stamp.fields,
        change_no=change_no,
        subject=subject,
        plan_change_fen=plan_change_fen,
        sources=sources,
        contract_change_fen=contract_change_fen,
        share_bp=share_bp,
        approval_no=approval_no,
        reason=reason,
        text=text,
    )


def _share_changed_bp(project: ProjectState, plan_change_fen: int, contract_change_fen: int) -> int:
    """All changes with this one against the first plan or contract, rounded up: splitting is no way out."""
    plan_bp = -(-(project.changed_plan_fen + abs(plan_change_fen)) * WHOLE_BP // project.first_plan_fen)
    if not contract_change_fen:
        return plan_bp
    price_fen = project.changed_price_fen + abs(contract_change_fen)
    return max(plan_bp, -(-price_fen * WHOLE_BP // project.first_price_fen))


def correct_name(project: ProjectState, stamp: Stamp, name: str, reason: str) -> None:
    """项目名称更正, at any time.  Raises DatedBeforeFormerStep, NothingCorrected, in this order."""
    steps_follow_in_time(project.id, project.latest_on, stamp.effective_on)
    correction_changes_something("name", name, project.name)
    project.record(project.NameCorrected, **stamp.fields, former_name=project.name, name=name, reason=reason)


def correct_contractor_name(project: ProjectState, stamp: Stamp, contractor_name: str, reason: str) -> None:
    """承包单位名称更正 of the last contract.

    Raises StepOutOfOrder, DatedBeforeFormerStep, NothingCorrected, in this order.
    """
    if not project.contract_no:
        raise StepOutOfOrder(project.code, project.phase.word, Phase.CONTRACTED.word)
    steps_follow_in_time(project.id, project.latest_on, stamp.effective_on)
    correction_changes_something("contractor_name", contractor_name, project.contractor_name)
    project.record(
        project.ContractorNameCorrected,
        **stamp.fields,
        contract_no=project.contract_no,
        former_contractor_name=project.contractor_name,
        contractor_name=contractor_name,
        reason=reason,
    )


def suspend(project: ProjectState, stamp: Stamp, reason: str, decision_no: str) -> None:
    """中止.  Raises ProjectNotActive, DatedBeforeFormerStep, in this order."""
    project_is_active(project.code, suspended=project.suspended, ended=project.ended)
    steps_follow_in_time(project.id, project.latest_on, stamp.effective_on)
    project.record(project.Suspended, **stamp.fields, reason=reason, decision_no=decision_no)


def resume(project: ProjectState, stamp: Stamp, reason: str, decision_no: str) -> None:
    """恢复.  Raises ProjectNotActive, ProjectNotSuspended, DatedBeforeFormerStep, in this order."""
    project_may_resume(project.code, suspended=project.suspended, ended=project.ended)
    steps_follow_in_time(project.id, project.latest_on, stamp.effective_on)
    project.record(project.Resumed, **stamp.fields, reason=reason, decision_no=decision_no)


def end(project: ProjectState, stamp: Stamp, reason: str, decision_no: str) -> None:
    """终止.  Only before the settlement; money that is out comes back as refund or surplus.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order.
    """
    project_may_end(project.code, project.phase, ended=project.ended)
    steps_follow_in_time(project.id, project.latest_on, stamp.effective_on)
    project.record(project.Ended, **stamp.fields, reason=reason, decision_no=decision_no)
