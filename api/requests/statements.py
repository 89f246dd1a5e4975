"""银行对账单 (bank statements): a CSV file as banks give it, read into the lines of a reconciliation.

Amounts are yuan with at most two decimals: one signed column (in is positive), or one for money in and one for money
out.  Every row that cannot be read is reported with its line number, and then nothing of the file is used.
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from api.requests.accounts import BankLine, ReconcileAccount
from api.requests.csv_table import Table, Unreadable, day_from_cell, read_table
from domain.fields.field import field_of
from domain.money.fen import LARGEST_FEN, fen_from_yuan
from domain.refusal import Refusal

LINES_MAX = field_of("lines", "accounts").kind.longest
STATEMENT = Table(
    kind="statement",
    row=BankLine,
    columns={
        "on": ("on", "日期", "交易日期", "记账日期"),
        "voucher_no": ("voucher_no", "凭证号", "凭证号码"),
        "amount": ("amount_yuan", "金额", "金额（元）", "发生额"),
        "in": ("in_yuan", "收入", "收入（元）", "贷方发生额"),
        "out": ("out_yuan", "支出", "支出（元）", "借方发生额"),
        "text": ("text", "摘要", "用途"),
    },
    needed=[("on",), ("amount", "in", "out")],
    rows_max=LINES_MAX,
    rows_min=0,  # a month in which nothing moved
)


def statement_from_csv(
    content: bytes, *, effective_on: date, statement_on: date, bank_balance_fen: int
) -> ReconcileAccount:
    """Read a statement.  Raises InvalidRequest with one place for every line that cannot be read."""
    lines = read_table(content, STATEMENT, make=_line)
    return ReconcileAccount(
        effective_on=effective_on,
        statement_on=statement_on,
        bank_balance_fen=bank_balance_fen,
        statement_sha256=hashlib.sha256(content).hexdigest(),
        lines=tuple(line for _, line in lines),
    )


def _line(cells: Mapping[str, str]) -> BankLine:
    return BankLine(
        on=day_from_cell(cells["on"], "on"),
        voucher_no=cells["voucher_no"][:64],
        amount_fen=_amount_fen(cells),
        text=cells["text"][:200],
    )


def _amount_fen(cells: Mapping[str, str]) -> int:
    """Take the signed amount, or what came in less what went out."""
    given = {
        column: fen_from_cell(cells[column], column)
        for column in ("amount", "in", "out")
        if cells.get(column)
    }
    if not given:
        raise Unreadable("没有金额", "there is no amount")
    amount_fen = given.get("amount", 0) + given.get("in", 0) - given.get("out", 0)
    if not -LARGEST_FEN <= amount_fen <= LARGEST_FEN:
        raise Unreadable("金额过大", "the amount is too large")
    return amount_fen


def fen_from_cell(text: str, column: str) -> int:
    """Read an amount of yuan.  Anything finer than a fen is unreadable, never rounded."""
    try:
        return fen_from_yuan(text)
    except Refusal as refusal:
        zh, en = "金额须为最多两位小数的元", "the amount must be yuan with two decimals"
        raise Unreadable(zh, en, column) from refusal
