"""合并提交 (group commit): the tickets of callers that wait at the same moment share one COPY and one commit.

Nobody writes in the background.  The first caller that waits leads: it writes everything that was handed in, wakes the
others, and passes the lead to the first of those that came meanwhile.  Positions follow the order of handing in.

Decisions may run ahead of the disk: a caller decides on streams that already hold facts which are still on their way.
If one of those is refused, whatever was decided after it stood on sand.  So tickets may carry the `epoch` in which they
were decided; a refusal of such a ticket ends the epoch, and every later ticket of it fails with StaleDecision.
"""

from collections import deque
from collections.abc import Iterable
from threading import Lock

from eventsourcing.persistence import DatabaseError, OperationalError, PersistenceError

from projections.journal.known_keys import KnownKeys
from projections.journal.pen import Pen
from projections.journal.ticket import StaleDecision, Ticket

MOST_FACTS_A_BATCH = 10_000


class GroupCommit:
    """Collects tickets from any number of threads and writes them through one pen.

    epoch       rises whenever facts that were handed in could not be kept; streams held in memory are then worthless.
    known_keys  learns the key of every ticket.
    """

    def __init__(self, pen: Pen, known_keys: KnownKeys) -> None:
        """Begin with nothing on its way."""
        self.epoch = 1
        self.known_keys = known_keys
        self._pen = pen
        self._mutex = Lock()
        self._queue: deque[Ticket] = deque()
        self._led = False
        self._closed = False
        self._last: Ticket | None = None
        self._streams: dict[str, Ticket] = {}

    def submit(self, ticket: Ticket) -> Ticket:
        """Put a ticket in the queue; never waits for the database.  Raises StaleDecision, OperationalError."""
        if ticket.said.idempotency_key is not None:
            self.known_keys.add(ticket.said.idempotency_key)
        with self._mutex:
            if self._closed:
                msg = "the journal is closed"
                raise OperationalError(msg)
            if ticket.said.epoch not in (None, self.epoch):
                raise _stale(ticket)
            self._queue.append(ticket)
            self._last = ticket
            for event in ticket.events:
                self._streams[str(event.originator_id)] = ticket
        return ticket

    def on_its_way(self, stream: str) -> Ticket | None:
        """Return the last ticket with facts of this stream that is not settled yet."""
        return self._streams.get(stream)

    def settle(self, ticket: Ticket) -> None:
        """Wait until the ticket is settled; lead when nobody does."""
        with self._mutex:
            if ticket.is_settled():
                return
            gate = Lock() if self._led else None
            if gate is None:
                self._led = True
            else:
                gate.acquire()
                ticket.gates.append(gate)
        if gate is not None:
            try:
                gate.acquire()
            except BaseException:
                self._leave(ticket, gate)
                raise
            if ticket.is_settled():
                return
        # From here this thread leads: either nobody did, or it was woken while its ticket is not settled.
        try:
            while not ticket.is_settled():
                self._write_batch()
        finally:
            self._pass_lead()

    def close(self) -> None:
        """Write what was handed in, then let go of the books.  Nothing can be handed in any more."""
        with self._mutex:
            self._closed = True
            last = self._last
        if last is not None:
            self.settle(last)
        self._pen.close()

    def _write_batch(self) -> None:
        with self._mutex:
            batch = self._take()
        try:
            self._write(batch)
        except BaseException as error:
            # The leader itself was interrupted: nobody knows what was kept, so nobody is told that it was.
            self._pen.close()
            self._abandon(batch, OperationalError(f"writing was interrupted: {error!r}"))
            raise

    def _take(self) -> list[Ticket]:
        batch = [self._queue.popleft()]
        facts = len(batch[0].events)
        while self._queue and facts + len(self._queue[0].events) <= MOST_FACTS_A_BATCH:
            facts += len(self._queue[0].events)
            batch.append(self._queue.popleft())
        return batch

    def _write(self, batch: list[Ticket]) -> None:
        try:
            if self._pen.open():
                self._end_epoch()
            batch = self._still_standing(batch)
            out_of_date = bool(batch) and self._pen.write(batch)
        except OperationalError as error:
            self._abandon(batch, error)
        except DatabaseError as error:
            if len(batch) == 1:
                self._refuse(batch[0], error)
                return
            middle = len(batch) // 2
            self._write(batch[:middle])
            self._write(batch[middle:])
        else:
            self._finish(batch)
            if out_of_date:
                self._end_epoch()

    def _refuse(self, ticket: Ticket, error: PersistenceError) -> None:
        """Refuse one ticket; if others may have been decided on its facts, they are stale from now on."""
        if ticket.said.epoch is not None:
            self._end_epoch()
        self._finish([ticket], error)

    def _end_epoch(self) -> None:
        """Fail what was decided until now and waits in the queue."""
        with self._mutex:
            self.epoch += 1
            waiting = list(self._queue)
            self._queue.clear()
            self._queue.extend(ticket for ticket in waiting if ticket.said.epoch is None)
        self._still_standing(waiting)

    def _still_standing(self, tickets: list[Ticket]) -> list[Ticket]:
        """Fail the tickets of an ended epoch and return the others."""
        standing = []
        for ticket in tickets:
            if ticket.said.epoch in (None, self.epoch):
                standing.append(ticket)
            else:
                self._finish([ticket], _stale(ticket))
        return standing

    def _abandon(self, batch: list[Ticket], error: PersistenceError) -> None:
        """Fail the batch and everything behind it: what they stood on may be gone."""
        with self._mutex:
            self.epoch += 1
            lost = [ticket for ticket in (*batch, *self._queue) if not ticket.is_settled()]
            self._queue.clear()
        for ticket in lost:
            failure = type(error)(str(error)) if type(error) in {OperationalError, StaleDecision} else error
            self._finish([ticket], failure)

    def _finish(self, tickets: Iterable[Ticket], error: PersistenceError | None = None) -> None:
        """Settle tickets and wake those who wait for them."""
        with self._mutex:
            for ticket in tickets:
                ticket.error = error
                ticket.outcome_known = True
                for stream in {str(event.originator_id) for event in ticket.events}:
                    if self._streams.get(stream) is ticket:
                        del self._streams[stream]
                for gate in ticket.gates:
                    gate.release()
                ticket.gates.clear()

    def _pass_lead(self) -> None:
        """Wake one waiter of the first ticket that has any, to lead; it is not settled, so it knows."""
        with self._mutex:
            heir = next((ticket for ticket in self._queue if ticket.gates), None)
            self._led = heir is not None
            if heir is not None:
                heir.gates.pop(0).release()

    def _leave(self, ticket: Ticket, gate: Lock) -> None:
        """Stop waiting (the waiting thread was interrupted); a lead that was passed to it goes on to the next."""
        with self._mutex:
            waiting = gate in ticket.gates
            if waiting:
                ticket.gates.remove(gate)
        if not waiting and not ticket.is_settled():
            self._pass_lead()


def _stale(ticket: Ticket) -> StaleDecision:
    return StaleDecision(
        f"所据账面已变，请重读后再议 / decided in epoch {ticket.said.epoch}, which has ended"
    )
