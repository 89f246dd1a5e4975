"""利息 (interest): earned by the account, owned by the treasury or by the aid fund, paid over, planned, taken back.

Interest of the treasury is paid over.  That of the aid fund is paid over too, or is planned: it becomes money of an
allocation, and from then on is carried over, recovered and returned as that.
"""

from datetime import date

from domain.accounts.entries import interest_entry
from domain.accounts.facts import AccountFacts
from domain.accounts.refusals import InterestGone, InterestIsTreasurys, InterestNotDue, InterestPlannedAbove
from domain.accounts.state import AccountState
from domain.money.fen import check_amount
from domain.rulebook.codes import InterestOwner
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def earn_interest(
    account: AccountState,
    stamp: Stamp,
    *,
    voucher_no: str,
    amount_fen: int,
    period_from: date,
    period_to: date,
) -> None:
    """利息收入.

    Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order.
    """
    check_amount(amount_fen)
    account.check_voucher(stamp.effective_on, voucher_no)
    account.check_room(amount_fen)
    account.record(
        account.InterestReceived,
        **stamp.fields,
        voucher_no=voucher_no,
        amount_fen=amount_fen,
        period_from=period_from,
        period_to=period_to,
        owner=account.interest_owner,
    )


def pay_over_interest(
    account: AccountState, stamp: Stamp, *, voucher_no: str, amount_fen: int, receiver: str
) -> None:
    """利息上缴.

    Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, InterestNotDue, in that order.
    """
    check_amount(amount_fen)
    account.check_voucher(stamp.effective_on, voucher_no)
    if amount_fen > account.interest_fen:
        raise InterestNotDue(amount_fen, account.interest_fen)
    account.record(
        account.InterestPaidOver,
        **stamp.fields,
        voucher_no=voucher_no,
        amount_fen=amount_fen,
        receiver=receiver,
        owner=account.interest_owner,
    )


def check_plan(account: AccountState, amount_fen: int) -> None:
    """Raise InterestIsTreasurys where it is not the aid fund's, InterestPlannedAbove beyond what is left, in order."""
    if account.interest_owner != InterestOwner.AID_FUND:
        raise InterestIsTreasurys(account.code, account.interest_owner)
    if amount_fen > account.interest_fen:
        raise InterestPlannedAbove(amount_fen, account.interest_fen)


def plan_interest(account: AccountState, stamp: Stamp, arrival: AccountFacts.MoneyArrived) -> None:
    """利息安排使用: the arrival of the same act came out of interest; asked before by `check_plan`."""
    account.record(
        account.InterestPlanned,
        **stamp.fields,
        voucher_no=arrival.voucher_no,
        document_no=arrival.document_no,
        allocation_no=arrival.allocation_no,
        amount_fen=arrival.amount_fen,
        owner=account.interest_owner,
    )


def reverse_plan(
    account: AccountState, stamp: Stamp, arrival: AccountFacts.MoneyArrived, reason: str
) -> None:
    """利息安排冲销, where the arrival that was reversed in the same act came out of interest; else nothing."""
    year = arrival.effective_on.year
    plan = account.interest.get((year, arrival.voucher_no))
    if isinstance(plan, account.InterestPlanned):
        account.record(
            account.InterestPlanReversed,
            **stamp.fields,
            reversed_voucher_no=plan.voucher_no,
            voucher_year=year,
            document_no=plan.document_no,
            allocation_no=plan.allocation_no,
            amount_fen=plan.amount_fen,
            owner=plan.owner,
            reason=reason,
        )


def reverse_interest(
    account: AccountState, stamp: Stamp, *, voucher_year: int, voucher_no: str, reason: str
) -> None:
    """冲销误登的利息收入.

    Raises AccountClosed, InterestUnknown, InterestGone when less interest is left, DatesOutOfOrder (before it was
    received), in that order.
    """
    account.check_open()
    entry = interest_entry(account, account.InterestReceived, voucher_year, voucher_no)
    if entry.amount_fen > account.interest_fen:
        raise InterestGone(entry.amount_fen, account.interest_fen)
    day_is_not_before("effective_on", stamp.effective_on, entry.effective_on)
    account.record(
        account.InterestReversed,
        **stamp.fields,
        reversed_voucher_no=entry.voucher_no,
        voucher_year=voucher_year,
        amount_fen=entry.amount_fen,
        owner=entry.owner,
        reason=reason,
    )


def reverse_interest_payment(
    account: AccountState, stamp: Stamp, *, voucher_year: int, voucher_no: str, reason: str
) -> None:
    """冲销误登的利息上缴.

    Raises AccountClosed, InterestUnknown, DatesOutOfOrder (before it was paid over), AmountOutOfRange (balance), in
    that order.
    """
    account.check_open()
    entry = interest_entry(account, account.InterestPaidOver, voucher_year, voucher_no)
    day_is_not_before("effective_on", stamp.effective_on, entry.effective_on)
    account.check_room(entry.amount_fen)
    account.record(
        account.InterestPaymentReversed,
        **stamp.fields,
        reversed_voucher_no=entry.voucher_no,
        voucher_year=voucher_year,
        amount_fen=entry.amount_fen,
        owner=entry.owner,
        receiver=entry.receiver,
        reason=reason,
    )
