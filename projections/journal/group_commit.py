"""合并提交 (group commit): tickets that are in the queue at the same moment share one COPY and one commit.

No background thread writes.  The first thread that waits for its ticket becomes the leader: it takes a batch from the
queue, writes it, and wakes the followers whose tickets it settled.  Once its own ticket is settled, it makes a follower
of the next batch the leader.  Positions follow the order of the queue.

A caller may decide on facts that are still in the queue.  If the journal then refuses those facts, every later decision
may rest on something that does not exist.  So a ticket may carry the `epoch` in which it was decided; the refusal of
such a ticket ends the epoch, and every later ticket of that epoch fails with StaleDecision.
"""

from collections import deque
from collections.abc import Iterable
from threading import Lock

from eventsourcing.persistence import DatabaseError, OperationalError, PersistenceError

from projections.journal.known_keys import KnownKeys
from projections.journal.ticket import JournalTicket, StaleDecision
from projections.journal.writer import JournalWriter

MOST_FACTS_A_BATCH = 10_000


class GroupCommit:
    """The queue of tickets from any number of threads, and the leader that writes them with one writer.

    epoch       rises whenever the journal could not keep facts of the queue; streams held in memory are then worthless.
    known_keys  learns the key of every ticket.
    """

    def __init__(self, writer: JournalWriter, known_keys: KnownKeys) -> None:
        self.epoch = 1
        self.known_keys = known_keys
        self._writer = writer
        self._lock = Lock()
        self._queue: deque[JournalTicket] = deque()
        self._has_leader = False
        self._closed = False
        self._last: JournalTicket | None = None
        self._in_flight: dict[str, JournalTicket] = {}

    def submit(self, ticket: JournalTicket) -> JournalTicket:
        """Put a ticket in the queue; never waits for the database.  Raises OperationalError, StaleDecision."""
        if ticket.circumstances.idempotency_key is not None:
            self.known_keys.add(ticket.circumstances.idempotency_key)
        with self._lock:
            if self._closed:
                msg = "the journal is closed"
                raise OperationalError(msg)
            if ticket.circumstances.epoch not in (None, self.epoch):
                raise _stale(ticket)
            self._queue.append(ticket)
            self._last = ticket
            for event in ticket.events:
                self._in_flight[str(event.originator_id)] = ticket
        return ticket

    def in_flight(self, stream: str) -> JournalTicket | None:
        """Return the last ticket with facts of this stream that is not settled yet."""
        return self._in_flight.get(stream)

    def wait_for(self, ticket: JournalTicket) -> None:
        """Return when the ticket is settled: follow the leader, or lead when no other thread does."""
        if not self._must_lead(ticket):
            return
        try:
            while not ticket.settled:
                self._write_batch()
        finally:
            self._promote_follower()

    def wait_for_all(self) -> None:
        """Return when every ticket that is in the queue now is settled."""
        with self._lock:
            last = self._last
        if last is not None:
            self.wait_for(last)

    def close(self) -> None:
        """Write the tickets of the queue, then release the lock on the books.  The queue takes no ticket any more."""
        with self._lock:
            self._closed = True
        self.wait_for_all()
        self._writer.close()

    def _must_lead(self, ticket: JournalTicket) -> bool:
        """Wait until a leader settles the ticket; True when this thread has to lead instead."""
        with self._lock:
            if ticket.settled:
                return False
            if not self._has_leader:
                self._has_leader = True
                return True
            wake = Lock()
            wake.acquire()
            ticket.followers.append(wake)
        try:
            wake.acquire()
        except BaseException:
            self._stop_following(ticket, wake)
            raise
        # A leader wakes a follower whose ticket is not settled to make it the next leader.
        return not ticket.settled

    def _write_batch(self) -> None:
        with self._lock:
            batch = self._take_batch()
        try:
            self._write(batch)
        except BaseException as error:
            # An interruption of the leader leaves open whether the batch was kept, so every caller must learn that.
            self._writer.close()
            self._fail_all(batch, OperationalError(f"writing was interrupted: {error!r}"))
            raise

    def _take_batch(self) -> list[JournalTicket]:
        batch = [self._queue.popleft()]
        facts = len(batch[0].events)
        while self._queue and facts + len(self._queue[0].events) <= MOST_FACTS_A_BATCH:
            facts += len(self._queue[0].events)
            batch.append(self._queue.popleft())
        return batch

    def _write(self, batch: list[JournalTicket]) -> None:
        """Write a batch and settle its tickets; where the database refuses it, halve it down to the ticket at fault."""
        try:
            if self._writer.open():
                self._end_epoch()
            batch = self._fail_stale(batch)
            out_of_date = bool(batch) and self._writer.write(batch)
        except OperationalError as error:
            self._fail_all(batch, error)
        except DatabaseError as error:
            if len(batch) == 1:
                self._refuse(batch[0], error)
                return
            middle = len(batch) // 2
            self._write(batch[:middle])
            self._write(batch[middle:])
        else:
            self._settle(batch)
            if out_of_date:
                self._end_epoch()

    def _refuse(self, ticket: JournalTicket, error: PersistenceError) -> None:
        """Refuse one ticket; when callers may have decided on its facts, end the epoch of their decisions."""
        if ticket.circumstances.epoch is not None:
            self._end_epoch()
        self._settle([ticket], error)

    def _end_epoch(self) -> None:
        """Begin a new epoch, and fail the tickets of the queue that carry the old one."""
        with self._lock:
            self.epoch += 1
            queued = list(self._queue)
            self._queue.clear()
            self._queue.extend(ticket for ticket in queued if ticket.circumstances.epoch is None)
        self._fail_stale(queued)

    def _fail_stale(self, tickets: list[JournalTicket]) -> list[JournalTicket]:
        """Fail the tickets of an ended epoch and return the others."""
        valid = []
        for ticket in tickets:
            if ticket.circumstances.epoch in (None, self.epoch):
                valid.append(ticket)
            else:
                self._settle([ticket], _stale(ticket))
        return valid

    def _fail_all(self, batch: list[JournalTicket], error: PersistenceError) -> None:
        """Fail the batch and the whole queue: the facts that their callers decided on may be gone."""
        with self._lock:
            self.epoch += 1
            lost = [ticket for ticket in (*batch, *self._queue) if not ticket.settled]
            self._queue.clear()
        for ticket in lost:
            failure = type(error)(str(error)) if type(error) in {OperationalError, StaleDecision} else error
            self._settle([ticket], failure)

    def _settle(self, tickets: Iterable[JournalTicket], error: PersistenceError | None = None) -> None:
        """Settle tickets and wake their followers."""
        with self._lock:
            for ticket in tickets:
                ticket.error = error
                ticket.settled = True
                for stream in {str(event.originator_id) for event in ticket.events}:
                    if self._in_flight.get(stream) is ticket:
                        del self._in_flight[stream]
                for wake in ticket.followers:
                    wake.release()
                ticket.followers.clear()

    def _promote_follower(self) -> None:
        """Wake one follower of the first ticket that has any: its ticket is not settled, so it leads."""
        with self._lock:
            first = next((ticket for ticket in self._queue if ticket.followers), None)
            self._has_leader = first is not None
            if first is not None:
                first.followers.pop(0).release()

    def _stop_following(self, ticket: JournalTicket, wake: Lock) -> None:
        """Remove an interrupted follower; if it was promoted in the same moment, promote the next one."""
        with self._lock:
            follows = wake in ticket.followers
            if follows:
                ticket.followers.remove(wake)
        if not follows and not ticket.settled:
            self._promote_follower()


def _stale(ticket: JournalTicket) -> StaleDecision:
    return StaleDecision(
        f"所据账面已变，请重读后再议 / decided in epoch {ticket.circumstances.epoch}, which has ended"
    )
