"""序时簿写入者 (the journal writer): the one connection that writes a set of books, and the counter of its positions.

A batch is one multi-statement query, which PostgreSQL runs as one transaction: reader positions, request keys, facts by
COPY, NOTIFY.  That is two round trips for any number of facts.  Positions come from a counter that moves only when a
batch is known to be kept, so they start at 1 and have no gaps; only the holder of the advisory lock has the counter.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import psycopg2
from eventsourcing.persistence import IntegrityError, OperationalError, PersistenceError, ProgrammingError
from psycopg2.extensions import connection, cursor

from projections.journal.copy_lines import COPY, CopyLines
from projections.journal.database import Database, translated, translation
from projections.journal.lock import lock_books
from projections.journal.ticket import JournalTicket, StaleDecision

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOTICE_A_DEAD_WRITER = """
SET tcp_keepalives_idle TO 10; SET tcp_keepalives_interval TO 5; SET tcp_keepalives_count TO 3
"""
"""A server far away releases the lock 25 seconds after the connection of the writer went dead, not after hours."""
LAST_FACT = "SELECT position, recorded_at FROM journal ORDER BY position DESC LIMIT 1"
KEEP_REQUESTS = """
PREPARE keep_requests (text[], text[], bigint[], bigint[], timestamptz) AS
INSERT INTO requests (idempotency_key, request_hash, first_position, last_position, recorded_at)
SELECT k, decode(h, 'hex'), f, l, $5 FROM unnest($1, $2, $3, $4) AS asked (k, h, f, l)
"""


class RequestRepeated(IntegrityError):
    """The idempotency key of a ticket is already kept with the facts of an earlier request (幂等键已用)."""


class JournalWriter:
    """Writes batches of tickets, one at a time; not for two threads at once.

    times_locked       how often it took the lock: between two times another writer may have had the books.
    wait_seconds       how long to wait for another writer to release the lock.
    reconnect_seconds  how long to try to reach a server that went away.
    clock_ns           the wall clock, in nanoseconds since 1970; read once a batch.
    """

    def __init__(
        self,
        database: Database,
        *,
        wait_seconds: float = 5.0,
        reconnect_seconds: float = 15.0,
        clock_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        # It connects at the first `open`: a process that only reads never takes the lock.
        self.times_locked = 0
        self._database = database
        self._wait_seconds = wait_seconds
        self._reconnect_seconds = reconnect_seconds
        self._clock_ns = clock_ns
        self._connection: connection | None = None
        self._head = 0
        self._recorded_at = EPOCH

    def open(self) -> bool:
        """Connect, take the lock and read the last position, unless that is done.

        Returns True when it finds facts that it did not write: what callers read before may be out of date.
        Raises BooksHeldByAnotherWriter; OperationalError when the server stays away.
        """
        if self._connection is not None:
            return False
        opened = self._connect()
        try:
            with translated():
                lock_books(opened, self._database.schema, self._wait_seconds)
                with opened.cursor() as reading:
                    reading.execute(NOTICE_A_DEAD_WRITER)
                    reading.execute(KEEP_REQUESTS)
                    reading.execute(LAST_FACT)
                    head, last_recorded_at = reading.fetchone() or (0, EPOCH)
        except BaseException:
            opened.close()
            raise
        self._connection = opened
        self.times_locked += 1
        self._recorded_at = max(self._recorded_at, last_recorded_at)
        known, self._head = self._head, head
        return bool(known != head)

    def expect(self, head: int) -> None:
        """Set the last position that a caller read before this writer took the lock."""
        if self._connection is None:
            self._head = head

    def close(self) -> None:
        """Close the connection, and with it release the lock; the next batch would take it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def write(self, batch: Sequence[JournalTicket]) -> bool:
        """Write all facts of the batch in one commit and set the first position of each ticket, or keep nothing.

        When the connection dies, the writer opens another one and looks whether the server kept the batch; if not, and
        if no other writer wrote meanwhile, it writes the batch again, once.
        Returns True when another writer wrote after it: callers decided the tickets of the queue without knowing that.
        Raises RequestRepeated, IntegrityError, other errors of the data; OperationalError when the connection is gone,
        StaleDecision when it was gone, the books do not hold the batch and another writer wrote meanwhile.
        """
        self._recorded_at = max(self._recorded_at, EPOCH + timedelta(microseconds=self._clock_ns() // 1000))
        written = self._assign_positions(batch)
        try:
            self._send(batch)
        except psycopg2.Error as error:
            if self._is_alive():
                raise _refusal(error) from error
            self._find_or_resend(batch, error)
        self._head = max(self._head, written)
        return self._head > written

    def _find_or_resend(self, batch: Sequence[JournalTicket], lost: psycopg2.Error) -> None:
        """After the connection was lost: find the batch in the books, or write it again."""
        sent_at = self._recorded_at
        self.close()
        others_wrote = self.open()
        if self._holds(batch[0], sent_at):
            return
        if others_wrote:
            msg = f"the connection was lost and another writer went on to position {self._head}: {lost}"
            raise StaleDecision(msg) from lost
        try:
            self._send(batch)
        except psycopg2.Error as error:
            if self._is_alive():
                raise _refusal(error) from error
            self.close()
            raise OperationalError(str(error).strip()) from error

    def _assign_positions(self, batch: Sequence[JournalTicket]) -> int:
        """Give each ticket its positions after the head; return the last one."""
        head = self._head
        for ticket in batch:
            ticket.first_position = head + 1
            head += len(ticket.events)
        return head

    def _send(self, batch: Sequence[JournalTicket]) -> None:
        """Send the batch as one query.  When this returns it is on disk; if we stop before, all of it is or nothing."""
        opened = self._connection
        assert opened is not None
        lines = CopyLines(batch, self._recorded_at.isoformat())
        with opened.cursor() as writing:
            try:
                before = self._trackings(writing, batch) + self._requests(writing, batch)
            except ValueError as failure:
                # The driver's word for NUL, and Python's for a lone surrogate, in a key.
                raise ProgrammingError(f"a request cannot be written: {failure!r}") from failure
            notify = f"NOTIFY {self._database.schema}"
            if not any(ticket.events for ticket in batch):
                writing.execute(before + notify)
                return
            try:
                writing.copy_expert(f"{before}{COPY}; {notify}", lines)
            except psycopg2.Error:
                if lines.failure is not None:
                    raise ProgrammingError(f"a fact cannot be written: {lines.failure!r}") from lines.failure
                raise

    def _trackings(self, writing: cursor, batch: Sequence[JournalTicket]) -> str:
        moves = [
            ticket.circumstances.tracking for ticket in batch if ticket.circumstances.tracking is not None
        ]
        return "".join(
            writing.mogrify("SELECT track(%s, %s); ", (move.application_name, move.notification_id)).decode()
            for move in moves
        )

    def _requests(self, writing: cursor, batch: Sequence[JournalTicket]) -> str:
        asked = [ticket for ticket in batch if ticket.circumstances.idempotency_key is not None]
        if not asked:
            return ""
        columns = (
            _array([_quotable(ticket.circumstances.idempotency_key or "") for ticket in asked]),
            _array([ticket.circumstances.request_hash.hex() for ticket in asked]),
            _array([str(ticket.first_position) for ticket in asked]),
            _array([str(ticket.first_position + len(ticket.events) - 1) for ticket in asked]),
            self._recorded_at.isoformat(),
        )
        return writing.mogrify("EXECUTE keep_requests (%s, %s, %s, %s, %s); ", columns).decode()

    def _holds(self, ticket: JournalTicket, sent_at: datetime) -> bool:
        """Tell whether the books hold a ticket of the last batch: they hold all of its tickets or none."""
        circumstances = ticket.circumstances
        if ticket.events:
            first = ticket.events[0]
            statement = (
                "SELECT 1 FROM journal WHERE (position, stream, version, recorded_at) = (%s, %s, %s, %s)"
            )
            place = (str(first.originator_id), first.originator_version)
            marks: tuple[object, ...] = (ticket.first_position, *place, sent_at)
        elif circumstances.idempotency_key is not None:
            statement = "SELECT 1 FROM requests WHERE (idempotency_key, recorded_at) = (%s, %s)"
            marks = (circumstances.idempotency_key, sent_at)
        else:
            assert circumstances.tracking is not None
            statement = "SELECT 1 FROM tracking WHERE (application_name, position) = (%s, %s)"
            marks = (circumstances.tracking.application_name, circumstances.tracking.notification_id)
        assert self._connection is not None
        with translated(), self._connection.cursor() as reading:
            reading.execute(statement, marks)
            return reading.fetchone() is not None

    def _connect(self) -> connection:
        """Connect, and try again for a while: a server that was killed needs time to recover."""
        deadline = time.monotonic() + self._reconnect_seconds
        while True:
            try:
                return self._database.connect("writer")
            except OperationalError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(0.1)

    def _is_alive(self) -> bool:
        if self._connection is None or self._connection.closed:
            return False
        try:
            with self._connection.cursor() as asking:
                asking.execute("SELECT 1")
        except psycopg2.Error:
            return False
        return True


def _array(quotable: Iterable[str]) -> str:
    """Write an array as PostgreSQL reads it from text: parsed by the type, four times faster than by the grammar."""
    return '{"' + '","'.join(quotable) + '"}'


def _quotable(text: str) -> str:
    """Escape a text for the quotes of an array."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _refusal(error: psycopg2.Error) -> PersistenceError:
    if error.diag.constraint_name == "requests_key_is_taken":
        return RequestRepeated(str(error).strip())
    return translation(error)
