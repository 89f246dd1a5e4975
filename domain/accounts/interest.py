"""利息 (interest): earned by the account, owned by the treasury or by the aid fund, paid over, and taken back."""

from datetime import date

from domain.accounts.entries import interest_entry
from domain.accounts.refusals import InterestGone, InterestNotDue, InterestNotForTreasury
from domain.accounts.state import AccountState
from domain.money.fen import check_amount
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

    Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, InterestNotForTreasury, InterestNotDue,
    in that order.
    """
    check_amount(amount_fen)
    account.check_voucher(stamp.effective_on, voucher_no)
    if account.interest_owner != "treasury":
        raise InterestNotForTreasury(account.code, account.interest_owner)
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
