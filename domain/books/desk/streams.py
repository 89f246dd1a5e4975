"""卷宗在案 (the streams of one set of books): kept in memory, read from the journal, and queued there with new facts.

Only the holder of the turn uses the streams in memory; the facts of the journal anybody may read.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from eventsourcing.persistence import Mapper

from domain.books.desk.act import Act
from domain.books.desk.journal import Journal
from domain.books.desk.numbers import Numbers
from domain.books.desk.queued import Queued
from domain.fact import STREAMS, Fact, Stream

S = TypeVar("S", bound=Stream)
F = TypeVar("F", bound=Fact)

MOST_IN_MEMORY = 200_000
PAGE_FACTS = 1000


class Streams:
    """Gives each stream as the facts so far make it, those in the queue included.

    numbers  which streams bear a number, however it is spelt.
    """

    def __init__(self, journal: Journal, mapper: Mapper[str]) -> None:
        self._journal = journal
        self._mapper = mapper
        self._in_memory: OrderedDict[str, Any] = OrderedDict()
        self._epoch = journal.epoch
        numbered = [kind for kind, stream in STREAMS.items() if stream.NUMBERED]
        self.numbers = Numbers(journal.stream_ids(numbered))

    def follow_epoch(self) -> None:
        """Forget all streams when queued facts were lost since they were read: later decisions stood on those."""
        epoch = self._journal.epoch
        if epoch != self._epoch:
            self._in_memory.clear()
            self._epoch = epoch

    def at(self, kind: type[S], stream_id: str) -> S:
        """Give a stream from memory, or from the journal."""
        stream: S | None = self._in_memory.get(stream_id)
        if stream is not None:
            self._in_memory.move_to_end(stream_id)
            return stream
        stream = kind(stream_id).replay(self.recorded_facts(stream_id))
        self._in_memory[stream_id] = stream
        while len(self._in_memory) > MOST_IN_MEMORY:
            self._in_memory.popitem(last=False)
        return stream

    def forget(self, stream_id: str) -> None:
        """Read this stream from the journal when it is asked for again."""
        self._in_memory.pop(stream_id, None)

    def queue(self, act: Act, changed: Sequence[Stream]) -> Queued:
        """Queue the pending facts of these streams, all or none.

        Raises what `Journal.submit` raises, and what the mapper raises for a fact that cannot be written.
        """
        facts = [fact for stream in changed for fact in stream.pending_events]
        # The library's `save` would come to the same; on the way it costs as much as deciding.
        ticket = self._journal.submit(
            [self._mapper.to_stored_event(fact) for fact in facts],
            effective_on=act.effective_on,
            actor=act.by,
            idempotency_key=act.idempotency_key,
            request_hash=act.request_hash,
            request_id=act.request_id,
            epoch=self._epoch,
        )
        for stream in changed:
            if stream.collect_events()[0].originator_version == 1 and stream.NUMBERED:
                self.numbers.add(stream.id)
        return Queued(ticket, facts, act.request_hash)

    def a_judged_day(self, from_on: date, before_on: date | None) -> date | None:
        """Give a business day in this span on which a fact was judged by a rulebook, those of the queue included."""
        return self._journal.a_judged_day(from_on, before_on)

    def recorded_facts(self, stream_id: str) -> list[Fact]:
        """Read a stream from the journal; waits for facts of it that are still in the queue."""
        ticket = self._journal.in_flight(stream_id)
        if ticket is not None:
            ticket.wait()
        return [cast("Fact", self._mapper.to_domain_event(e)) for e in self._journal.select_events(stream_id)]

    def beginnings(self, kind: type[Stream], field: str) -> Iterable[tuple[str, str]]:
        """Read the id of each stream of a kind and what a field of its first fact says, by their beginning."""
        return self._journal.beginnings(kind.KIND, field)

    def facts_of(self, kind: type[F]) -> Iterator[F]:
        """Read every fact of one kind from the journal, page by page, by position."""
        start: int | None = 1
        while start is not None:
            page = self._journal.select_notifications(start, PAGE_FACTS, topics=[kind.TOPIC])
            for notification in page:
                yield cast("F", self._mapper.to_domain_event(notification))
            start = page[-1].id + 1 if page else None
