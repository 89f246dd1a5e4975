"""笔 (the pen) and what is written with it: the right to decide one command, and the promise of its receipt."""

from collections.abc import Sequence
from threading import Lock
from typing import Any

from domain.books.act import Receipt, RecordedFact
from domain.books.store import Ticket
from domain.fact import Fact
from domain.rulebook.rulebook import RulesInForce


class Pen:
    """The right to decide one command: held from taking it until its facts lie in the journal's queue.

    touched  the streams that the command looked at, by their ids.
    rules    the rulebook in force on its business day, once it was asked for.
    """

    def __init__(self, lock: Lock) -> None:
        """Take the pen; waits for whoever holds it."""
        self._lock = lock
        self.held = lock.acquire()
        self.touched: dict[str, Any] = {}
        self.rules: RulesInForce | None = None

    def pass_on(self) -> None:
        """Let the next command decide; harmless when the pen was passed on before."""
        if self.held:
            self.held = False
            self._lock.release()


class Queued:
    """What one command decided, in the journal's queue; anybody may wait for its receipt."""

    def __init__(self, ticket: Ticket, facts: Sequence[Fact]) -> None:
        """Wait for nothing yet."""
        self._waiting: tuple[Ticket, Sequence[Fact]] | None = (ticket, facts)
        self._receipt: Receipt | None = None

    def receipt(self) -> Receipt:
        """Wait until the facts are kept; raise what the journal raises when they are not."""
        waiting = self._waiting
        if waiting is not None:
            ticket, facts = waiting
            self._receipt = Receipt.of(
                tuple(
                    [
                        RecordedFact(position, fact.originator_id, fact.originator_version, fact.TOPIC)
                        for position, fact in zip(ticket.positions(), facts, strict=True)
                    ]
                )
            )
            self._waiting = None
        assert self._receipt is not None
        return self._receipt


Promise = tuple[bytes, Queued]
"""The request hash of a key, and what was decided for it."""
