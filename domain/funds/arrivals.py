"""资金到位与收回 (arrivals): allocated money reaches an account, and surplus that is not needed comes back."""

from domain.funds.amount_has_not_arrived import amount_has_not_arrived
from domain.funds.codes import PurposeKind
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_may_leave, levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time
from domain.funds.refusals import ArrivalAboveAllocation, PoolTakesNoCash, RecoveryAboveArrived
from domain.funds.reversal_refusals import RecoveryPlannedAgain
from domain.funds.state import FundState
from domain.funds.values import Sources
from domain.rulebook.regulations import Regulations
from domain.stamp import Stamp


def check_arrival(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    allocation_no: str,
    sources: Sources,
    amount_fen: int,
) -> None:
    """Check an arrival before anything is recorded.

    Raises what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, PoolTakesNoCash, FundYearOver,
    ArrivalAboveAllocation, DatesOutOfOrder (before the money was allocated), in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    fund.check_date(stamp.effective_on)
    allocation = fund.allocation(allocation_no)
    if allocation.purpose_kind == PurposeKind.POOL:
        raise PoolTakesNoCash(allocation_no, allocation.purpose_code)
    if not allocation.from_recovered:
        money_is_in_time(stamp.effective_on, fund.year, regulations.carry_over)
    amount_has_not_arrived(stamp.effective_on, allocation, sources, ArrivalAboveAllocation)


def arrive(
    fund: FundState,
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
    check_arrival(
        fund, stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
    )
    fund.record(
        fund.CashArrived,
        **stamp.fields,
        allocation_no=allocation_no,
        account_code=account_code,
        voucher_no=voucher_no,
        sources=sources,
        amount_fen=amount_fen,
    )


def check_arrival_reversal(fund: FundState, stamp: Stamp, *, allocation_no: str, sources: Sources) -> None:
    """Raise FactBeforeFund, AllocationUnknown, RecoveryAboveArrived (part was recovered since), in that order."""
    fund.check_date(stamp.effective_on)
    allocation = fund.allocation(allocation_no)
    levels_stay_within(sources, allocation.held(), RecoveryAboveArrived)


def reverse_arrival(
    fund: FundState,
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
    check_arrival_reversal(fund, stamp, allocation_no=allocation_no, sources=sources)
    fund.record(
        fund.ArrivalReversed,
        **stamp.fields,
        account_code=account_code,
        voucher_no=voucher_no,
        allocation_no=allocation_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
    )


def check_recovery(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    allocation_no: str,
    sources: Sources,
    amount_fen: int,
) -> None:
    """Raise what `levels_add_up` raises, FactBeforeFund, AllocationUnknown, RecoveryAboveArrived, in that order."""
    levels_add_up(sources, amount_fen, regulations)
    check_arrival_reversal(fund, stamp, allocation_no=allocation_no, sources=sources)


def recover(
    fund: FundState,
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
    check_recovery(
        fund, stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
    )
    fund.record(
        fund.SurplusRecovered,
        **stamp.fields,
        allocation_no=allocation_no,
        account_code=account_code,
        voucher_no=voucher_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
    )


def reverse_recovery(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    account_code: str,
    voucher_no: str,
    allocation_no: str,
    sources: Sources,
    amount_fen: int,
    reason: str,
) -> None:
    """冲销误登的收回结余, as long as the surplus was not planned again.

    Raises FactBeforeFund, AllocationUnknown, RecoveryPlannedAgain, DatesOutOfOrder (before the surplus was free),
    FeeAboveCap, in that order.
    """
    fund.check_date(stamp.effective_on)
    allocation, free = fund.allocation(allocation_no), fund.recovered
    levels_may_leave(stamp.effective_on, sources, free.levels, free.came_in, RecoveryPlannedAgain)
    if allocation.purpose_kind == PurposeKind.FEE:
        fund.check_fee(regulations, fee_change_fen=amount_fen)
    elif allocation.use in regulations.fee.excluded_uses:
        fund.check_fee(regulations, base_change_fen=-amount_fen)
    fund.record(
        fund.RecoveryReversed,
        **stamp.fields,
        allocation_no=allocation_no,
        account_code=account_code,
        voucher_no=voucher_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
    )
