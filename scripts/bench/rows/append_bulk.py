"""整批入账 (append_bulk): 1,000 facts a call through the journal, beside COPY of the same rows into the same table."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from copy import copy
from io import BytesIO
from itertools import count, islice
from typing import cast

from eventsourcing.persistence import JSONTranscoder, StoredEvent

from domain.books.books import Books
from domain.fact import Fact
from projections.journal.database import Database
from projections.journal.mapper import CanonicalMapper
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, Rate, Stopwatch, in_turn

SCHEMA = "append_bulk"
CALL_FACTS = 1_000
SAID = {"effective_on": None, "actor": "u-recorder", "request_id": "bench"}
COPY = """
COPY raw (stream, version, topic, state, effective_on, actor, request_id, position, recorded_at) FROM STDIN
"""


def measure(lab: Lab) -> Measured:
    """Write the facts of the sample county again and again, each time under other streams."""
    with ExitStack() as stack:
        ours, copied = bulk_appends(lab, stack), _copies(lab, stack)
        ours(), copied()
        rounds = in_turn(7, lab.share(20, 5), ours=ours, copy=copied)
    ratio = rounds.ratio("ours", "copy")
    figures = {"facts_per_s": rounds.rate("ours"), "copy_facts_per_s": rounds.rate("copy"), "ratio": ratio}
    return Measured(figures, (Aim("ratio", ratio, 0.7),), rounds.count)


def bulk_appends(lab: Lab, stack: ExitStack) -> Rate:
    """Facts a second through the journal, from the facts as they were decided."""
    facts, calls = endless(sample_facts(lab)), lab.pick(20, 5)
    lab.drop(SCHEMA)
    books = stack.enter_context(closing(books_of(lab.new_books(SCHEMA, bare=True))))
    stored = books.mapper.to_stored_event

    def append() -> float:
        work = [list(islice(facts, CALL_FACTS)) for _ in range(calls)]
        with Stopwatch() as watch:
            for call in work:
                books.recorder.insert_events([stored(fact) for fact in call], **SAID)
        return watch.rate(calls * CALL_FACTS)

    return append


def _copies(lab: Lab, stack: ExitStack) -> Rate:
    """Facts a second of COPY, from rows that were written beforehand, into a copy of the journal's table."""
    facts, calls, positions = endless(sample_facts(lab)), lab.pick(20, 5), count(1)
    lab.execute(f"CREATE TABLE {SCHEMA}.raw (LIKE {SCHEMA}.journal INCLUDING ALL)")
    raw = stack.enter_context(closing(Database(lab.url, SCHEMA).connect("raw")))
    cursor = stack.enter_context(raw.cursor())
    stored = CanonicalMapper(JSONTranscoder()).to_stored_event

    def copy_rows() -> float:
        work = [lines(map(stored, islice(facts, CALL_FACTS)), positions) for _ in range(calls)]
        with Stopwatch() as watch:
            for call in work:
                cursor.copy_expert(COPY, BytesIO(call), len(call))
        return watch.rate(calls * CALL_FACTS)

    return copy_rows


def books_of(database: Database) -> Books:
    """Open books for writing."""
    return Books({"DATABASE_URL": database.url, "BOOKS_SCHEMA": database.schema})


def sample_facts(lab: Lab) -> list[Fact]:
    """The facts of the sample county."""
    with closing(books_of(lab.sample)) as books:
        notes = books.recorder.select_notifications(1, 1_000_000)
        return [cast("Fact", books.mapper.to_domain_event(note)) for note in notes]


def endless(sample: list[Fact]) -> Iterator[Fact]:
    """The sample over and over, each time in streams of other names."""
    for turn in count():
        for fact in sample:
            yield copy(fact).placed(f"{fact.originator_id}~{turn}", fact.originator_version)


def lines(events: Iterator[StoredEvent], positions: Iterator[int]) -> bytes:
    """The rows of one COPY, as text."""
    return "".join(
        f"{event.originator_id}\t{event.originator_version}\t{event.topic}\t\\\\x{event.state.hex()}\t\\N"
        f"\t{SAID['actor']}\t{SAID['request_id']}\t{position}\t2026-01-01 00:00:00+00\n"
        for event, position in zip(events, positions, strict=False)
    ).encode()
