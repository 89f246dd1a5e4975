"""表格文件 (tables as CSV): a file whose first row names the columns, read row by row, every bad row reported.

The columns are named in Chinese or English and may stand in any order; blank rows are passed over.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from api.http.refusals import InvalidRequest
from api.http.wording import COMPLAINTS_MAX, Complaint, sentence_about
from api.requests.body import Part
from api.requests.csv_text import refused, text_of
from api.requests.days import day_from

T = TypeVar("T")
Columns = Mapping[str, tuple[str, ...]]
"""What each column may be called: its name in JSON first, then how files in Chinese call it, the most usual first."""


DAY_WITHOUT_DASHES = re.compile(
    r"([0-9]{4})[/.]?([0-9]{2})[/.]?([0-9]{2})|([0-9]{4})[/.年]([0-9]{1,2})[/.月]([0-9]{1,2})日?"
)


@dataclass(frozen=True)
class Table:
    """What a file of one kind holds.

    kind      the code of a complaint: `{kind}_line` about a row, `{kind}_file` about the file.
    row       the model of a row.
    columns   what each column may be called; cells come by its key, "" where the file has none.
    needed    of each group one column must be there.
    rows_max  of a file with more rows nothing is used.
    rows_min  as many rows at least: 0 where a file without rows says something, too.
    """

    kind: str
    row: type[Part]
    columns: Columns
    needed: Sequence[tuple[str, ...]]
    rows_max: int
    rows_min: int = 1


class Unreadable(ValueError):
    """One row cannot be read; the two sentences say why."""

    def __init__(self, zh: str, en: str, column: str = "") -> None:
        """Say why in Chinese and English, without a full stop, and in which column, where one is to blame."""
        super().__init__(en)
        self.zh, self.en, self.column = zh, en, column


def read_table(
    content: bytes, table: Table, *, make: Callable[[Mapping[str, str]], T]
) -> tuple[tuple[int, T], ...]:
    """Make a value of each row and give it with its line of the file, whose header is line 1.

    make  reads the cells of a row; it raises Unreadable, or what the model of the row says of its columns.

    Raises InvalidRequest about the file, or with one place for every line that cannot be read, up to COMPLAINTS_MAX.
    """
    kind, columns = table.kind, table.columns
    made: list[tuple[int, T]] = []
    complaints: list[Complaint] = []
    rows = _rows(content, kind)
    header = next(rows, (1, []))[1]
    places = _places_of(header, columns, table.needed, kind)
    headings = {column: header[place].strip() for column, place in places.items()}
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(made) == table.rows_max:
            zh, en = (
                f"文件最多 {table.rows_max} 行",
                f"the file has more than the {table.rows_max} rows that it may have",
            )
            raise refused(kind, zh, en, number)
        try:
            made.append((number, make({**dict.fromkeys(columns, ""), **dict(_cells(row, places))})))
        except ValidationError as error:
            complaints.append(_complaint(kind, number, _unreadable(error), headings))
        except Unreadable as unreadable:
            complaints.append(_complaint(kind, number, [unreadable], headings))
        if len(complaints) == COMPLAINTS_MAX:
            break
    if complaints:
        raise InvalidRequest(complaints)
    if len(made) < table.rows_min:
        raise refused(kind, "文件只有表头，没有数据行", "the file has a header and no rows")
    return tuple(made)


def day_from_cell(text: str, column: str = "") -> date:
    """Read a day as banks and spreadsheets write it, `20240601`, `2024/6/1` or `2024年6月1日`.  Raises Unreadable."""
    parts = DAY_WITHOUT_DASHES.fullmatch(text)
    day = day_from("-".join(part.zfill(2) for part in parts.groups() if part) if parts else text)
    if day is None:
        raise Unreadable("日期须形如 2024-06-30", "the day must be written as 2024-06-30", column)
    return day


def _rows(content: bytes, kind: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row with the number of its last line.

    Raises InvalidRequest where the file is no CSV: a quote that is not closed would swallow all rows behind it.
    """
    reader = csv.reader(io.StringIO(text_of(content, kind), newline=""), strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        zh = f"第 {reader.line_num} 行不是 CSV：引号没有成对，或单元格过长"
        en = f"line {reader.line_num} is no CSV: a quote is not closed, or a cell is too long"
        raise refused(kind, zh, en, reader.line_num) from error


def _unreadable(error: ValidationError) -> list[Unreadable]:
    """Say of each column of a row what the model of the row says of it."""
    return [Unreadable(*sentence_about(one), str(one["loc"][0])) for one in error.errors()]


def _complaint(
    kind: str, number: int, faults: Sequence[Unreadable], headings: Mapping[str, str]
) -> Complaint:
    """Word all that is wrong with one row, each column by its heading."""
    called = [headings.get(fault.column, fault.column) for fault in faults]
    zh = "；".join(
        f"“{name}”{fault.zh}" if name else fault.zh for name, fault in zip(called, faults, strict=True)
    )
    en = "; ".join(
        f"“{name}” {fault.en}" if name else fault.en for name, fault in zip(called, faults, strict=True)
    )
    return Complaint(f"line:{number}", f"{kind}_line", f"第 {number} 行：{zh}。", f"Line {number}: {en}.")


def _places_of(
    header: list[str], columns: Columns, needed: Sequence[tuple[str, ...]], kind: str
) -> dict[str, int]:
    """Find the columns by their names.

    Raises InvalidRequest when two columns of the file are one, or when one that is needed is not there.
    """
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = cell.strip().replace("(", "（").replace(")", "）")
        for column in (column for column, names in columns.items() if name in names):
            former = found.setdefault(column, place)
            if former != place:
                zh = (
                    f"第一行的第 {former + 1} 列“{header[former].strip()}”与第 {place + 1} 列“{name}”是同一项"
                )
                en = f"columns {former + 1} and {place + 1} of line 1 both give {column}"
                raise refused(kind, zh, en)
    missing = [group for group in needed if not found.keys() & set(group)]
    if missing:
        wanted = "；".join(
            "、".join(name for column in group for name in columns[column]) for group in missing
        )
        # What line 1 says is not repeated: without a header it may be about a person.
        zh = f"第一行缺少下列名称的列：{wanted}；第一行须为列名，以英文逗号分隔，现读到 {len(header)} 列"
        en = f"line 1 names no column of these: {wanted}; it names columns between commas, and has {len(header)}"
        raise refused(kind, zh, en)
    return found


def _cells(row: list[str], places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for column, place in places.items():
        yield column, row[place].strip() if place < len(row) else ""
