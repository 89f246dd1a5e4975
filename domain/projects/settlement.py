"""项目结算与移交 (settlement and hand-over): the audited price, the retention, the asset, and the release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, applies
from domain.money.fen import basis_points, check_amount
from domain.money.shares import ByChannel, Channel, add_shares, by_channel, less, shares_of, split
from domain.money.sources import SourceShare
from domain.projects.acceptance import ProjectAcceptance
from domain.projects.acceptance_goes_level_by_level import no_defect_is_open
from domain.projects.retention_stays_within_its_cap import (
    defect_period_is_over,
    months_after,
    retention_has_its_stage,
    retention_stays_within_its_cap,
)
from domain.projects.values import Phase
from domain.projects.work_stays_within_contract import settlement_stays_within_contract
from domain.rulebook.regulations import PaymentScheme, Regulations
from domain.rulebook.rulebook import Rulebook
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class ProjectSettlement(ProjectAcceptance):
    """结算、移交、质保: what the work really cost, what is kept back, and who owns it now."""

    @dataclass(frozen=True, kw_only=True)
    class Settled(Fact):
        """结算审定: the price audit fixed the settlement.  Both splits are signed: settlement less measured work."""

        TOPIC = "project.settled"
        audit_no: str
        auditor_unit: str
        settlement_fen: int
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class RetentionHeld(Fact):
        """预留质保金: a part of the payables is kept until the defect period is over."""

        TOPIC = "project.retention_held"
        retention: tuple[SourceShare, ...]
        retention_fen: int
        retention_bp: int
        base: str
        release_from_on: date

    @dataclass(frozen=True, kw_only=True)
    class HandedOver(Fact):
        """移交: the asset has an owner and a keeper.  `asset_class` is operating, public, household or none."""

        TOPIC = "project.handed_over"
        asset_no: str
        asset_class: str
        owner_level: str
        owner: str
        keeper: str
        value_fen: int
        sources: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class RetentionReleased(Fact):
        """质保金到期: the period is over and the inspection found no defect; the retention may be claimed."""

        TOPIC = "project.retention_released"
        inspection_no: str
        inspected_on: date

    def __init__(self, stream_id: str) -> None:
        """Begin without a settlement."""
        super().__init__(stream_id)
        self.settlement_fen = 0
        self.settlement: ByChannel = {}
        self.retention_fen = 0
        self.retention: ByChannel = {}
        self.release_from_on: date | None = None

    @property
    def saving(self) -> ByChannel:
        """结余: what each source of the plan has over after the settlement; nothing before it."""
        return less(self.plan, self.settlement) if self.phase >= Phase.SETTLED else {}

    @property
    def retention_kept_fen(self) -> int:
        """The retention that may not be paid yet."""
        return 0 if self.phase >= Phase.RELEASED else self.retention_fen

    # What the facts add up to

    @applies(Settled)
    def _settled(self, fact: Settled) -> None:
        self._reached(Phase.SETTLED, fact)
        add_shares(self.offset, fact.advance_offset)
        add_shares(self.payable, fact.payable)
        self.settlement_fen = fact.settlement_fen
        self.settlement = self.measured

    @applies(RetentionHeld)
    def _retention_held(self, fact: RetentionHeld) -> None:
        self.retention_fen = fact.retention_fen
        self.retention = by_channel(fact.retention)
        self.release_from_on = fact.release_from_on

    @applies(HandedOver)
    def _handed_over(self, fact: HandedOver) -> None:
        self._reached(Phase.HANDED_OVER, fact)

    @applies(RetentionReleased)
    def _retention_released(self, fact: RetentionReleased) -> None:
        self._reached(Phase.RELEASED, fact)

    # What may be decided

    def settle(
        self,
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
        """
        self._after(Phase.ACCEPTED, stamp)
        check_amount(settlement_fen, "settlement_fen")
        settlement_stays_within_contract(settlement_fen, self.price_fen)
        scheme = self.scheme_by(rulebook)
        rate_bp = scheme.retention_bp if retention_bp is None else retention_bp
        check_amount(rate_bp, "retention_bp", smallest_fen=0)
        bases_fen = {"settlement": settlement_fen, "contract": self.price_fen, "subsidy": self.plan_fen}
        retention_fen = basis_points(bases_fen[scheme.retention_base], rate_bp)
        retention_stays_within_its_cap(regulations.retention, retention_fen, bases_fen)
        retention_has_its_stage(retention_fen, has_stage=bool(scheme.rows("retention")))
        offset, payable = self._settlement_parts(settlement_fen, advance_left)
        self.record(
            self.Settled,
            **stamp.fields,
            audit_no=audit_no,
            auditor_unit=auditor_unit,
            settlement_fen=settlement_fen,
            advance_offset=shares_of(offset),
            payable=shares_of(payable),
        )
        if retention_fen:
            self._hold_retention(stamp, scheme, retention_fen, rate_bp)

    def _settlement_parts(
        self, settlement_fen: int, advance_left: Mapping[Channel, int]
    ) -> tuple[ByChannel, ByChannel]:
        """Split the settlement less the measured work into offset and payable, each signed."""
        more_fen = settlement_fen - self.measured_fen
        if more_fen >= 0:
            parts = split(more_fen, self.unmeasured())
            offset = {c: min(part, max(advance_left.get(c, 0), 0)) for c, part in parts.items()}
            return offset, less(parts, offset)
        cuts = split(-more_fen, self.measured)
        # A cut takes back what is payable first; what is left of it makes the advance outstanding again.
        payable = {channel: -min(cut, self.payable.get(channel, 0)) for channel, cut in cuts.items()}
        return {channel: -(cut + payable[channel]) for channel, cut in cuts.items()}, payable

    def _hold_retention(self, stamp: Stamp, scheme: PaymentScheme, retention_fen: int, rate_bp: int) -> None:
        assert self.accepted_on is not None, "a settled project was accepted"
        months = self.defect_months or scheme.retention_months
        self.record(
            self.RetentionHeld,
            **stamp.fields,
            retention=shares_of(split(retention_fen, self.settlement)),
            retention_fen=retention_fen,
            retention_bp=rate_bp,
            base=scheme.retention_base,
            release_from_on=months_after(self.accepted_on, months),
        )

    def hand_over(
        self, stamp: Stamp, *, asset_no: str, asset_class: str, owner_level: str, owner: str, keeper: str
    ) -> None:
        """移交.  The asset is worth the settlement, source by source."""
        self._after(Phase.SETTLED, stamp)
        self.record(
            self.HandedOver,
            **stamp.fields,
            asset_no=asset_no,
            asset_class=asset_class,
            owner_level=owner_level,
            owner=owner,
            keeper=keeper,
            value_fen=self.settlement_fen,
            sources=shares_of(self.settlement),
        )

    def release_retention(self, stamp: Stamp, inspection_no: str, inspected_on: date) -> None:
        """质保金到期.  The period is over, the inspection took place, no defect is open."""
        self._after(Phase.HANDED_OVER, stamp)
        if self.release_from_on is not None:
            defect_period_is_over(stamp.effective_on, self.release_from_on)
        day_is_not_before("effective_on", stamp.effective_on, inspected_on)
        no_defect_is_open(self.open_defects)
        self.record(
            self.RetentionReleased, **stamp.fields, inspection_no=inspection_no, inspected_on=inspected_on
        )
