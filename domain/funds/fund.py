"""资金 (fund): the whole fund of one indicator document; this file adds cash that arrives and surplus recovered."""

from dataclasses import dataclass

from domain.fact import Fact, applies
from domain.funds.allocations import FundAllocations
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time
from domain.funds.refusals import ArrivalAboveAllocation, RecoveryAboveArrived
from domain.funds.values import Sources
from domain.money.levels import Levels, add_levels, by_level, less, take_levels
from domain.money.sources import SourceShare
from domain.rulebook.regulations import Regulations
from domain.stamp import Stamp


class Fund(FundAllocations):
    """资金 `fund/{document_no}`: paid ≤ arrived ≤ allocated ≤ given, level by level."""

    @dataclass(frozen=True, kw_only=True)
    class CashArrived(Fact):
        """资金到位: allocated money reached an account."""

        TOPIC = "fund.cash_arrived"
        allocation_no: str
        account_code: str
        voucher_no: str
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class ArrivalReversed(Fact):
        """到位冲销: an arrival was recorded by mistake."""

        TOPIC = "fund.arrival_reversed"
        account_code: str
        voucher_no: str
        allocation_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class SurplusRecovered(Fact):
        """收回结余: money that arrived and is not needed comes back with its source split."""

        TOPIC = "fund.surplus_recovered"
        allocation_no: str
        account_code: str
        voucher_no: str
        sources: Sources
        amount_fen: int
        reason: str

    # State

    @applies(CashArrived)
    def _cash_arrived(self, fact: CashArrived) -> None:
        add_levels(self.allocations[fact.allocation_no].arrived, fact.sources)

    @applies(ArrivalReversed)
    def _arrival_reversed(self, fact: ArrivalReversed) -> None:
        allocation = self.allocations[fact.allocation_no]
        take_levels(allocation.arrived, fact.sources)
        allocation.came_in.add(fact.effective_on, by_level(fact.sources))

    @applies(SurplusRecovered)
    def _surplus_recovered(self, fact: SurplusRecovered) -> None:
        add_levels(self.allocations[fact.allocation_no].recovered, fact.sources)
        self._wait_to_be_planned(fact.effective_on, fact.sources)

    # Questions

    def held_for(self, purpose: tuple[str, str]) -> Levels:
        """What arrived for a purpose in whatever account and was not recovered, level by level."""
        levels: Levels = {}
        for one in self.allocations.values():
            if one.purpose == purpose:
                for level, amount_fen in less(one.arrived, one.recovered).items():
                    levels[level] = levels.get(level, 0) + amount_fen
        return levels

    def planned_again_for(self, purpose: tuple[str, str]) -> Levels:
        """What arrived for a purpose out of surplus that was planned again: money without years, level by level."""
        levels: Levels = {}
        for one in self.allocations.values():
            if one.purpose == purpose and one.from_recovered:
                for level, amount_fen in less(one.arrived, one.recovered).items():
                    levels[level] = levels.get(level, 0) + amount_fen
        return levels

    def shares(self, sources: Sources) -> tuple[SourceShare, ...]:
        """The same amounts with the document named, as an account keeps them."""
        return tuple(SourceShare(self.document_no, part.level, part.amount_fen) for part in sources)

    # Decisions

    def check_arrival(
        self, stamp: Stamp, regulations: Regulations, *, allocation_no: str, sources: Sources, amount_fen: int
    ) -> None:
        """Check an arrival before anything is recorded.

        Raises what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, FundYearOver, ArrivalAboveAllocation,
        DatesOutOfOrder (before the money was allocated), in that order.
        """
        levels_add_up(sources, amount_fen, regulations)
        self.check_date(stamp.effective_on)
        allocation = self.allocation(allocation_no)
        if not allocation.from_recovered:
            money_is_in_time(stamp.effective_on, self.year, regulations.carry_over)
        self._check_not_arrived(stamp.effective_on, allocation, sources, ArrivalAboveAllocation)

    def arrive(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """资金到位.  Raises what `check_arrival` raises."""
        self.check_arrival(
            stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
        )
        self.record(
            self.CashArrived,
            **stamp.fields,
            allocation_no=allocation_no,
            account_code=account_code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
        )

    def check_arrival_reversal(self, stamp: Stamp, *, allocation_no: str, sources: Sources) -> None:
        """Raise FactBeforeFund, AllocationUnknown, RecoveryAboveArrived (part was recovered since), in that order."""
        self.check_date(stamp.effective_on)
        allocation = self.allocation(allocation_no)
        levels_stay_within(sources, less(allocation.arrived, allocation.recovered), RecoveryAboveArrived)

    def reverse_arrival(
        self,
        stamp: Stamp,
        *,
        account_code: str,
        voucher_no: str,
        allocation_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """到位冲销.  Raises what `check_arrival_reversal` raises."""
        self.check_arrival_reversal(stamp, allocation_no=allocation_no, sources=sources)
        self.record(
            self.ArrivalReversed,
            **stamp.fields,
            account_code=account_code,
            voucher_no=voucher_no,
            allocation_no=allocation_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    def check_recovery(
        self, stamp: Stamp, regulations: Regulations, *, allocation_no: str, sources: Sources, amount_fen: int
    ) -> None:
        """Raise what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, RecoveryAboveArrived, in that order."""
        levels_add_up(sources, amount_fen, regulations)
        self.check_arrival_reversal(stamp, allocation_no=allocation_no, sources=sources)

    def recover(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """收回结余, at any time, also after the fund's years.  Raises what `check_recovery` raises."""
        self.check_recovery(
            stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
        )
        self.record(
            self.SurplusRecovered,
            **stamp.fields,
            allocation_no=allocation_no,
            account_code=account_code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
