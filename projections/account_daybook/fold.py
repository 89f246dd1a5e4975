"""专账明细, 记账 (account daybook, folding): one row a posting, in and out, with the balance after it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.account import Account
from domain.statement import Difference
from domain.values import SourceShare
from projections.page import Recorded
from projections.rows import Rows
from projections.sentences.writing import sentence_of
from projections.tables import Table
from projections.view import Fold, Projection


@dataclass(slots=True)
class AccountRow:
    """See query.AccountRow."""

    code: str
    name: str
    mode: str
    place_code: str
    holder_unit: str
    bank: str
    approval_no: str
    interest_owner: str
    opened_on: date
    closed_on: date | None = None
    in_fen: int = 0
    out_fen: int = 0
    balance_fen: int = 0
    interest_due_fen: int = 0
    entries_count: int = 0
    reconciled_on: date | None = None
    differences_count: int = 0


@dataclass(slots=True)
class Entry:
    """See query.DaybookEntry."""

    account_code: str
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


@dataclass(slots=True)
class Reconciled:
    """See query.Reconciliation."""

    account_code: str
    position: int
    effective_on: date
    statement_on: date
    bank_balance_fen: int
    ledger_balance_fen: int
    matched_count: int
    statement_sha256: str
    differences: tuple[Difference, ...]


ACCOUNTS = Table("account_daybook_accounts", AccountRow, key=("code",))
ENTRIES = Table("account_daybook", Entry)
RECONCILIATIONS = Table("account_daybook_reconciliations", Reconciled)

_VOUCHERS = ("voucher_no", "reversed_voucher_no", "bank_reference")
_REFERENCES = ("refund_no", "payment_no", "roll_no", "gift_no", "document_no")
_PARTIES = ("payee_name", "receiver")


def _opened(recorded: Recorded, rows: Rows) -> None:
    fact: Account.Opened = recorded.fact
    rows.add(
        ACCOUNTS,
        AccountRow(
            code=fact.code,
            name=fact.name,
            mode=fact.mode,
            place_code=fact.place_code,
            holder_unit=fact.holder_unit,
            bank=fact.bank,
            approval_no=fact.approval_no,
            interest_owner=fact.interest_owner,
            opened_on=fact.effective_on,
        ),
    )


def _closed(recorded: Recorded, rows: Rows) -> None:
    rows.change(ACCOUNTS, recorded.key).closed_on = recorded.fact.effective_on


def _posting(*, in_sign: int = 0, out_sign: int = 0) -> Fold:
    """Make the fold of a kind of posting: on which side its amount stands, -1 for a reversal (红字)."""

    def post(recorded: Recorded, rows: Rows) -> None:
        fact = recorded.fact
        account = rows.change(ACCOUNTS, recorded.key)
        in_fen, out_fen = in_sign * fact.amount_fen, out_sign * fact.amount_fen
        account.in_fen += in_fen
        account.out_fen += out_fen
        account.balance_fen += in_fen - out_fen
        account.entries_count += 1
        rows.append(ENTRIES, _entry(recorded, in_fen, out_fen, account.balance_fen))

    return post


def _interest(recorded: Recorded, rows: Rows) -> None:
    if recorded.fact.owner == "treasury":
        rows.change(ACCOUNTS, recorded.key).interest_due_fen += recorded.fact.amount_fen
    _posting(in_sign=1)(recorded, rows)


def _interest_paid_over(recorded: Recorded, rows: Rows) -> None:
    rows.change(ACCOUNTS, recorded.key).interest_due_fen -= recorded.fact.amount_fen
    _posting(out_sign=1)(recorded, rows)


def _entry(recorded: Recorded, in_fen: int, out_fen: int, balance_fen: int) -> Entry:
    fact = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    return Entry(
        account_code=recorded.key,
        position=recorded.position,
        effective_on=fact.effective_on,
        recorded_at=recorded.recorded_at,
        actor=fact.by,
        kind=recorded.topic.partition(".")[2],
        voucher_no=_first(fact, *_VOUCHERS),
        reference=_first(fact, *_REFERENCES),
        purpose_kind=_first(fact, "purpose_kind"),
        purpose_code=_first(fact, "purpose_code"),
        stage=_first(fact, "stage"),
        party=_first(fact, *_PARTIES),
        in_fen=in_fen,
        out_fen=out_fen,
        balance_fen=balance_fen,
        sources=getattr(fact, "sources", ()),
        sentence_zh=sentence.zh,
        sentence_en=sentence.en,
    )


def _first(fact: Any, *names: str) -> str:
    """The first of these fields that the fact has and fills, else ""."""
    return next((value for name in names if (value := getattr(fact, name, ""))), "")


def _reconciled(recorded: Recorded, rows: Rows) -> None:
    fact: Account.Reconciled = recorded.fact
    account = rows.change(ACCOUNTS, recorded.key)
    account.reconciled_on = fact.statement_on
    account.differences_count = len(fact.differences)
    rows.append(
        RECONCILIATIONS,
        Reconciled(
            account_code=recorded.key,
            position=recorded.position,
            effective_on=fact.effective_on,
            statement_on=fact.statement_on,
            bank_balance_fen=fact.bank_balance_fen,
            ledger_balance_fen=fact.ledger_balance_fen,
            matched_count=fact.matched_count,
            statement_sha256=fact.statement_sha256,
            differences=fact.differences,
        ),
    )


PROJECTION = Projection(
    "account_daybook",
    (ACCOUNTS, ENTRIES, RECONCILIATIONS),
    {
        "account.opened": _opened,
        "account.closed": _closed,
        "account.money_arrived": _posting(in_sign=1),
        "account.arrival_reversed": _posting(in_sign=-1),
        "account.paid": _posting(out_sign=1),
        "account.payment_returned": _posting(in_sign=1),
        "account.payment_reversed": _posting(out_sign=-1),
        "account.refunded": _posting(in_sign=1),
        "account.roll_returned": _posting(in_sign=1),
        "account.surplus_returned": _posting(out_sign=1),
        "account.gift_arrived": _posting(in_sign=1),
        "account.interest_received": _interest,
        "account.interest_paid_over": _interest_paid_over,
        "account.reconciled": _reconciled,
    },
)
