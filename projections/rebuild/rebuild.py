"""重建台账 (rebuilding): ledgers made again from nothing beside the old ones, then switched in one transaction.

Today's code folds all facts, from the first one, into new tables in a shadow schema `<books>_next`; readers and the
follower go on with the old ones.  When the new ledgers have reached the position of the old ones, the rebuild waits for
the readers of that moment and switches; later readers read the new ones.  A rebuild that stops at any line before the
switch has changed nothing; the next one drops what is left in the shadow.  The switch drops the views that others made
on the old tables.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

import psycopg2
from psycopg2 import sql

from projections.journal.database import Database, translated
from projections.journal.lock import lock_key
from projections.journal.lost_facts import refuse_lost_facts
from projections.ledger.folding import Folding, create_positions
from projections.ledger.page import PAGE_FACTS
from projections.ledger.projection import LedgerFailed, Projection, every_projection
from projections.rebuild.two_processes import fill_together

Progress = Callable[[int, int], None]
"""Called after each page with the folded position and the end of the journal."""

TABLE, VIEW = sql.SQL("TABLE"), sql.SQL("VIEW")
SWITCH_TRIES = 60
SWITCH_WAIT = "1s"
"""The switch waits for long readers, and new readers wait for the switch: so it waits this long at a time."""


class SwitchRefused(RuntimeError):
    """The rebuilt ledgers could not take the place of the old ones (台账切换未成): readers held these all the time."""


def rebuild(
    database: Database,
    projections: Sequence[Projection] | None = None,
    *,
    progress: Progress | None = None,
    page_facts: int = PAGE_FACTS,
) -> int:
    """Rebuild these ledgers (all, when none are given) and switch them in; give the position they stand at.

    Wait for another rebuild of the same books.  Raises FactsLost, LedgerFailed when a ledger cannot fold the journal,
    SwitchRefused when readers hold the old tables too long; the old ledgers then stay.
    """
    chosen = every_projection() if projections is None else tuple(projections)
    books, shadow = database.schema, f"{database.schema}_next"
    with closing(database.connect("rebuild")) as opened, translated(), opened.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", (lock_key(f"rebuild of {books}"),))
        refuse_lost_facts(cursor, books)
        cursor.execute(f"DROP SCHEMA IF EXISTS {shadow} CASCADE; CREATE SCHEMA {shadow}")
        # The shadow comes first: statements create and find tables there, and find the journal in the books.
        cursor.execute(f"SET search_path TO {shadow}, {books}, pg_temp")
        create_positions(cursor)
        head = _head(cursor)
        report = (lambda position: progress(position, max(head, position))) if progress else _nothing
        fill_together(database, shadow, chosen, report, head=head, page_facts=page_facts)
        folding = Folding(opened, chosen)
        for _ in range(SWITCH_TRIES):
            _fold_all(cursor, folding, progress)
            try:
                return _switch(cursor, folding, books, shadow)
            except psycopg2.errors.LockNotAvailable:
                cursor.execute("ROLLBACK")
                folding.reopen()
        raise SwitchRefused(books)


def _nothing(_: int) -> None:
    """Show no progress."""


def _fold_all(cursor: Any, folding: Folding, progress: Progress | None) -> None:
    """Fold to where the journal ends now; it may go on growing, and the switch folds what readers may have seen since.

    Raises LedgerFailed at the first failure: a rebuild does not try again.
    """
    head, moved = _head(cursor), True
    while moved and _position(folding) < head:
        moved = folding.step()
        _refuse_failures(cursor, folding)
        if progress is not None:
            progress(_position(folding), max(head, _position(folding)))


def _position(folding: Folding) -> int:
    """How far all of the new ledgers are."""
    return min((at.position for at in folding.positions.values()), default=0)


def _head(cursor: Any) -> int:
    cursor.execute("SELECT coalesce(max(position), 0) FROM journal")
    return int(cursor.fetchone()[0])


def _refuse_failures(cursor: Any, folding: Folding) -> None:
    if folding.failing:
        cursor.execute(
            "SELECT ledger, failure FROM ledger_positions WHERE failure IS NOT NULL ORDER BY ledger"
        )
        ledger, failure = cursor.fetchone()
        raise LedgerFailed(ledger, None, RuntimeError(failure))


def _relations(cursor: Any, shadow: str) -> list[tuple[sql.Identifier, sql.SQL]]:
    """The tables, then the views of the rebuilt ledgers, each with its kind."""
    cursor.execute(
        "SELECT c.relname, c.relkind = 'r' FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname = %s AND c.relkind IN ('r', 'v') AND c.relname <> 'ledger_positions'"
        " ORDER BY c.relkind, c.relname",
        (shadow,),
    )
    return [(sql.Identifier(name), TABLE if is_table else VIEW) for name, is_table in cursor.fetchall()]


def _given_up(cursor: Any, ledgers: Sequence[str], books: str, shadow: str) -> list[sql.Identifier]:
    """The tables of these ledgers that an older release made and this one does without."""
    cursor.execute(
        "SELECT old.tablename FROM pg_tables AS old WHERE old.schemaname = %s AND EXISTS"
        " (SELECT FROM unnest(%s) AS ledger WHERE old.tablename = ledger OR starts_with(old.tablename, ledger || '_'))"
        " AND NOT EXISTS (SELECT FROM pg_tables AS new WHERE new.schemaname = %s AND new.tablename = old.tablename)",
        (books, ledgers, shadow),
    )
    return [sql.Identifier(name) for (name,) in cursor.fetchall()]


def _switch(cursor: Any, folding: Folding, books: str, shadow: str) -> int:
    """Put the new ledgers in the place of the old ones.  Raises LockNotAvailable when readers are in the way."""
    cursor.execute(f"BEGIN; SET LOCAL lock_timeout TO '{SWITCH_WAIT}'")
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{books}.ledger_positions",))
    if cursor.fetchone() == (False,):
        cursor.execute(
            f"CREATE TABLE {books}.ledger_positions (LIKE {shadow}.ledger_positions INCLUDING ALL)"
        )
    cursor.execute(f"LOCK TABLE {books}.ledger_positions IN ACCESS EXCLUSIVE MODE")
    # Nobody moves the old ledgers now.  Fold what they may already hold, so that no reader sees an older position.
    cursor.execute(f"SELECT coalesce(max(position), 0) FROM {books}.ledger_positions")
    shown = cursor.fetchone()[0]
    while _position(folding) < shown and folding.step(own_transaction=False):
        pass
    _refuse_failures(cursor, folding)
    relations = _relations(cursor, shadow)
    for name in _given_up(cursor, list(folding.positions), books, shadow):
        cursor.execute(sql.SQL("DROP TABLE {}.{} CASCADE").format(sql.Identifier(books), name))
    for name, kind in relations:
        cursor.execute(sql.SQL("DROP {} IF EXISTS {}.{} CASCADE").format(kind, sql.Identifier(books), name))
    for name, kind in relations:
        cursor.execute(
            sql.SQL("ALTER {} {}.{} SET SCHEMA {}").format(
                kind, sql.Identifier(shadow), name, sql.Identifier(books)
            )
        )
    cursor.execute(
        f"INSERT INTO {books}.ledger_positions SELECT * FROM {shadow}.ledger_positions"
        " ON CONFLICT (ledger) DO UPDATE SET position = excluded.position, shape = excluded.shape,"
        " generation = excluded.generation, failure = NULL, failed_at = NULL"
    )
    cursor.execute(f"DROP SCHEMA {shadow} CASCADE; COMMIT")
    return _position(folding)
