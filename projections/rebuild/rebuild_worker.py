"""填账 (filling): new tables from the whole journal, as fast as the machine can, before any reader sees them.

One transaction creates the tables without indexes, writes the rows in bulk (see bulk_rows.py), and builds the indexes
when the tables are full.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.bloom_filter import BloomFilter
from projections.ledger.folding import connection_lost
from projections.ledger.page import PAGE_FACTS, FactUnreadable, JournalReader
from projections.ledger.projection import LedgerFailed, Projection
from projections.rebuild.bulk_rows import BulkRows

# A sample of three thousand rows a table plans well enough until the server analyses the table by itself.
_BEGIN = """
BEGIN;
SET LOCAL maintenance_work_mem TO '128MB';
SET LOCAL work_mem TO '64MB';
SET LOCAL default_statistics_target TO 10
"""

_INDEXES = """
SELECT t.relname, i.relname, pg_get_indexdef(x.indexrelid), c.conname, pg_get_constraintdef(c.oid)
  FROM pg_index AS x
  JOIN pg_class AS t ON t.oid = x.indrelid
  JOIN pg_class AS i ON i.oid = x.indexrelid
  LEFT JOIN pg_constraint AS c ON c.conindid = x.indexrelid AND c.contype IN ('p', 'u')
 WHERE t.relnamespace = current_schema()::regnamespace AND t.relname <> 'ledger_positions'
 ORDER BY x.indisprimary DESC
"""


class _Indexes:
    """The indexes of new tables, dropped until a table is full or a row is read back from it."""

    def __init__(self, cursor: Any, tables: set[str]) -> None:
        self._cursor = cursor
        self._aside: dict[str, list[str]] = {}
        cursor.execute(_INDEXES)
        for table, index, index_sql, constraint, constraint_sql in cursor.fetchall():
            if table not in tables:
                continue
            if constraint is None:
                cursor.execute(f"DROP INDEX {index}")
                again = index_sql
            else:
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
                again = f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {constraint_sql}"
            self._aside.setdefault(table, []).append(again)

    def build(self, table: str) -> None:
        """Build the indexes of a table, once.  The database raises an error for a key that stands there twice."""
        for statement in self._aside.pop(table, ()):
            self._cursor.execute(statement)


def fill(
    writing: Connection,
    reading: Connection,
    projections: Sequence[Projection],
    report: Callable[[int], None],
    *,
    page_facts: int = PAGE_FACTS,
) -> None:
    """Fill the new tables of these ledgers with all facts that the journal holds, and note how far they are.

    writing  stands in the schema of the new tables, where `ledger_positions` is.
    reading  stands in the books.
    report   called with the position after each page.
    Raises LedgerFailed.
    """
    reader = JournalReader(frozenset().union(*(one.folds for one in projections)))
    with writing.cursor() as cursor, reading.cursor() as journal, _without_collector():
        cursor.execute(_BEGIN)
        for projection in projections:
            if projection.tables:
                cursor.execute(projection.tables_sql)
        indexes = _Indexes(cursor, {table.name for one in projections for table in one.tables})
        written = BloomFilter()
        rows = {one.name: BulkRows(cursor, one.tables, written, indexes.build) for one in projections}
        journal.execute("SELECT coalesce(max(position), 0) FROM journal")
        # The end at this moment: the rebuild folds later facts afterwards, else this would never end.
        (end,), position = journal.fetchone() or (0,), 0
        try:
            while position < end and (page := reader.read(journal, position, page_facts)) is not None:
                for one in projections:
                    one.fold(page.of(one.folds), rows[one.name])
                    with _blamed_on(one):
                        rows[one.name].turn_page()
                position = page.last_position
                report(position)
        except FactUnreadable as error:
            raise LedgerFailed(projections[0].name, error.position, error) from error
        for one in projections:
            _finish(cursor, one, rows[one.name], indexes, position)
        cursor.execute("COMMIT")


def _finish(cursor: Any, ledger: Projection, rows: BulkRows, indexes: _Indexes, position: int) -> None:
    """Write the rows that are left, the sums and the indexes of a ledger, and note how far it is."""
    with _blamed_on(ledger):
        rows.write()
        if ledger.sums:
            cursor.execute(ledger.sums)
        for table in ledger.tables:
            indexes.build(table.name)
            cursor.execute(f"ANALYZE {table.name}")
    cursor.execute(
        "INSERT INTO ledger_positions (ledger, position, shape) VALUES (%s, %s, %s)",
        (ledger.name, position, ledger.shape),
    )


@contextmanager
def _blamed_on(projection: Projection) -> Iterator[None]:
    """Name the ledger whose rows the database refuses."""
    try:
        yield
    except psycopg2.Error as error:
        if connection_lost(error):
            raise
        raise LedgerFailed(projection.name, None, error) from error


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stop the garbage collector: facts and rows make no cycles, and it would visit them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
