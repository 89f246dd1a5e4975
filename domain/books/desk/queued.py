"""排队待记 (a queued command): what one command decided, in the queue of the journal, and its receipt to come."""

from collections.abc import Sequence

from domain.books.desk.act import Receipt, RecordedFact
from domain.books.desk.journal import Ticket
from domain.fact import Fact
from domain.refusal import KeyReusedWithOtherBody


class Queued:
    """The facts of one command on their way; any thread may wait for the receipt."""

    def __init__(self, ticket: Ticket, facts: Sequence[Fact], request_hash: bytes) -> None:
        """Hold the facts until they are committed, and the hash of the request that brought them."""
        self._waiting: tuple[Ticket, Sequence[Fact]] | None = (ticket, facts)
        self._request_hash = request_hash
        self._receipt: Receipt | None = None

    def receipt(self) -> Receipt:
        """Wait until the facts are committed.  Raises what `Ticket.positions` raises."""
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

    def receipt_again(self, request_hash: bytes) -> Receipt:
        """Give the receipt to a request with the same key.  Raises KeyReusedWithOtherBody for another body."""
        if request_hash != self._request_hash:
            raise KeyReusedWithOtherBody(self.receipt().first_position)
        return self.receipt().again()
