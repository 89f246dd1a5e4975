"""利息 (interest): earned by the account, owned by the treasury or by the aid fund, and paid over."""

from datetime import date

from domain.accounts.refusals import InterestNotDue, InterestNotForTreasury
from domain.accounts.state import AccountState
from domain.money.fen import check_amount
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
