"""分配 (allocations): money of a fund set apart for projects, units and the fee, moved between them, taken back."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, applies
from domain.funds.fee_stays_below_its_cap import fee_base, fee_stays_below_its_cap
from domain.funds.indicator import FundIndicator
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time, money_was_carried_over
from domain.funds.refusals import (
    AboveCarriedOver,
    AdjustmentAboveNotArrived,
    AllocationUnknown,
    NumberUsedInFund,
    OverAllocated,
    PurposeUnknown,
    RecoveredKeptApart,
    TakeBackAboveNotArrived,
)
from domain.funds.values import Allocation, Sources
from domain.money.levels import Levels, add_levels, by_level, less, take_levels
from domain.money.refusals import AboveLimit
from domain.rulebook.regulations import Regulations
from domain.rules.money_keeps_its_use import budget_code_is_of_use, money_keeps_its_use, use_is_open
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came
from domain.rules.refusals import AuthorisationDoesNotFit, AuthorisationExceeded, AuthorisationExpired
from domain.stamp import Stamp

PURPOSES = ("project", "unit", "fee")


class FundAllocations(FundIndicator):
    """分配、调剂、收回."""

    @dataclass(frozen=True, kw_only=True)
    class Allocated(Fact):
        """分配.  purpose_kind: project | unit | fee; the code of the fee is empty.

        `from_recovered` plans surplus again; a fee says the base it was taken from, and the document of a larger one.
        """

        TOPIC = "fund.allocated"
        allocation_no: str
        decision_no: str
        purpose_kind: str
        purpose_code: str
        use: str
        budget_code: str
        sources: Sources
        amount_fen: int
        fee_base_fen: int = 0
        fee_base_note: str = ""
        from_recovered: bool = False
        authorisation_no: str = ""

    @dataclass(frozen=True, kw_only=True)
    class AllocationAdjusted(Fact):
        """分配调剂: what has not arrived moves from one allocation to another."""

        TOPIC = "fund.allocation_adjusted"
        from_allocation_no: str
        to_allocation_no: str
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class AllocationTakenBack(Fact):
        """收回分配: what has not arrived is free to be allocated again.

        to_recovered  whether it goes back to the recovered surplus that it came from.
        """

        TOPIC = "fund.allocation_taken_back"
        allocation_no: str
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str
        to_recovered: bool = False

    # State

    @applies(Allocated)
    def _allocated(self, fact: Allocated) -> None:
        allocation = Allocation(
            fact.purpose_kind,
            fact.purpose_code,
            fact.use,
            fact.budget_code,
            fact.authorisation_no,
            fact.from_recovered,
        )
        self.allocations[fact.allocation_no] = allocation
        self._put_in(allocation, fact)
        take_levels(self.recovered if fact.from_recovered else self.unallocated, fact.sources)
        self._use_authorisation(allocation, fact.amount_fen)
        if fact.fee_base_note:
            self.noted_fee_base_fen = max(self.noted_fee_base_fen, fact.fee_base_fen)

    @applies(AllocationAdjusted)
    def _allocation_adjusted(self, fact: AllocationAdjusted) -> None:
        giver, taker = self.allocations[fact.from_allocation_no], self.allocations[fact.to_allocation_no]
        self._take_out(giver, fact)
        self._put_in(taker, fact)
        self._use_authorisation(giver, -fact.amount_fen)
        self._use_authorisation(taker, fact.amount_fen)

    @applies(AllocationTakenBack)
    def _allocation_taken_back(self, fact: AllocationTakenBack) -> None:
        allocation = self.allocations[fact.allocation_no]
        self._take_out(allocation, fact)
        if fact.to_recovered:
            self._wait_to_be_planned(fact.effective_on, fact.sources)
        else:
            self._free(fact.effective_on, fact.sources)
        self._use_authorisation(allocation, -fact.amount_fen)

    def _put_in(self, allocation: Allocation, fact: "Allocated | AllocationAdjusted") -> None:
        """Give money to an allocation; in a later year it comes from the carry-over."""
        add_levels(allocation.allocated, fact.sources)
        allocation.came_in.add(fact.effective_on, by_level(fact.sources))
        if fact.effective_on.year > self.year and not allocation.from_recovered:
            add_levels(allocation.carried, fact.sources)
            take_levels(self.carried, fact.sources)

    def _take_out(self, allocation: Allocation, fact: "AllocationAdjusted | AllocationTakenBack") -> None:
        """Take money from an allocation; what of it was carried over may be used again in the same year."""
        take_levels(allocation.allocated, fact.sources)
        for part in fact.sources:
            carried_fen = allocation.carried.get(part.level, 0)
            back_fen = min(part.amount_fen, carried_fen)
            allocation.carried[part.level] = carried_fen - back_fen
            self.carried[part.level] = self.carried.get(part.level, 0) + back_fen

    def _wait_to_be_planned(self, on: date, sources: Sources) -> None:
        """Put money where it may be planned again."""
        add_levels(self.recovered, sources)
        self.recovered_in.add(on, by_level(sources))

    def _use_authorisation(self, allocation: Allocation, change_fen: int) -> None:
        if allocation.authorisation_no:
            self.authorisations[allocation.authorisation_no].used_fen += change_fen

    # Questions

    def allocation(self, allocation_no: str) -> Allocation:
        """The allocation under this number.  Raises AllocationUnknown."""
        found = self.allocations.get(allocation_no)
        if found is None:
            raise AllocationUnknown(self.document_no, allocation_no)
        return found

    def allocated_to(self, purpose: tuple[str, str]) -> Levels:
        """What a purpose has of this fund, recovered surplus taken off, level by level."""
        levels: Levels = {}
        for one in self.allocations.values():
            if one.purpose == purpose:
                for level, amount_fen in less(one.allocated, one.recovered).items():
                    levels[level] = levels.get(level, 0) + amount_fen
        return levels

    # Decisions

    def allocate(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        allocation_no: str,
        decision_no: str,
        purpose_kind: str,
        purpose_code: str,
        use: str,
        budget_code: str,
        sources: Sources,
        amount_fen: int,
        fee_base_fen: int = 0,
        fee_base_note: str = "",
        from_recovered: bool = False,
        authorisation_no: str = "",
    ) -> None:
        """分配.

        Raises what `levels_add_up` raises, PurposeUnknown, NumberUsedInFund, FactBeforeFund, FundYearOver and
        NotCarriedOver (recovered surplus is planned again at any time), what the use raises, OverAllocated,
        DatesOutOfOrder (before the money was free), AboveCarriedOver, FeeBaseNeedsDocument, FeeAboveCap, in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self._check_new(allocation_no, purpose_kind, purpose_code)
        self.check_date(stamp.effective_on)
        if not from_recovered:
            self._check_time(stamp.effective_on, regulations)
        allocation = Allocation(purpose_kind, purpose_code, use, budget_code, authorisation_no)
        self._check_use(stamp.effective_on, regulations, allocation, sources, amount_fen)
        left = self.recovered if from_recovered else self.unallocated
        came_in = self.recovered_in if from_recovered else self.unallocated_in
        levels_stay_within(sources, left, OverAllocated)
        money_leaves_after_it_came(stamp.effective_on, by_level(sources), left, came_in)
        if not from_recovered:
            self._check_carried(stamp.effective_on, sources, self.carried)
        if purpose_kind == "fee":
            fee_base_fen, fee_base_note = self._fee_base(regulations, amount_fen, fee_base_fen, fee_base_note)
        elif use in regulations.fee.excluded_uses:
            self.check_fee(regulations, base_change_fen=-amount_fen)
        self.record(
            self.Allocated,
            **stamp.fields,
            allocation_no=allocation_no,
            decision_no=decision_no,
            purpose_kind=purpose_kind,
            purpose_code=purpose_code,
            use=use,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
            fee_base_fen=fee_base_fen,
            fee_base_note=fee_base_note,
            from_recovered=from_recovered,
            authorisation_no=authorisation_no,
        )

    def _check_new(self, allocation_no: str, purpose_kind: str, purpose_code: str) -> None:
        """Raise PurposeUnknown, NumberUsedInFund, in that order."""
        if purpose_kind not in PURPOSES or (purpose_kind == "fee") != (purpose_code == ""):
            raise PurposeUnknown(purpose_kind, purpose_code)
        if allocation_no in self.allocations:
            raise NumberUsedInFund(self.document_no, "allocation_no", allocation_no)

    def _fee_base(
        self, regulations: Regulations, fee_fen: int, stated_fen: int, stated_in: str
    ) -> tuple[int, str]:
        """The base of a fee and the document of a larger one.  Raises FeeBaseNeedsDocument, FeeAboveCap."""
        computed_fen = self.computed_fee_base_fen(regulations)
        base_fen = fee_base(stated_fen, stated_in, computed_fen)
        counted_fen = max(base_fen, self.noted_fee_base_fen)
        fee_stays_below_its_cap(self.fee_fen() + fee_fen, counted_fen, regulations.fee)
        return base_fen, stated_in if base_fen > computed_fen else ""

    def _check_time(self, on: date, regulations: Regulations) -> None:
        """Raise FundYearOver, NotCarriedOver, in that order."""
        money_is_in_time(on, self.year, regulations.carry_over)
        money_was_carried_over(on, self.usable_year)

    def _check_carried(self, on: date, sources: Sources, carried: Levels) -> None:
        """Raise AboveCarriedOver when more is used in a later year than was carried into it."""
        if on.year > self.year:
            levels_stay_within(sources, carried, AboveCarriedOver)

    def _check_use(
        self, on: date, regulations: Regulations, allocation: Allocation, sources: Sources, amount_fen: int
    ) -> None:
        """Check the use of money for an allocation; the fee has no use of its own, but an authorisation must fit.

        Raises UseOnNegativeList, NotInRulebook, then UseNotOfFund or what `_check_authorisation` raises, then
        BudgetCodeNotOfUse.
        """
        if allocation.purpose_kind == "fee":
            if allocation.authorisation_no:
                self._check_authorisation(on, allocation, sources, amount_fen)
            return
        use_is_open(allocation.use, regulations)
        if allocation.authorisation_no:
            self._check_authorisation(on, allocation, sources, amount_fen)
        else:
            money_keeps_its_use(self.use, allocation.use, regulations)
        budget_code_is_of_use(allocation.budget_code, allocation.use, regulations)

    def _check_authorisation(
        self, on: date, allocation: Allocation, sources: Sources, amount_fen: int
    ) -> None:
        """Raise AuthorisationUnknown, AuthorisationDoesNotFit, AuthorisationExpired, AuthorisationExceeded."""
        number = allocation.authorisation_no
        grant = self.authorisation(number)
        granted = f"{grant.level}: {grant.from_use} → {grant.to_use}"
        for part in sources:
            asked = f"{part.level}: {self.use} → {allocation.use}"
            if asked != granted:
                raise AuthorisationDoesNotFit(number, granted, asked)
        if on > grant.valid_until:
            raise AuthorisationExpired(number, grant.valid_until, on)
        if amount_fen > grant.amount_fen - grant.used_fen:
            raise AuthorisationExceeded(amount_fen, grant.amount_fen - grant.used_fen, number)

    def adjust(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        from_allocation_no: str,
        to_allocation_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """分配调剂.

        Raises what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, RecoveredKeptApart, FundYearOver and
        NotCarriedOver (recovered surplus moves at any time), what the use of the receiving allocation raises,
        AdjustmentAboveNotArrived, DatesOutOfOrder (before the money was allocated), AboveCarriedOver, FeeAboveCap, in
        that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self.check_date(stamp.effective_on)
        giver, taker = self.allocation(from_allocation_no), self.allocation(to_allocation_no)
        if giver.from_recovered != taker.from_recovered:
            raise RecoveredKeptApart(from_allocation_no, to_allocation_no)
        if not giver.from_recovered:
            self._check_time(stamp.effective_on, regulations)
        self._check_use(stamp.effective_on, regulations, taker, sources, amount_fen)
        self._check_not_arrived(stamp.effective_on, giver, sources, AdjustmentAboveNotArrived)
        if not giver.from_recovered:
            carried = {part.level: self.carried.get(part.level, 0) for part in sources}
            for level, amount in giver.carried.items():
                carried[level] = carried.get(level, 0) + amount
            self._check_carried(stamp.effective_on, sources, carried)
        fee_change = base_change = 0
        for one, change_fen in ((giver, -amount_fen), (taker, amount_fen)):
            if one.purpose_kind == "fee":
                fee_change += change_fen
            elif one.use in regulations.fee.excluded_uses:
                base_change -= change_fen
        if fee_change > 0 or base_change < 0:
            self.check_fee(regulations, fee_change_fen=fee_change, base_change_fen=base_change)
        self.record(
            self.AllocationAdjusted,
            **stamp.fields,
            from_allocation_no=from_allocation_no,
            to_allocation_no=to_allocation_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    def take_back(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        allocation_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """收回分配.

        Raises what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, TakeBackAboveNotArrived, DatesOutOfOrder
        (before the money was allocated), in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self.check_date(stamp.effective_on)
        allocation = self.allocation(allocation_no)
        self._check_not_arrived(stamp.effective_on, allocation, sources, TakeBackAboveNotArrived)
        self.record(
            self.AllocationTakenBack,
            **stamp.fields,
            allocation_no=allocation_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
            to_recovered=allocation.from_recovered,
        )

    def _check_not_arrived(
        self, on: date, allocation: Allocation, sources: Sources, refusal: type[AboveLimit]
    ) -> None:
        """Raise `refusal` beyond what has not arrived, DatesOutOfOrder before it was allocated."""
        left = less(allocation.allocated, allocation.arrived)
        levels_stay_within(sources, left, refusal)
        money_leaves_after_it_came(on, by_level(sources), left, allocation.came_in)
