"""专户 (accounts): what a person may do with them over HTTP."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByApprover, ByPayer, ByRecorder
from api.requests.accounts import (
    CloseAccount,
    OpenAccount,
    PayOverInterest,
    ReconcileAccount,
    RecordInterest,
    RecordRefund,
    ReturnPayment,
    ReversePayment,
)
from api.requests.statements import statement_from_csv
from api.subjects.paths import Code
from domain.accounts.account import Account
from domain.money.fen import LARGEST_FEN
from projections.account_daybook import query as account_daybook
from projections.reading.paging import Page

router = APIRouter(prefix="/accounts", tags=["专户"])


@router.post("", **RECORDS)
async def open_account(body: OpenAccount, submission: ByApprover) -> Response:
    """开立账户 — open a special account or a special ledger."""
    return await submission.record(submission.books.open_account, body)


@router.post("/{code}/returns", **RECORDS)
async def return_payment(code: Code, body: ReturnPayment, submission: ByPayer) -> Response:
    """银行退票 — record a payment that the bank returned."""
    return await submission.record(submission.books.return_payment, body, code=code)


@router.post("/{code}/payment-reversals", **RECORDS)
async def reverse_payment(code: Code, body: ReversePayment, submission: ByPayer) -> Response:
    """冲销付款 — reverse a payment that was recorded wrongly."""
    return await submission.record(submission.books.reverse_payment, body, code=code)


@router.post("/{code}/refunds", **RECORDS)
async def record_refund(code: Code, body: RecordRefund, submission: ByPayer) -> Response:
    """退款 — record money that a payee gave back."""
    return await submission.record(submission.books.record_refund, body, code=code)


@router.post("/{code}/interest", **RECORDS)
async def record_interest(code: Code, body: RecordInterest, submission: ByPayer) -> Response:
    """利息收入 — record interest of a period."""
    return await submission.record(submission.books.record_interest, body, code=code)


@router.post("/{code}/interest-payments", **RECORDS)
async def pay_over_interest(code: Code, body: PayOverInterest, submission: ByPayer) -> Response:
    """利息上缴 — pay interest over to the treasury."""
    return await submission.record(submission.books.pay_over_interest, body, code=code)


@router.post("/{code}/closure", **RECORDS)
async def close_account(code: Code, body: CloseAccount, submission: ByApprover) -> Response:
    """销户 — close an account that holds nothing."""
    return await submission.record(submission.books.close_account, body, code=code)


@router.post("/{code}/reconciliations", **RECORDS)
async def reconcile_account(code: Code, body: ReconcileAccount, submission: ByRecorder) -> Response:
    """银行对账 — compare the ledger with the lines of a statement and list the differences."""
    return await submission.record(submission.books.reconcile_account, body, code=code)


@router.post("/{code}/statements", **RECORDS)
async def reconcile_account_with_csv(
    code: Code,
    submission: ByRecorder,
    *,
    effective_on: date,
    statement_on: date,
    bank_balance_fen: Annotated[int, Query(ge=-LARGEST_FEN, le=LARGEST_FEN)],
    content: Annotated[bytes, Body(media_type="text/csv")],
) -> Response:
    """银行对账单导入 — the same with the CSV file of the bank; every bad row is reported by its line number."""
    body = statement_from_csv(
        content,
        effective_on=effective_on,
        statement_on=statement_on,
        bank_balance_fen=bank_balance_fen,
    )
    return await submission.record(submission.books.reconcile_account, body, code=code)


@router.get("", response_model=Page[account_daybook.AccountRow])
def list_accounts(ask: Ask, paged: Paged, place: str = "") -> Response:
    """专户一览 — the accounts with their balances."""
    return ask.page("account_daybook", lambda cursor: account_daybook.accounts(cursor, paged, place=place))


@router.get("/{code}", response_model=account_daybook.AccountRow)
def read_account(code: Code, ask: Ask) -> Response:
    """专户 — one account with its balance."""
    return ask.one(
        "account_daybook", Account.id_of(code), lambda cursor: account_daybook.account(cursor, code)
    )


@router.get("/{code}/daybook", response_model=Page[account_daybook.DaybookEntry])
def read_daybook(
    code: Code, ask: Ask, paged: Paged, only: Annotated[account_daybook.DaybookFilter, Depends()]
) -> Response:
    """专账明细 — the postings of one account with the running balance."""
    return ask.page("account_daybook", lambda cursor: account_daybook.daybook(cursor, code, paged, only))


@router.get("/{code}/reconciliations", response_model=tuple[account_daybook.Reconciliation, ...])
def list_reconciliations(code: Code, ask: Ask) -> Response:
    """对账记录 — every reconciliation with its list of differences (未达账项)."""
    return ask.whole("account_daybook", lambda cursor: account_daybook.reconciliations(cursor, code))
