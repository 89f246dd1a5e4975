"""银行对账单 (bank statements): a CSV file as banks give it, read into the lines of a reconciliation.

The first row names the columns, in Chinese or English; UTF-8, or GB18030 as older bank software writes.  Amounts are
yuan with at most two decimals: one signed column (in is positive), or one for money in and one for money out.
Every row that cannot be read is reported with its line number, and then nothing of the file is used.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

from api.http.days import day_from
from api.http.refusals import InvalidRequest
from api.http.wording import Complaint
from api.requests.accounts import BankLine, ReconcileAccount
from domain.fields.field import field_of
from domain.money.fen import LARGEST_FEN, fen_from_yuan
from domain.refusal import Refusal

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "on": ("on", "日期", "交易日期", "记账日期"),
    "voucher_no": ("voucher_no", "凭证号", "凭证号码"),
    "amount": ("amount_yuan", "金额", "金额（元）", "发生额"),
    "in": ("in_yuan", "收入", "收入（元）", "贷方发生额"),
    "out": ("out_yuan", "支出", "支出（元）", "借方发生额"),
    "text": ("text", "摘要", "用途"),
}
LINES_MAX = field_of("lines", "accounts").kind.longest
DAY_WITHOUT_DASHES = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})")


class _Unreadable(ValueError):
    """One row cannot be read; the two sentences say why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def statement_from_csv(
    content: bytes, *, effective_on: date, statement_on: date, bank_balance_fen: int
) -> ReconcileAccount:
    """Read a statement.  Raises InvalidRequest with one place for every line that cannot be read."""
    lines: list[BankLine] = []
    complaints: list[Complaint] = []
    reader = csv.reader(io.StringIO(_text_of(content)))
    places = _places_of(next(reader, []))
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        try:
            lines.append(_line(dict(_cells(row, places))))
        except _Unreadable as unreadable:
            number = reader.line_num
            complaints.append(
                Complaint(
                    f"line:{number}",
                    "statement_line",
                    f"第 {number} 行：{unreadable.zh}。",
                    f"Line {number}: {unreadable.en}.",
                )
            )
        if len(lines) > LINES_MAX:
            raise _refused(
                f"line:{reader.line_num}",
                f"对账单最多 {LINES_MAX} 行",
                f"beyond the {LINES_MAX} lines that a statement may have",
            )
    if complaints:
        raise InvalidRequest(complaints)
    return ReconcileAccount(
        effective_on=effective_on,
        statement_on=statement_on,
        bank_balance_fen=bank_balance_fen,
        statement_sha256=hashlib.sha256(content).hexdigest(),
        lines=tuple(lines),
    )


def _text_of(content: bytes) -> str:
    """Decode: what is not UTF-8 is the national encoding.  Raises InvalidRequest when it is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused("line:1", "编码既不是 UTF-8 也不是 GB18030", "neither UTF-8 nor GB18030")


def _places_of(header: list[str]) -> dict[str, int]:
    """Find the columns by their names.  Raises InvalidRequest when one that is needed is not there."""
    found = {
        column: place
        for place, cell in enumerate(header)
        for column, names in COLUMNS.items()
        if cell.strip().replace("(", "（").replace(")", "）") in names
    }
    if "on" not in found or not found.keys() & {"amount", "in", "out"}:
        names = "；".join("、".join(COLUMNS[column]) for column in ("on", "amount", "in", "out"))
        raise _refused("line:1", f"第一行须有日期列和金额列：{names}", "line 1 must name a day and an amount")
    return found


def _cells(row: list[str], places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for column, place in places.items():
        yield column, row[place].strip() if place < len(row) else ""


def _line(cells: Mapping[str, str]) -> BankLine:
    return BankLine(
        on=_day(cells["on"]),
        voucher_no=cells.get("voucher_no", "")[:64],
        amount_fen=_amount_fen(cells),
        text=cells.get("text", "")[:200],
    )


def _day(text: str) -> date:
    parts = DAY_WITHOUT_DASHES.fullmatch(text)
    day = day_from("-".join(parts.groups()) if parts else text)
    if day is None:
        raise _Unreadable("日期须形如 2024-06-30", "the day must be written as 2024-06-30")
    return day


def _amount_fen(cells: Mapping[str, str]) -> int:
    """Take the signed amount, or what came in less what went out."""
    given = {column: fen_from_cell(cells[column]) for column in ("amount", "in", "out") if cells.get(column)}
    if not given:
        raise _Unreadable("没有金额", "there is no amount")
    amount_fen = given.get("amount", 0) + given.get("in", 0) - given.get("out", 0)
    if not -LARGEST_FEN <= amount_fen <= LARGEST_FEN:
        raise _Unreadable("金额过大", "the amount is too large")
    return amount_fen


def fen_from_cell(text: str) -> int:
    """Read an amount of yuan.  Anything finer than a fen is unreadable, never rounded."""
    try:
        return fen_from_yuan(text)
    except Refusal as refusal:
        raise _Unreadable(
            "金额须为最多两位小数的元", "the amount must be yuan with two decimals"
        ) from refusal


def _refused(pointer: str, zh: str, en: str) -> InvalidRequest:
    return InvalidRequest([Complaint(pointer, "statement_file", f"{zh}。", f"{en}.")])
