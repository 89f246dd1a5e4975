"""专账明细, 记账 (account daybook, folding): one row a posting, in and out, with the balance after it."""

from datetime import date

from domain.accounts.account import Account
from domain.accounts.statement import Difference
from domain.rulebook.codes import InterestOwner
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

TREASURY = InterestOwner.TREASURY.code


class AccountRow(Row):
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
    in_transit_fen: int = 0
    interest_due_fen: int = 0
    entries_count: int = 0
    reconciled_on: date | None = None
    differences_count: int = 0


class Entry(Row):
    """A posting, without what its fact says when it is read: see query.DaybookEntry."""

    account_code: str
    position: int
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


class Reconciled(Row):
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


def _posting(
    in_sign: int,
    out_sign: int,
    *,
    voucher: str = "",
    reference: str = "",
    party: str = "",
    stage: bool = False,
    purpose: bool = True,
) -> Fold:
    """Make the fold of a kind of posting.

    Signs say on which side its amount stands, -1 for a reversal (红字); the others name the fields of the fact that
    hold the voucher, the reference and the other party ("": it has none), and whether it has a stage and a purpose.
    """

    def post(recorded: Recorded, rows: Rows) -> None:
        fact = recorded.fact
        account = rows.change(ACCOUNTS, recorded.key)
        in_fen, out_fen = in_sign * fact.amount_fen, out_sign * fact.amount_fen
        account.in_fen += in_fen
        account.out_fen += out_fen
        account.balance_fen += in_fen - out_fen
        account.entries_count += 1
        rows.append(
            ENTRIES,
            Entry(
                account_code=account.code,
                position=recorded.position,
                effective_on=fact.effective_on,
                kind=recorded.topic.partition(".")[2],
                voucher_no=getattr(fact, voucher) if voucher else "",
                reference=getattr(fact, reference) if reference else "",
                purpose_kind=fact.purpose_kind if purpose else "",
                purpose_code=fact.purpose_code if purpose else "",
                stage=fact.stage if stage else "",
                party=getattr(fact, party) if party else "",
                in_fen=in_fen,
                out_fen=out_fen,
                balance_fen=account.balance_fen,
            ),
        )

    return post


_interest_posting = _posting(1, 0, voucher="voucher_no", purpose=False)
_interest_paid_posting = _posting(0, 1, voucher="voucher_no", party="receiver", purpose=False)
_interest_reversal = _posting(-1, 0, voucher="reversed_voucher_no", purpose=False)
_interest_payment_reversal = _posting(0, -1, voucher="reversed_voucher_no", party="receiver", purpose=False)


def _interest(recorded: Recorded, rows: Rows) -> None:
    if recorded.fact.owner == TREASURY:
        rows.change(ACCOUNTS, recorded.key).interest_due_fen += recorded.fact.amount_fen
    _interest_posting(recorded, rows)


def _interest_paid_over(recorded: Recorded, rows: Rows) -> None:
    if recorded.fact.owner == TREASURY:
        rows.change(ACCOUNTS, recorded.key).interest_due_fen -= recorded.fact.amount_fen
    _interest_paid_posting(recorded, rows)


def _interest_reversed(recorded: Recorded, rows: Rows) -> None:
    if recorded.fact.owner == TREASURY:
        rows.change(ACCOUNTS, recorded.key).interest_due_fen -= recorded.fact.amount_fen
    _interest_reversal(recorded, rows)


def _interest_payment_reversed(recorded: Recorded, rows: Rows) -> None:
    if recorded.fact.owner == TREASURY:
        rows.change(ACCOUNTS, recorded.key).interest_due_fen += recorded.fact.amount_fen
    _interest_payment_reversal(recorded, rows)


_transfer_posting = _posting(0, 1, voucher="voucher_no", reference="transfer_no", party="to_account_code")
_transfer_reversal = _posting(
    0, -1, voucher="reversed_voucher_no", reference="transfer_no", party="to_account_code"
)
_transfer_back_posting = _posting(
    1, 0, voucher="voucher_no", reference="transfer_no", party="to_account_code"
)
_receipt_posting = _posting(1, 0, voucher="voucher_no", reference="transfer_no", party="from_account_code")
_receipt_reversal = _posting(
    -1, 0, voucher="reversed_voucher_no", reference="transfer_no", party="from_account_code"
)


def _transfer(post: Fold, sign: int) -> Fold:
    """Make the fold of a step of a transfer: its posting, and what of its sender is in transit after it."""

    def step(recorded: Recorded, rows: Rows) -> None:
        sender = getattr(recorded.fact, "from_account_code", recorded.key)
        rows.change(ACCOUNTS, sender).in_transit_fen += sign * recorded.fact.amount_fen
        post(recorded, rows)

    return step


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
        "account.money_arrived": _posting(1, 0, voucher="voucher_no", reference="document_no"),
        "account.arrival_reversed": _posting(-1, 0, voucher="reversed_voucher_no", reference="document_no"),
        "account.paid": _posting(
            0, 1, voucher="voucher_no", reference="payment_no", party="payee_name", stage=True
        ),
        "account.payment_returned": _posting(
            1, 0, voucher="bank_reference", reference="payment_no", stage=True
        ),
        "account.payment_reversed": _posting(0, -1, reference="payment_no", stage=True),
        "account.refunded": _posting(1, 0, reference="refund_no", stage=True),
        "account.roll_returned": _posting(1, 0, reference="payment_no"),
        "account.return_reversed": _posting(-1, 0, reference="payment_no", stage=True),
        "account.roll_return_reversed": _posting(-1, 0, reference="payment_no"),
        "account.surplus_returned": _posting(0, 1, voucher="voucher_no", reference="document_no"),
        "account.transfer_sent": _transfer(_transfer_posting, 1),
        "account.transfer_withdrawn": _transfer(_transfer_reversal, -1),
        "account.transfer_came_back": _transfer(_transfer_back_posting, -1),
        "account.transfer_received": _transfer(_receipt_posting, -1),
        "account.transfer_receipt_reversed": _transfer(_receipt_reversal, 1),
        "account.surplus_return_reversed": _posting(
            0, -1, voucher="reversed_voucher_no", reference="document_no"
        ),
        "account.gift_arrived": _posting(1, 0, voucher="voucher_no", reference="gift_no", purpose=False),
        "account.gift_reversed": _posting(
            -1, 0, voucher="reversed_voucher_no", reference="gift_no", purpose=False
        ),
        "account.interest_received": _interest,
        "account.interest_paid_over": _interest_paid_over,
        "account.interest_reversed": _interest_reversed,
        "account.interest_payment_reversed": _interest_payment_reversed,
        "account.interest_planned": _posting(
            0, 1, voucher="voucher_no", reference="document_no", purpose=False
        ),
        "account.interest_plan_reversed": _posting(
            0, -1, voucher="reversed_voucher_no", reference="document_no", purpose=False
        ),
        "account.reconciled": _reconciled,
    },
)
