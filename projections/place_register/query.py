"""区划与单位名册, 查询 (register of places, reading): divisions, units, and what their codes are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.places.register import Places
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row


@dataclass(frozen=True)
class Division:
    """One division.  `from_on` None is since ever, `until_on` None until further notice.

    parent_code  the division around it, "" for a county.   successor_code: what took its place, or "".
    """

    code: str
    name: str
    level: str
    parent_code: str
    from_on: date | None
    until_on: date | None
    successor_code: str
    source: str


@dataclass(frozen=True)
class Unit:
    """One unit.  `unified_code` is "" where it has none; the days are those of a division."""

    code: str
    name: str
    kind: str
    unified_code: str
    place_code: str
    from_on: date | None
    until_on: date | None
    successor_code: str
    source: str


def divisions(cursor: Cursor, paging: Paging, *, place: str = "", level: str | None = None) -> Page[Division]:
    """The divisions by code.  `place` is a prefix of the code.  Errors: CursorMismatch."""
    query = """SELECT * FROM place_register_divisions WHERE starts_with(code, %(place)s)
        AND (%(level)s::text IS NULL OR level = %(level)s)"""
    return read_page(cursor, Division, query, {"place": place, "level": level}, paging, keys=["code"])


def division(cursor: Cursor, code: str) -> Division | None:
    """One division; None when the code is not registered."""
    return read_row(
        cursor, Division, "SELECT * FROM place_register_divisions WHERE code = %(code)s", {"code": code}
    )


def units(cursor: Cursor, paging: Paging, *, place: str = "", kind: str | None = None) -> Page[Unit]:
    """The units by number.  `place` is a prefix of the code of their place.  Errors: CursorMismatch."""
    query = """SELECT * FROM place_register_units WHERE starts_with(place_code, %(place)s)
        AND (%(kind)s::text IS NULL OR kind = %(kind)s)"""
    return read_page(cursor, Unit, query, {"place": place, "kind": kind}, paging, keys=["code"])


def unit(cursor: Cursor, code: str) -> Unit | None:
    """One unit; None when the number is not registered."""
    return read_row(cursor, Unit, "SELECT * FROM place_register_units WHERE code = %(code)s", {"code": code})


def names(cursor: Cursor) -> Mapping[str, str]:
    """What every registered code is called; empty for books without a register."""
    cursor.execute(
        "SELECT code, name FROM place_register_divisions UNION ALL SELECT code, name FROM place_register_units"
    )
    return dict(cursor.fetchall())


def edition(cursor: Cursor, position: int) -> int:
    """Give how many facts of the register this ledger holds at its position: while it stays, so do the names."""
    cursor.execute(
        "SELECT coalesce(max(version), 0) FROM journal WHERE stream = %s AND position <= %s",
        (Places.id_of(Places.KEY), position),
    )
    ((version,),) = cursor.fetchall()
    return int(version)
