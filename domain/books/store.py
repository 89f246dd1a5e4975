"""入账 (recording): the library's event store, with a word to the desk once the facts lie in the journal's queue."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import EventStore, Notification, Recording, StoredEvent

from domain.fact import Fact


class Ticket(Protocol):
    """What the journal gives for facts in its queue."""

    def positions(self) -> Sequence[int]:
        """Wait until the facts are kept; raise what the journal raised when they are not."""


class QueueingStore(EventStore[str]):
    """Queue the facts, tell the caller, then wait for the disk."""

    def keep(self, facts: Sequence[Fact], queued: Callable[[], None], **said: Any) -> Sequence[int]:
        """Record the facts and give their positions, in order.

        `queued` is called as soon as their order is settled, before they are on the disk.
        """
        return self._keep([self.mapper.to_stored_event(fact) for fact in facts], queued, said)

    def put(self, domain_events: Sequence[DomainEventProtocol[str]], **kwargs: Any) -> list[Recording[str]]:
        """Record the facts: what the library's `save` asks for."""
        facts = list(domain_events)
        stored = [self.mapper.to_stored_event(fact) for fact in facts]
        positions = self._keep(stored, lambda: None, kwargs)
        return [
            Recording(fact, Notification(**vars(state), id=position))
            for fact, state, position in zip(facts, stored, positions, strict=True)
        ]

    def _keep(
        self, stored: Sequence[StoredEvent], queued: Callable[[], None], said: dict[str, Any]
    ) -> Sequence[int]:
        submit: Callable[..., Ticket] | None = getattr(self.recorder, "submit", None)
        if submit is None:
            # The library's in-memory store has no queue: what it took is already kept.
            positions = self.recorder.insert_events(stored, **said) or ()
            queued()
            return positions
        ticket = submit(stored, **said)
        queued()
        return ticket.positions()
