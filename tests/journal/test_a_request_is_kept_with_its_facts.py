"""The idempotency key of a request stands in the same transaction as its facts."""

from datetime import date

import pytest
from eventsourcing.persistence import ProgrammingError, Tracking

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from projections.journal.writer import RequestRepeated
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of


def test_key_and_facts_are_one_transaction(journal: JournalRecorder, ask: Ask) -> None:
    journal.insert_events(run_of(new_stream(), 3), idempotency_key="pay-1", request_hash=b"\x00\xff")
    assert ask("SELECT DISTINCT xmin::text FROM journal") == ask("SELECT xmin::text FROM requests")
    assert journal.receipt("pay-1") == (b"\x00\xff", 1, 3)
    assert journal.receipt("pay-2") is None


def test_a_repeated_key_records_nothing(journal: JournalRecorder, ask: Ask) -> None:
    journal.insert_events(run_of(new_stream(), 1), idempotency_key="pay-1", request_hash=b"a")
    with pytest.raises(RequestRepeated):
        journal.insert_events(run_of(new_stream(), 2), idempotency_key="pay-1", request_hash=b"b")
    assert ask("SELECT count(*) FROM journal") == [(1,)]
    assert journal.receipt("pay-1") == (b"a", 1, 1)


@pytest.mark.parametrize("key", ["nul\x00", "surrogate\ud800"])
def test_a_key_that_cannot_be_written_is_refused_alone(journal: JournalRecorder, ask: Ask, key: str) -> None:
    good = journal.submit(run_of(new_stream(), 1), idempotency_key="good", request_hash=b"a")
    bad = journal.submit(run_of(new_stream(), 1), idempotency_key=key, request_hash=b"a")
    assert list(good.positions()) == [1]
    with pytest.raises(ProgrammingError):
        bad.positions()
    assert ask("SELECT idempotency_key FROM requests") == [("good",)]
    assert ask("SELECT count(*) FROM journal") == [(1,)]


def test_of_two_equal_keys_in_one_batch_the_first_is_kept(journal: JournalRecorder, ask: Ask) -> None:
    first = journal.submit(run_of(new_stream(), 1), idempotency_key="pay-1", request_hash=b"a")
    second = journal.submit(run_of(new_stream(), 1), idempotency_key="pay-1", request_hash=b"a")
    with pytest.raises(RequestRepeated):
        second.positions()
    assert list(first.positions()) == [1]
    assert ask("SELECT count(*) FROM journal") == [(1,)]


def test_a_request_that_recorded_nothing_has_an_empty_receipt(journal: JournalRecorder) -> None:
    journal.insert_events(run_of(new_stream(), 2))
    assert journal.insert_events([], idempotency_key="ask-1", request_hash=b"a") == []
    assert journal.receipt("ask-1") == (b"a", 3, 2)


def test_a_reader_moves_in_the_commit_of_the_facts_or_not_at_all(factory: JournalFactory, ask: Ask) -> None:
    recorder = factory.process_recorder()
    recorder.insert_events(
        run_of(new_stream(), 1), tracking=Tracking("ledger", 7), effective_on=date(2024, 1, 1)
    )
    with pytest.raises(Exception, match="ledger has already reached position 7"):
        recorder.insert_events(run_of(new_stream(), 1), tracking=Tracking("ledger", 7))
    assert ask("SELECT count(*) FROM journal") == [(1,)]
    assert recorder.max_tracking_id("ledger") == 7
