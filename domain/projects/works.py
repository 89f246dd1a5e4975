"""项目实施 (project works): contract, start, measured work and completion.

Measured work is split over the sources of the plan by what each has left; of each source's part the advance that is
still outstanding is offset first, the rest becomes payable (应付工程款).
"""

from collections.abc import Mapping
from datetime import date

from domain.keys import recorded_spelling
from domain.money.fen import check_amount
from domain.money.shares import Channel, by_channel, less, shares_of, split
from domain.projects.codes import Phase
from domain.projects.contract_ends_with_what_it_owes import (
    certificate_is_of_the_contract_in_force,
    contract_number_is_not_of_a_terminated_one,
    former_contract_is_paid,
)
from domain.projects.price_is_no_slip import price_is_no_slip
from domain.projects.retention_stays_within_its_cap import defect_period_is_not_too_long
from domain.projects.state import ProjectState
from domain.projects.tender_route_fits_the_price import price_stays_within_plan, tender_route_fits_the_price
from domain.projects.work_stays_within_contract import (
    measured_stays_within_contract,
    reversed_measurement_is_unpaid,
)
from domain.refusal import UnknownRecord
from domain.rulebook.regulations import Regulations
from domain.rules.refusals import NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def contract(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    contract_no: str,
    route: str,
    contractor_id: str,
    contractor_name: str,
    price_fen: int,
    signed_on: date,
    awarded_on: date | None,
    ends_on: date,
    defect_months: int,
    confirm_unusual: str,
    unpaid_fen: int,
) -> None:
    """签订合同.  The price fits the route and the plan and is no slip, the award came before the signature.

    unpaid_fen  what is certified and not paid; of a terminated contract nothing may be.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, FormerContractOwed, NumberUsedTwice,
    AmountOutOfRange, NotInRulebook (a kind that is not tendered), RouteDoesNotFit, PriceAbovePlan, PriceUnusual,
    DatesOutOfOrder, DefectPeriodTooLong, in this order.
    """
    project.check_follows(Phase.APPROVED, stamp)
    if project.terminated is not None:
        former_contract_is_paid(project.contract_no, project.terminated.owed_fen, unpaid_fen)
    contract_number_is_not_of_a_terminated_one(contract_no, project.closed_contracts)
    check_amount(price_fen, "price_fen")
    tender_route_fits_the_price(regulations, project.kind, project.use, route, price_fen)
    plan_fen = project.plan_fen - project.closed_fen
    price_stays_within_plan(price_fen, plan_fen)
    price_is_no_slip(regulations.slip, price_fen, plan_fen, confirm_unusual)
    if awarded_on is not None:
        day_is_not_before("signed_on", signed_on, awarded_on)
    day_is_not_before("effective_on", stamp.effective_on, signed_on)
    day_is_not_before("ends_on", ends_on, signed_on)
    defect_period_is_not_too_long(regulations.retention, defect_months)
    project.record(
        project.Contracted,
        **stamp.fields,
        contract_no=contract_no,
        route=route,
        contractor_id=contractor_id,
        contractor_name=contractor_name,
        price_fen=price_fen,
        signed_on=signed_on,
        awarded_on=awarded_on,
        ends_on=ends_on,
        defect_months=defect_months,
        confirm_unusual=confirm_unusual,
    )


def start(project: ProjectState, stamp: Stamp, start_order_no: str, photo_sha256: str) -> None:
    """开工: under its contract, or once approved where its money goes to persons, who build for themselves.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order.
    """
    project.check_follows(project.starts_from, stamp)
    project.record(project.Started, **stamp.fields, start_order_no=start_order_no, photo_sha256=photo_sha256)


def measure(  # noqa: PLR0917 - the first is `self` of the method
    project: ProjectState,
    stamp: Stamp,
    certificate_no: str,
    amount_fen: int,
    work: str,
    advance_left: Mapping[Channel, int],
) -> None:
    """计量.  `advance_left` is the paid advance of each source that no certificate has offset yet.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, AmountOutOfRange, NumberUsedTwice,
    MeasuredAboveContract, in this order.
    """
    _in_works(project, stamp)
    check_amount(amount_fen)
    if recorded_spelling(certificate_no, project.certificates) in project.certificates:
        raise NumberUsedTwice("certificate_no", certificate_no)
    measured_stays_within_contract(project.measured_fen + amount_fen, project.price_fen)
    parts = split(amount_fen, project.unmeasured())
    offset = {channel: min(part, max(advance_left.get(channel, 0), 0)) for channel, part in parts.items()}
    project.record(
        project.WorkMeasured,
        **stamp.fields,
        certificate_no=certificate_no,
        amount_fen=amount_fen,
        work=work,
        advance_offset=shares_of(offset),
        payable=shares_of(less(parts, offset)),
    )


def reverse_measurement(
    project: ProjectState, stamp: Stamp, certificate_no: str, reason: str, paid: Mapping[Channel, int]
) -> None:
    """计量冲销.  `paid` is what each source paid of its payables: a paid certificate stays.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, UnknownRecord,
    CertificateOfTerminatedContract, MeasurementPaid, in this order.
    """
    _in_works(project, stamp)
    certificate_no = recorded_spelling(certificate_no, project.certificates)
    certificate = project.certificates.get(certificate_no)
    if certificate is None:
        zh, en = project.called(project.code)
        named = f"{zh} 的计量单 {certificate_no}", f"certificate {certificate_no} of the {en}"
        raise UnknownRecord(f"{project.id}#{certificate_no}", named)
    certificate_is_of_the_contract_in_force(certificate_no, project.closed_certificates)
    for channel, payable_fen in by_channel(certificate.payable).items():
        unpaid_fen = project.payable.get(channel, 0) - paid.get(channel, 0)
        reversed_measurement_is_unpaid(certificate_no, payable_fen, unpaid_fen)
    project.record(
        project.MeasurementReversed,
        **stamp.fields,
        certificate_no=certificate_no,
        amount_fen=certificate.amount_fen,
        advance_offset=certificate.advance_offset,
        payable=certificate.payable,
        reason=reason,
    )


def complete(project: ProjectState, stamp: Stamp, report_no: str) -> None:
    """完工.  Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order."""
    project.check_follows(Phase.STARTED, stamp)
    project.record(project.Completed, **stamp.fields, report_no=report_no)


def _in_works(project: ProjectState, stamp: Stamp) -> None:
    """Refuse measuring before the start or after the settlement."""
    project.check_within(Phase.STARTED, Phase.ACCEPTED, stamp)
