"""区划与单位文件 (files of places): CSV as a civil affairs bureau or an establishment office gives it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from api.requests.body import Part
from api.requests.csv_table import Table, Unreadable, day_from_cell, read_table
from api.requests.places import DivisionRow, RegisterDivisions, RegisterUnits, UnitRow
from domain.fields.field import field_of

ROWS_MAX = field_of("rows", "places").kind.longest
DAYS: Mapping[str, tuple[str, ...]] = {
    "from_on": ("from_on", "起日", "启用日期"),
    "until_on": ("until_on", "止日", "停用日期"),
}
DIVISIONS = Table(
    kind="divisions",
    row=DivisionRow,
    columns={
        "code": ("code", "区划代码", "代码"),
        "name": ("name", "名称", "区划名称"),
        "level": ("level", "级别"),
        "parent_code": ("parent_code", "上级代码"),
        **DAYS,
    },
    needed=[("code",), ("name",)],
    rows_max=ROWS_MAX,
)
UNITS = Table(
    kind="units",
    row=UnitRow,
    columns={
        "code": ("code", "单位代码", "代码"),
        "name": ("name", "名称", "单位名称"),
        "kind": ("kind", "类别", "单位类别"),
        "unified_code": ("unified_code", "统一社会信用代码"),
        "place_code": ("place_code", "所在地", "区划代码"),
        **DAYS,
    },
    needed=[("code",), ("name",), ("kind",)],
    rows_max=ROWS_MAX,
)
TABLES: Mapping[type[RegisterDivisions | RegisterUnits], Table] = {
    RegisterDivisions: DIVISIONS,
    RegisterUnits: UNITS,
}


@dataclass(frozen=True)
class PlaceFile:
    """文件登记: a request with the lines of the file on which its rows stand."""

    request: RegisterDivisions | RegisterUnits
    lines: tuple[int, ...]

    @property
    def effective_on(self) -> date:
        """The day the business counts for (业务日期)."""
        return self.request.effective_on

    def arguments(self) -> dict[str, Any]:
        """Give the keyword arguments of the command, each row with its line."""
        arguments = self.request.arguments()
        rows = zip(arguments["rows"], self.lines, strict=True)
        return {**arguments, "rows": tuple(replace(row, line=line) for row, line in rows)}

    def said(self) -> object:
        """Give what the request says: a repeat brings the same rows."""
        return self.request.said()


def places_from_csv(
    request: type[RegisterDivisions | RegisterUnits], content: bytes, *, effective_on: date, source: str
) -> PlaceFile:
    """Read a file of divisions or units.  Raises InvalidRequest with one place for every line that cannot be read."""
    table = TABLES[request]
    rows = read_table(content, table, make=partial(_row, table.row))
    registered = request(
        effective_on=effective_on,
        rows=tuple(row for _, row in rows),
        source=source,
        evidence_sha256=hashlib.sha256(content).hexdigest(),
    )
    return PlaceFile(registered, tuple(line for line, _ in rows))


def _row(model: type[Part], cells: Mapping[str, str]) -> Any:
    return model.model_validate({**cells, **{column: _day(cells[column]) for column in DAYS}})


def _day(cell: str) -> date | str | None:
    """Read a day; leave what is none as it is, for the model to say so with whatever else is wrong in the row."""
    try:
        return day_from_cell(cell) if cell else None
    except Unreadable:
        return cell
