"""下达下级 (passing down): free money of a fund becomes the money of a document of a place below, and may come back.

The money keeps its source levels, its use, its nature and its year (专款专用，渠道不乱、用途不变).  It leaves the free
balance of the fund above and is the amount of the fund below, so a county counts it once.
"""

from datetime import date

from domain.funds.levels_add_up import levels_add_up
from domain.funds.levels_stay_within import levels_may_leave, levels_stay_within
from domain.funds.money_has_its_time import money_is_in_time, money_was_carried_over
from domain.funds.passing_down_refusals import PassedDownAboveFree, PassedDownOtherwise
from domain.funds.state import FundState
from domain.funds.values import Sources
from domain.funds.year_refusals import AboveCarriedOver
from domain.rulebook.regulations import Regulations
from domain.rules.money_keeps_its_use import money_keeps_its_use, use_is_open
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def check_passing_down(
    fund: FundState, regulations: Regulations, *, year: int, nature: str, use: str, issued_on: date
) -> None:
    """Check what a document below says of the money it is given.

    Raises PassedDownOtherwise (year, then nature), UseOnNegativeList, NotInRulebook, UseNotOfFund, DatesOutOfOrder
    (issued before the fund was received), in that order.
    """
    for field, given, first in (("year", year, fund.year), ("nature", nature, fund.nature)):
        if given != first:
            raise PassedDownOtherwise(field, str(given), fund.document_no, str(first))
    use_is_open(use, regulations)
    money_keeps_its_use(fund.use, use, regulations)
    day_is_not_before("issued_on", issued_on, fund.received_on)


def pass_down(
    fund: FundState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    to_document_no: str,
    place_code: str,
    decision_no: str,
    sources: Sources,
    amount_fen: int,
) -> None:
    """下达下级.

    Raises what `levels_add_up` raises, FactBeforeFund, FundYearOver, NotCarriedOver, PassedDownAboveFree,
    DatesOutOfOrder (before the money was free), AboveCarriedOver, FeeAboveCap, in that order.
    """
    levels_add_up(sources, amount_fen, regulations)
    on = stamp.effective_on
    fund.check_date(on)
    money_is_in_time(on, fund.year, regulations.carry_over)
    money_was_carried_over(on, fund.usable_year)
    free = fund.unallocated
    levels_may_leave(on, sources, free.levels, free.came_in, PassedDownAboveFree)
    if on.year > fund.year:
        levels_stay_within(sources, fund.carried, AboveCarriedOver)
    fund.check_fee(regulations, base_change_fen=-amount_fen)
    fund.record(
        fund.PassedDown,
        **stamp.fields,
        to_document_no=to_document_no,
        place_code=place_code,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
    )


def reverse_passing_down(
    fund: FundState,
    stamp: Stamp,
    *,
    to_document_no: str,
    decision_no: str,
    sources: Sources,
    amount_fen: int,
    reason: str,
) -> None:
    """下达冲销: the document below gave this back by the same act.  Raises FactBeforeFund, PassingDownUnknown."""
    fund.check_date(stamp.effective_on)
    fund.passing(to_document_no)
    fund.record(
        fund.PassingDownReversed,
        **stamp.fields,
        to_document_no=to_document_no,
        decision_no=decision_no,
        sources=sources,
        amount_fen=amount_fen,
        reason=reason,
    )
