"""指标 (indicator): what an indicator document gives, adds, cuts, carries over and allows to integrate."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.funds.fee_stays_below_its_cap import fee_stays_below_its_cap
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time
from domain.funds.refusals import (
    CarryOverAboveFund,
    CarryOverOutOfOrder,
    CutAboveUnallocated,
    FactBeforeFund,
    FundAttributeUnknown,
    NumberUsedInFund,
)
from domain.funds.values import Allocation, Authorisation, Sources
from domain.money.fen import check_amount
from domain.money.inflows import Inflows
from domain.money.levels import Levels, add_levels, by_level, take_levels
from domain.rulebook.regulations import Regulations
from domain.rules.money_keeps_its_use import budget_code_is_of_use, use_is_open
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came
from domain.rules.refusals import AuthorisationUnknown
from domain.stamp import Stamp

NATURES = ("grant", "repayable")


class FundIndicator(Stream):
    """指标: the first chapter of a fund; allocations and arrivals follow in their own files."""

    KIND = "fund"

    @dataclass(frozen=True, kw_only=True)
    class IndicatorReceived(Fact):
        """指标下达.  nature: grant 无偿 | repayable 有偿."""

        TOPIC = "fund.indicator_received"
        document_no: str
        title: str
        year: int
        place_code: str
        issuer: str
        issued_on: date
        use: str
        nature: str
        budget_code: str
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class IndicatorAdded(Fact):
        """指标追加."""

        TOPIC = "fund.indicator_added"
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class IndicatorCut(Fact):
        """指标核减."""

        TOPIC = "fund.indicator_cut"
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class CarriedOver(Fact):
        """结转: what was not used may be used in the next year for the same purpose."""

        TOPIC = "fund.carried_over"
        from_year: int
        to_year: int
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class IntegrationAuthorised(Fact):
        """统筹整合授权."""

        TOPIC = "fund.integration_authorised"
        authorisation_no: str
        document_no_of_authority: str
        level: str
        from_use: str
        to_use: str
        amount_fen: int
        valid_until: date

    def __init__(self, stream_id: str) -> None:
        """Begin without an indicator.

        recovered  surplus that waits to be planned again.
        carried    what of the carry-over into the usable year is not allocated in it yet.
        """
        super().__init__(stream_id)
        self.document_no = self.place_code = self.use = self.nature = self.budget_code = ""
        self.received_on = date.min
        self.year = self.usable_year = 0
        self.given: Levels = {}
        self.unallocated: Levels = {}
        self.recovered: Levels = {}
        self.carried: Levels = {}
        self.unallocated_in: Inflows[str] = Inflows()
        self.recovered_in: Inflows[str] = Inflows()
        self.allocations: dict[str, Allocation] = {}
        self.authorisations: dict[str, Authorisation] = {}
        self.noted_fee_base_fen = 0

    # State

    @applies(IndicatorReceived)
    def _indicator_received(self, fact: IndicatorReceived) -> None:
        self.document_no, self.place_code = fact.document_no, fact.place_code
        self.use, self.nature, self.budget_code = fact.use, fact.nature, fact.budget_code
        self.received_on = fact.effective_on
        self.year = self.usable_year = fact.year
        self._given(fact.effective_on, fact.sources)

    @applies(IndicatorAdded)
    def _indicator_added(self, fact: IndicatorAdded) -> None:
        self._given(fact.effective_on, fact.sources)
        if self.year < fact.effective_on.year <= self.usable_year:
            # It comes when the rest was carried over already, and needs no carry-over itself.
            add_levels(self.carried, fact.sources)

    def _given(self, on: date, sources: Sources) -> None:
        add_levels(self.given, sources)
        self._free(on, sources)

    def _free(self, on: date, sources: Sources) -> None:
        """Put money where it may be allocated."""
        add_levels(self.unallocated, sources)
        self.unallocated_in.add(on, by_level(sources))

    @applies(IndicatorCut)
    def _indicator_cut(self, fact: IndicatorCut) -> None:
        take_levels(self.given, fact.sources)
        take_levels(self.unallocated, fact.sources)

    @applies(CarriedOver)
    def _carried_over(self, fact: CarriedOver) -> None:
        self.usable_year = fact.to_year
        self.carried = dict(by_level(fact.sources))
        for one in self.allocations.values():
            one.carried = {}

    @applies(IntegrationAuthorised)
    def _integration_authorised(self, fact: IntegrationAuthorised) -> None:
        self.authorisations[fact.authorisation_no] = Authorisation(
            fact.level, fact.from_use, fact.to_use, fact.amount_fen, fact.valid_until
        )

    # Questions

    @property
    def amount_fen(self) -> int:
        """What the document gives now, over all levels."""
        return sum(self.given.values())

    def authorisation(self, authorisation_no: str) -> Authorisation:
        """The authorisation under this number.  Raises AuthorisationUnknown."""
        found = self.authorisations.get(authorisation_no)
        if found is None:
            raise AuthorisationUnknown(self.document_no, authorisation_no)
        return found

    def may_be_carried_over(self) -> Levels:
        """What may be carried into the next year: the fund, later no more than was carried over before."""
        if self.usable_year == self.year:
            return self.given
        levels = dict(self.carried)
        for one in self.allocations.values():
            for level, amount_fen in one.carried.items():
                levels[level] = levels.get(level, 0) + amount_fen
        return {level: min(amount_fen, self.given.get(level, 0)) for level, amount_fen in levels.items()}

    def check_date(self, on: date) -> None:
        """Raise FactBeforeFund."""
        if on < self.received_on:
            raise FactBeforeFund(on, self.received_on)

    def fee_fen(self) -> int:
        """All management fees taken from this fund."""
        return sum(one.kept_fen for one in self.allocations.values() if one.purpose_kind == "fee")

    def computed_fee_base_fen(self, regulations: Regulations) -> int:
        """The fund less what goes to uses that the fee may not be taken from."""
        excluded = regulations.fee.excluded_uses
        return self.amount_fen - sum(
            one.kept_fen
            for one in self.allocations.values()
            if one.use in excluded and one.purpose_kind != "fee"
        )

    def check_fee(
        self, regulations: Regulations, *, fee_change_fen: int = 0, base_change_fen: int = 0
    ) -> None:
        """Raise FeeAboveCap when the fee would exceed its cap after these changes."""
        base_fen = max(self.computed_fee_base_fen(regulations) + base_change_fen, self.noted_fee_base_fen)
        fee_stays_below_its_cap(self.fee_fen() + fee_change_fen, base_fen, regulations.fee)

    # Decisions

    def receive(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        document_no: str,
        title: str,
        year: int,
        place_code: str,
        issuer: str,
        issued_on: date,
        use: str,
        nature: str,
        budget_code: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """指标下达.

        Raises what `levels_add_up` raises, FundAttributeUnknown, UseOnNegativeList, NotInRulebook,
        BudgetCodeNotOfUse, FactBeforeFund (recorded before it was issued), FundYearOver, in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        if nature not in NATURES:
            raise FundAttributeUnknown("nature", nature, NATURES)
        use_is_open(use, regulations)
        budget_code_is_of_use(budget_code, use, regulations)
        if stamp.effective_on < issued_on:
            raise FactBeforeFund(stamp.effective_on, issued_on)
        money_is_in_time(stamp.effective_on, year, regulations.carry_over)
        self.record(
            self.IndicatorReceived,
            **stamp.fields,
            document_no=document_no,
            title=title,
            year=year,
            place_code=place_code,
            issuer=issuer,
            issued_on=issued_on,
            use=use,
            nature=nature,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
        )

    def add(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """指标追加.

        Raises what `levels_add_up` raises, AmountOutOfRange (of the whole fund), FactBeforeFund, FundYearOver, in that
        order.
        """
        levels_add_up(sources, amount_fen, regulations)
        check_amount(self.amount_fen + amount_fen)
        self.check_date(stamp.effective_on)
        money_is_in_time(stamp.effective_on, self.year, regulations.carry_over)
        self.record(
            self.IndicatorAdded,
            **stamp.fields,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    def cut(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """指标核减.

        Raises what `levels_add_up` raises, FactBeforeFund, CutAboveUnallocated, DatesOutOfOrder (before the money was
        free), FeeAboveCap, in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self.check_date(stamp.effective_on)
        levels_stay_within(sources, self.unallocated, CutAboveUnallocated)
        money_leaves_after_it_came(
            stamp.effective_on, by_level(sources), self.unallocated, self.unallocated_in
        )
        self.check_fee(regulations, base_change_fen=-amount_fen)
        self.record(
            self.IndicatorCut,
            **stamp.fields,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    def carry_over(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        from_year: int,
        to_year: int,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """结转.

        Raises what `levels_add_up` raises, FactBeforeFund, CarryOverOutOfOrder, FundYearOver (also when `to_year`
        lies beyond the clock), CarryOverAboveFund, in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self.check_date(stamp.effective_on)
        if (from_year, to_year) != (self.usable_year, self.usable_year + 1):
            raise CarryOverOutOfOrder(from_year, to_year, self.usable_year)
        money_is_in_time(max(stamp.effective_on, date(to_year, 1, 1)), self.year, regulations.carry_over)
        levels_stay_within(sources, self.may_be_carried_over(), CarryOverAboveFund)
        self.record(
            self.CarriedOver,
            **stamp.fields,
            from_year=from_year,
            to_year=to_year,
            sources=sources,
            amount_fen=amount_fen,
        )

    def authorise(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        authorisation_no: str,
        document_no_of_authority: str,
        level: str,
        from_use: str,
        to_use: str,
        amount_fen: int,
        valid_until: date,
    ) -> None:
        """统筹整合授权.

        Raises AmountOutOfRange, NotInRulebook (level, uses), UseOnNegativeList, FactBeforeFund, NumberUsedInFund.
        """
        check_amount(amount_fen)
        regulations.source_level(level)
        regulations.use(from_use)
        use_is_open(to_use, regulations)
        self.check_date(stamp.effective_on)
        if authorisation_no in self.authorisations:
            raise NumberUsedInFund(self.document_no, "authorisation_no", authorisation_no)
        self.record(
            self.IntegrationAuthorised,
            **stamp.fields,
            authorisation_no=authorisation_no,
            document_no_of_authority=document_no_of_authority,
            level=level,
            from_use=from_use,
            to_use=to_use,
            amount_fen=amount_fen,
            valid_until=valid_until,
        )
