"""项目实施 (project works): contract, start, measured work and completion.

Measured work is split over the sources of the plan by what each has left; of each source's part the advance that is
still outstanding is offset first, the rest becomes payable (应付工程款).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, applies
from domain.money.fen import check_amount
from domain.money.shares import (
    ByChannel,
    Channel,
    add_shares,
    at_least_nothing,
    by_channel,
    less,
    shares_of,
    split,
    total_fen,
)
from domain.money.sources import SourceShare
from domain.projects.plan import ProjectPlan
from domain.projects.retention_stays_within_its_cap import defect_period_is_not_too_long
from domain.projects.tender_route_fits_the_price import price_stays_within_plan, tender_route_fits_the_price
from domain.projects.values import Phase
from domain.projects.work_stays_within_contract import (
    measured_stays_within_contract,
    reversed_measurement_is_unpaid,
)
from domain.refusal import UnknownRecord
from domain.rulebook.regulations import Regulations
from domain.rules.refusals import NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class ProjectWorks(ProjectPlan):
    """实施: what was contracted, what was measured, what the sources owe for it."""

    @dataclass(frozen=True, kw_only=True)
    class Contracted(Fact):
        """签订合同: the works were contracted, or taken on by the village itself (route self_build)."""

        TOPIC = "project.contracted"
        contract_no: str
        route: str
        contractor_id: str
        contractor_name: str
        price_fen: int
        signed_on: date
        awarded_on: date | None
        ends_on: date
        defect_months: int

    @dataclass(frozen=True, kw_only=True)
    class Started(Fact):
        """开工: work began on a start order."""

        TOPIC = "project.started"
        start_order_no: str
        photo_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class WorkMeasured(Fact):
        """计量: done work was certified.  The offset and the payable parts together are the amount."""

        TOPIC = "project.work_measured"
        certificate_no: str
        amount_fen: int
        work: str
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class MeasurementReversed(Fact):
        """计量冲销: a certificate was taken back whole; amounts are those of the certificate."""

        TOPIC = "project.measurement_reversed"
        certificate_no: str
        amount_fen: int
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Completed(Fact):
        """完工: the implementing unit reported completion."""

        TOPIC = "project.completed"
        report_no: str

    def __init__(self, stream_id: str) -> None:
        """Begin without a contract."""
        super().__init__(stream_id)
        self.contract_no = self.route = self.contractor_id = self.contractor_name = ""
        self.first_price_fen = self.price_fen = 0
        self.defect_months = 0
        self.implementers: set[str] = set()
        self.certificates: dict[str, ProjectWorks.WorkMeasured | None] = {}
        self.offset: ByChannel = {}
        self.payable: ByChannel = {}

    @property
    def measured(self) -> ByChannel:
        """Certified work of each source: what was offset against the advance and what became payable."""
        return {
            channel: self.offset.get(channel, 0) + self.payable.get(channel, 0)
            for channel in self.plan | self.offset | self.payable
        }

    @property
    def measured_fen(self) -> int:
        """All certified work; after settlement it equals the settlement."""
        return total_fen(self.offset) + total_fen(self.payable)

    def unmeasured(self) -> ByChannel:
        """What each source of the plan has left for work."""
        return at_least_nothing(less(self.plan, self.measured))

    # What the facts add up to

    @applies(Contracted)
    def _contracted(self, fact: Contracted) -> None:
        self._reached(Phase.CONTRACTED, fact)
        self.contract_no, self.route = fact.contract_no, fact.route
        self.contractor_id, self.contractor_name = fact.contractor_id, fact.contractor_name
        self.first_price_fen = self.price_fen = fact.price_fen
        self.defect_months = fact.defect_months
        self.implementers |= {fact.contractor_id, self.implementing_unit}

    @applies(Started)
    def _started(self, fact: Started) -> None:
        self._reached(Phase.STARTED, fact)
        self.implementers.add(fact.by)

    @applies(WorkMeasured)
    def _work_measured(self, fact: WorkMeasured) -> None:
        self.latest_on = fact.effective_on
        self.implementers.add(fact.by)
        self.certificates[fact.certificate_no] = fact
        add_shares(self.offset, fact.advance_offset)
        add_shares(self.payable, fact.payable)

    @applies(MeasurementReversed)
    def _measurement_reversed(self, fact: MeasurementReversed) -> None:
        self.latest_on = fact.effective_on
        self.certificates[fact.certificate_no] = None
        add_shares(self.offset, fact.advance_offset, -1)
        add_shares(self.payable, fact.payable, -1)

    @applies(Completed)
    def _completed(self, fact: Completed) -> None:
        self._reached(Phase.COMPLETED, fact)
        self.implementers.add(fact.by)

    # What may be decided

    def contract(
        self,
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
    ) -> None:
        """签订合同.  The route fits the price, the price fits the plan, the award came before the signature."""
        self._after(Phase.APPROVED, stamp)
        check_amount(price_fen, "price_fen")
        tender_route_fits_the_price(regulations, self.kind, self.use, route, price_fen)
        price_stays_within_plan(price_fen, self.plan_fen)
        if awarded_on is not None:
            day_is_not_before("signed_on", signed_on, awarded_on)
        day_is_not_before("effective_on", stamp.effective_on, signed_on)
        day_is_not_before("ends_on", ends_on, signed_on)
        defect_period_is_not_too_long(regulations.retention, defect_months)
        self.record(
            self.Contracted,
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
        )

    def start(self, stamp: Stamp, start_order_no: str, photo_sha256: str) -> None:
        """开工."""
        self._after(Phase.CONTRACTED, stamp)
        self.record(self.Started, **stamp.fields, start_order_no=start_order_no, photo_sha256=photo_sha256)

    def measure(
        self,
        stamp: Stamp,
        certificate_no: str,
        amount_fen: int,
        work: str,
        advance_left: Mapping[Channel, int],
    ) -> None:
        """计量.  `advance_left` is the paid advance of each source that no certificate has offset yet."""
        self._in_works(stamp)
        check_amount(amount_fen)
        if certificate_no in self.certificates:
            raise NumberUsedTwice("certificate_no", certificate_no)
        measured_stays_within_contract(self.measured_fen + amount_fen, self.price_fen)
        parts = split(amount_fen, self.unmeasured())
        offset = {channel: min(part, max(advance_left.get(channel, 0), 0)) for channel, part in parts.items()}
        self.record(
            self.WorkMeasured,
            **stamp.fields,
            certificate_no=certificate_no,
            amount_fen=amount_fen,
            work=work,
            advance_offset=shares_of(offset),
            payable=shares_of(less(parts, offset)),
        )

    def reverse_measurement(
        self, stamp: Stamp, certificate_no: str, reason: str, paid: Mapping[Channel, int]
    ) -> None:
        """计量冲销.  `paid` is what each source paid of its payables: a paid certificate stays."""
        self._in_works(stamp)
        certificate = self.certificates.get(certificate_no)
        if certificate is None:
            raise UnknownRecord(f"{self.id}#{certificate_no}")
        for channel, payable_fen in by_channel(certificate.payable).items():
            unpaid_fen = self.payable.get(channel, 0) - paid.get(channel, 0)
            reversed_measurement_is_unpaid(certificate_no, payable_fen, unpaid_fen)
        self.record(
            self.MeasurementReversed,
            **stamp.fields,
            certificate_no=certificate_no,
            amount_fen=certificate.amount_fen,
            advance_offset=certificate.advance_offset,
            payable=certificate.payable,
            reason=reason,
        )

    def complete(self, stamp: Stamp, report_no: str) -> None:
        """完工."""
        self._after(Phase.STARTED, stamp)
        self.record(self.Completed, **stamp.fields, report_no=report_no)

    def _in_works(self, stamp: Stamp) -> None:
        """Refuse measuring before the start or after the settlement."""
        self._within(Phase.STARTED, Phase.ACCEPTED, stamp)
