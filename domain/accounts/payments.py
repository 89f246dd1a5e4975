"""付款 (payments): money paid for a purpose from its channels.

Deciding a payment costs the same in a hot account as in a new one: it looks at one purse and two sets, never at the
payments made before.
"""

from datetime import date

from domain.accounts.cash import Purpose
from domain.accounts.refusals import SourceNotArrived
from domain.accounts.state import AccountState
from domain.money.fen import check_amount
from domain.money.shares import shares_of, split, total_fen
from domain.money.sources import SourceShare
from domain.stamp import Stamp


def split_for(account: AccountState, purpose: Purpose, amount_fen: int) -> tuple[SourceShare, ...]:
    """Split an amount over the channels of a purpose by what each still holds.

    For a unit, the fee, a gift or a roll; a project's channels are split by its plan and works.  Raises
    AmountOutOfRange, SourceNotArrived, in that order.
    """
    check_amount(amount_fen)
    available = account.available(purpose)
    held_fen = total_fen(available)
    if amount_fen > held_fen:
        raise SourceNotArrived(amount_fen, held_fen, " ".join(purpose).strip())
    return shares_of(split(amount_fen, available))


def check_payment(
    account: AccountState,
    on: date,
    *,
    payment_no: str,
    voucher_no: str,
    purpose: Purpose,
    sources: tuple[SourceShare, ...],
    amount_fen: int,
) -> None:
    """Check a payment before anything is recorded.

    Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, PaymentNumberUsed, SourceNotArrived,
    DatesOutOfOrder (before the money came), in that order.
    """
    check_amount(amount_fen)
    account.check_voucher(on, voucher_no)
    account.check_number(payment_no)
    assert sum([part.amount_fen for part in sources]) == amount_fen, "a payment is split exactly"
    account.check_channels(on, purpose, sources, SourceNotArrived)


def pay(
    account: AccountState,
    stamp: Stamp,
    *,
    payment_no: str,
    voucher_no: str,
    purpose: Purpose,
    stage: str,
    payee_id: str,
    payee_name: str,
    sources: tuple[SourceShare, ...],
    amount_fen: int,
    year: int,
    budget_code: str,
    claim_no: str = "",
    roll_no: str = "",
) -> None:
    """付款.  Raises what `check_payment` raises; the ceiling and the four eyes are the claim's to check."""
    check_payment(
        account,
        stamp.effective_on,
        payment_no=payment_no,
        voucher_no=voucher_no,
        purpose=purpose,
        sources=sources,
        amount_fen=amount_fen,
    )
    account.record(
        account.Paid,
        **stamp.fields,
        payment_no=payment_no,
        voucher_no=voucher_no,
        claim_no=claim_no,
        roll_no=roll_no,
        purpose_kind=purpose[0],
        purpose_code=purpose[1],
        stage=stage,
        payee_id=payee_id,
        payee_name=payee_name,
        sources=sources,
        amount_fen=amount_fen,
        year=year,
        budget_code=budget_code,
    )
