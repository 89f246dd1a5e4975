"""报账请求 (requests about claims): from the submission to the payment, the refusal or the withdrawal."""

from typing import Annotated

from api.requests.body import CommandBody
from api.requests.code_of import CodeOf
from api.requests.parts import Document
from api.requests.words import Code, CodeOrNone, Fen, Key, KeyOrNone, Name, PersonId, Text, entries_of
from domain.claims.codes import FeeUse
from domain.funds.codes import PAID_FOR
from domain.rulebook.codes import PaymentStage


class SubmitClaim(CommandBody):
    """Claim money for a stage, with its papers."""

    claim_no: Key
    purpose_kind: Annotated[str, CodeOf(PAID_FOR)]
    purpose_code: KeyOrNone
    account_code: Key
    stage: Annotated[str, CodeOf(PaymentStage)]
    amount_fen: Fen
    payee_id: PersonId
    payee_name: Name
    documents: Annotated[tuple[Document, ...], entries_of("documents")]
    fee_use: Annotated[str, CodeOf(FeeUse, or_none=True)] = ""
    spending_item: CodeOrNone = ""


class ReviewClaim(CommandBody):
    """Review a claim."""

    opinion: Text


class ApproveClaim(CommandBody):
    """Approve a claim, in full or less than asked."""

    approved_fen: Fen
    opinion: Text


class RefuseClaim(CommandBody):
    """Refuse a claim; the reason is kept as a fact."""

    reason_code: Code
    reason: Text


class WithdrawClaim(CommandBody):
    """Withdraw a claim before it is paid; the reason is kept as a fact."""

    reason: Text


class PayClaim(CommandBody):
    """Pay an approved claim, in full or in part; the split by source follows the plan."""

    payment_no: Key
    voucher_no: Key
    amount_fen: Fen
