"""查账 (the audit): derives every row from the stored facts and compares it with every ledger.  Reads only.

All reading happens in one transaction that sees one moment.  The facts are added up to the position where the ledgers
stand; the caller has let them catch up.  They are read twice: in the order of the journal, beside the lists that grow
with it, and stream by stream, beside the papers of which there are many.  So no list is ever held as a whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import connection, cursor

from scripts.verify import registers
from scripts.verify.cash import CashSide, idle_payments, payments
from scripts.verify.difference import Difference, Findings
from scripts.verify.duties import Duties
from scripts.verify.guard import Guard, requests_differ, triggers_off
from scripts.verify.journal import JournalBroken, Stored, stored_facts, stored_streams
from scripts.verify.laws import broken_laws
from scripts.verify.numbering import compare_with_lines
from scripts.verify.pages import COMPARED_ELSEWHERE, Page, columns
from scripts.verify.papers import AT_THE_END, BY_STREAM, KEYS, Papers
from scripts.verify.postings import Postings
from scripts.verify.quota import QuotaSide
from scripts.verify.timeline import Timeline
from scripts.verify.works import Works

REPORT_EVERY = 1_000
STREAMS: Mapping[str, Callable[[Stored, Papers], None]] = {
    "account": payments,
    "claim": registers.claims,
    "invoice": registers.invoices,
    "notice": registers.notices,
    "roll": registers.rolls,
}
"""Kinds of streams → how the papers of one stream are derived from its facts alone."""


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
        """Show both positions."""
        super().__init__(f"ledgers stand between positions {lowest} and {highest}")


def audit(url: str, schema: str, progress: Callable[[int, int], None] = lambda *_: None) -> Audit:
    """Audit one set of books.  Raises JournalBroken, LedgersApart, psycopg2.OperationalError."""
    opened = psycopg2.connect(url, application_name=f"sunledger {schema} audit")
    try:
        opened.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with opened.cursor() as reading:
            # Before the moment is chosen: a rebuild that switches tables meanwhile is waited for, or waits.
            lock = sql.SQL("LOCK TABLE {}.ledger_positions IN ACCESS SHARE MODE")
            reading.execute(lock.format(sql.Identifier(schema)))
            reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
            head = _position(reading)
        return _Auditor(opened, schema, head).audit(progress)
    finally:
        opened.close()


def _position(reading: cursor) -> int:
    """The one position at which all ledgers stand.  Raises LedgersApart."""
    reading.execute("SELECT min(position), max(position) FROM ledger_positions")
    lowest, highest = reading.fetchone() or (None, None)
    if lowest != highest:
        raise LedgersApart(lowest, highest)
    return int(lowest or 0)


class _Auditor:
    """One audit: the pages of all tables, and what was found."""

    def __init__(self, opened: connection, schema: str, head: int) -> None:
        self._opened = opened
        self._schema = schema
        self._head = head
        self._found = Findings()
        tables = columns(opened, schema)
        self._pages = {
            table: Page(opened, table, tables[table], self._found.say) for table in KEYS if table in tables
        }
        self._tables_stand = tables.keys() > COMPARED_ELSEWHERE
        for table in sorted(tables.keys() ^ (KEYS.keys() | COMPARED_ELSEWHERE)):
            stands, derived = table in tables, table not in tables
            self._found.say(Difference(table, "本表 table", stands, derived))

    def audit(self, progress: Callable[[int, int], None]) -> Audit:
        self._in_the_order_of_the_journal(progress)
        self._stream_by_stream()
        for page in self._pages.values():
            page.finish()
        if self._tables_stand:
            self._found.say_all(compare_with_lines(self._opened))
        self._found.say_all(requests_differ(self._opened, self._head))
        self._found.say_all(triggers_off(self._opened, self._schema))
        cells = sum(page.cells for page in self._pages.values())
        return Audit(self._head, cells, tuple(self._found.listed), self._found.count)

    def _in_the_order_of_the_journal(self, progress: Callable[[int, int], None]) -> None:
        papers = Papers(AT_THE_END)
        guard, cash = Guard(self._found.say), CashSide(papers)
        parts = _parts(papers, cash, Postings(papers, self._found.say))
        everyone = (guard.add, Duties(papers).add)
        for fact in stored_facts(self._opened, self._head):
            try:
                for add in (*everyone, *parts.get(fact.kind, ())):
                    add(fact)
            except (LookupError, TypeError, ValueError) as error:
                raise _unreadable(fact, error) from error
            self._compare_lines(papers, fact.position)
            if fact.position % REPORT_EVERY == 0:
                progress(fact.position, self._head)
        progress(self._head, self._head)
        self._found.say_all(broken_laws(papers, cash.beside_fen))
        self._compare_rows(papers)

    def _stream_by_stream(self) -> None:
        papers, stream = Papers(BY_STREAM), ""
        for fact in stored_streams(self._opened, self._head, STREAMS):
            if fact.stream != stream:
                self._compare_rows(papers)
                stream = fact.stream
            try:
                STREAMS[fact.kind](fact, papers)
            except (LookupError, TypeError, ValueError) as error:
                raise _unreadable(fact, error) from error
        self._compare_rows(papers)

    def _compare_lines(self, papers: Papers, position: int) -> None:
        for table, rows in papers.take_lines().items():
            if table in self._pages:
                self._pages[table].expect(position, rows)

    def _compare_rows(self, papers: Papers) -> None:
        for table, place, rows in papers.take_rows():
            if table in self._pages:
                self._pages[table].expect(place, rows)


def _unreadable(fact: Stored, error: Exception) -> JournalBroken:
    return JournalBroken(f"position {fact.position}: {fact.topic} cannot be added up: {error!r}")


def _parts(
    papers: Papers, cash: CashSide, postings: Postings
) -> dict[str, Sequence[Callable[[Stored], None]]]:
    """Who reads the facts of which kind of stream, in this order."""
    quota, works, timeline = QuotaSide(papers), Works(papers), Timeline(papers)

    def into(derive: Callable[[Stored, Papers], None]) -> Callable[[Stored], None]:
        return lambda fact: derive(fact, papers)

    gifts = into(registers.gifts)
    return {
        "fund": (quota.add, timeline.add, postings.add),
        "account": (cash.add, into(idle_payments), works.add, gifts, timeline.add, postings.add),
        "project": (works.add, timeline.add, postings.add),
        "roll": (into(registers.sendings), into(registers.answers), postings.add),
        "gift": (gifts, postings.add),
        "claim": (timeline.add,),
        "notice": (into(registers.extensions), timeline.add),
        "asset_register": (into(registers.surveys),),
    }
