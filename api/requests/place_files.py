"""区划与单位文件 (files of places): CSV as a civil affairs bureau or an establishment office gives it."""

import hashlib
from collections.abc import Mapping
from datetime import date

from api.requests.csv_table import Table, day_from_cell, example_cells, read_table
from api.requests.places import DivisionRow, RegisterDivisions, RegisterUnits, UnitRow
from domain.fields.field import field_of
from domain.places.codes import UnitKind

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
    cells={
        **example_cells(DivisionRow, "code", "name"),
        "level": "镇",
        **example_cells(DivisionRow, "from_on"),
    },
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
    cells={
        **example_cells(UnitRow, "code", "name"),
        "kind": UnitKind.OFFICE.zh,
        **example_cells(UnitRow, "place_code", "from_on"),
    },
)
LEVELS = {
    "县": "county",
    "区": "county",
    "县级": "county",
    "乡": "town",
    "镇": "town",
    "街道": "town",
    "乡级": "town",
    "村": "village",
    "社区": "village",
    "村级": "village",
}
"""What files call a level, beside the codes themselves."""
KINDS = {kind.zh: kind.code for kind in UnitKind}
"""What files call a kind of unit, beside the codes themselves."""


def divisions_from_csv(content: bytes, *, effective_on: date, source: str) -> RegisterDivisions:
    """Read a file of divisions.  Raises InvalidRequest with one place for every line that cannot be read."""
    rows = read_table(content, DIVISIONS, make=_division)
    return RegisterDivisions(
        effective_on=effective_on,
        rows=rows,
        source=source,
        evidence_sha256=hashlib.sha256(content).hexdigest(),
    )


def units_from_csv(content: bytes, *, effective_on: date, source: str) -> RegisterUnits:
    """Read a file of units.  Raises InvalidRequest with one place for every line that cannot be read."""
    rows = read_table(content, UNITS, make=_unit)
    return RegisterUnits(
        effective_on=effective_on,
        rows=rows,
        source=source,
        evidence_sha256=hashlib.sha256(content).hexdigest(),
    )


def _division(cells: Mapping[str, str]) -> DivisionRow:
    level = LEVELS.get(cells["level"], cells["level"])
    return DivisionRow.model_validate({**cells, "level": level, **_days(cells)})


def _unit(cells: Mapping[str, str]) -> UnitRow:
    kind = KINDS.get(cells["kind"], cells["kind"])
    return UnitRow.model_validate({**cells, "kind": kind, **_days(cells)})


def _days(cells: Mapping[str, str]) -> dict[str, date | None]:
    return {column: day_from_cell(cells[column]) if cells[column] else None for column in DAYS}
