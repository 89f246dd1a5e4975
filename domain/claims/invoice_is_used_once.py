"""A claim brings the papers of its stage; each invoice counts once and all of them cover it (发票不得重复报销)."""

from collections.abc import Sequence
from datetime import date

from domain.claims.document import Document
from domain.claims.refusals import DocumentsMissing, InvoicesDoNotCover, InvoiceUsedBefore
from domain.money.fen import check_amount
from domain.rules.steps_follow_in_time import day_is_not_before


def documents_are_complete(stage: str, kinds: Sequence[str], documents: Sequence[Document], on: date) -> None:
    """Refuse a claim without its papers, or with one that is younger than itself.

    Raises DocumentsMissing with every kind that is not brought, AmountOutOfRange, DatesOutOfOrder, in this order.
    """
    brought = {document.kind for document in documents}
    missing = [kind for kind in dict.fromkeys(kinds) if kind not in brought]
    if missing:
        raise DocumentsMissing(stage, missing)
    for document in documents:
        check_amount(document.amount_fen, "documents", smallest_fen=0)
        day_is_not_before("effective_on", on, document.issued_on)


def invoice_is_used_once(number: str, claim_no: str, used_by: str) -> None:
    """Raise InvoiceUsedBefore when a claim, this one or another, brought the invoice; `used_by` is "" for none."""
    if used_by:
        raise InvoiceUsedBefore(number, used_by if used_by != claim_no else f"{claim_no} ×2")


def invoices_cover_the_claim(amount_fen: int, invoices: Sequence[Document]) -> None:
    """Raise InvoicesDoNotCover when invoices are brought and sum to less than the claim."""
    invoices_fen = sum(invoice.amount_fen for invoice in invoices)
    if invoices and invoices_fen < amount_fen:
        raise InvoicesDoNotCover(amount_fen, invoices_fen)
