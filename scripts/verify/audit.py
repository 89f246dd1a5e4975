"""查账 (the audit): derives every row from the stored facts and compares it with every ledger.  Reads only.

All reading sees one moment.  The facts are added up to the position where the ledgers stand; the caller has let them
catch up.  They are read twice: in the order of the journal, beside the lists that grow with it, and stream by stream,
beside the papers of which there are many.  So no list is ever held as a whole.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import cursor

from scripts.verify.difference import Difference, Findings
from scripts.verify.discovered import KEYS
from scripts.verify.guard import triggers_off
from scripts.verify.in_order import in_the_order_of_the_journal
from scripts.verify.journal import JournalBroken, check_journal
from scripts.verify.pages import COMPARED_ELSEWHERE, columns
from scripts.verify.sharing import beside

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Audit:
    """What the audit saw: the facts that it added up, the cells that it compared, and what differs.

    differences  the first of them, when they are very many.
    count        how many there are.
    """

    facts: int
    figures: int
    differences: tuple[Difference, ...]
    count: int


class LedgersApart(RuntimeError):
    """The ledgers stand at different positions, because one cannot go on (台账位置不一); `status` says which."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__(f"ledgers stand between positions {lowest} and {highest}")


def audit(url: str, schema: str, progress: Progress = lambda *_: None) -> Audit:
    """Audit one set of books.  Raises JournalBroken, LedgersApart, psycopg2.OperationalError."""
    with closing(psycopg2.connect(url, application_name=f"sunledger {schema} audit")) as opened:
        opened.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with opened.cursor() as reading:
            # Before the moment is chosen: a rebuild that switches tables meanwhile is waited for, or waits.
            lock = sql.SQL("LOCK TABLE {}.ledger_positions IN ACCESS SHARE MODE")
            reading.execute(lock.format(sql.Identifier(schema)))
            reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
            head = _position(reading)
        tables, found = columns(opened, schema), Findings()
        for table in sorted(tables.keys() ^ (KEYS.keys() | COMPARED_ELSEWHERE)):
            found.say(Difference(table, "本表 table", table in tables, table not in tables))
        with beside(opened, url, schema, tables, head) as stream_by_stream:
            with _the_first_fault_said(url, schema):
                found.add(in_the_order_of_the_journal(opened, tables, head, progress))
            with _the_first_fault_said(url, schema, head):
                found.add(stream_by_stream())
        found.say_all(triggers_off(opened, schema))
    return Audit(head, found.cells, tuple(found.listed), found.count)


def _position(reading: cursor) -> int:
    """The one position at which all ledgers stand.  Raises LedgersApart."""
    reading.execute("SELECT min(position), max(position) FROM ledger_positions")
    lowest, highest = reading.fetchone() or (None, None)
    if lowest != highest:
        raise LedgersApart(lowest, highest)
    return int(lowest or 0)


@contextmanager
def _the_first_fault_said(url: str, schema: str, last_position: int | None = None) -> Iterator[None]:
    """Where the journal is broken, read its bytes as far as that, or to this position: an earlier fault is said first.

    Each pass looks only at what it needs, and stream by stream the first fault need not be the first of the journal.
    """
    try:
        yield
    except JournalBroken as broken:
        # Another connection: where a fact is no text, the transaction is over.  Facts do not change.
        with closing(psycopg2.connect(url, application_name=f"sunledger {schema} audit")) as opened:
            with opened.cursor() as reading:
                reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
            check_journal(opened, broken.position if last_position is None else last_position)
        raise
