"""待记 (a ticket): facts that were handed in and wait to be written together with those of other callers.

A ticket knows nothing of how it is written; whoever waits on it may have to write it (see `group_commit`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from eventsourcing.persistence import OperationalError, PersistenceError, StoredEvent, Tracking

if TYPE_CHECKING:
    from projections.journal.group_commit import GroupCommit


class StaleDecision(OperationalError):
    """The decision was made on facts that were not kept (所据账面已变): read the streams again and decide anew.

    nothing_recorded  says that of this decision nothing was or will be kept, so deciding anew records nothing twice.
    """

    nothing_recorded = True


class Circumstances(NamedTuple):
    """What is known of a recording besides its facts: the columns that SQL can read, and what moves with them."""

    effective_on: date | None = None
    actor: str | None = None
    idempotency_key: str | None = None
    request_hash: bytes = b""
    request_id: str | None = None
    tracking: Tracking | None = None
    epoch: int | None = None


@dataclass(eq=False, slots=True)
class Ticket:
    """One recording on its way: all of its facts are written, or none.

    first_position is set when it is written; error when it was refused.  Until one of them, it is not settled.
    """

    events: Sequence[StoredEvent]
    said: Circumstances
    written_by: "GroupCommit"
    first_position: int = 0
    error: PersistenceError | None = None
    outcome_known: bool = False
    gates: list[Lock] = field(default_factory=list)

    def positions(self) -> range:
        """Wait until the facts are written and return their positions, in order.

        Raises what the recorder raises: IntegrityError, StaleDecision, OperationalError.
        """
        self.wait()
        if self.error is not None:
            raise self.error
        return range(self.first_position, self.first_position + len(self.events))

    def wait(self) -> None:
        """Wait until the ticket is settled, whatever came of it."""
        if not self.outcome_known:
            self.written_by.settle(self)

    def is_settled(self) -> bool:
        """Tell whether it is written or refused."""
        return self.outcome_known
