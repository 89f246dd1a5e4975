"""专户 (accounts): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query
from starlette.responses import Response

from api.commands.declaration import BodyFormat, Subject
from api.http.reading import Ask, Paged
from api.requests.accounts import (
    CloseAccount,
    FileAccountReport,
    OpenAccount,
    PayOverInterest,
    ReconcileAccount,
    RecordInterest,
    RecordRefund,
    ReturnPayment,
    ReverseInterest,
    ReverseInterestPayment,
    ReversePayment,
    ReverseReturn,
    WithdrawAccountReport,
)
from api.requests.path_keys import AccountCode
from api.requests.statements import STATEMENT, statement_from_csv
from api.requests.words import Day, PlaceAround
from domain.accounts.account import Account
from domain.money.fen import LARGEST_FEN
from projections.access.roles import Role
from projections.account_daybook import query as account_daybook
from projections.number_index.query import as_recorded, purpose_numbered, recorded_number
from projections.reading.paging import Cursor, Page

SUBJECT = Subject("专户", "Accounts", chapter=20, stream=Account.id_of("{code}"), keys={"code": AccountCode})


def read_statement(
    *,
    effective_on: Annotated[Day, Query()],
    statement_on: Annotated[Day, Query()],
    bank_balance_fen: Annotated[int, Query(ge=-LARGEST_FEN, le=LARGEST_FEN)],
    content: Annotated[bytes, Body(media_type="text/csv")],
) -> ReconcileAccount:
    """Read the CSV file of a bank.  Raises InvalidRequest with a place for every bad row."""
    return statement_from_csv(
        content,
        effective_on=effective_on,
        statement_on=statement_on,
        bank_balance_fen=bank_balance_fen,
    )


COMMANDS = (
    SUBJECT.post(
        "/accounts",
        "open_account",
        OpenAccount,
        by=Role.APPROVER,
        zh=("开户", "开立专户，或设立专账。"),
        en=("Open account", "Open a special account or a special ledger."),
    ),
    SUBJECT.post(
        "/accounts/{code}/returns",
        "return_payment",
        ReturnPayment,
        by=Role.PAYER,
        zh=("登记退票", "登记被银行整笔退回的付款。"),
        en=("Record returned payment", "Record a payment that the bank returned whole."),
    ),
    SUBJECT.post(
        "/accounts/{code}/payment-reversals",
        "reverse_payment",
        ReversePayment,
        by=Role.PAYER,
        zh=("冲销付款", "用红字冲销登记有误的付款。"),
        en=("Reverse payment", "Reverse a payment that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/accounts/{code}/refunds",
        "record_refund",
        RecordRefund,
        by=Role.PAYER,
        zh=("登记退款", "登记收款人退还的款项。"),
        en=("Record refund", "Record money that a payee gave back."),
    ),
    SUBJECT.post(
        "/accounts/{code}/interest",
        "record_interest",
        RecordInterest,
        by=Role.PAYER,
        zh=("登记利息", "登记一段时期的利息收入。"),
        en=("Record interest", "Record interest of a period."),
    ),
    SUBJECT.post(
        "/accounts/{code}/interest-payments",
        "pay_over_interest",
        PayOverInterest,
        by=Role.PAYER,
        zh=("上缴利息", "把利息上缴国库；归入帮扶资金的利息上缴管理该资金的单位。"),
        en=(
            "Pay over interest",
            "Pay interest over to the treasury, or to whoever keeps the aid fund's money.",
        ),
    ),
    SUBJECT.post(
        "/accounts/{code}/return-reversals",
        "reverse_return",
        ReverseReturn,
        by=Role.PAYER,
        zh=("冲销退回", "用红字冲销登记有误的退票，或填退款单号冲销退款；原付款照旧有效。"),
        en=(
            "Reverse return",
            "Reverse a return or refund that was recorded wrongly; the payment stands again.",
        ),
    ),
    SUBJECT.post(
        "/accounts/{code}/interest-reversals",
        "reverse_interest",
        ReverseInterest,
        by=Role.PAYER,
        zh=("冲销利息", "用红字冲销登记有误的利息收入。"),
        en=("Reverse interest", "Reverse interest that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/accounts/{code}/interest-payment-reversals",
        "reverse_interest_payment",
        ReverseInterestPayment,
        by=Role.PAYER,
        zh=("冲销利息上缴", "用红字冲销登记有误的利息上缴。"),
        en=("Reverse interest payment", "Reverse a payment of interest that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/accounts/{code}/reports",
        "file_account_report",
        FileAccountReport,
        by=Role.RECORDER,
        zh=("上报专户报表", "登记向上级报送的季报或年报，法定时限算到上报之日。"),
        en=(
            "File account report",
            "Record a statement sent up; the limits of a special account count to it.",
        ),
    ),
    SUBJECT.post(
        "/accounts/{code}/report-withdrawals",
        "withdraw_account_report",
        WithdrawAccountReport,
        by=Role.RECORDER,
        zh=("撤回上报报表", "撤回误登或被退回的报表，时限继续计算。"),
        en=("Withdraw account report", "Withdraw a statement that was given back; its limit runs on."),
    ),
    SUBJECT.post(
        "/accounts/{code}/closure",
        "close_account",
        CloseAccount,
        by=Role.APPROVER,
        zh=("销户", "注销已无余额的账户。"),
        en=("Close account", "Close an account that holds nothing."),
    ),
    SUBJECT.post(
        "/accounts/{code}/reconciliations",
        "reconcile_account",
        ReconcileAccount,
        by=Role.RECORDER,
        zh=("银行对账", "用银行对账单核对账户，列出未达账项。"),
        en=(
            "Reconcile account",
            "Compare the account with the lines of a bank statement and list the differences.",
        ),
    ),
    SUBJECT.post(
        "/accounts/{code}/statements",
        "reconcile_account",
        ReconcileAccount,
        by=Role.RECORDER,
        zh=("导入银行对账单", "直接用银行的 CSV 文件对账；读不懂的行逐行列出。"),
        en=(
            "Import bank statement",
            "Reconcile with the CSV file of the bank; every bad row is reported by its line number.",
        ),
        operation="reconcile_account_with_csv",
        body_format=BodyFormat.csv(read_statement, STATEMENT),
    ),
)

router = APIRouter(prefix="/accounts", tags=[SUBJECT.zh])


@router.get("", response_model=Page[account_daybook.AccountRow])
def list_accounts(ask: Ask, paged: Paged, place: PlaceAround = "") -> Response:
    """专户一览 — the accounts with their balances."""
    return ask.page("account_daybook", lambda cursor: account_daybook.accounts(cursor, paged, place=place))


@router.get("/{code}", response_model=account_daybook.AccountRow)
def read_account(code: AccountCode, ask: Ask) -> Response:
    """专户 — one account with its balance."""
    return ask.one("account_daybook", Account, code, account_daybook.account)


@router.get("/{code}/daybook", response_model=Page[account_daybook.DaybookEntry])
def read_daybook(
    code: AccountCode, ask: Ask, paged: Paged, only: Annotated[account_daybook.DaybookFilter, Depends()]
) -> Response:
    """专账明细 — the postings of one account with the running balance."""

    def asked(cursor: Cursor) -> Page[account_daybook.DaybookEntry]:
        named = as_recorded(cursor, only, purpose_code=purpose_numbered(only.purpose_kind))
        return account_daybook.daybook(cursor, recorded_number(cursor, Account, code), paged, named)

    return ask.page("account_daybook", asked)


@router.get("/{code}/reconciliations", response_model=tuple[account_daybook.Reconciliation, ...])
def list_reconciliations(code: AccountCode, ask: Ask) -> Response:
    """对账记录 — every reconciliation with its list of differences (未达账项)."""
    return ask.whole(
        "account_daybook",
        lambda cursor: account_daybook.reconciliations(cursor, recorded_number(cursor, Account, code)),
    )
