"""专账明细, 查询 (account daybook, reading): every posting of an account, with the balance after it.

Rows stand in the order of the journal, so the running balance is right even where a posting carries an earlier
business day; both days are shown.  Amounts in fen; in_fen and out_fen may be negative for a reversal (红字).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.accounts.statement import Difference
from domain.keys import lookup_key
from domain.money.sources import SourceShare
from projections.ledger.page import Recorded, facts_at
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows
from projections.words.writing import sentence_of


@dataclass(frozen=True)
class AccountRow:
    """One account (专户 or 专账).  `closed_on`, `reconciled_on` are None until it happened.

    balance = in − out.  in_transit_fen was sent to other accounts and is in neither; the balance is without it.
    interest_due_fen is interest that belongs to the treasury and was not yet paid over.
    """

    code: str
    name: str
    mode: str
    place_code: str
    holder_unit: str
    bank: str
    approval_no: str
    interest_owner: str
    opened_on: date
    closed_on: date | None
    in_fen: int
    out_fen: int
    balance_fen: int
    in_transit_fen: int
    interest_due_fen: int
    entries_count: int
    reconciled_on: date | None
    differences_count: int


@dataclass(frozen=True)
class DaybookEntry:
    """One posting.  `kind` is the topic without `account.`.

    reference  the number of the payment, refund, roll, gift or transfer.
    """

    position: int
    effective_on: date
    recorded_at: datetime
    actor: str
    kind: str
    voucher_no: str
    reference: str
    purpose_kind: str
    purpose_code: str
    stage: str
    party: str
    in_fen: int
    out_fen: int
    balance_fen: int
    sources: tuple[SourceShare, ...]
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class _Posting:
    """What the ledger keeps of a posting; the rest of a `DaybookEntry` stands in its fact."""

    position: int
    recorded_at: datetime
    effective_on: date
    kind: str
    voucher_no: str
    reference: str
    purpose_kind: str
    purpose_code: str
    stage: str
    party: str
    in_fen: int
    out_fen: int
    balance_fen: int


@dataclass(frozen=True)
class Reconciliation:
    """One comparison with a bank statement (对账); `differences` are the lines that only one side has (未达账项)."""

    position: int
    effective_on: date
    statement_on: date
    bank_balance_fen: int
    ledger_balance_fen: int
    matched_count: int
    statement_sha256: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class DaybookFilter:
    """Which postings: by business day (both ends included), kind, purpose; None or "" lets all pass."""

    from_on: date | None = None
    to_on: date | None = None
    kind: str | None = None
    purpose_kind: str | None = None
    purpose_code: str | None = None
    voucher_no: str | None = None


EVERY_POSTING = DaybookFilter()


def accounts(cursor: Cursor, paging: Paging, *, place: str = "") -> Page[AccountRow]:
    """The accounts by code.  `place` is a prefix of the place code.  Errors: CursorMismatch."""
    query = "SELECT * FROM account_daybook_accounts WHERE starts_with(place_code, %(place)s)"
    return read_page(cursor, AccountRow, query, {"place": place}, paging, keys=["code"])


def account(cursor: Cursor, code: str) -> AccountRow | None:
    """One account with its balance; None when it was never opened."""
    query = "SELECT * FROM account_daybook_accounts WHERE code = %(code)s"
    return read_row(cursor, AccountRow, query, {"code": code})


def daybook(
    cursor: Cursor, code: str, paging: Paging, only: DaybookFilter = EVERY_POSTING
) -> Page[DaybookEntry]:
    """The postings of one account in the order of the journal.  Errors: CursorMismatch."""
    query = """SELECT * FROM
            (SELECT d.*, j.recorded_at FROM account_daybook AS d JOIN journal AS j USING (position)) AS d
      WHERE account_code = %(code)s
        AND (%(from_on)s::date IS NULL OR effective_on >= %(from_on)s)
        AND (%(to_on)s::date IS NULL OR effective_on <= %(to_on)s)
        AND (%(kind)s::text IS NULL OR kind = %(kind)s)
        AND (%(purpose_kind)s::text IS NULL OR purpose_kind = %(purpose_kind)s)
        AND (%(purpose_code)s::text IS NULL OR purpose_code = %(purpose_code)s)
        AND (%(vouchers)s::text[] IS NULL OR voucher_no = ANY(%(vouchers)s))"""
    filters = {
        "code": code,
        "from_on": only.from_on,
        "to_on": only.to_on,
        "kind": only.kind,
        "purpose_kind": only.purpose_kind,
        "purpose_code": only.purpose_code,
        "vouchers": _spellings(cursor, code, only.voucher_no) if only.voucher_no else None,
    }
    page = read_page(cursor, _Posting, query, filters, paging, keys=["position"])
    facts = facts_at(cursor, [posting.position for posting in page.rows])
    return Page(tuple(_entry(posting, facts[posting.position]) for posting in page.rows), page.next_cursor)


def _spellings(cursor: Cursor, code: str, voucher_no: str) -> list[str]:
    """How the number of a voucher is spelt in an account: each year numbers its vouchers anew."""
    cursor.execute("SELECT DISTINCT voucher_no FROM account_daybook WHERE account_code = %s", (code,))
    key = lookup_key(voucher_no)
    return sorted(spelt for (spelt,) in cursor.fetchall() if lookup_key(spelt) == key)


def _entry(posting: _Posting, recorded: Recorded) -> DaybookEntry:
    fact: Any = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    return DaybookEntry(
        **vars(posting),
        actor=fact.by,
        sources=getattr(fact, "sources", ()),
        sentence_zh=sentence.zh,
        sentence_en=sentence.en,
    )


def reconciliations(cursor: Cursor, code: str) -> tuple[Reconciliation, ...]:
    """Every reconciliation of one account with its list of differences, in the order of the journal."""
    query = "SELECT * FROM account_daybook_reconciliations WHERE account_code = %(code)s ORDER BY position"
    return tuple(read_rows(cursor, Reconciliation, query, {"code": code}))
