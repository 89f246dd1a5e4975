"""退票与退款 (returns): payments that the bank gives back, or that the payee refunds."""

from datetime import date

from domain.accounts.cash import PurposeFields
from domain.accounts.facts import AccountFacts
from domain.accounts.payment_refusals import PaymentOfRoll, PaymentUndone, RefundAbovePayment
from domain.accounts.state import AccountState
from domain.money.fen import check_amount
from domain.money.shares import shares_of, split, total_fen
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def check_whole(account: AccountState, on: date, payment_no: str) -> AccountFacts.Paid:
    """The payment, when it may come back whole on a day.

    Raises AccountClosed, PaymentUnknown, PaymentOfRoll, PaymentUndone, DatesOutOfOrder (before it was paid), in
    that order.
    """
    account.check_open()
    payment = account.payment(payment_no)
    _check_no_roll(payment.fact)
    back_fen = payment.fact.amount_fen - total_fen(payment.remaining)
    if back_fen:
        raise PaymentUndone(payment_no, payment.fact.amount_fen, back_fen)
    day_is_not_before("effective_on", on, payment.fact.effective_on)
    return payment.fact


def return_payment(
    account: AccountState, stamp: Stamp, *, payment_no: str, bank_reference: str, reason: str
) -> None:
    """退票.  Raises what `check_whole` raises."""
    paid = check_whole(account, stamp.effective_on, payment_no)
    account.record(
        account.PaymentReturned,
        **stamp.fields,
        **paid.purpose_fields,
        payment_no=paid.payment_no,
        bank_reference=bank_reference,
        reason=reason,
        stage=paid.stage,
        claim_no=paid.claim_no,
    )


def check_refund(
    account: AccountState, on: date, *, refund_no: str, payment_no: str, amount_fen: int
) -> AccountFacts.Paid:
    """The payment, when this part of it may come back.

    Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
    paid), PaymentOfRoll, PaymentNumberUsed, in that order.
    """
    paid, _ = _part(account, on, payment_no, amount_fen)
    _check_no_roll(paid)
    account.check_number(refund_no)
    return paid


def refund(
    account: AccountState, stamp: Stamp, *, refund_no: str, payment_no: str, amount_fen: int, reason: str
) -> None:
    """退款.  Raises what `check_refund` raises."""
    paid, fields = _part(account, stamp.effective_on, payment_no, amount_fen)
    _check_no_roll(paid)
    _come_back(account, stamp, paid, fields, refund_no=refund_no, reason=reason)


def refund_roll_line(
    account: AccountState, stamp: Stamp, *, refund_no: str, payment_no: str, amount_fen: int, reason: str
) -> AccountFacts.Refunded:
    """退回领取款: a person of a roll gave money back; which line it was is the roll's to know.

    Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was paid),
    PaymentNumberUsed, in that order.
    """
    paid, fields = _part(account, stamp.effective_on, payment_no, amount_fen)
    return _come_back(account, stamp, paid, fields, refund_no=refund_no, reason=reason)


def return_roll_lines(
    account: AccountState, stamp: Stamp, *, payment_no: str, amount_fen: int, count: int
) -> AccountFacts.RollReturned:
    """代发退回.

    Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
    sent), in that order.
    """
    paid, fields = _part(account, stamp.effective_on, payment_no, amount_fen)
    return account.record(
        account.RollReturned,
        **stamp.fields,
        **fields,
        roll_no=paid.roll_no,
        payment_no=paid.payment_no,
        count=count,
    )


def _part(
    account: AccountState, on: date, payment_no: str, amount_fen: int
) -> tuple[AccountFacts.Paid, PurposeFields]:
    """The payment and the fields of a part of it, split by what of each channel has not come back.

    Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
    paid), in that order.
    """
    check_amount(amount_fen)
    account.check_open()
    payment = account.payment(payment_no)
    left_fen = total_fen(payment.remaining)
    if amount_fen > left_fen:
        raise RefundAbovePayment(amount_fen, left_fen, payment_no)
    day_is_not_before("effective_on", on, payment.fact.effective_on)
    fields = payment.fact.purpose_fields
    fields["amount_fen"] = amount_fen
    fields["sources"] = shares_of(split(amount_fen, payment.remaining))
    return payment.fact, fields


def _come_back(
    account: AccountState,
    stamp: Stamp,
    paid: AccountFacts.Paid,
    fields: PurposeFields,
    *,
    refund_no: str,
    reason: str,
) -> AccountFacts.Refunded:
    """Record that a part of a payment came back.  Raises PaymentNumberUsed."""
    account.check_number(refund_no)
    return account.record(
        account.Refunded,
        **stamp.fields,
        **fields,
        refund_no=refund_no,
        payment_no=paid.payment_no,
        reason=reason,
        stage=paid.stage,
        claim_no=paid.claim_no,
    )


def _check_no_roll(paid: AccountFacts.Paid) -> None:
    if paid.roll_no:
        raise PaymentOfRoll(paid.payment_no, paid.roll_no)
