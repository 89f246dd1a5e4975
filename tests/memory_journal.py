"""A journal in memory, on the library's own recorder: it keeps, numbers and refuses facts as the real one does.

It commits queued facts when somebody waits for them, so that decisions run ahead of it as they run ahead of a disk.
"""

import json
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from eventsourcing import popo  # by module: the library looks for one factory among our names
from eventsourcing.persistence import IntegrityError, OperationalError, PersistenceError, StoredEvent

IN_MEMORY = {"PERSISTENCE_MODULE": "tests.memory_journal"}
"""The environment by which a desk finds a fresh journal of this kind."""


class DecisionStale(OperationalError):
    """The decision stood on facts that were not committed."""

    nothing_recorded: Literal[True] = True


class Kept(NamedTuple):
    """What is kept of a request."""

    request_hash: bytes
    first_position: int
    last_position: int


@dataclass(eq=False)
class MemoryTicket:
    """The facts of one command in the queue."""

    journal: "MemoryJournal"
    events: Sequence[StoredEvent]
    idempotency_key: str | None
    request_hash: bytes
    epoch: int | None
    kept_at: list[int] = field(default_factory=list)
    error: PersistenceError | None = None

    def positions(self) -> Sequence[int]:
        self.wait()
        if self.error is not None:
            raise self.error
        return self.kept_at

    def wait(self) -> None:
        self.journal.commit()


class MemoryJournal(popo.POPOApplicationRecorder):
    """Keeps facts in a list, the requests that brought them in a dictionary, and the rest in a queue."""

    def __init__(self) -> None:
        super().__init__()
        self.epoch = 1
        self._queue: deque[MemoryTicket] = deque()
        self._requests: dict[str, Kept] = {}

    def submit(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        effective_on: date | None = None,  # noqa: ARG002 - columns of the real journal that only SQL reads
        actor: str | None = None,  # noqa: ARG002 - the same
        idempotency_key: str | None = None,
        request_hash: bytes = b"",
        request_id: str | None = None,  # noqa: ARG002 - the same
        epoch: int | None = None,
    ) -> MemoryTicket:
        ticket = MemoryTicket(self, stored_events, idempotency_key, request_hash, epoch)
        with self._database_lock:
            if self._is_stale(ticket):
                raise DecisionStale
            self._queue.append(ticket)
        return ticket

    def insert_events(self, stored_events: Sequence[StoredEvent], **said: Any) -> Sequence[int]:
        return self.submit(stored_events, **said).positions()

    def commit(self) -> None:
        """Keep or refuse everything in the queue, in its order; a refusal ends the epoch that it was decided in."""
        with self._database_lock:
            while self._queue:
                ticket = self._queue.popleft()
                if self._is_stale(ticket):
                    ticket.error = DecisionStale()
                    continue
                try:
                    self._keep(ticket)
                except IntegrityError as error:
                    ticket.error = error
                    self.epoch += ticket.epoch is not None

    def in_flight(self, stream: str) -> MemoryTicket | None:
        with self._database_lock:
            queued = [ticket for ticket in self._queue if stream in {e.originator_id for e in ticket.events}]
        return queued[-1] if queued else None

    def a_judged_day(self, from_on: date, before_on: date | None) -> date | None:
        self.commit()
        facts = [json.loads(kept.state) for kept in self.select_notifications(1, sys.maxsize)]
        days = [date.fromisoformat(fact["effective_on"]) for fact in facts if fact["rulebook_version"]]
        return next((on for on in days if from_on <= on and (before_on is None or on < before_on)), None)

    def stream_ids(self, kinds: Sequence[str]) -> list[str]:
        begun = [e.originator_id for e in self._stored_events if e.originator_version == 1]
        return [str(stream) for stream in begun if str(stream).partition("/")[0] in kinds]

    def beginnings(self, kind: str, field: str) -> list[tuple[str, str]]:
        begun = [e for e in self._stored_events if e.originator_version == 1]
        return [
            (str(e.originator_id), json.loads(e.state)[field])
            for e in begun
            if str(e.originator_id).startswith(f"{kind}/")
        ]

    def may_have(self, idempotency_key: str) -> bool:
        with self._database_lock:
            queued = {ticket.idempotency_key for ticket in self._queue}
            return idempotency_key in queued or idempotency_key in self._requests

    def receipt(self, idempotency_key: str) -> Kept | None:
        with self._database_lock:
            return self._requests.get(idempotency_key)

    def _is_stale(self, ticket: MemoryTicket) -> bool:
        return ticket.epoch not in {None, self.epoch}

    def _keep(self, ticket: MemoryTicket) -> None:
        key = ticket.idempotency_key
        if key in self._requests:
            msg = f"the key {key} is taken"
            raise IntegrityError(msg)
        ticket.kept_at = list(super().insert_events(ticket.events) or ())
        if key is not None:
            after = (self.max_notification_id() or 0) + 1
            first = ticket.kept_at[0] if ticket.kept_at else after
            self._requests[key] = Kept(ticket.request_hash, first, first + len(ticket.kept_at) - 1)


class MemoryJournalFactory(popo.POPOFactory):
    """Makes one journal for each application that asks."""

    def application_recorder(self) -> MemoryJournal:
        return MemoryJournal()
