"""资金现状 (state of a fund): what its facts add up to, and the questions that its chapters ask of it."""

from datetime import date

from domain.fact import Stream, applies
from domain.funds.authorisation_refusals import AuthorisationUnknown
from domain.funds.codes import PurposeKind
from domain.funds.facts import FundFacts as Facts
from domain.funds.fee_stays_below_its_cap import fee_stays_below_its_cap
from domain.funds.passing_down_refusals import PassingDownUnknown
from domain.funds.refusals import AllocationUnknown
from domain.funds.values import Allocation, Authorisation, CarryOver, FreeMoney, Passing, Sources
from domain.funds.year_refusals import FactBeforeFund
from domain.keys import lookup_key
from domain.money.levels import Levels, add_levels, by_level, less, sum_levels, take_levels
from domain.money.sources import SourceShare
from domain.rulebook.regulations import Regulations

FEE = PurposeKind.FEE.code


class FundState(Facts, Stream):
    """资金现状: paid ≤ arrived ≤ allocated ≤ given, level by level.  Only the appliers here write it."""

    KIND = "fund"
    WORD = "指标文件", "fund document"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        """Begin without an indicator.

        unallocated    what the document gives and no allocation has.
        recovered      surplus that waits to be planned again.
        carry_overs    those that stand, the last one last.
        carried        what of the carry-over into the usable year is not allocated in it yet.
        account_codes  on which accounts its money ever arrived, in this order.
        passings       what was passed down, by the document that received it.
        reports        the day of each paper sent up that stands, by its kind and number.
        added_by       the look-up keys of the decisions that added to it; cut_by, of those that cut it.
        """
        super().__init__(stream_id)
        self.document_no = self.title = self.place_code = self.use = self.nature = self.budget_code = ""
        self.received_on = date.min
        self.year = self.usable_year = 0
        self.given: Levels = {}
        self.unallocated, self.recovered = FreeMoney(), FreeMoney()
        self.carry_overs: list[CarryOver] = []
        self.carried: Levels = {}
        self.passed_down_from = self.transfer_kind = ""
        self.passings: dict[str, Passing] = {}
        self.added_by: set[str] = set()
        self.cut_by: set[str] = set()
        self.allocations: dict[str, Allocation] = {}
        self.authorisations: dict[str, Authorisation] = {}
        self.reports: dict[tuple[str, str], date] = {}
        self.account_codes: dict[str, None] = {}
        self.noted_fee_base_fen = 0

    # What the facts add up to

    @applies(Facts.IndicatorReceived)
    def _indicator_received(self, fact: Facts.IndicatorReceived) -> None:
        self.document_no, self.title, self.place_code = fact.document_no, fact.title, fact.place_code
        self.use, self.nature, self.budget_code = fact.use, fact.nature, fact.budget_code
        self.received_on = fact.effective_on
        self.year = self.usable_year = fact.year
        add_levels(self.given, fact.sources)
        self.unallocated.put(fact.effective_on, fact.sources)
        self.passed_down_from, self.transfer_kind = fact.passed_down_from, fact.transfer_kind
        if fact.passed_down_from and fact.effective_on.year > fact.year:
            # The fund above carried it over before it was passed down.
            self.usable_year = fact.effective_on.year
            add_levels(self.carried, fact.sources)

    @applies(Facts.IndicatorAdded)
    def _indicator_added(self, fact: Facts.IndicatorAdded) -> None:
        self.added_by.add(lookup_key(fact.decision_no))
        add_levels(self.given, fact.sources)
        self.unallocated.put(fact.effective_on, fact.sources)
        if self.year < fact.effective_on.year <= self.usable_year:
            # It comes when the rest was carried over already, and needs no carry-over itself.
            add_levels(self.carried, fact.sources)

    @applies(Facts.IndicatorCut)
    def _indicator_cut(self, fact: Facts.IndicatorCut) -> None:
        self.cut_by.add(lookup_key(fact.decision_no))
        take_levels(self.given, fact.sources)
        self.unallocated.take(fact.sources)

    @applies(Facts.TitleCorrected)
    def _title_corrected(self, fact: Facts.TitleCorrected) -> None:
        self.title = fact.title

    @applies(Facts.CarriedOver)
    def _carried_over(self, fact: Facts.CarriedOver) -> None:
        former = {number: one.carried for number, one in self.allocations.items()}
        of_passings = {number: one.carried for number, one in self.passings.items()}
        former_fen = self.carry_overs[-1].amount_fen if self.carry_overs else 0
        years = fact.from_year, fact.to_year
        self.carry_overs.append(
            CarryOver(fact.effective_on, *years, fact.sources, former_fen, self.carried, former, of_passings)
        )
        self.usable_year = fact.to_year
        self.carried = dict(by_level(fact.sources))
        given: tuple[Allocation | Passing, ...] = (*self.allocations.values(), *self.passings.values())
        for one in given:
            one.carried = {}

    @applies(Facts.CarryOverReversed)
    def _carry_over_reversed(self, fact: Facts.CarryOverReversed) -> None:
        undone = self.carry_overs.pop()
        self.usable_year = fact.from_year
        self.carried = undone.former_carried
        for number, one in self.allocations.items():
            one.carried = undone.former_of_allocations.get(number, {})
        for number, passing in self.passings.items():
            passing.carried = undone.former_of_passings.get(number, {})

    @applies(Facts.PassedDown)
    def _passed_down(self, fact: Facts.PassedDown) -> None:
        passing = self.passings.setdefault(fact.to_document_no, Passing())
        add_levels(passing.levels, fact.sources)
        self.unallocated.take(fact.sources)
        if fact.effective_on.year > self.year:
            add_levels(passing.carried, fact.sources)
            take_levels(self.carried, fact.sources)

    @applies(Facts.PassingDownReversed)
    def _passing_down_reversed(self, fact: Facts.PassingDownReversed) -> None:
        passing = self.passings[fact.to_document_no]
        take_levels(passing.levels, fact.sources)
        self.unallocated.put(fact.effective_on, fact.sources)
        self._carry_back(passing, fact.sources)

    @applies(Facts.IntegrationAuthorised)
    def _integration_authorised(self, fact: Facts.IntegrationAuthorised) -> None:
        self.authorisations[fact.authorisation_no] = Authorisation(
            fact.level, fact.from_use, fact.to_use, fact.amount_fen, fact.valid_until
        )

    @applies(Facts.ReportFiled)
    def _report_filed(self, fact: Facts.ReportFiled) -> None:
        self.reports[fact.report, fact.filing_no] = fact.effective_on

    @applies(Facts.ReportWithdrawn)
    def _report_withdrawn(self, fact: Facts.ReportWithdrawn) -> None:
        del self.reports[fact.report, fact.filing_no]

    @applies(Facts.Allocated)
    def _allocated(self, fact: Facts.Allocated) -> None:
        allocation = Allocation(
            fact.purpose_kind,
            fact.purpose_code,
            fact.use,
            fact.budget_code,
            fact.authorisation_no,
            fact.from_recovered,
            fact.spending_item,
        )
        self.allocations[fact.allocation_no] = allocation
        self._put_in(allocation, fact)
        (self.recovered if fact.from_recovered else self.unallocated).take(fact.sources)
        self._use_authorisation(allocation, fact.amount_fen)
        if fact.fee_base_note:
            self.noted_fee_base_fen = max(self.noted_fee_base_fen, fact.fee_base_fen)

    @applies(Facts.AllocationAdjusted)
    def _allocation_adjusted(self, fact: Facts.AllocationAdjusted) -> None:
        giver, taker = self.allocations[fact.from_allocation_no], self.allocations[fact.to_allocation_no]
        self._take_out(giver, fact)
        self._put_in(taker, fact)
        self._use_authorisation(giver, -fact.amount_fen)
        self._use_authorisation(taker, fact.amount_fen)

    @applies(Facts.AllocationTakenBack)
    def _allocation_taken_back(self, fact: Facts.AllocationTakenBack) -> None:
        allocation = self.allocations[fact.allocation_no]
        self._take_out(allocation, fact)
        (self.recovered if fact.to_recovered else self.unallocated).put(fact.effective_on, fact.sources)
        self._use_authorisation(allocation, -fact.amount_fen)

    @applies(Facts.CashArrived)
    def _cash_arrived(self, fact: Facts.CashArrived) -> None:
        add_levels(self.allocations[fact.allocation_no].arrived, fact.sources)
        self.account_codes[fact.account_code] = None

    @applies(Facts.ArrivalReversed)
    def _arrival_reversed(self, fact: Facts.ArrivalReversed) -> None:
        allocation = self.allocations[fact.allocation_no]
        take_levels(allocation.arrived, fact.sources)
        allocation.came_in.add(fact.effective_on, by_level(fact.sources))

    @applies(Facts.SurplusRecovered)
    def _surplus_recovered(self, fact: Facts.SurplusRecovered) -> None:
        add_levels(self.allocations[fact.allocation_no].recovered, fact.sources)
        self.recovered.put(fact.effective_on, fact.sources)

    @applies(Facts.RecoveryReversed)
    def _recovery_reversed(self, fact: Facts.RecoveryReversed) -> None:
        take_levels(self.allocations[fact.allocation_no].recovered, fact.sources)
        self.recovered.take(fact.sources)

    def _put_in(self, allocation: Allocation, fact: Facts.Allocated | Facts.AllocationAdjusted) -> None:
        """Give money to an allocation; in a later year it comes from the carry-over."""
        add_levels(allocation.allocated, fact.sources)
        allocation.came_in.add(fact.effective_on, by_level(fact.sources))
        if fact.effective_on.year > self.year and not allocation.from_recovered:
            add_levels(allocation.carried, fact.sources)
            take_levels(self.carried, fact.sources)

    def _take_out(
        self, allocation: Allocation, fact: Facts.AllocationAdjusted | Facts.AllocationTakenBack
    ) -> None:
        """Take money from an allocation."""
        take_levels(allocation.allocated, fact.sources)
        self._carry_back(allocation, fact.sources)

    def _carry_back(self, given: Allocation | Passing, sources: Sources) -> None:
        """Money comes back: what of it was carried over into the usable year may be used in it again."""
        for part in sources:
            carried_fen = given.carried.get(part.level, 0)
            back_fen = min(part.amount_fen, carried_fen)
            given.carried[part.level] = carried_fen - back_fen
            self.carried[part.level] = self.carried.get(part.level, 0) + back_fen

    def _use_authorisation(self, allocation: Allocation, change_fen: int) -> None:
        if allocation.authorisation_no:
            self.authorisations[allocation.authorisation_no].used_fen += change_fen

    # Questions

    @property
    def amount_fen(self) -> int:
        """What the document gives now, over all levels."""
        return sum(self.given.values())

    def kept(self) -> Levels:
        """What the document gives now and did not pass down, level by level."""
        return less(self.given, *(passing.levels for passing in self.passings.values()))

    def passing(self, to_document_no: str) -> Levels:
        """What a document below has of this fund, level by level.  Raises PassingDownUnknown where it has nothing."""
        passing = self.passings.get(to_document_no)
        if passing is None or not any(passing.levels.values()):
            raise PassingDownUnknown(self.document_no, to_document_no)
        return passing.levels

    def authorisation(self, authorisation_no: str) -> Authorisation:
        """The authorisation under this number.  Raises AuthorisationUnknown."""
        found = self.authorisations.get(authorisation_no)
        if found is None:
            raise AuthorisationUnknown(self.document_no, authorisation_no)
        return found

    def may_be_carried_over(self) -> Levels:
        """What may be carried into the next year: the fund, later no more than was carried over before."""
        kept = self.kept()
        if self.usable_year == self.year:
            return kept
        levels = sum_levels((self.carried, *(one.carried for one in self.allocations.values())))
        return {level: min(amount_fen, kept.get(level, 0)) for level, amount_fen in levels.items()}

    def check_date(self, on: date) -> None:
        """Raise FactBeforeFund."""
        if on < self.received_on:
            raise FactBeforeFund(on, self.received_on)

    def fee_fen(self) -> int:
        """All management fees taken from this fund."""
        return sum(one.kept_fen for one in self.allocations.values() if one.purpose_kind == FEE)

    def computed_fee_base_fen(self, regulations: Regulations) -> int:
        """What the fund keeps, less what goes to uses that the fee may not be taken from.

        What was passed down is part of the base below, so each fen is counted once.
        """
        excluded = regulations.fee.excluded_uses
        return sum(self.kept().values()) - sum(
            one.kept_fen
            for one in self.allocations.values()
            if one.use in excluded and one.purpose_kind != FEE
        )

    def check_fee(
        self, regulations: Regulations, *, fee_change_fen: int = 0, base_change_fen: int = 0
    ) -> None:
        """Raise FeeAboveCap when the fee would exceed its cap after these changes."""
        base_fen = max(self.computed_fee_base_fen(regulations) + base_change_fen, self.noted_fee_base_fen)
        fee_stays_below_its_cap(self.fee_fen() + fee_change_fen, base_fen, regulations.fee)

    def allocation(self, allocation_no: str) -> Allocation:
        """The allocation under this number as recorded.  Raises AllocationUnknown."""
        found = self.allocations.get(allocation_no)
        if found is None:
            raise AllocationUnknown(self.document_no, allocation_no)
        return found

    def allocated_to(self, purpose: tuple[str, str]) -> Levels:
        """What a purpose has of this fund, recovered surplus taken off, level by level."""
        return sum_levels(one.kept() for one in self.allocations.values() if one.purpose == purpose)

    def budget_codes_of(self, purpose: tuple[str, str]) -> set[str]:
        """The budget codes under which a purpose has money of this fund."""
        return {
            one.budget_code for one in self.allocations.values() if one.purpose == purpose and one.kept_fen
        }

    def held_by_item(self, purpose: tuple[str, str]) -> dict[str, int]:
        """What arrived for a unit and was not recovered, by the item that it was given for; "" where it may choose."""
        held: dict[str, int] = {}
        for one in self.allocations.values():
            if one.purpose == purpose:
                held[one.spending_item] = held.get(one.spending_item, 0) + sum(one.held().values())
        return held

    def held_for(self, purpose: tuple[str, str]) -> Levels:
        """What arrived for a purpose in whatever account and was not recovered, level by level."""
        return sum_levels(one.held() for one in self.allocations.values() if one.purpose == purpose)

    def planned_again_for(self, purpose: tuple[str, str]) -> Levels:
        """What arrived for a purpose out of surplus that was planned again: money without years, level by level."""
        again = (one for one in self.allocations.values() if one.from_recovered)
        return sum_levels(one.held() for one in again if one.purpose == purpose)

    def shares(self, sources: Sources) -> tuple[SourceShare, ...]:
        """The same amounts with the document named, as an account keeps them."""
        return tuple(SourceShare(self.document_no, part.level, part.amount_fen) for part in sources)
