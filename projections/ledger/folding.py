"""记账过程 (folding): a page of facts into the rows of several ledgers, and rows and positions in one transaction.

The follower and the rebuild both drive this.  Ledgers that stand at the same position share the reading and decoding
of a page.  A ledger that fails keeps its position and notes the failure in `ledger_positions`; this process tries it
again after a pause that doubles up to a minute, and meanwhile the other ledgers go on.

Inside the transaction this process locks the positions, reads them again and compares them with what it believes.  So
a page that another process wrote, or that was committed although the answer to COMMIT was lost, moves no row twice.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, NamedTuple

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812 -- the driver writes its class in lower case

from projections.ledger.fitness import POSITION_LOST, standing, unfit
from projections.ledger.page import PAGE_FACTS, FactsPage, FactUnreadable, JournalReader
from projections.ledger.projection import LedgerFailed, Projection
from projections.ledger.rows import Rows

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
"""Seconds between two tries of a ledger that keeps failing."""


class LedgerPosition(NamedTuple):
    """Up to which fact a ledger counts, and which of its rebuilds it is (see positions.sql)."""

    position: int
    generation: str


class _Stored(NamedTuple):
    """A row of `ledger_positions`.  `failure` is None while the ledger goes on."""

    ledger: str
    at: LedgerPosition
    failure: str | None


class PositionMoved(RuntimeError):
    """Another process moved a ledger since this one read its position (台账位置已变); the cached rows are stale."""


@dataclass
class _OpenLedger:
    """A ledger that this process folds: its position, its cached rows, and when to try again after a failure."""

    projection: Projection
    at: LedgerPosition
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
        """Create what tables are missing and read the positions.  `page_facts` is the size of a page."""
        self._cursor = connection.cursor()
        self._projections = {projection.name: projection for projection in projections}
        self._reader = JournalReader(frozenset().union(*(one.folds for one in projections)))
        self._page_facts = page_facts
        self._open: dict[str, _OpenLedger] = {}
        # Changed rows are few and their tables indexed: never read a whole ledger to change a page of it.
        self._cursor.execute("SET enable_hashjoin TO off; SET enable_mergejoin TO off")
        _create(self._cursor, projections)
        self.reopen()

    @property
    def positions(self) -> dict[str, LedgerPosition]:
        """The position of each open ledger, as far as this process knows."""
        return {name: one.at for name, one in self._open.items()}

    @property
    def failing(self) -> set[str]:
        """The ledgers that did not accept their next page when it was last tried."""
        return {name for name, one in self._open.items() if one.pause}

    def reopen(self) -> None:
        """Read the positions again and drop all cached rows: after a transaction that the caller rolled back."""
        self._reopen(list(self._projections))

    def step(self, *, own_transaction: bool = True) -> bool:
        """Fold one page into each group of ledgers at one position.  False when every ledger is at the end.

        With `own_transaction=False` the caller has begun a transaction and commits it; there an error of the
        database is raised, since nothing of the transaction is left.
        """
        if left_out := [name for name in self._projections if name not in self._open]:
            self._reopen(left_out)
        moved = False
        for group in self._groups():
            moved |= self._step(group, own_transaction=own_transaction)
        return moved

    def _groups(self) -> list[list[_OpenLedger]]:
        groups: dict[int, list[_OpenLedger]] = {}
        for one in self._open.values():
            if one.resume_at <= time.monotonic():
                groups.setdefault(one.at.position, []).append(one)
        return [groups[position] for position in sorted(groups)]

    def _step(self, group: list[_OpenLedger], *, own_transaction: bool) -> bool:
        try:
            page = self._reader.read(self._cursor, group[0].at.position, self._page_facts)
        except FactUnreadable as error:
            for one in group:
                self._postpone(one, LedgerFailed(one.name, error.position, error))
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

    def _folded(self, one: _OpenLedger, page: FactsPage) -> bool:
        try:
            one.projection.fold(page.of(one.projection.folds), one.rows)
        except LedgerFailed as failure:
            if failure.__cause__ is not None and connection_lost(failure.__cause__):
                raise failure.__cause__ from failure
            self._postpone(one, failure)
            return False
        return True

    def _commit(self, folded: list[_OpenLedger], page: FactsPage) -> bool:
        """Write in one transaction; postpone a ledger whose rows the database refuses, and fold the others again."""
        names = [one.name for one in folded]
        try:
            self._cursor.execute("BEGIN")
            self._write(folded, page.last_position)
            # COMMIT keeps rows and positions together.  A process that is stopped before it folds the same page again.
            self._cursor.execute("COMMIT")
        except PositionMoved:
            self._cursor.execute("ROLLBACK")
            log.warning("another process moved the ledgers; reading their positions again")
            self._reopen(names)
        except LedgerFailed as failure:
            self._cursor.execute("ROLLBACK")
            again = []
            for one in self._reopen(names):
                if one.name == failure.ledger:
                    self._postpone(one, failure)
                elif self._folded(one, page):
                    again.append(one)
            return bool(again) and self._commit(again, page)
        return True

    def _write(self, folded: list[_OpenLedger], last_position: int) -> None:
        """Write the rows of the ledgers and their positions.  Raises PositionMoved, LedgerFailed."""
        names = [one.name for one in folded]
        # The positions come first: readers, followers and rebuilds all lock in this order and cannot deadlock.
        self._cursor.execute(
            "SELECT ledger, position, generation::text FROM ledger_positions WHERE ledger = ANY(%s)"
            " ORDER BY ledger FOR UPDATE",
            (names,),
        )
        stored = {ledger: LedgerPosition(*at) for ledger, *at in self._cursor.fetchall()}
        if stored != {one.name: one.at for one in folded}:
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
            one.at = one.at._replace(position=last_position)
            one.pause = 0.0

    def _postpone(self, one: _OpenLedger, failure: LedgerFailed) -> None:
        """Leave a ledger alone for a while, note why, and drop its half-folded rows."""
        log.error("%s", failure, exc_info=failure)
        pause = min(max(one.pause * 2, 1.0), LONGEST_PAUSE)
        # Noted first: where its tables are to blame, opening it again says so instead.
        self._note_failure(one.name, str(failure))
        for again in self._reopen([one.name]):
            again.pause, again.resume_at = pause, time.monotonic() + pause

    def _reopen(self, names: Sequence[str]) -> list[_OpenLedger]:
        """Open these ledgers at their positions, with no cached rows; set aside those that only a rebuild helps."""
        helpless = unfit(self._cursor, [self._projections[name] for name in names])
        for one in self._read_positions(names):
            if one.ledger in helpless:
                self._set_aside(one, helpless[one.ledger])
            else:
                self._open_at(one)
        return [self._open[name] for name in names if name in self._open]

    def _read_positions(self, names: Sequence[str]) -> list[_Stored]:
        self._cursor.execute(
            "SELECT ledger, position, generation::text, failure FROM ledger_positions WHERE ledger = ANY(%s)",
            (list(names),),
        )
        return [
            _Stored(ledger, LedgerPosition(position, generation), failure)
            for ledger, position, generation, failure in self._cursor.fetchall()
        ]

    def _open_at(self, stored: _Stored) -> None:
        """Fold the ledger from this position on; a pause after a failure goes on."""
        projection = self._projections[stored.ledger]
        opened = _OpenLedger(projection, stored.at, Rows(self._cursor, projection.tables))
        if (before := self._open.get(stored.ledger)) is not None:
            opened.pause, opened.resume_at = before.pause, before.resume_at
        self._open[stored.ledger] = opened

    def _set_aside(self, stored: _Stored, reason: str) -> None:
        """Fold the ledger no more, since its tables are not those of this release; note once why."""
        was_open = self._open.pop(stored.ledger, None) is not None
        if stored.failure is None or was_open:
            log.error("%s: %s", stored.ledger, reason)
            self._note_failure(stored.ledger, reason)

    def _note_failure(self, ledger: str, reason: str) -> None:
        self._cursor.execute(
            "UPDATE ledger_positions SET failure = %s, failed_at = now() WHERE ledger = %s", (reason, ledger)
        )


def connection_lost(error: BaseException) -> bool:
    """Tell whether the connection is gone; the driver may say so with a plain DatabaseError that has no code."""
    if type(error) is psycopg2.DatabaseError:
        return error.pgcode is None
    return isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError))


def _create(cursor: Any, projections: Sequence[Projection]) -> None:
    """Create the tables of every ledger that has no position yet.  The follower's lock lets one process do this.

    Where its tables stand already, somebody removed the position: the ledger is left as it is and waits for a rebuild.
    """
    cursor.execute("BEGIN")
    create_positions(cursor)
    cursor.execute("SELECT ledger FROM ledger_positions")
    known, stand = {ledger for (ledger,) in cursor.fetchall()}, standing(cursor)
    for projection in projections:
        if projection.name not in known:
            lost = projection.relations & stand
            if projection.tables and not lost:
                cursor.execute(projection.tables_sql)
            cursor.execute(
                "INSERT INTO ledger_positions (ledger, shape) VALUES (%s, %s)",
                (projection.name, POSITION_LOST if lost else projection.shape),
            )
    cursor.execute("COMMIT")


def create_positions(cursor: Any) -> None:
    """Create the table of positions in the current schema, unless it is there."""
    cursor.execute(
        resources.files("projections.ledger").joinpath("positions.sql").read_text(encoding="utf-8")
    )
