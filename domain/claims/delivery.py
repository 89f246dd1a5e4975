"""用款验收 (delivery): a signed sheet proves what the money of a unit or a gift was spent on."""

from domain.claims.codes import ClaimState
from domain.claims.refusals import ClaimPaidAlready, ClaimStepOutOfOrder
from domain.claims.spending_refusals import AcceptedBeyondClaim, SheetNotDemanded
from domain.claims.state import ClaimStanding
from domain.money.fen import check_amount
from domain.rulebook.codes import Duty
from domain.rulebook.spending_rules import SpendingItem
from domain.rules.counts_are_in_range import check_count
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.stamp import Stamp


def accept_delivery(
    claim: ClaimStanding,
    stamp: Stamp,
    item: SpendingItem,
    *,
    sheet_sha256: str,
    delivered_quantity: int,
    delivered_unit: str,
    accepted_fen: int,
) -> None:
    """用款验收, by another than the submitter and the payee; of an advance after it was paid.

    Raises SheetNotDemanded, ClaimStepOutOfOrder (ended, accepted already, or an advance that is not paid),
    DatedBeforeFormerStep, PersonOnBothSides, CountOutOfRange, AmountOutOfRange, AcceptedBeyondClaim, in this order.
    """
    if not item.sheet:
        raise SheetNotDemanded(claim.claim_no, item.code)
    if claim.ended or claim.accepted_by:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ("未验收", "not accepted"))
    if item.in_advance and not claim.paid_fen:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ClaimState.PAID.word)
    claim.check_follows(stamp)
    done = {Duty.SUBMISSION: claim.submitted_by, Duty.RECEIPT: claim.payee_id}
    duties_are_kept_apart(stamp.by, Duty.DELIVERY, done)
    check_count(delivered_quantity, "delivered_quantity")
    check_amount(accepted_fen, "accepted_fen")
    limit_fen = claim.paid_fen if item.in_advance else claim.amount_fen
    if accepted_fen > limit_fen:
        raise AcceptedBeyondClaim(accepted_fen, limit_fen, claim.claim_no)
    claim.record(
        claim.DeliveryAccepted,
        **stamp.fields,
        sheet=item.sheet,
        sheet_sha256=sheet_sha256,
        delivered_quantity=delivered_quantity,
        delivered_unit=delivered_unit,
        accepted_fen=accepted_fen,
    )


def take_back_delivery(claim: ClaimStanding, stamp: Stamp, reason: str, *, in_advance: bool) -> None:
    """撤销用款验收, as long as nothing was paid on the strength of it.

    Raises ClaimStepOutOfOrder (it was not accepted), ClaimPaidAlready, DatedBeforeFormerStep, in this order.
    """
    if not claim.accepted_by:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ("已验收", "accepted"))
    if claim.paid_fen and not in_advance:
        raise ClaimPaidAlready(claim.claim_no, claim.paid_fen, claim.approved_fen)
    claim.check_follows(stamp)
    claim.record(claim.DeliveryTakenBack, **stamp.fields, reason=reason)
