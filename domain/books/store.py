"""入账 (recording): the library's event store, with a word to the desk once the facts lie in the journal's queue."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import EventStore, Notification, Recording


class Ticket(Protocol):
    """What the journal gives for facts in its queue."""

    def positions(self) -> Sequence[int]:
        """Wait until the facts are kept; raise what the journal raised when they are not."""


class QueueingStore(EventStore[str]):
    """Queue the facts, tell the caller of `save`, then wait for the disk."""

    def put(
        self,
        domain_events: Sequence[DomainEventProtocol[str]],
        *,
        queued: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> list[Recording[str]]:
        """Record the facts; `queued` is called as soon as their order is settled, before they are on the disk."""
        facts = list(domain_events)
        stored = [self.mapper.to_stored_event(fact) for fact in facts]
        submit: Callable[..., Ticket] | None = getattr(self.recorder, "submit", None)
        positions: Sequence[int]
        if submit is None:
            # The library's in-memory store has no queue: what it took is already kept.
            positions = self.recorder.insert_events(stored, **kwargs) or ()
            if queued is not None:
                queued()
        else:
            ticket = submit(stored, **kwargs)
            if queued is not None:
                queued()
            positions = ticket.positions()
        return [
            Recording(fact, Notification(**vars(state), id=position))
            for fact, state, position in zip(facts, stored, positions, strict=True)
        ]
