"""账页缓存 (cache of rows): what the folds of one ledger read and change, between one page of facts and the next.

A fold asks for rows by key and changes them in memory.  After the page, COPY writes appended and new rows straight
into their table, and one set-based UPDATE a table writes the changed ones.  Rows stay in the cache across pages, up to
a bound; beyond it those that changed longest ago leave memory, and are read again when a fold asks for them.  Of a
table that began empty and lost no row from memory all rows are in the cache: a row that is not there does not exist,
and the database need not be asked.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import Any, Generic, TypeVar

import msgspec
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from projections.ledger.tables import Key, Table

R = TypeVar("R")

CACHED_ROWS = 50_000
"""Rows of one ledger kept between pages."""

COPY_CHUNK = 1 << 18

_JSON = msgspec.json.Encoder().encode


class RowMissing(LookupError):
    """A fold wants a row that no earlier fact began (账页缺失): the history or the fold is wrong."""

    def __init__(self, table: str, key: Key) -> None:
        super().__init__(f"{table} has no row {key!r}")


class _CachedRows(Generic[R]):
    """The rows of one table in memory, and which of them have to be written."""

    def __init__(self, *, whole: bool) -> None:
        self.kept: dict[Key, R] = {}
        self.added: dict[Key, R] = {}
        self.changed: dict[Key, R] = {}
        self.appended: list[R] = []
        self.absent: set[Key] = set()
        self.whole = whole


class Rows:
    """The rows of one ledger.  Every method takes the `Table`; keys are values, or tuples for longer keys.

    drafts       what folds leave for the end of the page, where `Projection.finish` makes rows of it.
    sums_follow  the tables of `Projection.sums` are filled later, from whole tables: folds leave them alone.
    """

    sums_follow = False

    def __init__(
        self, cursor: Cursor, tables: Iterable[Table[Any]], *, most_cached: int = CACHED_ROWS
    ) -> None:
        """Begin with an empty cache.  The cursor stands in the schema of the ledger."""
        self._cursor = cursor
        self._most_cached = most_cached
        self._tables: dict[Table[Any], _CachedRows[Any]] = {}
        self.drafts: list[Any] = []
        for table in tables:
            cursor.execute(sql.SQL("SELECT NOT EXISTS (SELECT FROM {})").format(sql.Identifier(table.name)))
            ((empty,),) = cursor.fetchall()
            self._tables[table] = _CachedRows(whole=empty)

    def get(self, table: Table[R], key: Key) -> R | None:
        """Give a row to read, or None.  A fold that changes it calls `change` or `at`, else the change is lost."""
        cached: _CachedRows[R] = self._tables[table]
        row = cached.kept.get(key)
        if row is None and not cached.whole and key not in cached.absent:
            self.load(table, (key,))
            row = cached.kept.get(key)
        return row

    def change(self, table: Table[R], key: Key) -> R:
        """Give a row to change.  Raises RowMissing."""
        row = self.get(table, key)
        if row is None:
            raise RowMissing(table.name, key)
        self._tables[table].changed[key] = row
        return row

    def at(self, table: Table[R], key: Key) -> R:
        """Give the row at this key to change; where none is, one begins, its other fields at their defaults."""
        row = self.get(table, key)
        if row is None:
            return self.add(table, table.begun_at(key))
        self._tables[table].changed[key] = row
        return row

    def add(self, table: Table[R], row: R) -> R:
        """Begin a new row of a keyed table.  That its key is new is checked by the database."""
        cached: _CachedRows[R] = self._tables[table]
        key = table.key_of(row)
        cached.kept[key] = cached.added[key] = row
        return row

    def append(self, table: Table[R], row: R) -> None:
        """Write a row of an append-only table; it is not cached."""
        self._tables[table].appended.append(row)

    def load(self, table: Table[R], keys: Iterable[Key]) -> None:
        """Read many rows with one query: for a fold that knows the keys of a page beforehand."""
        cached: _CachedRows[R] = self._tables[table]
        if cached.whole:
            return
        wanted = [key for key in keys if key not in cached.kept and key not in cached.absent]
        if not wanted:
            return
        cached.kept.update(read_rows(self._cursor, table, wanted))
        cached.absent.update(key for key in wanted if key not in cached.kept)

    def write(self, cursor: Cursor) -> None:
        """Write what the page changed, in the transaction that the cursor stands in."""
        for table, cached in self._tables.items():
            if cached.appended or cached.added:
                lines = table.lines(cached.appended or list(cached.added.values()))
                copy_lines(cursor, sql.Identifier(table.name), table.written, lines)
            changed = [row for key, row in cached.changed.items() if key not in cached.added]
            if changed:
                change_rows(cursor, table, changed)

    def turn_page(self) -> None:
        """After the rows were written: forget which ones had to be, and drop those above the bound from memory."""
        self.drafts.clear()
        for cached in self._tables.values():
            for key in cached.changed:
                cached.kept[key] = cached.kept.pop(key)
            cached.added, cached.changed, cached.appended, cached.absent = {}, {}, [], set()
        surplus = sum(len(cached.kept) for cached in self._tables.values()) - self._most_cached
        for cached in sorted(self._tables.values(), key=lambda one: -len(one.kept)):
            if surplus <= 0:
                break
            leaving = list(cached.kept)[:surplus]
            cached.whole = False
            for key in leaving:
                del cached.kept[key]
            surplus -= len(leaving)


def _columns(names: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def read_rows(cursor: Cursor, table: Table[R], keys: Sequence[Key]) -> dict[Key, R]:
    """Read the rows that stand at these keys."""
    parts = zip(*keys, strict=True) if len(table.key) > 1 else (keys,)
    # A join, not a list of alternatives: the planner takes seconds over thousands of those.
    cursor.execute(
        sql.SQL("SELECT {} FROM {} JOIN unnest({}) AS wanted ({}) USING ({})").format(
            _columns(table.columns),
            sql.Identifier(table.name),
            sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(kind)) for kind in table.key_types),
            _columns(table.key),
            _columns(table.key),
        ),
        [list(part) for part in parts],
    )
    made = map(table.made_from, cursor.fetchall())
    return {table.key_of(row): row for row in made}


def read_keys(cursor: Cursor, table: Table[Any]) -> Iterable[Key]:
    """Read the keys of all rows."""
    cursor.execute(sql.SQL("SELECT {} FROM {}").format(_columns(table.key), sql.Identifier(table.name)))
    rows = cursor.fetchall()
    return rows if len(table.key) > 1 else [key for (key,) in rows]


def copy_lines(
    cursor: Cursor, target: sql.Composable, columns: Iterable[str], lines: list[str], *, frozen: bool = False
) -> None:
    """Send lines of COPY's text format to a table.

    frozen  write rows that the server need never look at again; only for a table that this transaction made.
    """
    statement = sql.SQL("COPY {} ({}) FROM STDIN WITH (FREEZE {})").format(
        target, _columns(columns), sql.Literal(frozen)
    )
    cursor.copy_expert(statement, BytesIO(("\n".join(lines) + "\n").encode()), COPY_CHUNK)


def change_rows(cursor: Cursor, table: Table[R], rows: Sequence[R]) -> None:
    """Change existing rows with one UPDATE.  Each must meet its row."""
    cursor.execute(_change(table), (_JSON(rows).decode(),))
    assert cursor.rowcount == len(rows), f"{table.name}: {cursor.rowcount} of {len(rows)} rows met"


@cache
def _change(table: Table[Any]) -> str:
    """The UPDATE of a table from a JSON array of its rows, which needs no table to stage them in.

    A staging table that is emptied at the end of each transaction made the commit of a small page ten times as long.
    """
    columns = ", ".join(f'"{name}" = new."{name}"' for name in table.columns if name not in table.key)
    keys = " AND ".join(f'kept."{name}" = new."{name}"' for name in table.key)
    return (
        f'UPDATE "{table.name}" AS kept SET {columns}'
        f' FROM json_populate_recordset(NULL::"{table.name}", %s) AS new WHERE {keys}'
    )
