"""报账 (claim): a request for payment with its papers, from submission to the bank's answer.

Its facts stand in `facts`.
"""

from datetime import date

from domain.claims.codes import ClaimState
from domain.claims.document import Document
from domain.claims.facts import ClaimFacts as Facts
from domain.claims.refusals import ClaimOverdrawn, ClaimPaidAlready, ClaimStepOutOfOrder, UnknownPayment
from domain.claims.spending_refusals import AcceptedBeyondClaim, SheetNotDemanded
from domain.code import Word
from domain.fact import Stream, applies
from domain.funds.codes import PurposeKind
from domain.money.fen import check_amount
from domain.rulebook.codes import Duty
from domain.rulebook.spending_rules import SpendingItem
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.refusals import NothingGiven
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class Claim(Facts, Stream):
    """报账单: `claim/{claim_no}`."""

    KIND = "claim"
    WORD = "报账单", "claim"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.claim_no = self.purpose_kind = self.purpose_code = self.account_code = self.stage = ""
        self.payee_id = self.payee_name = self.fee_use = self.spending_item = ""
        self.documents: tuple[Document, ...] = ()
        self.amount_fen = self.approved_fen = self.paid_fen = self.accepted_fen = 0
        self.submitted_by = self.reviewed_by = self.approved_by = self.accepted_by = ""
        self.judged_by_version = 0
        self.submitted_on = self.latest_on = date.min
        self.refused = self.withdrawn = False
        self.payments: dict[str, int] = {}

    @property
    def belongs_to(self) -> str:
        """The project that it is for; for any other purpose the account that it is paid from."""
        if self.purpose_kind == PurposeKind.PROJECT:
            return f"project/{self.purpose_code}"
        return f"account/{self.account_code}"

    @property
    def ended(self) -> bool:
        """Whether it was refused or withdrawn, so that no step follows."""
        return self.refused or self.withdrawn

    @property
    def open_fen(self) -> int:
        """What is approved and not paid; nothing of a claim that ended."""
        return 0 if self.ended else self.approved_fen - self.paid_fen

    @property
    def unaccounted_fen(self) -> int:
        """What its payee holds and no sheet proves."""
        return max(self.paid_fen - self.accepted_fen, 0)

    @property
    def under_way_fen(self) -> int:
        """What is asked and not answered, or approved and not paid; nothing of a claim that ended."""
        return self.open_fen if self.approved_by or self.ended else self.amount_fen

    @property
    def awaits_payment(self) -> bool:
        """Whether it is approved and nothing of it was paid."""
        return bool(self.approved_by) and not self.ended and not self.paid_fen

    # What the facts add up to

    @applies(Facts.Submitted)
    def _submitted(self, fact: Facts.Submitted) -> None:
        self.claim_no, self.stage = fact.claim_no, fact.stage
        self.purpose_kind, self.purpose_code = fact.purpose_kind, fact.purpose_code
        self.account_code, self.fee_use = fact.account_code, fact.fee_use
        self.spending_item, self.judged_by_version = fact.spending_item, fact.rulebook_version
        self.payee_id, self.payee_name = fact.payee_id, fact.payee_name
        self.amount_fen, self.documents = fact.amount_fen, fact.documents
        self.submitted_by, self.submitted_on = fact.by, fact.effective_on
        self.latest_on = fact.effective_on

    @applies(Facts.Reviewed)
    def _reviewed(self, fact: Facts.Reviewed) -> None:
        self.reviewed_by, self.latest_on = fact.by, fact.effective_on

    @applies(Facts.Approved)
    def _approved(self, fact: Facts.Approved) -> None:
        self.approved_by, self.latest_on = fact.by, fact.effective_on
        self.approved_fen = fact.approved_fen

    @applies(Facts.DeliveryAccepted)
    def _delivery_accepted(self, fact: Facts.DeliveryAccepted) -> None:
        self.accepted_by, self.latest_on = fact.by, fact.effective_on
        self.accepted_fen = fact.accepted_fen

    @applies(Facts.DeliveryTakenBack)
    def _delivery_taken_back(self, fact: Facts.DeliveryTakenBack) -> None:
        self.accepted_by, self.latest_on = "", fact.effective_on
        self.accepted_fen = 0

    @applies(Facts.Refused)
    def _refused(self, fact: Facts.Refused) -> None:
        self.refused, self.latest_on = True, fact.effective_on

    @applies(Facts.Withdrawn)
    def _withdrawn(self, fact: Facts.Withdrawn) -> None:
        self.withdrawn, self.latest_on = True, fact.effective_on

    @applies(Facts.Paid)
    def _paid(self, fact: Facts.Paid) -> None:
        self.latest_on = fact.effective_on
        self.paid_fen += fact.amount_fen
        self.payments[fact.payment_no] = fact.amount_fen

    @applies(Facts.PaymentReturned, Facts.PaymentReversed, Facts.PaymentRefunded)
    def _came_back(self, fact: Facts.PaymentReturned | Facts.PaymentReversed | Facts.PaymentRefunded) -> None:
        self.latest_on = max(self.latest_on, fact.effective_on)
        self.paid_fen -= fact.amount_fen
        self.payments[fact.payment_no] -= fact.amount_fen

    @applies(Facts.ReturnReversed)
    def _return_reversed(self, fact: Facts.ReturnReversed) -> None:
        self.latest_on = max(self.latest_on, fact.effective_on)
        self.paid_fen += fact.amount_fen
        self.payments[fact.payment_no] += fact.amount_fen

    # What may be decided

    def review(self, stamp: Stamp, opinion: str) -> None:
        """审核, by another person than the submitter."""
        if self.ended or self.reviewed_by:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ClaimState.SUBMITTED.word)
        self._follows(stamp)
        duties_are_kept_apart(stamp.by, Duty.REVIEW, {Duty.SUBMISSION: self.submitted_by})
        self.record(self.Reviewed, **stamp.fields, opinion=opinion)

    def approve(self, stamp: Stamp, approved_fen: int, opinion: str) -> None:
        """审批, by another person than the submitter; it may be less than was asked."""
        if self.ended or self.approved_by or not self.reviewed_by:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ClaimState.REVIEWED.word)
        self._follows(stamp)
        check_amount(approved_fen, "approved_fen")
        duties_are_kept_apart(stamp.by, Duty.CLAIM_APPROVAL, {Duty.SUBMISSION: self.submitted_by})
        if approved_fen > self.amount_fen:
            raise ClaimOverdrawn(approved_fen, self.amount_fen, self.claim_no)
        self.record(self.Approved, **stamp.fields, approved_fen=approved_fen, opinion=opinion)

    def accept_delivery(
        self,
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
        DatedBeforeFormerStep, PersonOnBothSides, AmountOutOfRange, AcceptedBeyondClaim, in this order.
        """
        if not item.sheet:
            raise SheetNotDemanded(self.claim_no, item.code)
        if self.ended or self.accepted_by:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ("未验收", "not accepted"))
        if item.in_advance and not self.paid_fen:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ClaimState.PAID.word)
        self._follows(stamp)
        done = {Duty.SUBMISSION: self.submitted_by, Duty.RECEIPT: self.payee_id}
        duties_are_kept_apart(stamp.by, Duty.DELIVERY, done)
        check_amount(delivered_quantity, "delivered_quantity")
        check_amount(accepted_fen, "accepted_fen")
        limit_fen = self.paid_fen if item.in_advance else self.amount_fen
        if accepted_fen > limit_fen:
            raise AcceptedBeyondClaim(accepted_fen, limit_fen, self.claim_no)
        self.record(
            self.DeliveryAccepted,
            **stamp.fields,
            sheet=item.sheet,
            sheet_sha256=sheet_sha256,
            delivered_quantity=delivered_quantity,
            delivered_unit=delivered_unit,
            accepted_fen=accepted_fen,
        )

    def take_back_delivery(self, stamp: Stamp, reason: str, *, in_advance: bool) -> None:
        """撤销用款验收, as long as nothing was paid on the strength of it.

        Raises ClaimStepOutOfOrder (it was not accepted), ClaimPaidAlready, DatedBeforeFormerStep, in this order.
        """
        if not self.accepted_by:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ("已验收", "accepted"))
        if self.paid_fen and not in_advance:
            raise ClaimPaidAlready(self.claim_no, self.paid_fen, self.approved_fen)
        self._follows(stamp)
        self.record(self.DeliveryTakenBack, **stamp.fields, reason=reason)

    def refuse(self, stamp: Stamp, reason_code: str, reason: str) -> None:
        """不予报账, as long as nothing of it is paid; by another person than the submitter."""
        if self.ended or self.paid_fen:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ("未付款", "not paid"))
        self._follows(stamp)
        duties_are_kept_apart(stamp.by, Duty.REVIEW, {Duty.SUBMISSION: self.submitted_by})
        if not reason.strip():
            raise NothingGiven("reason")
        self.record(self.Refused, **stamp.fields, reason_code=reason_code, reason=reason)

    def withdraw(self, stamp: Stamp, reason: str) -> None:
        """撤回报账, in any state in which its payee holds nothing of it.

        Raises ClaimStepOutOfOrder (it was refused or withdrawn), ClaimPaidAlready, DatedBeforeFormerStep, in order.
        """
        if self.ended:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ("办理中", "under way"))
        if self.paid_fen:
            raise ClaimPaidAlready(self.claim_no, self.paid_fen, self.approved_fen)
        self._follows(stamp)
        self.record(self.Withdrawn, **stamp.fields, reason=reason)

    def check_payment(self, stamp: Stamp, amount_fen: int) -> None:
        """Refuse a payment that is not approved, above what is open, or by the submitter or approver."""
        if self.ended or not self.approved_by:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ClaimState.APPROVED.word)
        self._follows(stamp)
        check_amount(amount_fen)
        done = {Duty.SUBMISSION: self.submitted_by, Duty.CLAIM_APPROVAL: self.approved_by}
        duties_are_kept_apart(stamp.by, Duty.PAYMENT, done)
        if amount_fen > self.open_fen:
            raise ClaimOverdrawn(amount_fen, self.open_fen, self.claim_no)

    def pay(self, stamp: Stamp, payment_no: str, amount_fen: int) -> None:
        """付款.  The rules are those of `check_payment`, which the caller has asked."""
        self.record(
            self.Paid,
            **stamp.fields,
            payment_no=payment_no,
            account_code=self.account_code,
            amount_fen=amount_fen,
        )

    def note_return(self, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
        """退票: called with `account.payment_returned`; what came back is open again."""
        self._check_came_back(payment_no, amount_fen)
        self.record(
            self.PaymentReturned, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
        )

    def note_reversal(self, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
        """红字冲销: called with `account.payment_reversed`."""
        self._check_came_back(payment_no, amount_fen)
        self.record(
            self.PaymentReversed, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
        )

    def note_refund(self, stamp: Stamp, payment_no: str, amount_fen: int, reason: str) -> None:
        """退款: called with `account.refunded`."""
        self._check_came_back(payment_no, amount_fen)
        self.record(
            self.PaymentRefunded, **stamp.fields, payment_no=payment_no, amount_fen=amount_fen, reason=reason
        )

    def reverse_return(
        self, stamp: Stamp, payment_no: str, refund_no: str, amount_fen: int, reason: str
    ) -> None:
        """退回冲销: called with `account.return_reversed`.

        Raises ClaimStepOutOfOrder (it has ended since), ClaimOverdrawn (it was paid again since), in that order.
        """
        if self.ended:
            raise ClaimStepOutOfOrder(self.claim_no, self._state, ("办理中", "under way"))
        if amount_fen > self.open_fen:
            raise ClaimOverdrawn(amount_fen, self.open_fen, self.claim_no)
        self.record(
            self.ReturnReversed,
            **stamp.fields,
            payment_no=payment_no,
            refund_no=refund_no,
            amount_fen=amount_fen,
            reason=reason,
        )

    def _check_came_back(self, payment_no: str, amount_fen: int) -> None:
        """Refuse an unknown payment, or more coming back than is left of it."""
        if payment_no not in self.payments:
            raise UnknownPayment(self.claim_no, payment_no)
        if amount_fen > self.payments[payment_no]:
            raise ClaimOverdrawn(amount_fen, self.payments[payment_no], self.claim_no)

    def _follows(self, stamp: Stamp) -> None:
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)

    @property
    def _state(self) -> Word:
        """The state in Chinese and English words."""
        if self.refused:
            return ClaimState.REFUSED.word
        if self.withdrawn:
            return ClaimState.WITHDRAWN.word
        if self.paid_fen:
            return ClaimState.PAID.word
        if self.approved_by:
            return ClaimState.APPROVED.word
        return (ClaimState.REVIEWED if self.reviewed_by else ClaimState.SUBMITTED).word
