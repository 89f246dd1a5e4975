"""资产台账, 查询 (asset ledger, reading): what aid money became, who owns it and who keeps it.  Amounts in fen."""

from dataclasses import dataclass
from datetime import date

from domain.assets.asset_register import SurveyCut
from domain.money.sources import SourceShare
from projections.reading.paging import Cursor, Page, Paging, read_page, read_rows


@dataclass(frozen=True)
class AssetRow:
    """One asset (资产卡片) of a handed-over project; `value_fen` is its audited price, by source in `sources`.

    reversed_on, reason  when and why its hand-over was taken back (红字冲销); None and "" where it stands.
    """

    asset_no: str
    project_code: str
    project_name: str
    place_code: str
    asset_class: str
    owner_level: str
    owner: str
    keeper: str
    value_fen: int
    sources: tuple[SourceShare, ...]
    handed_over_on: date
    reversed_on: date | None
    reason: str


@dataclass(frozen=True)
class Survey:
    """One survey (资产清查) of a place; each cut divides the same register, e.g. by nature or by owner.

    rounding_fen is what printed figures may differ by.
    """

    place_code: str
    survey_no: str
    position: int
    as_of_on: date
    cuts: tuple[SurveyCut, ...]
    rounding_fen: int


@dataclass(frozen=True)
class AssetTotal:
    """The assets of one class and owner level together."""

    asset_class: str
    owner_level: str
    count: int
    value_fen: int


def assets(
    cursor: Cursor,
    paging: Paging,
    *,
    place: str = "",
    asset_class: str | None = None,
    owner_level: str | None = None,
) -> Page[AssetRow]:
    """The assets by number.  `place` is a prefix of the place code.  Errors: CursorMismatch."""
    query = """SELECT a.*, p.name AS project_name
         FROM asset_ledger a JOIN asset_ledger_projects p ON p.code = a.project_code
        WHERE starts_with(a.place_code, %(place)s)
        AND (%(asset_class)s::text IS NULL OR asset_class = %(asset_class)s)
        AND (%(owner_level)s::text IS NULL OR owner_level = %(owner_level)s)"""
    filters = {"place": place, "asset_class": asset_class, "owner_level": owner_level}
    return read_page(cursor, AssetRow, query, filters, paging, keys=["asset_no", "project_code"])


def totals(cursor: Cursor, *, place: str = "") -> tuple[AssetTotal, ...]:
    """Count and value by class and owner level, of hand-overs that stand; by class and by owner they add up alike."""
    query = """SELECT asset_class, owner_level, count(*)::int AS count, sum(value_fen)::bigint AS value_fen
        FROM asset_ledger WHERE starts_with(place_code, %(place)s) AND reversed_on IS NULL
        GROUP BY asset_class, owner_level ORDER BY asset_class, owner_level"""
    return tuple(read_rows(cursor, AssetTotal, query, {"place": place}))


def surveys(cursor: Cursor, *, place: str = "") -> tuple[Survey, ...]:
    """The surveys of a place and those inside it, in the order in which they were recorded."""
    query = """SELECT * FROM asset_ledger_surveys WHERE starts_with(place_code, %(place)s)
        ORDER BY position, survey_no"""
    return tuple(read_rows(cursor, Survey, query, {"place": place}))
