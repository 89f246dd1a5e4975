"""记账的笔 (the pen): the one connection that writes a set of books, and the counter of its positions.

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
from projections.journal.lock import take_pen
from projections.journal.ticket import StaleDecision, Ticket

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOTICE_A_DEAD_WRITER = """
SET tcp_keepalives_idle TO 10; SET tcp_keepalives_interval TO 5; SET tcp_keepalives_count TO 3
"""
"""A server far away lets go of the books 25 seconds after the line to their writer went dead, not after hours."""
LAST_FACT = "SELECT position, recorded_at FROM journal ORDER BY position DESC LIMIT 1"
KEEP_REQUESTS = """
PREPARE keep_requests (text[], text[], bigint[], bigint[], timestamptz) AS
INSERT INTO requests (idempotency_key, request_hash, first_position, last_position, recorded_at)
SELECT k, decode(h, 'hex'), f, l, $5 FROM unnest($1, $2, $3, $4) AS asked (k, h, f, l)
"""


class RequestRepeated(IntegrityError):
    """The idempotency key of a ticket is already kept with the facts of an earlier request (幂等键已用)."""


class Pen:
    """Writes batches of tickets, one at a time; not for two threads at once.

    times_taken        how often the books were taken: between two times another writer may have had them.
    wait_seconds       how long to wait for another writer to let go of the books.
    reconnect_seconds  how long to knock at a server that went away.
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
        """Connect nothing yet: a process that only reads never takes the lock."""
        self.times_taken = 0
        self._database = database
        self._wait_seconds = wait_seconds
        self._reconnect_seconds = reconnect_seconds
        self._clock_ns = clock_ns
        self._connection: connection | None = None
        self._head = 0
        self._recorded_at = EPOCH

    def open(self) -> bool:
        """Connect, take the lock and read the last position, unless that is done.

        Returns True when facts are found that this pen did not write: what was read before may be out of date.
        Raises BooksHeldByAnotherWriter; OperationalError when the server stays away.
        """
        if self._connection is not None:
            return False
        opened = self._knock()
        try:
            with translated():
                take_pen(opened, self._database.schema, self._wait_seconds)
                with opened.cursor() as reading:
                    reading.execute(NOTICE_A_DEAD_WRITER)
                    reading.execute(KEEP_REQUESTS)
                    reading.execute(LAST_FACT)
                    head, last_recorded_at = reading.fetchone() or (0, EPOCH)
        except BaseException:
            opened.close()
            raise
        self._connection = opened
        self.times_taken += 1
        self._recorded_at = max(self._recorded_at, last_recorded_at)
        known, self._head = self._head, head
        return bool(known != head)

    def expect(self, head: int) -> None:
        """Say what the last position was when somebody began to read; the pen need not be held for that."""
        if self._connection is None:
            self._head = head

    def close(self) -> None:
        """Let go of the books; the next batch would take them again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def write(self, batch: Sequence[Ticket]) -> bool:
        """Write all facts of the batch in one commit and set the first position of each ticket, or keep nothing.

        A connection that dies is replaced.  If the batch was kept none the less, that is found and it is done; if it
        was not and nobody else wrote meanwhile, it is written again, once.
        Returns True when somebody else wrote after it: what is still to come was decided without knowing that.
        Raises RequestRepeated, IntegrityError, other errors of the data; OperationalError when the connection is gone,
        StaleDecision when it was gone, the batch is not in the books and somebody else wrote meanwhile.
        """
        self._recorded_at = max(self._recorded_at, EPOCH + timedelta(microseconds=self._clock_ns() // 1000))
        written = self._place(batch)
        try:
            self._send(batch)
        except psycopg2.Error as error:
            if self._alive():
                raise _refusal(error) from error
            self._make_sure(batch, error)
        self._head = max(self._head, written)
        return self._head > written

    def _make_sure(self, batch: Sequence[Ticket], lost: psycopg2.Error) -> None:
        """After the connection was lost: find the batch in the books, or write it again."""
        sent_at = self._recorded_at
        self.close()
        others_wrote = self.open()
        if self._is_kept(batch[0], sent_at):
            return
        if others_wrote:
            msg = f"the connection was lost and another writer went on to position {self._head}: {lost}"
            raise StaleDecision(msg) from lost
        try:
            self._send(batch)
        except psycopg2.Error as error:
            if self._alive():
                raise _refusal(error) from error
            self.close()
            raise OperationalError(str(error).strip()) from error

    def _place(self, batch: Sequence[Ticket]) -> int:
        """Give out positions after the head; return the last one."""
        head = self._head
        for ticket in batch:
            ticket.first_position = head + 1
            head += len(ticket.events)
        return head

    def _send(self, batch: Sequence[Ticket]) -> None:
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

    def _trackings(self, writing: cursor, batch: Sequence[Ticket]) -> str:
        moves = [ticket.said.tracking for ticket in batch if ticket.said.tracking is not None]
        return "".join(
            writing.mogrify("SELECT track(%s, %s); ", (move.application_name, move.notification_id)).decode()
            for move in moves
        )

    def _requests(self, writing: cursor, batch: Sequence[Ticket]) -> str:
        asked = [ticket for ticket in batch if ticket.said.idempotency_key is not None]
        if not asked:
            return ""
        columns = (
            _array([_quotable(ticket.said.idempotency_key or "") for ticket in asked]),
            _array([ticket.said.request_hash.hex() for ticket in asked]),
            _array([str(ticket.first_position) for ticket in asked]),
            _array([str(ticket.first_position + len(ticket.events) - 1) for ticket in asked]),
            self._recorded_at.isoformat(),
        )
        return writing.mogrify("EXECUTE keep_requests (%s, %s, %s, %s, %s); ", columns).decode()

    def _is_kept(self, ticket: Ticket, sent_at: datetime) -> bool:
        """Tell whether a ticket of the last batch is in the books: one of a batch is, when all of it is."""
        said = ticket.said
        if ticket.events:
            first = ticket.events[0]
            statement = (
                "SELECT 1 FROM journal WHERE (position, stream, version, recorded_at) = (%s, %s, %s, %s)"
            )
            place = (str(first.originator_id), first.originator_version)
            marks: tuple[object, ...] = (ticket.first_position, *place, sent_at)
        elif said.idempotency_key is not None:
            statement = "SELECT 1 FROM requests WHERE (idempotency_key, recorded_at) = (%s, %s)"
            marks = (said.idempotency_key, sent_at)
        else:
            assert said.tracking is not None
            statement = "SELECT 1 FROM tracking WHERE (application_name, position) = (%s, %s)"
            marks = (said.tracking.application_name, said.tracking.notification_id)
        assert self._connection is not None
        with translated(), self._connection.cursor() as reading:
            reading.execute(statement, marks)
            return reading.fetchone() is not None

    def _knock(self) -> connection:
        """Connect, patiently: a server that was killed needs a while to recover."""
        deadline = time.monotonic() + self._reconnect_seconds
        while True:
            try:
                return self._database.connect("writer")
            except OperationalError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(0.1)

    def _alive(self) -> bool:
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
    """Write a text as it may stand between the quotes of an array."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _refusal(error: psycopg2.Error) -> PersistenceError:
    if error.diag.constraint_name == "requests_key_is_taken":
        return RequestRepeated(str(error).strip())
    return translation(error)
