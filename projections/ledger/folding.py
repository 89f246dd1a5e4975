"""记账过程 (folding): a page of facts into the rows of several ledgers, and rows and positions in one transaction.

The follower and the rebuild both drive this.  Ledgers that stand at the same position share the reading and decoding
of a page.  A ledger that fails stays where it is, says so in `ledger_positions`, and is tried again after a pause
that doubles up to a minute; the others go on without it.

Inside the transaction the positions are read again, locked, and compared with what this process believes: a page
that was already written (by another process, or before a lost COMMIT answer) moves nothing twice.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, NamedTuple

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812 -- the driver writes its class in lower case

from projections.ledger.page import PAGE_FACTS, FactsPage, FactUnreadable, JournalReader
from projections.ledger.projection import LedgerFailed, Projection
from projections.ledger.rows import Rows

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
"""Seconds between two tries of a ledger that keeps failing."""


class Place(NamedTuple):
    """Where a ledger stands (see positions.sql)."""

    position: int
    generation: str


class PositionMoved(RuntimeError):
    """A ledger was moved by somebody else since this process looked (台账位置已变); its rows in hand are stale."""


@dataclass
class _Open:
    """A ledger that is being folded: its place, its rows in hand, and when to try again after a failure."""

    projection: Projection
    place: Place
    rows: Rows
    pause: float = 0.0
    resume_at: float = field(default=0.0)

    @property
    def name(self) -> str:
        return self.projection.name


class Folding:
    """Some ledgers of one set of books, folded over one connection whose search path finds them and the journal."""

    def __init__(
        self, connection: Connection, projections: Sequence[Projection], *, page_facts: int = PAGE_FACTS
    ) -> None:
        """Create what tables are missing and read the places.  `page_facts` is the size of a page."""
        self._cursor = connection.cursor()
        self._projections = {projection.name: projection for projection in projections}
        self._reader = JournalReader(frozenset().union(*(one.folds for one in projections)))
        self._page_facts = page_facts
        self._open: dict[str, _Open] = {}
        # Changed rows are few and their tables indexed: never read a whole ledger to change a page of it.
        self._cursor.execute("SET enable_hashjoin TO off; SET enable_mergejoin TO off")
        _create(self._cursor, projections)
        self.look_again()

    @property
    def places(self) -> dict[str, Place]:
        """Where each ledger stands, as far as this process knows."""
        return {name: one.place for name, one in self._open.items()}

    @property
    def failing(self) -> set[str]:
        """The ledgers that did not accept their next page when it was last tried."""
        return {name for name, one in self._open.items() if one.pause}

    def look_again(self) -> None:
        """Read where the ledgers stand and drop all rows in hand: after a transaction that the caller gave up."""
        self._look(list(self._projections))

    def step(self, *, own_transaction: bool = True) -> bool:
        """Fold one page into each group of ledgers at one position.  False when every ledger is at the end.

        With `own_transaction=False` the caller has begun a transaction and commits it; there an error of the
        database is raised, since nothing of the transaction is left.
        """
        if left_out := [name for name in self._projections if name not in self._open]:
            self._look(left_out)
        moved = False
        for group in self._groups():
            moved |= self._step(group, own_transaction=own_transaction)
        return moved

    def _groups(self) -> list[list[_Open]]:
        groups: dict[int, list[_Open]] = {}
        for one in self._open.values():
            if one.resume_at <= time.monotonic():
                groups.setdefault(one.place.position, []).append(one)
        return [groups[position] for position in sorted(groups)]

    def _step(self, group: list[_Open], *, own_transaction: bool) -> bool:
        try:
            page = self._reader.read(self._cursor, group[0].place.position, self._page_facts)
        except FactUnreadable as error:
            for one in group:
                self._failed(one, LedgerFailed(one.name, error.position, error))
            return False
        if page is None:
            return False
        folded = [one for one in group if self._folded(one, page)]
        if not folded:
            return False
        if not own_transaction:
            self._write(folded, page.last_position)
            return True
        return self._commit(folded, page)

    def _folded(self, one: _Open, page: FactsPage) -> bool:
        try:
            one.projection.fold(page.of(one.projection.folds), one.rows)
        except LedgerFailed as failure:
            if failure.__cause__ is not None and connection_lost(failure.__cause__):
                raise failure.__cause__ from failure
            self._failed(one, failure)
            return False
        return True

    def _commit(self, folded: list[_Open], page: FactsPage) -> bool:
        """Write in one transaction; a ledger whose rows are refused is set aside, and the others are folded again."""
        names = [one.name for one in folded]
        try:
            self._cursor.execute("BEGIN")
            self._write(folded, page.last_position)
            # From here rows and positions are kept together; before it, the page is simply folded again.
            self._cursor.execute("COMMIT")
        except PositionMoved:
            self._cursor.execute("ROLLBACK")
            log.warning("the ledgers were moved by another process; looking again")
            self._look(names)
        except LedgerFailed as failure:
            self._cursor.execute("ROLLBACK")
            again = []
            for one in self._look(names):
                if one.name == failure.ledger:
                    self._failed(one, failure)
                elif self._folded(one, page):
                    again.append(one)
            return bool(again) and self._commit(again, page)
        return True

    def _write(self, folded: list[_Open], last_position: int) -> None:
        """Write the rows of the ledgers and their positions.  Raises PositionMoved, LedgerFailed."""
        names = [one.name for one in folded]
        # The positions come first: readers, followers and rebuilds all lock in this order and cannot deadlock.
        self._cursor.execute(
            "SELECT ledger, position, generation::text FROM ledger_positions WHERE ledger = ANY(%s)"
            " ORDER BY ledger FOR UPDATE",
            (names,),
        )
        if {ledger: Place(*place) for ledger, *place in self._cursor.fetchall()} != {
            one.name: one.place for one in folded
        }:
            raise PositionMoved(names)
        for one in folded:
            try:
                one.rows.write(self._cursor)
            except Exception as error:
                if connection_lost(error):
                    raise
                raise LedgerFailed(one.name, None, error) from error
        self._cursor.execute(
            "UPDATE ledger_positions SET position = %s, failure = NULL, failed_at = NULL WHERE ledger = ANY(%s)",
            (last_position, names),
        )
        for one in folded:
            one.rows.turn_page()
            one.place = one.place._replace(position=last_position)
            one.pause = 0.0

    def _failed(self, one: _Open, failure: LedgerFailed) -> None:
        """Set a ledger aside for a while, say so, and drop its half-folded rows."""
        log.error("%s", failure, exc_info=failure)
        pause = min(max(one.pause * 2, 1.0), LONGEST_PAUSE)
        for again in self._look([one.name]):
            again.pause, again.resume_at = pause, time.monotonic() + pause
        self._cursor.execute(
            "UPDATE ledger_positions SET failure = %s, failed_at = now() WHERE ledger = %s",
            (str(failure), one.name),
        )

    def _look(self, names: Sequence[str]) -> list[_Open]:
        """Read the places of these ledgers and open them with no rows in hand; leave out those of another shape."""
        self._cursor.execute(
            "SELECT ledger, position, generation::text, shape, failure FROM ledger_positions WHERE ledger = ANY(%s)",
            (list(names),),
        )
        for ledger, position, generation, shape, failure in self._cursor.fetchall():
            projection = self._projections[ledger]
            if projection.shape == shape:
                rows = Rows(self._cursor, projection.tables)
                fresh = _Open(projection, Place(position, generation), rows)
                if (before := self._open.get(ledger)) is not None:
                    fresh.pause, fresh.resume_at = before.pause, before.resume_at
                self._open[ledger] = fresh
            elif failure is None or ledger in self._open:
                self._outdated(ledger)
        return [self._open[name] for name in names if name in self._open]

    def _outdated(self, ledger: str) -> None:
        """Leave out a ledger whose tables were made by another release; only a rebuild can help it."""
        self._open.pop(ledger, None)
        reason = f"{ledger}: 账页格式已变，须重建 / its tables have another shape: rebuild it"
        log.error("%s", reason)
        self._cursor.execute(
            "UPDATE ledger_positions SET failure = %s, failed_at = now() WHERE ledger = %s", (reason, ledger)
        )


def connection_lost(error: BaseException) -> bool:
    """Tell whether the line went dead; the driver also says that with a plain DatabaseError, without a code."""
    if type(error) is psycopg2.DatabaseError:
        return error.pgcode is None
    return isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError))


def _create(cursor: Any, projections: Sequence[Projection]) -> None:
    """Create the tables of every ledger that has no place yet.  Only one process at a time does this: see follow.py."""
    cursor.execute("BEGIN")
    create_positions(cursor)
    cursor.execute("SELECT ledger FROM ledger_positions")
    known = {ledger for (ledger,) in cursor.fetchall()}
    for projection in projections:
        if projection.name not in known:
            if projection.tables:
                cursor.execute(projection.tables_sql)
            cursor.execute(
                "INSERT INTO ledger_positions (ledger, shape) VALUES (%s, %s)",
                (projection.name, projection.shape),
            )
    cursor.execute("COMMIT")


def create_positions(cursor: Any) -> None:
    """Create the table of positions in the schema that the cursor stands in, unless it is there."""
    cursor.execute(
        resources.files("projections.ledger").joinpath("positions.sql").read_text(encoding="utf-8")
    )
