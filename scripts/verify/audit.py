"""查账 (the audit): derives every row from the stored facts and compares it with every ledger.  Reads only.

All reading sees one moment.  The facts are added up to the position where the ledgers stand; the caller has let them
catch up.  They are read twice: in the order of the journal, beside the lists that grow with it, and stream by stream,
beside the papers of which there are many.  So no list is ever held as a whole.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import connection

from scripts.verify.difference import Difference, Findings
from scripts.verify.discovered import KEYS
from scripts.verify.guard import triggers_off
from scripts.verify.in_order import in_the_order_of_the_journal
from scripts.verify.journal import JournalBroken, check_journal
from scripts.verify.left_out import ledger_of, left_out
from scripts.verify.pages import COMPARED_ELSEWHERE, columns
from scripts.verify.sharing import beside

Progress = Callable[[int, int], None]

EXPECTED = KEYS.keys() | COMPARED_ELSEWHERE
"""The tables of all ledgers."""


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
        super().__init__(
            f"各台账位置在 {lowest} 至 {highest} 之间 / ledgers stand between positions {lowest} and {highest}"
        )


def audit(
    url: str, schema: str, progress: Progress = lambda *_: None, *, stuck: Mapping[str, str] | None = None
) -> Audit:
    """Audit one set of books.  Raises JournalBroken, LedgersApart, psycopg2.OperationalError.

    stuck  ledgers that do not come to the end of the journal, and why: they are not compared.
    """
    with closing(psycopg2.connect(url, application_name=f"sunledger {schema} audit")) as opened:
        opened.set_session(isolation_level="REPEATABLE READ", readonly=True)
        positions = _positions(opened, schema)
        tables, found = columns(opened, schema), Findings()
        for table in sorted(tables.keys() - EXPECTED):
            found.say(Difference(table, "本表 table", in_the_ledger=True, by_the_facts=False))
        aside = left_out(positions, EXPECTED - tables.keys(), stuck or {})
        for ledger in sorted(aside):
            found.say_all(aside[ledger])
        head = _head(opened, positions, aside)
        compared = {table: of for table, of in tables.items() if ledger_of(table, positions) not in aside}
        with beside(opened, url, schema, compared, head) as stream_by_stream:
            with _the_first_fault_said(url, schema):
                found.add(in_the_order_of_the_journal(opened, compared, head, progress))
            with _the_first_fault_said(url, schema, head):
                found.add(stream_by_stream())
        found.say_all(triggers_off(opened, schema))
    return Audit(head, found.cells, tuple(found.listed), found.count)


def _positions(opened: connection, schema: str) -> dict[str, int]:
    """Choose the moment; give where each ledger stands then."""
    with opened.cursor() as reading:
        # Before the moment is chosen: a rebuild that switches tables meanwhile is waited for, or waits.
        lock = sql.SQL("LOCK TABLE {}.ledger_positions IN ACCESS SHARE MODE")
        reading.execute(lock.format(sql.Identifier(schema)))
        reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
        reading.execute("SELECT ledger, position FROM ledger_positions")
        return dict(reading.fetchall())


def _head(opened: connection, positions: Mapping[str, int], aside: Collection[str]) -> int:
    """The one position at which the compared ledgers stand; the last of all when none is.  Raises LedgersApart."""
    found = {position for ledger, position in positions.items() if ledger not in aside}
    if len(found) > 1:
        raise LedgersApart(min(found), max(found))
    with opened.cursor() as reading:
        reading.execute("SELECT coalesce(max(position), 0) FROM journal")
        ((last,),) = reading.fetchall()
    return found.pop() if found else int(last)


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
