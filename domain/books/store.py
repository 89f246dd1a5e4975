"""入账 (recording): the library's event store, and a way into the journal's queue without waiting."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from eventsourcing.persistence import EventStore

from domain.fact import Fact


class Ticket(Protocol):
    """What the journal gives for facts in its queue."""

    def positions(self) -> Sequence[int]:
        """Wait until the facts are kept; raise what the journal raised when they are not."""


class Kept(NamedTuple):
    """Facts that were kept as soon as they were handed in: the library's in-memory store has no queue."""

    kept_at: Sequence[int]

    def positions(self) -> Sequence[int]:
        """Give them."""
        return self.kept_at


class QueueingStore(EventStore[str]):
    """Queue facts; the disk is waited for later."""

    def submit(self, facts: Sequence[Fact], **said: Any) -> Ticket:
        """Hand in facts to be recorded, all or none; their order is settled when this returns."""
        stored = [self.mapper.to_stored_event(fact) for fact in facts]
        submit: Callable[..., Ticket] | None = getattr(self.recorder, "submit", None)
        return submit(stored, **said) if submit else Kept(self.recorder.insert_events(stored, **said) or ())
