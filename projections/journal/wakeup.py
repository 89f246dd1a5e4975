"""叫醒 (waking up): wait until new facts may be in the journal, by LISTEN and by the clock (D9).

A notification is only a hint.  It can be lost with the connection that should have brought it, so a reader looks into
the journal at least once a second.
"""

import os
import select
from contextlib import suppress
from threading import Lock

import psycopg2
from eventsourcing.persistence import OperationalError
from psycopg2.extensions import connection

from projections.journal.database import Database

POLL_SECONDS = 1.0


class Wakeup:
    """Waits for a batch to be written.  For one waiting thread; any thread may `interrupt` it.

    It listens from the moment it is made, so facts written between a first read and a first `wait` are not missed.
    """

    def __init__(self, database: Database) -> None:
        """Start listening.  Raises OperationalError when the server does not answer."""
        self._database = database
        self._interrupt_in, self._interrupt_out = os.pipe()
        os.set_blocking(self._interrupt_out, False)
        self._closed, self._closing = False, Lock()
        self._connection: connection | None = self._listen()

    def wait(self, timeout: float = POLL_SECONDS) -> None:
        """Return when facts were written, when interrupted, or after `timeout` seconds, a second at most."""
        if self._connection is None:
            with suppress(OperationalError):
                self._connection = self._listen()
                return
        listening = self._connection
        sources: list[int | connection] = (
            [self._interrupt_in] if listening is None else [self._interrupt_in, listening]
        )
        ready, _, _ = select.select(sources, [], [], min(timeout, POLL_SECONDS))
        if self._interrupt_in in ready:
            os.read(self._interrupt_in, 4096)
        if listening is not None and listening in ready:
            try:
                listening.poll()
                listening.notifies.clear()
            except psycopg2.Error:
                listening.close()
                self._connection = None

    def interrupt(self) -> None:
        """Make the waiting thread, or the next one that waits, return at once; harmless after `close`.

        Not for a signal handler: the thread that it interrupts may be closing.
        """
        with self._closing, suppress(BlockingIOError):
            if not self._closed:
                os.write(self._interrupt_out, b"!")

    def close(self) -> None:
        """Stop listening.  A later `wait` is a bug."""
        if self._connection is not None:
            self._connection.close()
        with self._closing:
            self._closed = True
            os.close(self._interrupt_in)
            os.close(self._interrupt_out)

    def _listen(self) -> connection:
        opened = self._database.connect("listener")
        with opened.cursor() as cursor:
            cursor.execute(f"LISTEN {self._database.schema}")
        return opened
