"""新账页 (rows in bulk): the rows of a ledger that a rebuild fills from nothing, before any reader can see its tables.

Most rows change a few times within some thousand facts and never again.  So a rebuild keeps a row in memory for one or
two turns of so many rows and then writes it once; a row that a later fact changes is read back and written again.  A
table gets its indexes when it is full, or when a row is first read back from it.
"""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any, Generic, TypeVar

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.bloom_filter import BloomFilter
from projections.ledger.rows import RowMissing, Rows, change_rows, copy_lines, read_keys, read_rows
from projections.ledger.tables import Key, Table

R = TypeVar("R")

TURN_ROWS = 8_000
"""New rows of one ledger in one turn; memory holds about two turns."""


class _TableBuffer(Generic[R]):
    """The rows of one table in memory: this turn's, the last turn's, and the keys of those that were read back.

    any_written    some rows were written and dropped from memory.
    keys_kept      the Bloom filter holds the keys of written rows: since a fold first asked for a row not in memory.
    any_read_back  some rows were read back.
    """

    def __init__(self) -> None:
        self.any_written = self.keys_kept = self.any_read_back = False
        self.this_turn: dict[Key, R] = {}
        self.last_turn: dict[Key, R] = {}
        self.read_back: set[Key] = set()
        self.appended: list[R] = []


class BulkRows(Rows):
    """The rows of one ledger while a rebuild fills it.  Every row in memory will be written."""

    sums_follow = True

    def __init__(
        self,
        cursor: Cursor,
        tables: Iterable[Table[Any]],
        written: BloomFilter,
        index: Callable[[str], None],
    ) -> None:
        """Begin with empty tables.

        written  remembers the table and the key of rows that were written; the ledgers of one rebuild share it.
        index    gives a table its indexes; called before rows are read back from it.
        """
        self._cursor = cursor
        self._buffers: dict[Table[Any], _TableBuffer[Any]] = {table: _TableBuffer() for table in tables}
        self._written = written
        self._index = index
        self.drafts = []

    def get(self, table: Table[R], key: Key) -> R | None:
        """Give a row, or None."""
        buffer: _TableBuffer[R] = self._buffers[table]
        row = buffer.this_turn.get(key)
        if row is None:
            row = buffer.last_turn.pop(key, None)
            if row is not None:
                buffer.this_turn[key] = row
            elif self._may_be_written(table, buffer, key):
                self._read_back(table, [key])
                row = buffer.this_turn.get(key)
        return row

    def change(self, table: Table[R], key: Key) -> R:
        """Give a row to change.  Raises RowMissing."""
        row: R | None = self._buffers[table].this_turn.get(key)
        if row is None:
            row = self.get(table, key)
            if row is None:
                raise RowMissing(table.name, key)
        return row

    def at(self, table: Table[R], key: Key) -> R:
        """Give the row at this key; where none is, one begins."""
        row: R | None = self._buffers[table].this_turn.get(key)
        if row is None:
            row = self.get(table, key)
            if row is None:
                return self.add(table, table.begun_at(key))
        return row

    def add(self, table: Table[R], row: R) -> R:
        """Begin a new row of a keyed table.  That its key is new is checked when the table gets its key."""
        self._buffers[table].this_turn[table.key_of(row)] = row
        return row

    def append(self, table: Table[R], row: R) -> None:
        """Write a row of an append-only table."""
        self._buffers[table].appended.append(row)

    def load(self, table: Table[R], keys: Iterable[Key]) -> None:
        """Read many rows with one query, where rows were read back before; else all are in memory."""
        buffer: _TableBuffer[R] = self._buffers[table]
        if not buffer.any_read_back:
            return
        wanted = [
            key
            for key in keys
            if key not in buffer.this_turn
            and key not in buffer.last_turn
            and self._may_be_written(table, buffer, key)
        ]
        if wanted:
            self._read_back(table, wanted)

    def turn_page(self) -> None:
        """Write what was appended, and when a turn is full the rows of the turn before."""
        self.drafts.clear()
        for table, buffer in self._buffers.items():
            if buffer.appended:
                self._copy(table, buffer.appended)
                buffer.appended = []
        if sum(len(buffer.this_turn) for buffer in self._buffers.values()) > TURN_ROWS:
            self._turn()

    def write(self, _: Cursor | None = None) -> None:
        """Write everything that is in memory."""
        self.turn_page()
        self._turn()
        self._turn()

    def _turn(self) -> None:
        for table, buffer in self._buffers.items():
            if buffer.last_turn:
                self._write_old_rows(table, buffer)
            buffer.last_turn, buffer.this_turn = buffer.this_turn, {}

    def _write_old_rows(self, table: Table[R], buffer: _TableBuffer[R]) -> None:
        """Write the rows of the last turn that no fold asked for in this one."""
        changed = [row for key, row in buffer.last_turn.items() if key in buffer.read_back]
        buffer.read_back.difference_update(buffer.last_turn)
        if changed:
            change_rows(self._cursor, table, changed)
            keys = set(map(table.key_of, changed))
            added = {key: row for key, row in buffer.last_turn.items() if key not in keys}
        else:
            added = buffer.last_turn
        if added:
            self._copy(table, list(added.values()))
            buffer.any_written = True
            if buffer.keys_kept:
                self._written.add(zip(repeat(table.name), added))

    def _may_be_written(self, table: Table[R], buffer: _TableBuffer[R], key: Key) -> bool:
        """Whether a row that is not in memory may stand in its table.  The first call begins to remember keys."""
        if not buffer.keys_kept:
            buffer.keys_kept = True
            if buffer.any_written:
                self._written.add(zip(repeat(table.name), read_keys(self._cursor, table)))
        return self._written.may_hold((table.name, key))

    def _read_back(self, table: Table[R], keys: list[Key]) -> None:
        self._index(table.name)
        found = read_rows(self._cursor, table, keys)
        buffer: _TableBuffer[R] = self._buffers[table]
        buffer.any_read_back = buffer.any_read_back or bool(found)
        buffer.this_turn.update(found)
        buffer.read_back.update(found)

    def _copy(self, table: Table[R], rows: list[R]) -> None:
        # Frozen, since the server else writes every page a second time when it first reads or vacuums it.
        copy_lines(self._cursor, sql.Identifier(table.name), table.written, table.lines(rows), frozen=True)
