"""分配 (allocations): money of a fund set apart for projects, units and the fee, moved between them, taken back."""

from datetime import date

from domain.code import texts
from domain.funds.allocation_keeps_its_use import allocation_keeps_its_use
from domain.funds.amount_has_not_arrived import amount_has_not_arrived
from domain.funds.codes import ALLOCATED_TO, PurposeKind
from domain.funds.fee_stays_below_its_cap import fee_base, fee_stays_below_its_cap
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_may_leave, levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time, money_was_carried_over
from domain.funds.refusals import (
    AdjustmentAboveNotArrived,
    NumberUsedInFund,
    OverAllocated,
    PurposeUnknown,
    RecoveredKeptApart,
    TakeBackAboveNotArrived,
)
from domain.funds.state import FundState
from domain.funds.values import Allocation, Sources
from domain.funds.year_refusals import AboveCarriedOver
from domain.keys import recorded_spelling
from domain.money.levels import Levels, sum_levels
from domain.rulebook.regulations import Regulations
from domain.stamp import Stamp

PURPOSES = texts(ALLOCATED_TO)


def allocate(
    fund: FundState,
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
    spending_item: str = "",
) -> None:
    """分配.

    Raises what `levels_add_up` raises, PurposeUnknown, NumberUsedInFund, FactBeforeFund, FundYearOver and
    NotCarriedOver (recovered surplus is planned again at any time), what the use raises, OverAllocated,
    DatesOutOfOrder (before the money was free), AboveCarriedOver, FeeBaseNeedsDocument, FeeAboveCap, in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    _check_new(fund, allocation_no, purpose_kind, purpose_code)
    fund.check_date(stamp.effective_on)
    if not from_recovered:
        _check_time(fund, stamp.effective_on, regulations)
    allocation = Allocation(purpose_kind, purpose_code, use, budget_code, authorisation_no)
    allocation_keeps_its_use(fund, stamp.effective_on, regulations, allocation, sources)
    free = fund.recovered if from_recovered else fund.unallocated
    levels_may_leave(stamp.effective_on, sources, free.levels, free.came_in, OverAllocated)
    if not from_recovered:
        _check_carried(fund, stamp.effective_on, sources, fund.carried)
    if purpose_kind == PurposeKind.FEE:
        fee_base_fen, fee_base_note = _fee_base(fund, regulations, amount_fen, fee_base_fen, fee_base_note)
    elif use in regulations.fee.excluded_uses:
        fund.check_fee(regulations, base_change_fen=-amount_fen)
    fund.record(
        fund.Allocated,
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
        spending_item=spending_item,
    )


def adjust(
    fund: FundState,
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
    fund.check_date(stamp.effective_on)
    giver, taker = fund.allocation(from_allocation_no), fund.allocation(to_allocation_no)
    if giver.from_recovered != taker.from_recovered:
        raise RecoveredKeptApart(from_allocation_no, to_allocation_no)
    if not giver.from_recovered:
        _check_time(fund, stamp.effective_on, regulations)
    allocation_keeps_its_use(fund, stamp.effective_on, regulations, taker, sources)
    amount_has_not_arrived(stamp.effective_on, giver, sources, AdjustmentAboveNotArrived)
    if not giver.from_recovered:
        _check_carried(fund, stamp.effective_on, sources, sum_levels((fund.carried, giver.carried)))
    fee_change = base_change = 0
    for one, change_fen in ((giver, -amount_fen), (taker, amount_fen)):
        if one.purpose_kind == PurposeKind.FEE:
            fee_change += change_fen
        elif one.use in regulations.fee.excluded_uses:
            base_change -= change_fen
    if fee_change > 0 or base_change < 0:
        fund.check_fee(regulations, fee_change_fen=fee_change, base_change_fen=base_change)
    fund.record(
        fund.AllocationAdjusted,
        **stamp.fields,
        from_allocation_no=from_allocation_no,
        to_allocation_no=to_allocation_no,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
    )


def take_back(
    fund: FundState,
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
    fund.check_date(stamp.effective_on)
    allocation = fund.allocation(allocation_no)
    amount_has_not_arrived(stamp.effective_on, allocation, sources, TakeBackAboveNotArrived)
    fund.record(
        fund.AllocationTakenBack,
        **stamp.fields,
        allocation_no=allocation_no,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
        to_recovered=allocation.from_recovered,
    )


def _check_new(fund: FundState, allocation_no: str, purpose_kind: str, purpose_code: str) -> None:
    """Raise PurposeUnknown, NumberUsedInFund, in that order."""
    if purpose_kind not in PURPOSES or (purpose_kind == PurposeKind.FEE) != (purpose_code == ""):
        raise PurposeUnknown(purpose_kind, purpose_code)
    if recorded_spelling(allocation_no, fund.allocations) in fund.allocations:
        raise NumberUsedInFund(fund.document_no, "allocation_no", allocation_no)


def _fee_base(
    fund: FundState, regulations: Regulations, fee_fen: int, stated_fen: int, stated_in: str
) -> tuple[int, str]:
    """The base of a fee and the document of a larger one.  Raises FeeBaseNeedsDocument, FeeAboveCap."""
    computed_fen = fund.computed_fee_base_fen(regulations)
    base_fen = fee_base(stated_fen, stated_in, computed_fen)
    counted_fen = max(base_fen, fund.noted_fee_base_fen)
    fee_stays_below_its_cap(fund.fee_fen() + fee_fen, counted_fen, regulations.fee)
    return base_fen, stated_in if base_fen > computed_fen else ""


def _check_time(fund: FundState, on: date, regulations: Regulations) -> None:
    """Raise FundYearOver, NotCarriedOver, in that order."""
    money_is_in_time(on, fund.year, regulations.carry_over)
    money_was_carried_over(on, fund.usable_year)


def _check_carried(fund: FundState, on: date, sources: Sources, carried: Levels) -> None:
    """Raise AboveCarriedOver when more is used in a later year than was carried into it."""
    if on.year > fund.year:
        levels_stay_within(sources, carried, AboveCarriedOver)
