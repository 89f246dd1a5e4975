"""查账 (reading the ledgers): one consistent look at all of them, and from which position it answers.

A look is a read-only transaction that sees one moment: its rows and its positions belong together, also while the
follower writes and while a rebuilt ledger is switched in.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import psycopg2
from eventsourcing.persistence import InterfaceError, OperationalError
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.database import Pool
from projections.ledger.fitness import unfit
from projections.ledger.projection import every_projection
from projections.reading.standby import Standby, StandbyState

T = TypeVar("T")

# Lock before the snapshot is taken, so that the reader waits for a rebuild that switches meanwhile: in an older
# snapshot its new tables would be empty.
_BEGIN = """
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
LOCK TABLE ledger_positions IN ACCESS SHARE MODE
"""

_LAG = """
SELECT head.position, head.position - p.position, coalesce(now() - unread.recorded_at, interval '0'),
       p.ledger, p.position, p.failure
  FROM ledger_positions AS p
 CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM journal) AS head
  LEFT JOIN journal AS unread ON unread.position = p.position + 1
 ORDER BY p.ledger
"""


class PositionNotReached(TimeoutError):
    """The ledgers have not come so far in the time given (账页未到位).

    asked    the position that the reader wants to see.
    reached  how far the ledgers are.
    """

    def __init__(self, asked: int, reached: int) -> None:
        super().__init__(f"position {asked} is not reached, the ledgers stand at {reached}")
        self.asked = asked
        self.reached = reached


class LedgersNotReady(OperationalError):
    """The ledgers of these books are not made, or not as this release reads them (台账未建).

    No follower has opened them yet, or none of a release that keeps the ledger that was asked; or a ledger has the
    tables of another release, or lacks one, and waits for a rebuild.
    """


@dataclass(frozen=True)
class LedgerLag:
    """How far one ledger is behind the journal.

    position  the last fact in it; `behind` facts of the journal are not.
    oldest    age of the oldest fact that is not in it; zero when none is missing.
    failure   why it does not go on, or None.
    """

    ledger: str
    position: int
    behind: int
    oldest: timedelta
    failure: str | None


@dataclass(frozen=True)
class Lag:
    """How far the ledgers are behind the journal, whose last position is `head`; the worst ledger counts."""

    head: int
    ledgers: tuple[LedgerLag, ...]

    @property
    def behind(self) -> int:
        """Facts that are not in every ledger."""
        return max((one.behind for one in self.ledgers), default=self.head)

    @property
    def oldest(self) -> timedelta:
        """Age of the oldest fact that is not in every ledger."""
        return max((one.oldest for one in self.ledgers), default=timedelta())

    @property
    def failures(self) -> dict[str, str]:
        """Ledgers that do not go on, and why."""
        return {one.ledger: one.failure for one in self.ledgers if one.failure is not None}


@dataclass(frozen=True)
class Look:
    """One moment of all ledgers.  `cursor` runs the questions of the query modules."""

    cursor: Cursor

    def position(self, *ledgers: str) -> int:
        """From which position these ledgers answer: the lowest of them (of all, when none is named)."""
        self.cursor.execute(
            "SELECT coalesce(min(position), 0) FROM ledger_positions WHERE %(any)s OR ledger = ANY(%(names)s)",
            {"any": not ledgers, "names": list(ledgers)},
        )
        ((position,),) = self.cursor.fetchall()
        return int(position)

    def position_of_each(self, *ledgers: str) -> tuple[int, ...]:
        """From which position each of these ledgers answers, in one question; 0 for one that is not there."""
        self.cursor.execute(
            "SELECT ledger, position FROM ledger_positions WHERE ledger = ANY(%s)", (list(ledgers),)
        )
        found = dict(self.cursor.fetchall())
        return tuple(found.get(ledger, 0) for ledger in ledgers)

    def version_of(self, stream: str, position: int) -> int:
        """Which version a stream had at a position of the journal; 0 before its first fact."""
        self.cursor.execute(
            "SELECT coalesce(max(version), 0) FROM journal WHERE stream = %s AND position <= %s",
            (stream, position),
        )
        ((version,),) = self.cursor.fetchall()
        return int(version)


class Ledgers:
    """All ledgers of one set of books, to read.  For any number of threads."""

    def __init__(self, pool: Pool, standby: Standby | None = None) -> None:
        """Read through a pool of connections that stand in the schema of the books; ask a standby while it is fit."""
        self._pool = pool
        self._standby = standby

    @property
    def standby(self) -> StandbyState | None:
        """How the standby is; None when there is none."""
        return self._standby.state if self._standby is not None else None

    def look(self) -> AbstractContextManager[Look]:
        """Open one look, at the primary.

        Raises LedgersNotReady before the first follower, and out of a question that asks a ledger which is not made
        yet, or not as this release reads it; OperationalError without a server.
        """
        return _look_into(self._pool)

    def ask(self, question: Callable[[Look], T], *, at_primary: bool = False) -> T:
        """Answer a question from one look, at the standby while it is fit.

        When the standby dies or breaks off, the question is put again to the primary.  Errors as `look`.
        """
        if self._standby is not None and self._standby.state.fit and not at_primary:
            with suppress(OperationalError, InterfaceError), _look_into(self._standby.pool) as look:
                return question(look)
        with self.look() as look:
            return question(look)

    def wait_for(self, position: int, *ledgers: str, timeout: float = 2.0) -> None:
        """Wait until these ledgers (all, when none is named) hold the fact at `position`, at the primary.

        timeout  seconds.  Raises PositionNotReached after it.
        """
        deadline = time.monotonic() + timeout
        pause = 0.002
        while True:
            reached = self._reached(ledgers)
            if reached >= position:
                return
            if time.monotonic() >= deadline:
                raise PositionNotReached(position, reached)
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)

    def catch_up(self, *ledgers: str, timeout: float = 2.0) -> int:
        """Wait, bounded, until these ledgers hold every fact that anybody has a receipt for; give how far they came.

        A receipt is given for committed facts only, so that is what the journal holds now.  `timeout` in seconds;
        errors as `look`.
        """
        with self.look() as look:
            look.cursor.execute("SELECT coalesce(max(position), 0) FROM journal")
            ((head,),) = look.cursor.fetchall()
        try:
            self.wait_for(head, *ledgers, timeout=timeout)
        except PositionNotReached as error:
            return error.reached
        return int(head)

    def lag(self) -> Lag:
        """How far the ledgers are behind the journal, at the primary.  Errors as `look`."""
        with self.look() as look:
            look.cursor.execute(_LAG)
            rows = look.cursor.fetchall()
            helpless = unfit(look.cursor, every_projection())
            if rows:
                head = rows[0][0]
            else:
                look.cursor.execute("SELECT coalesce(max(position), 0) FROM journal")
                ((head,),) = look.cursor.fetchall()
        return Lag(
            head,
            tuple(
                LedgerLag(ledger, position, behind, oldest, failure or helpless.get(ledger))
                for _, behind, oldest, ledger, position, failure in rows
            ),
        )

    def _reached(self, ledgers: Sequence[str]) -> int:
        with self.look() as look:
            return look.position(*ledgers)


@contextmanager
def _look_into(pool: Pool) -> Iterator[Look]:
    with pool.connection() as lent, lent.cursor() as cursor:
        try:
            cursor.execute(_BEGIN)
        except psycopg2.errors.UndefinedTable as error:
            cursor.execute("ROLLBACK")
            raise LedgersNotReady(str(error)) from error
        try:
            yield Look(cursor)
        except (psycopg2.errors.UndefinedTable, psycopg2.errors.UndefinedColumn) as error:
            cursor.execute("ROLLBACK")
            # Where every ledger is as this release makes it, the question itself is wrong.
            if ledgers := _not_ready(cursor):
                raise LedgersNotReady(", ".join(sorted(ledgers))) from error
            raise
        # Only a look that went well ends here; after another error the pool closes the connection.
        cursor.execute("COMMIT")


def _not_ready(cursor: Cursor) -> set[str]:
    """The ledgers of this release that these books lack, or that only a rebuild helps."""
    cursor.execute("SELECT ledger FROM ledger_positions")
    made = {ledger for (ledger,) in cursor.fetchall()}
    lacking = {one.name for one in every_projection()} - made
    return lacking | unfit(cursor, every_projection()).keys()
