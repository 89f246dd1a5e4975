"""翻页 (pages of a ledger): rows as typed values, read by key so that a page never shifts.

A cursor is opaque and bound to the list and the filters it was given for: with others it is refused, never
misread.  Every query function of a ledger takes a database cursor whose search path is the set of books; the
transaction around it (`projections/reading/snapshots.py`) says from which position it answers.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
import psycopg2.extensions

Cursor = psycopg2.extensions.cursor
"""A database cursor, as `projections/reading/snapshots.py` gives it."""

T = TypeVar("T")

LIMIT_MAX = 500
"""The most rows of one page; a larger wish is cut to it."""


class CursorMismatch(ValueError):
    """The cursor was made for another list or other filters, or by nobody (游标不符)."""


@dataclass(frozen=True)
class Paging:
    """How much to read (`limit` rows, at most LIMIT_MAX) and after which row (`after`: a cursor, or None)."""

    limit: int = 50
    after: str | None = None


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of rows.  `next_cursor` is None on the last page."""

    rows: tuple[T, ...]
    next_cursor: str | None = None


def read_rows(cursor: Cursor, kind: type[T], query: str, parameters: Mapping[str, object]) -> list[T]:
    """Run a query and give its rows as values of `kind`, matched by column name.  A missing column is a bug."""
    cursor.execute(query, dict(parameters))
    names = [column.name for column in cursor.description or ()]
    return [msgspec.convert(dict(zip(names, row, strict=True)), kind) for row in cursor.fetchall()]


def read_row(cursor: Cursor, kind: type[T], query: str, parameters: Mapping[str, object]) -> T | None:
    """Run a query for one row: the value, or None when there is no such row."""
    rows = read_rows(cursor, kind, query, parameters)
    assert len(rows) <= 1, "a key names one row"
    return rows[0] if rows else None


def read_page(
    cursor: Cursor,
    kind: type[T],
    query: str,
    parameters: Mapping[str, object],
    paging: Paging,
    *,
    keys: Sequence[str],
    newest_first: bool = False,
) -> Page[T]:
    """Read one page of a query that ends in its WHERE clause, ordered by `keys` (columns; together unique).

    Errors: CursorMismatch, when `paging.after` was not made for this query and these filters.
    """
    limit = min(max(paging.limit, 1), LIMIT_MAX)
    place: dict[str, object] = {"page_rows": limit + 1}
    after = ""
    if paging.after is not None:
        values = _opened(paging.after, query, parameters, len(keys))
        place |= {f"after_{number}": value for number, value in enumerate(values)}
        marks = ", ".join(f"%(after_{number})s" for number in range(len(keys)))
        after = f" AND ({', '.join(keys)}) {'<' if newest_first else '>'} ({marks})"
    order = ", ".join(f"{key} DESC" if newest_first else key for key in keys)
    rows = read_rows(
        cursor, kind, f"{query}{after} ORDER BY {order} LIMIT %(page_rows)s", {**parameters, **place}
    )
    if len(rows) <= limit:
        return Page(tuple(rows))
    last = rows[limit - 1]
    return Page(tuple(rows[:limit]), _sealed(query, parameters, [getattr(last, key) for key in keys]))


def _mark(query: str, parameters: Mapping[str, object], values: list[Any]) -> str:
    """What binds a cursor: a short digest of the query, its filters and the place."""
    place = msgspec.json.encode([query, sorted(parameters.items()), values])
    return hashlib.sha256(place).hexdigest()[:12]


def _sealed(query: str, parameters: Mapping[str, object], values: list[Any]) -> str:
    """The cursor after the row with these key values."""
    text = msgspec.json.encode([_mark(query, parameters, values), *values])
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def _opened(text: str, query: str, parameters: Mapping[str, object], keys_count: int) -> list[str | int]:
    """The key values of a cursor, when it belongs to this query."""
    try:
        padded = text.encode() + b"=" * (-len(text) % 4)
        mark, *values = msgspec.json.decode(base64.urlsafe_b64decode(padded), type=list[str | int])
    except (ValueError, msgspec.MsgspecError) as error:
        raise CursorMismatch(text) from error
    if len(values) != keys_count or mark != _mark(query, parameters, values):
        raise CursorMismatch(text)
    return values
