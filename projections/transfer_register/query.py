"""调拨登记, 查询 (transfer register, reading): what was sent from account to account, and what is in transit.

Amounts in fen.  What is in transit (在途资金) is in no account: the balances of the accounts and what is in transit
together are what came in and did not go out.
"""

from dataclasses import dataclass
from datetime import date

from projections.ledger.page import facts_at
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row
from projections.words.writing import sentence_of


@dataclass(frozen=True)
class TransferRow:
    """One transfer.  `state` is of TransferState; ended_on is None while the money is in transit."""

    transfer_no: str
    decision_no: str
    from_account_code: str
    to_account_code: str
    document_no: str
    allocation_no: str
    purpose_kind: str
    purpose_code: str
    year: int
    sent_on: date
    ended_on: date | None
    state: str
    amount_fen: int
    in_transit_fen: int


@dataclass(frozen=True)
class TransferStep:
    """One step: the state that it brought, who took it, and its sentence."""

    position: int
    effective_on: date
    actor: str
    state: str
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class Transfer:
    """Everything the register knows of one transfer."""

    total: TransferRow
    steps: tuple[TransferStep, ...]


@dataclass(frozen=True)
class TransferFilter:
    """Which transfers: of an account on either side, of a document, in a state, in transit; None lets all pass."""

    account_code: str | None = None
    document_no: str | None = None
    state: str | None = None
    in_transit: bool | None = None


EVERY_TRANSFER = TransferFilter()


def transfers(cursor: Cursor, paging: Paging, only: TransferFilter = EVERY_TRANSFER) -> Page[TransferRow]:
    """The transfers by number.  Errors: CursorMismatch."""
    query = """SELECT * FROM transfer_register
        WHERE (%(account_code)s::text IS NULL OR %(account_code)s IN (from_account_code, to_account_code))
          AND (%(document_no)s::text IS NULL OR document_no = %(document_no)s)
          AND (%(state)s::text IS NULL OR state = %(state)s)
          AND (%(in_transit)s::boolean IS NULL OR (in_transit_fen > 0) = %(in_transit)s)"""
    return read_page(cursor, TransferRow, query, dict(vars(only)), paging, keys=["transfer_no"])


def transfer(cursor: Cursor, transfer_no: str) -> Transfer | None:
    """One transfer with its steps; None when no such transfer was sent."""
    query = "SELECT * FROM transfer_register WHERE transfer_no = %(transfer_no)s"
    total = read_row(cursor, TransferRow, query, {"transfer_no": transfer_no})
    return None if total is None else Transfer(total, _steps(cursor, transfer_no))


def _steps(cursor: Cursor, transfer_no: str) -> tuple[TransferStep, ...]:
    cursor.execute(
        "SELECT position, state FROM transfer_register_steps WHERE transfer_no = %s ORDER BY position",
        (transfer_no,),
    )
    taken = cursor.fetchall()
    facts = facts_at(cursor, [position for position, _ in taken])
    return tuple(
        TransferStep(
            position,
            facts[position].fact.effective_on,
            facts[position].fact.by,
            state,
            *sentence_of(facts[position].topic, facts[position].fact),
        )
        for position, state in taken
    )


def in_transit_fen(cursor: Cursor, *, year: int | None = None, document_no: str | None = None) -> int:
    """What is in transit now of the documents of a year, or of one document."""
    cursor.execute(
        """SELECT in_transit_fen FROM transfer_register
            WHERE in_transit_fen > 0
              AND (%(year)s::int IS NULL OR year = %(year)s)
              AND (%(document_no)s::text IS NULL OR document_no = %(document_no)s)""",
        {"year": year, "document_no": document_no},
    )
    return sum(amount_fen for (amount_fen,) in cursor.fetchall())
