"""报账台账, 查询 (claim register, reading): every claim, who handled it, what it brought and what was paid on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.claims.document import Document
from projections.ledger.page import Recorded, facts_of_stream
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows
from projections.words.writing import sentence_of


@dataclass(frozen=True)
class ClaimRow:
    """One claim.  All amounts in fen; days and persons are None or "" until the step was taken.

    state           submitted, reviewed, approved, refused, withdrawn, paid (in full, as approved).
    spending_item   what a unit or a gift spends it on; "" for other purposes and in old books.
    accepted_fen    what the signed `sheet` proves of a delivery; of an advance, paid_fen − undone_fen − accepted_fen
                    is not accounted for yet.
    undone_fen      of `paid_fen`, what came back; paid_fen − undone_fen is what the payee holds.
    refused_because the reason code of a refusal, `refused_reason` its text.
    withdrawn_on    when it was taken back before its payment; the decision before it stays.
    """

    claim_no: str
    purpose_kind: str
    purpose_code: str
    account_code: str
    stage: str
    fee_use: str
    spending_item: str
    payee_id: str
    payee_name: str
    state: str
    asked_fen: int
    approved_fen: int
    paid_fen: int
    undone_fen: int
    accepted_fen: int
    sheet: str
    delivered_quantity: int
    delivered_unit: str
    delivered_on: date | None
    delivered_by: str
    submitted_on: date
    submitted_by: str
    reviewed_on: date | None
    reviewed_by: str
    decided_on: date | None
    decided_by: str
    refused_because: str
    refused_reason: str
    withdrawn_on: date | None
    withdrawn_by: str
    withdrawn_reason: str
    rulebook: int
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class ClaimStep:
    """One step of a claim.  `kind` is the topic without `claim.`; `text` the opinion or reason."""

    position: int
    effective_on: date
    actor: str
    kind: str
    reference: str
    amount_fen: int
    text: str
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class InvoiceUse:
    """One invoice number and the claim that uses it; `released_on` is None while it is in use."""

    number: str
    claim_no: str
    amount_fen: int
    used_on: date
    released_on: date | None
    reason: str


@dataclass(frozen=True)
class Claim:
    """Everything the register knows of one claim."""

    total: ClaimRow
    steps: tuple[ClaimStep, ...]
    invoices: tuple[InvoiceUse, ...]


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims; None lets all pass."""

    purpose_kind: str | None = None
    purpose_code: str | None = None
    account_code: str | None = None
    stage: str | None = None
    spending_item: str | None = None
    state: str | None = None


EVERY_CLAIM = ClaimFilter()


def claims(cursor: Cursor, paging: Paging, only: ClaimFilter = EVERY_CLAIM) -> Page[ClaimRow]:
    """The claims by number.  Errors: CursorMismatch."""
    query = """SELECT * FROM claim_register WHERE
            (%(purpose_kind)s::text IS NULL OR purpose_kind = %(purpose_kind)s)
        AND (%(purpose_code)s::text IS NULL OR purpose_code = %(purpose_code)s)
        AND (%(account_code)s::text IS NULL OR account_code = %(account_code)s)
        AND (%(stage)s::text IS NULL OR stage = %(stage)s)
        AND (%(spending_item)s::text IS NULL OR spending_item = %(spending_item)s)
        AND (%(state)s::text IS NULL OR state = %(state)s)"""
    return read_page(cursor, ClaimRow, query, vars(only), paging, keys=["claim_no"])


def claim(cursor: Cursor, claim_no: str) -> Claim | None:
    """One claim with its steps and invoices; None when no such claim was submitted."""
    key = {"claim_no": claim_no}
    total = read_row(cursor, ClaimRow, "SELECT * FROM claim_register WHERE claim_no = %(claim_no)s", key)
    if total is None:
        return None
    steps = facts_of_stream(cursor, f"claim/{claim_no}", "claim_register")
    invoices = "SELECT * FROM claim_register_invoices WHERE claim_no = %(claim_no)s ORDER BY number"
    return Claim(
        total=total,
        steps=tuple(map(_step, steps)),
        invoices=tuple(read_rows(cursor, InvoiceUse, invoices, key)),
    )


@dataclass(frozen=True)
class UnitSpending:
    """What a unit spends on one claim that was approved.  `held_fen` is paid and did not come back.

    accepted_fen  what a signed sheet proves; None where nobody brought one.
    """

    claim_no: str
    purpose_code: str
    spending_item: str
    rulebook: int
    approved_fen: int
    held_fen: int
    accepted_fen: int | None


def spending_of_units(cursor: Cursor, unit_codes: Sequence[str], at_most: int) -> list[UnitSpending]:
    """The approved claims of these units that were neither refused nor withdrawn, the latest first."""
    query = """SELECT claim_no, purpose_code, spending_item, rulebook, approved_fen,
            paid_fen - undone_fen AS held_fen, CASE WHEN sheet <> '' THEN accepted_fen END AS accepted_fen
        FROM claim_register
        WHERE purpose_kind = 'unit' AND purpose_code = ANY(%(codes)s) AND state IN ('approved', 'paid')
        ORDER BY submitted_on DESC, claim_no LIMIT %(at_most)s"""
    return read_rows(cursor, UnitSpending, query, {"codes": list(unit_codes), "at_most": at_most})


def _step(recorded: Recorded) -> ClaimStep:
    fact: Any = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    return ClaimStep(
        position=recorded.position,
        effective_on=fact.effective_on,
        actor=fact.by,
        kind=recorded.topic.partition(".")[2],
        reference=_first(fact, "payment_no", "reason_code"),
        amount_fen=_first(fact, "approved_fen", "accepted_fen", "amount_fen") or 0,
        text=_first(fact, "opinion", "reason"),
        sentence_zh=sentence.zh,
        sentence_en=sentence.en,
    )


def _first(fact: Any, *fields: str) -> Any:
    """The first of these fields that the fact has; "" when it has none."""
    return next((getattr(fact, field) for field in fields if hasattr(fact, field)), "")
