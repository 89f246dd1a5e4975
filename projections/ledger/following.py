"""跟账 (following): one follower per set of books keeps all its ledgers at the end of the journal.

The journal notifies it of new facts, and it reads by itself at least once a second (D9).  It folds a fact after a
silence at once; while facts keep coming it folds several together, some times a second, since each page has its price.

An advisory lock admits one follower; a second follower of the same books waits and takes over when the first ends.
A follower may be killed at any line: the next one reads the positions and folds what was not committed.
"""

import logging
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

import psycopg2
from eventsourcing.persistence import OperationalError, PersistenceError
from psycopg2.extensions import connection as Connection  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.database import Database, translated
from projections.journal.lock import lock_key
from projections.journal.wakeup import POLL_SECONDS, Wakeup
from projections.ledger.folding import Folding
from projections.ledger.page import PAGE_FACTS
from projections.ledger.projection import Projection, every_projection

log = logging.getLogger(__name__)

PAGE_SECONDS = 0.035
"""From the beginning of one page to that of the next: a page of one fact costs as much as ten facts in a larger one."""


class LedgersHeldByAnotherFollower(OperationalError):
    """Another process keeps the ledgers of these books (台账已有跟账进程)."""


class Follower:
    """Keeps the ledgers of one set of books.  `run` in a thread or a process of its own, `stop` from any thread."""

    def __init__(
        self,
        database: Database,
        projections: Sequence[Projection] | None = None,
        *,
        page_facts: int = PAGE_FACTS,
    ) -> None:
        """Connect nothing yet.  Without `projections` all ledgers of the folder are kept."""
        self._database = database
        self._projections = every_projection() if projections is None else tuple(projections)
        self._page_facts = page_facts
        self._connection: Connection | None = None
        self._folding: Folding | None = None
        self._stopping = threading.Event()
        self._wakeup: Wakeup | None = None

    @property
    def following(self) -> Folding | None:
        """The folding in progress; None while the follower stands by or waits for the server."""
        return self._folding

    def open(self) -> Folding:
        """Take the lock, create missing tables, read the positions.  The journal exists already.

        Raises OperationalError when the server is away, LedgersHeldByAnotherFollower when another one follows.
        """
        if self._folding is None:
            opened = self._database.connect("follower")
            try:
                with translated():
                    self._take_lock(opened)
                    self._folding = Folding(opened, self._projections, page_facts=self._page_facts)
            except BaseException:
                opened.close()
                raise
            self._connection = opened
        return self._folding

    def catch_up(self) -> int:
        """Fold until every ledger that can go on is at the end; give the lowest position of all of them.

        Errors as `open`; after one the next call begins with a new connection.
        """
        while self._fold() and not self._stopping.is_set():
            pass
        positions = self.open().positions.values()
        return min((at.position for at in positions), default=0)

    def _fold(self) -> bool:
        """Fold one page into each ledger; False when all that can go on are at the end.  Errors as `catch_up`."""
        folding = self.open()
        try:
            with translated():
                return folding.step()
        except BaseException:
            self.close()
            raise

    def run(self) -> None:
        """Follow until `stop`.  Wait for a server that is away, and for another follower to end."""
        while not self._stopping.is_set():
            try:
                if self._wakeup is None:
                    self._wakeup = Wakeup(self._database)
                began = time.monotonic()
                folded = self._fold()
            except LedgersHeldByAnotherFollower:
                self._stopping.wait(POLL_SECONDS)
            except (PersistenceError, psycopg2.Error) as error:
                log.warning("following waits for the database: %s", error)
                self._stopping.wait(POLL_SECONDS)
            else:
                if folded:
                    self._stopping.wait(began + PAGE_SECONDS - time.monotonic())
                else:
                    self._wakeup.wait(POLL_SECONDS)
        self.close()
        if self._wakeup is not None:
            self._wakeup.close()
            self._wakeup = None

    def stop(self) -> None:
        """Let `run` end after the page that it is folding.

        Not for a signal handler: it takes locks, which the thread that the signal interrupted may hold.
        """
        self._stopping.set()
        # Read once: `run` clears it when it ends.
        wakeup = self._wakeup
        if wakeup is not None:
            wakeup.interrupt()

    def close(self) -> None:
        """Release the lock and the connection; the follower may be used again."""
        if self._connection is not None:
            # Unlock before closing, since the server notices a closed connection only a moment later.
            with suppress(psycopg2.Error), self._connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock_all()")
            self._connection.close()
        self._connection = self._folding = None

    def _take_lock(self, opened: Connection) -> None:
        with opened.cursor() as cursor:
            key = lock_key(f"follower of {self._database.schema}")
            cursor.execute("SELECT pg_try_advisory_lock(%s)", (key,))
            if cursor.fetchone() != (True,):
                raise LedgersHeldByAnotherFollower(self._database.schema)
