"""指标 (indicator): what an indicator document gives, adds, cuts, carries over and allows to integrate."""

from collections.abc import Collection
from datetime import date

from domain.code import texts
from domain.funds.codes import FundNature
from domain.funds.fund_year_fits_its_document import fund_year_fits_its_document
from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_may_leave, levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time
from domain.funds.refusals import (
    CutAboveUnallocated,
    FundAttributeUnknown,
    NumberUsedInFund,
    TransferKindUnknown,
)
from domain.funds.reversal_refusals import CarryOverUnknown, CarryOverUsed
from domain.funds.state import FundState
from domain.funds.values import Sources
from domain.funds.year_refusals import CarryOverAboveFund, CarryOverOutOfOrder, FactBeforeFund
from domain.keys import lookup_key, recorded_spelling
from domain.money.fen import check_amount
from domain.money.levels import by_level, sum_levels
from domain.rulebook.codes import TransferKind
from domain.rulebook.regulations import Regulations
from domain.rules.correction_changes_something import correction_changes_something
from domain.rules.money_keeps_its_use import budget_code_is_of_use, use_is_open
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

NATURES = texts(FundNature)
TRANSFER_KINDS = texts(TransferKind)


def receive(
    fund: FundState,
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
    passed_down_from: str = "",
    transfer_kind: str = "",
    upper_received_on: date | None = None,
) -> None:
    """指标下达, by the document of a level above or, with `passed_down_from`, by a fund of these books.

    Raises what `levels_add_up` raises, FundAttributeUnknown, TransferKindUnknown, UseOnNegativeList,
    NotInRulebook, BudgetCodeNotOfUse, FactBeforeFund (recorded before it was issued), DatesOutOfOrder (issued before
    the province had the money), FundYearAhead, FundYearOver, in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    if nature not in NATURES:
        raise FundAttributeUnknown("nature", nature, NATURES)
    if transfer_kind and transfer_kind not in TRANSFER_KINDS:
        raise TransferKindUnknown(transfer_kind, TRANSFER_KINDS)
    use_is_open(use, regulations)
    budget_code_is_of_use(budget_code, use, regulations)
    if stamp.effective_on < issued_on:
        raise FactBeforeFund(stamp.effective_on, issued_on)
    if upper_received_on is not None:
        day_is_not_before("issued_on", issued_on, upper_received_on)
    fund_year_fits_its_document(regulations.fund_year, year, issued_on)
    money_is_in_time(stamp.effective_on, year, regulations.carry_over)
    fund.record(
        fund.IndicatorReceived,
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
        passed_down_from=passed_down_from,
        transfer_kind=transfer_kind,
        upper_received_on=upper_received_on,
    )


def add(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    decision_no: str,
    sources: Sources,
    amount_fen: int,
    reason: str,
) -> None:
    """指标追加.

    Raises what `levels_add_up` raises, NumberUsedInFund (another addition has the number), AmountOutOfRange (of the
    whole fund), FactBeforeFund, FundYearOver, in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    _check_decides_once(fund, decision_no, fund.added_by)
    check_amount(fund.amount_fen + amount_fen)
    fund.check_date(stamp.effective_on)
    money_is_in_time(stamp.effective_on, fund.year, regulations.carry_over)
    fund.record(
        fund.IndicatorAdded,
        **stamp.fields,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
        passed_down_from=fund.passed_down_from,
    )


def cut(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    decision_no: str,
    sources: Sources,
    amount_fen: int,
    reason: str,
) -> None:
    """指标核减.

    Raises what `levels_add_up` raises, NumberUsedInFund (another cut has the number), FactBeforeFund,
    CutAboveUnallocated, DatesOutOfOrder (before the money was free), FeeAboveCap, in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    _check_decides_once(fund, decision_no, fund.cut_by)
    fund.check_date(stamp.effective_on)
    free = fund.unallocated
    levels_may_leave(stamp.effective_on, sources, free.levels, free.came_in, CutAboveUnallocated)
    fund.check_fee(regulations, base_change_fen=-amount_fen)
    fund.record(
        fund.IndicatorCut,
        **stamp.fields,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
        passed_down_from=fund.passed_down_from,
    )


def correct_title(fund: FundState, stamp: Stamp, title: str, reason: str) -> None:
    """资金名称更正.  Raises FactBeforeFund, NothingCorrected, in that order."""
    fund.check_date(stamp.effective_on)
    correction_changes_something("title", title, fund.title)
    fund.record(fund.TitleCorrected, **stamp.fields, former_title=fund.title, title=title, reason=reason)


def carry_over(
    fund: FundState,
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
    fund.check_date(stamp.effective_on)
    if (from_year, to_year) != (fund.usable_year, fund.usable_year + 1):
        raise CarryOverOutOfOrder(from_year, to_year, fund.usable_year)
    money_is_in_time(max(stamp.effective_on, date(to_year, 1, 1)), fund.year, regulations.carry_over)
    levels_stay_within(sources, fund.may_be_carried_over(), CarryOverAboveFund)
    fund.record(
        fund.CarriedOver,
        **stamp.fields,
        from_year=from_year,
        to_year=to_year,
        sources=sources,
        amount_fen=amount_fen,
    )


def reverse_carry_over(fund: FundState, stamp: Stamp, *, from_year: int, to_year: int, reason: str) -> None:
    """冲销误登的结转, the last one, as long as nothing is allocated or passed down from it.

    Raises FactBeforeFund, CarryOverUnknown, CarryOverUsed, DatesOutOfOrder (before it was carried over), in that order.
    """
    fund.check_date(stamp.effective_on)
    last = fund.carry_overs[-1] if fund.carry_overs else None
    if last is None or (last.from_year, last.to_year) != (from_year, to_year):
        raise CarryOverUnknown(fund.document_no, from_year, to_year, fund.usable_year)
    of_allocations = sum_levels(one.carried for one in fund.allocations.values())
    used = sum_levels((of_allocations, *(one.carried for one in fund.passings.values())))
    for level, used_fen in used.items():
        if used_fen:
            carried_fen = dict(by_level(last.sources)).get(level, 0)
            raise CarryOverUsed(carried_fen, max(carried_fen - used_fen, 0), level)
    day_is_not_before("effective_on", stamp.effective_on, last.on)
    fund.record(
        fund.CarryOverReversed,
        **stamp.fields,
        from_year=from_year,
        to_year=to_year,
        sources=last.sources,
        amount_fen=last.amount_fen,
        former_fen=last.former_fen,
        reason=reason,
    )


def authorise(
    fund: FundState,
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
    fund.check_date(stamp.effective_on)
    if recorded_spelling(authorisation_no, fund.authorisations) in fund.authorisations:
        raise NumberUsedInFund(fund.document_no, "authorisation_no", authorisation_no)
    fund.record(
        fund.IntegrationAuthorised,
        **stamp.fields,
        authorisation_no=authorisation_no,
        document_no_of_authority=document_no_of_authority,
        level=level,
        from_use=from_use,
        to_use=to_use,
        amount_fen=amount_fen,
        valid_until=valid_until,
    )


def _check_decides_once(fund: FundState, decision_no: str, used: Collection[str]) -> None:
    """Raise NumberUsedInFund.  One document may add to one level and cut another, but each only once."""
    if lookup_key(decision_no) in used:
        raise NumberUsedInFund(fund.document_no, "decision_no", decision_no)
