"""查账 (the audit): derives every figure from the stored facts and compares it with every ledger.  Reads only.

All reading happens in one transaction that sees one moment.  The facts are added up to the position where the ledgers
stand; the caller has let them catch up.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psycopg2
from psycopg2.extensions import connection, cursor

from scripts.verify.cash import CashSide
from scripts.verify.chart import add_to_chart
from scripts.verify.journal import stored_facts
from scripts.verify.laws import broken_laws
from scripts.verify.ledgers import LEDGERS, Difference, compare
from scripts.verify.quota import QuotaSide
from scripts.verify.registers import add_to_registers
from scripts.verify.sums import Sums
from scripts.verify.works import Works

REPORT_EVERY = 1_000


@dataclass(frozen=True)
class Audit:
    """What the audit saw: the facts that it added up, the figures that it compared, and what differs."""

    facts: int
    figures: int
    differences: tuple[Difference, ...]


class LedgersApart(RuntimeError):
    """The ledgers stand at different positions, because one cannot go on (台账位置不一); `status` says which."""

    def __init__(self, lowest: int, highest: int) -> None:
        """Show both positions."""
        super().__init__(f"ledgers stand between positions {lowest} and {highest}")


def audit(url: str, schema: str, progress: Callable[[int, int], None] = lambda *_: None) -> Audit:
    """Audit one set of books.  Raises JournalBroken, LedgersApart, psycopg2.OperationalError."""
    opened = psycopg2.connect(url, application_name=f"sunledger {schema} audit")
    try:
        opened.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with opened.cursor() as reading:
            reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
            head = _position(reading)
            sums = _derived(opened, head, progress)
            differences = tuple(_differences(reading, sums))
        return Audit(head, len(sums.figures), differences)
    finally:
        opened.close()


def _position(reading: cursor) -> int:
    """The one position at which all ledgers stand.  Raises LedgersApart."""
    reading.execute("SELECT min(position), max(position) FROM ledger_positions")
    lowest, highest = reading.fetchone() or (None, None)
    if lowest != highest:
        raise LedgersApart(lowest, highest)
    return int(lowest or 0)


def _derived(opened: connection, head: int, progress: Callable[[int, int], None]) -> Sums:
    sums = Sums()
    parts = (QuotaSide(sums).add, CashSide(sums).add, Works(sums).add)
    for fact in stored_facts(opened, head):
        for add in parts:
            add(fact)
        add_to_chart(fact, sums)
        add_to_registers(fact, sums)
        if fact.position % REPORT_EVERY == 0:
            progress(fact.position, head)
    progress(head, head)
    return sums


def _differences(reading: cursor, sums: Sums) -> Iterator[Difference]:
    yield from compare(reading, sums, pages=LEDGERS)
    yield from broken_laws(sums)
