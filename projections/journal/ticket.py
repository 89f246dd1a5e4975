"""待记 (a ticket): the facts of one recording in the queue; they share a commit with those of other callers.

A ticket does not know how its facts are written; a thread that waits for it may have to lead (see `group_commit`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import NamedTuple, Protocol

from eventsourcing.persistence import OperationalError, PersistenceError, StoredEvent, Tracking


class StaleDecision(OperationalError):
    """The caller decided on facts that were not kept (所据账面已变): read the streams again and decide anew.

    nothing_recorded  the journal kept nothing of this decision and never will, so deciding anew records nothing twice.
    """

    nothing_recorded = True


class Circumstances(NamedTuple):
    """What a recording holds besides its facts: the columns that SQL can read, and what moves in the same commit."""

    effective_on: date | None = None
    actor: str | None = None
    idempotency_key: str | None = None
    request_hash: bytes = b""
    request_id: str | None = None
    tracking: Tracking | None = None
    epoch: int | None = None


class CommitQueue(Protocol):
    """The queue that holds a ticket until a batch with it is written."""

    def wait_for(self, ticket: "JournalTicket") -> None:
        """Return when the ticket is settled; lead when no other thread does."""


@dataclass(eq=False, slots=True)
class JournalTicket:
    """One recording: the journal writes all of its facts, or none.

    first_position  set when a batch with this ticket is written.
    error           why the journal refused the ticket.
    settled         whether the ticket is kept or refused.
    followers       a held lock for each thread that waits while another one leads; releasing it wakes the thread.
    """

    events: Sequence[StoredEvent]
    circumstances: Circumstances
    queue: CommitQueue
    first_position: int = 0
    error: PersistenceError | None = None
    settled: bool = False
    followers: list[Lock] = field(default_factory=list)

    def positions(self) -> range:
        """Wait until the facts are kept and return their positions, in order.

        Raises what the recorder raises: IntegrityError, StaleDecision, OperationalError.
        """
        self.wait()
        if self.error is not None:
            raise self.error
        return range(self.first_position, self.first_position + len(self.events))

    def wait(self) -> None:
        """Wait until the journal keeps or refuses the ticket."""
        if not self.settled:
            self.queue.wait_for(self)
