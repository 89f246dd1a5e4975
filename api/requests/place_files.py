"""区划与单位文件 (files of places): CSV as a civil affairs bureau or an establishment office gives it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from api.requests.body import Part
from api.requests.csv_table import Table, day_from_cell, read_table
from api.requests.places import DivisionRow, RegisterDivisions, RegisterUnits, UnitRow
from domain.fields.field import field_of
from domain.places.codes import UnitKind
from domain.rules.codes import Tier

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
LEVELS = {
    Tier.COUNTY: "县 区 县级 县级市 市辖区 自治县 旗 自治旗 特区 林区",
    Tier.TOWN: "乡 镇 乡级 乡镇 乡镇级 民族乡 街道 街道办 街道办事处 苏木 民族苏木 区公所 县辖区",
    Tier.VILLAGE: "村 村级 行政村 村委会 村民委员会 社区 社区居委会 居委会 居民委员会 嘎查",
}
"""What files call a level, beside the codes themselves."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "level": {word: level.code for level, words in LEVELS.items() for word in words.split()},
    "kind": {kind.zh: kind.code for kind in UnitKind},
}
"""What files call the codes of a column, beside the codes themselves."""
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
    said = {column: WORDS.get(column, {}).get(cell, cell) for column, cell in cells.items()}
    days = {column: day_from_cell(cells[column]) if cells[column] else None for column in DAYS}
    return model.model_validate({**said, **days})
