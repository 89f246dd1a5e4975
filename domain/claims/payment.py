"""报账付款 (payment of a claim): what is paid of it, and what comes back."""

from domain.claims.codes import ClaimState
from domain.claims.refusals import ClaimOverdrawn, ClaimStepOutOfOrder, UnknownPayment
from domain.claims.state import ClaimStanding
from domain.money.fen import check_amount
from domain.rulebook.codes import Duty
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.stamp import Stamp


def check_payment(claim: ClaimStanding, stamp: Stamp, amount_fen: int) -> None:
    """Refuse a payment that is not approved, above what is open, or by the submitter or approver.

    Raises ClaimStepOutOfOrder, DatedBeforeFormerStep, AmountOutOfRange, PersonOnBothSides, ClaimOverdrawn, in
    this order.
    """
    if claim.ended or not claim.approved_by:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ClaimState.APPROVED.word)
    claim.check_follows(stamp)
    check_amount(amount_fen)
    done = {Duty.SUBMISSION: claim.submitted_by, Duty.CLAIM_APPROVAL: claim.approved_by}
    duties_are_kept_apart(stamp.by, Duty.PAYMENT, done)
    if amount_fen > claim.open_fen:
        raise ClaimOverdrawn(amount_fen, claim.open_fen, claim.claim_no)


def pay(claim: ClaimStanding, stamp: Stamp, payment_no: str, amount_fen: int) -> None:
    """付款.  The rules are those of `check_payment`, which the caller has asked."""
    claim.record(
        claim.Paid,
        **stamp.fields,
        payment_no=payment_no,
        account_code=claim.account_code,
        amount_fen=amount_fen,
    )


def note_return(claim: ClaimStanding, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
    """退票: called with `account.payment_returned`; what came back is open again."""
    _check_came_back(claim, payment_no, amount_fen)
    claim.record(
        claim.PaymentReturned, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
    )


def note_reversal(claim: ClaimStanding, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
    """红字冲销: called with `account.payment_reversed`."""
    _check_came_back(claim, payment_no, amount_fen)
    claim.record(
        claim.PaymentReversed, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
    )


def note_refund(claim: ClaimStanding, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
    """退款: called with `account.refunded`."""
    _check_came_back(claim, payment_no, amount_fen)
    claim.record(
        claim.PaymentRefunded, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
    )


def reverse_return(
    claim: ClaimStanding, stamp: Stamp, *, payment_no: str, refund_no: str, amount_fen: int, reason: str
) -> None:
    """退回冲销: called with `account.return_reversed`.

    Raises ClaimStepOutOfOrder (it has ended since), ClaimOverdrawn (it was paid again since), in that order.
    """
    if claim.ended:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ("办理中", "under way"))
    if amount_fen > claim.open_fen:
        raise ClaimOverdrawn(amount_fen, claim.open_fen, claim.claim_no)
    claim.record(
        claim.ReturnReversed,
        **stamp.fields,
        payment_no=payment_no,
        refund_no=refund_no,
        amount_fen=amount_fen,
        reason=reason,
    )


def _check_came_back(claim: ClaimStanding, payment_no: str, amount_fen: int) -> None:
    """Refuse what cannot have come back.  Raises UnknownPayment, ClaimOverdrawn (less of it is left), in this order."""
    if payment_no not in claim.payments:
        raise UnknownPayment(claim.claim_no, payment_no)
    if amount_fen > claim.payments[payment_no]:
        raise ClaimOverdrawn(amount_fen, claim.payments[payment_no], claim.claim_no)
