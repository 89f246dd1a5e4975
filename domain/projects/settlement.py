"""项目结算与移交 (settlement and hand-over): the audited price, the retention, the asset, and the release."""

from collections.abc import Mapping
from datetime import date

from domain.money.fen import basis_points, check_amount
from domain.money.shares import ByChannel, Channel, less, shares_of, split
from domain.projects.acceptance_goes_level_by_level import no_defect_is_open
from domain.projects.auditor_is_not_implementer import auditor_is_not_implementer
from domain.projects.codes import Phase
from domain.projects.contract_ends_with_what_it_owes import settlement_holds_terminated_work
from domain.projects.retention_stays_within_its_cap import (
    defect_period_is_over,
    months_after,
    retention_has_its_stage,
    retention_stays_within_its_cap,
)
from domain.projects.state import ProjectState
from domain.projects.work_stays_within_contract import settlement_stays_within_contract
from domain.rulebook.codes import PaymentStage, RetentionBase
from domain.rulebook.payment_rules import PaymentScheme
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import Rulebook
from domain.rules.counts_are_in_range import check_share
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def settle(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    rulebook: Rulebook,
    *,
    audit_no: str,
    auditor_unit: str,
    settlement_fen: int,
    retention_bp: int | None,
    advance_left: Mapping[Channel, int],
) -> None:
    """结算审定, and the retention held from it.  `retention_bp` None takes the rate of the payment scheme.

    The scheme is that of the plan, from the `rulebook`; the caps are those of `regulations`, in force today.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, AmountOutOfRange (the price),
    AuditorIsImplementer, SettlementAboveContract, SettlementBelowTerminated, CountOutOfRange (the rate),
    RetentionAboveCap, in this order.
    """
    project.check_follows(Phase.ACCEPTED, stamp)
    check_amount(settlement_fen, "settlement_fen")
    auditor_is_not_implementer(
        auditor_unit, project.contractor_name, project.contractor_id, project.implementing_unit
    )
    settlement_stays_within_contract(settlement_fen, project.price_fen)
    settlement_holds_terminated_work(settlement_fen, project.closed_fen)
    scheme = project.scheme_by(rulebook)
    rate_bp = scheme.retention_bp if retention_bp is None else retention_bp
    check_share(rate_bp, "retention_bp")
    bases_fen: dict[str, int] = {
        RetentionBase.SETTLEMENT: settlement_fen - project.closed_fen,
        RetentionBase.CONTRACT: project.contract_fen,
        RetentionBase.SUBSIDY: project.plan_fen - project.closed_fen,
    }
    retention_fen = basis_points(bases_fen[scheme.retention_base], rate_bp)
    retention_stays_within_its_cap(regulations.retention, retention_fen, bases_fen)
    retention_has_its_stage(retention_fen, has_stage=bool(scheme.rows(PaymentStage.RETENTION)))
    offset, payable = _settlement_parts(project, settlement_fen, advance_left)
    project.record(
        project.Settled,
        **stamp.fields,
        audit_no=audit_no,
        auditor_unit=auditor_unit,
        settlement_fen=settlement_fen,
        advance_offset=shares_of(offset),
        payable=shares_of(payable),
    )
    if retention_fen:
        _hold_retention(project, stamp, scheme, retention_fen, rate_bp)


def _settlement_parts(
    project: ProjectState, settlement_fen: int, advance_left: Mapping[Channel, int]
) -> tuple[ByChannel, ByChannel]:
    """Split the settlement less the measured work into offset and payable, each signed."""
    more_fen = settlement_fen - project.measured_fen
    if more_fen >= 0:
        parts = split(more_fen, project.unmeasured())
        offset = {c: min(part, max(advance_left.get(c, 0), 0)) for c, part in parts.items()}
        return offset, less(parts, offset)
    cuts = split(-more_fen, project.measured)
    # A cut takes back what is payable first; what is left of it makes the advance outstanding again.
    payable = {channel: -min(cut, project.payable.get(channel, 0)) for channel, cut in cuts.items()}
    return {channel: -(cut + payable[channel]) for channel, cut in cuts.items()}, payable


def _hold_retention(
    project: ProjectState, stamp: Stamp, scheme: PaymentScheme, retention_fen: int, rate_bp: int
) -> None:
    assert project.accepted_on is not None, "a settled project was accepted"
    months = project.defect_months or scheme.retention_months
    project.record(
        project.RetentionHeld,
        **stamp.fields,
        retention=shares_of(split(retention_fen, project.settlement)),
        retention_fen=retention_fen,
        retention_bp=rate_bp,
        base=scheme.retention_base,
        release_from_on=months_after(project.accepted_on, months),
    )


def hand_over(
    project: ProjectState,
    stamp: Stamp,
    *,
    asset_no: str,
    asset_class: str,
    owner_level: str,
    owner: str,
    keeper: str,
) -> None:
    """移交.  The asset is worth the settlement, source by source.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order.
    """
    project.check_follows(Phase.SETTLED, stamp)
    project.record(
        project.HandedOver,
        **stamp.fields,
        asset_no=asset_no,
        asset_class=asset_class,
        owner_level=owner_level,
        owner=owner,
        keeper=keeper,
        value_fen=project.settlement_fen,
        sources=shares_of(project.settlement),
    )


def release_retention(project: ProjectState, stamp: Stamp, inspection_no: str, inspected_on: date) -> None:
    """质保期满验收.  The period is over, the inspection took place, no defect is open.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, DefectPeriodRuns, DatesOutOfOrder,
    DefectsOpen, in this order.
    """
    project.check_follows(Phase.HANDED_OVER, stamp)
    if project.release_from_on is not None:
        defect_period_is_over(stamp.effective_on, project.release_from_on)
    day_is_not_before("effective_on", stamp.effective_on, inspected_on)
    no_defect_is_open(project.open_defects)
    project.record(
        project.RetentionReleased, **stamp.fields, inspection_no=inspection_no, inspected_on=inspected_on
    )
