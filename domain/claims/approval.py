"""提交、审核与审批 (submission and approval): a claim is asked for, looked at and agreed to, or it ends."""

from domain.claims.codes import ClaimState
from domain.claims.document import Document
from domain.claims.refusals import ClaimOverdrawn, ClaimPaidAlready, ClaimStepOutOfOrder
from domain.claims.state import ClaimStanding
from domain.money.fen import check_amount
from domain.rulebook.codes import Duty
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.refusals import NothingGiven
from domain.stamp import Stamp


def submit(
    claim: ClaimStanding,
    stamp: Stamp,
    *,
    claim_no: str,
    purpose_kind: str,
    purpose_code: str,
    account_code: str,
    stage: str,
    amount_fen: int,
    payee_id: str,
    payee_name: str,
    documents: tuple[Document, ...],
    fee_use: str,
    spending_item: str,
) -> None:
    """提交报账.  Its rules stand with its purpose and its papers, and the caller has asked them."""
    claim.record(
        claim.Submitted,
        **stamp.fields,
        claim_no=claim_no,
        purpose_kind=purpose_kind,
        purpose_code=purpose_code,
        account_code=account_code,
        stage=stage,
        amount_fen=amount_fen,
        payee_id=payee_id,
        payee_name=payee_name,
        documents=documents,
        fee_use=fee_use,
        spending_item=spending_item,
    )


def review(claim: ClaimStanding, stamp: Stamp, opinion: str) -> None:
    """审核, by another person than the submitter.

    Raises ClaimStepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    if claim.ended or claim.reviewed_by:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ClaimState.SUBMITTED.word)
    claim.check_follows(stamp)
    duties_are_kept_apart(stamp.by, Duty.REVIEW, {Duty.SUBMISSION: claim.submitted_by})
    claim.record(claim.Reviewed, **stamp.fields, opinion=opinion)


def approve(claim: ClaimStanding, stamp: Stamp, approved_fen: int, opinion: str) -> None:
    """审批, by another person than the submitter; it may be less than was asked.

    Raises ClaimStepOutOfOrder, DatedBeforeFormerStep, AmountOutOfRange, PersonOnBothSides, ClaimOverdrawn, in
    this order.
    """
    if claim.ended or claim.approved_by or not claim.reviewed_by:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ClaimState.REVIEWED.word)
    claim.check_follows(stamp)
    check_amount(approved_fen, "approved_fen")
    duties_are_kept_apart(stamp.by, Duty.CLAIM_APPROVAL, {Duty.SUBMISSION: claim.submitted_by})
    if approved_fen > claim.amount_fen:
        raise ClaimOverdrawn(approved_fen, claim.amount_fen, claim.claim_no)
    claim.record(claim.Approved, **stamp.fields, approved_fen=approved_fen, opinion=opinion)


def refuse(claim: ClaimStanding, stamp: Stamp, reason_code: str, reason: str) -> None:
    """不予报账, as long as nothing of it is paid; by another person than the submitter.

    Raises ClaimStepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, NothingGiven, in this order.
    """
    if claim.ended or claim.paid_fen:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ("未付款", "not paid"))
    claim.check_follows(stamp)
    duties_are_kept_apart(stamp.by, Duty.REVIEW, {Duty.SUBMISSION: claim.submitted_by})
    if not reason.strip():
        raise NothingGiven("reason")
    claim.record(claim.Refused, **stamp.fields, reason_code=reason_code, reason=reason)


def withdraw(claim: ClaimStanding, stamp: Stamp, reason: str) -> None:
    """撤回报账, in any state in which its payee holds nothing of it.

    Raises ClaimStepOutOfOrder (it was refused or withdrawn), ClaimPaidAlready, DatedBeforeFormerStep, in order.
    """
    if claim.ended:
        raise ClaimStepOutOfOrder(claim.claim_no, claim.word, ("办理中", "under way"))
    if claim.paid_fen:
        raise ClaimPaidAlready(claim.claim_no, claim.paid_fen, claim.approved_fen)
    claim.check_follows(stamp)
    claim.record(claim.Withdrawn, **stamp.fields, reason=reason)
