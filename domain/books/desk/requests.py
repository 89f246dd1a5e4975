"""幂等 (idempotency): what earlier requests were answered, first in memory, then in the books."""

from collections import OrderedDict

from domain.books.desk.act import Act, Receipt, RecordedFact
from domain.books.desk.journal import Journal
from domain.books.desk.queued import Queued
from domain.refusal import KeyReusedWithOtherBody

MOST_IN_MEMORY = 10_000


class Requests:
    """Finds by its idempotency key what a request was answered with."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._queued: OrderedDict[str, Queued] = OrderedDict()

    def queued(self, act: Act) -> Queued | None:
        """Give what was decided for this key and is in memory; None when the key is not."""
        return None if act.idempotency_key is None else self._queued.get(act.idempotency_key)

    def remember(self, act: Act, queued: Queued) -> Queued:
        """Keep in memory what was decided for the key of this act; gives it back."""
        if act.idempotency_key is not None:
            self._queued[act.idempotency_key] = queued
            while len(self._queued) > MOST_IN_MEMORY:
                self._queued.popitem(last=False)
        return queued

    def forget(self, act: Act) -> None:
        """Drop from memory what was decided for this key; from now on the journal is asked what became of it."""
        self._queued.pop(act.idempotency_key or "", None)

    def earlier_receipt(self, act: Act) -> Receipt | None:
        """Give the receipt in the books for this key, without a look there when the journal knows that the key is new.

        Raises KeyReusedWithOtherBody.
        """
        if act.idempotency_key is None or not self._journal.may_have(act.idempotency_key):
            return None
        return self.recorded_receipt(act)

    def recorded_receipt(self, act: Act) -> Receipt | None:
        """Give the receipt in the books for this key.  Raises KeyReusedWithOtherBody when it has another body."""
        answered = None if act.idempotency_key is None else self._journal.receipt(act.idempotency_key)
        if answered is None:
            return None
        first, last = answered.first_position, answered.last_position
        if answered.request_hash != act.request_hash:
            raise KeyReusedWithOtherBody(first)
        recorded = self._journal.select_notifications(first, last - first + 1, last)
        facts = tuple(
            RecordedFact(n.id, str(n.originator_id), n.originator_version, n.topic) for n in recorded
        )
        return Receipt.of(facts).again()
