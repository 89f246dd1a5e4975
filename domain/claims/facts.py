"""报账事实 (facts of claims): what can happen to a request for payment, from submission to what came back of it."""

from dataclasses import dataclass

from domain.claims.document import Document
from domain.fact import Fact


class ClaimFacts:
    """What is recorded of a claim; `Claim` gives each by its own name, as `Claim.Paid`."""

    @dataclass(frozen=True, kw_only=True)
    class Submitted(Fact):
        """提交报账.  `fee_use` says what a fee is for: design, review, tender, supervision or acceptance.

        spending_item  what a unit or a gift spends it on; "" for other purposes and in rulebooks that list none.
        """

        TOPIC = "claim.submitted"
        OPENS = True
        claim_no: str
        purpose_kind: str
        purpose_code: str
        account_code: str
        stage: str
        amount_fen: int
        payee_id: str
        payee_name: str
        documents: tuple[Document, ...]
        fee_use: str = ""
        spending_item: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Reviewed(Fact):
        """审核: the papers were examined."""

        TOPIC = "claim.reviewed"
        opinion: str

    @dataclass(frozen=True, kw_only=True)
    class Approved(Fact):
        """审批: so much of the claim may be paid."""

        TOPIC = "claim.approved"
        approved_fen: int
        opinion: str

    @dataclass(frozen=True, kw_only=True)
    class DeliveryAccepted(Fact):
        """用款验收: a signed sheet proves that so much of the claim was delivered, such as 40 人次 of training."""

        TOPIC = "claim.delivery_accepted"
        sheet: str
        sheet_sha256: str
        delivered_quantity: int
        delivered_unit: str
        accepted_fen: int

    @dataclass(frozen=True, kw_only=True)
    class DeliveryTakenBack(Fact):
        """撤销用款验收: the sheet was wrong, and why; another may be brought."""

        TOPIC = "claim.delivery_taken_back"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Refused(Fact):
        """不予报账: the claim was refused, and why."""

        TOPIC = "claim.refused"
        reason_code: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Withdrawn(Fact):
        """撤回报账: the claim was taken back before it was paid, and why; nothing of it may be paid any more."""

        TOPIC = "claim.withdrawn"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Paid(Fact):
        """付款: recorded together with `account.paid`."""

        TOPIC = "claim.paid"
        payment_no: str
        account_code: str
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class PaymentReturned(Fact):
        """退票: the bank sent the payment back; it may be paid again."""

        TOPIC = "claim.payment_returned"
        payment_no: str
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentReversed(Fact):
        """红字冲销: the payment was recorded by mistake and taken back."""

        TOPIC = "claim.payment_reversed"
        payment_no: str
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentRefunded(Fact):
        """退款: the payee gave back a part or all of the payment."""

        TOPIC = "claim.payment_refunded"
        payment_no: str
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class ReturnReversed(Fact):
        """退回冲销: what was taken to have come back had not; the payment stands again."""

        TOPIC = "claim.return_reversed"
        payment_no: str
        refund_no: str
        amount_fen: int
        reason: str
