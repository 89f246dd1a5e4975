"""报账台账, 记账 (claim register, folding): each step of a claim, and the invoice numbers it uses."""

from datetime import date

from domain.claims.claim import Claim
from domain.claims.codes import ClaimState
from domain.claims.document import Document
from domain.claims.invoice import Invoice
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

PAID, APPROVED = ClaimState.PAID.code, ClaimState.APPROVED.code


class ClaimRow(Row):
    """See query.ClaimRow."""

    claim_no: str
    purpose_kind: str
    purpose_code: str
    account_code: str
    stage: str
    fee_use: str
    spending_item: str
    payee_id: str
    payee_name: str
    asked_fen: int
    submitted_on: date
    submitted_by: str
    rulebook: int
    documents: tuple[Document, ...]
    state: str = ClaimState.SUBMITTED.code
    approved_fen: int = 0
    paid_fen: int = 0
    undone_fen: int = 0
    accepted_fen: int = 0
    sheet: str = ""
    delivered_quantity: int = 0
    delivered_unit: str = ""
    delivered_on: date | None = None
    delivered_by: str = ""
    reviewed_on: date | None = None
    reviewed_by: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    refused_because: str = ""
    refused_reason: str = ""
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_reason: str = ""


class InvoiceRow(Row):
    """See query.InvoiceUse."""

    number: str
    claim_no: str = ""
    amount_fen: int = 0
    used_on: date = date.min
    released_on: date | None = None
    reason: str = ""


CLAIMS = Table("claim_register", ClaimRow, key=("claim_no",))
INVOICES = Table("claim_register_invoices", InvoiceRow, key=("number",))


def _submitted(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Submitted = recorded.fact
    rows.add(
        CLAIMS,
        ClaimRow(
            claim_no=fact.claim_no,
            purpose_kind=fact.purpose_kind,
            purpose_code=fact.purpose_code,
            account_code=fact.account_code,
            stage=fact.stage,
            fee_use=fact.fee_use,
            spending_item=fact.spending_item,
            payee_id=fact.payee_id,
            payee_name=fact.payee_name,
            asked_fen=fact.amount_fen,
            submitted_on=fact.effective_on,
            submitted_by=fact.by,
            rulebook=fact.rulebook_version,
            documents=fact.documents,
        ),
    )


def _reviewed(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Reviewed = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.state = ClaimState.REVIEWED.code
    claim.reviewed_on = fact.effective_on
    claim.reviewed_by = fact.by


def _approved(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Approved = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.state = ClaimState.APPROVED.code
    claim.approved_fen = fact.approved_fen
    claim.decided_on = fact.effective_on
    claim.decided_by = fact.by


def _delivery_accepted(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.DeliveryAccepted = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.accepted_fen, claim.sheet = fact.accepted_fen, fact.sheet
    claim.delivered_quantity, claim.delivered_unit = fact.delivered_quantity, fact.delivered_unit
    claim.delivered_on, claim.delivered_by = fact.effective_on, fact.by


def _delivery_taken_back(recorded: Recorded, rows: Rows) -> None:
    claim = rows.change(CLAIMS, recorded.key)
    claim.accepted_fen = claim.delivered_quantity = 0
    claim.sheet = claim.delivered_unit = claim.delivered_by = ""
    claim.delivered_on = None


def _refused(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Refused = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.state = ClaimState.REFUSED.code
    claim.decided_on = fact.effective_on
    claim.decided_by = fact.by
    claim.refused_because = fact.reason_code
    claim.refused_reason = fact.reason


def _withdrawn(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Withdrawn = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.state = ClaimState.WITHDRAWN.code
    claim.withdrawn_on = fact.effective_on
    claim.withdrawn_by = fact.by
    claim.withdrawn_reason = fact.reason


def _paid(recorded: Recorded, rows: Rows) -> None:
    fact: Claim.Paid = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.paid_fen += fact.amount_fen
    _settle(claim)


def _undone(recorded: Recorded, rows: Rows) -> None:
    fact = recorded.fact
    claim = rows.change(CLAIMS, recorded.key)
    claim.undone_fen += fact.amount_fen
    _settle(claim)


def _return_reversed(recorded: Recorded, rows: Rows) -> None:
    claim = rows.change(CLAIMS, recorded.key)
    claim.undone_fen -= recorded.fact.amount_fen
    _settle(claim)


def _settle(claim: ClaimRow) -> None:
    """A claim is paid when the payee holds what was approved; what comes back opens it again."""
    held_fen = claim.paid_fen - claim.undone_fen
    claim.state = PAID if held_fen == claim.approved_fen else APPROVED


def _invoice_used(recorded: Recorded, rows: Rows) -> None:
    fact: Invoice.Used = recorded.fact
    # A number that was released may be used again: the row shows the last use.
    invoice = rows.at(INVOICES, recorded.key)
    invoice.claim_no = fact.claim_no
    invoice.amount_fen = fact.amount_fen
    invoice.used_on = fact.effective_on
    invoice.released_on = None
    invoice.reason = ""


def _invoice_released(recorded: Recorded, rows: Rows) -> None:
    invoice = rows.change(INVOICES, recorded.key)
    invoice.released_on = recorded.fact.effective_on
    invoice.reason = recorded.fact.reason


PROJECTION = Projection(
    "claim_register",
    (CLAIMS, INVOICES),
    {
        "claim.submitted": _submitted,
        "claim.reviewed": _reviewed,
        "claim.approved": _approved,
        "claim.delivery_accepted": _delivery_accepted,
        "claim.delivery_taken_back": _delivery_taken_back,
        "claim.refused": _refused,
        "claim.withdrawn": _withdrawn,
        "claim.paid": _paid,
        "claim.payment_returned": _undone,
        "claim.payment_reversed": _undone,
        "claim.payment_refunded": _undone,
        "claim.return_reversed": _return_reversed,
        "invoice.used": _invoice_used,
        "invoice.released": _invoice_released,
    },
)
