"""A decision that stood on facts which were not kept is refused, and so is everything decided after it."""

import pytest
from eventsourcing.persistence import IntegrityError

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from projections.journal.ticket import StaleDecision
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of, stored


def test_what_was_decided_after_a_refused_ticket_is_stale(journal: JournalRecorder, ask: Ask) -> None:
    taken, hot = new_stream(), new_stream()
    journal.insert_events(run_of(taken, 1))
    epoch = journal.epoch
    first = journal.submit([stored(hot, 1)], epoch=epoch)
    refused = journal.submit([stored(hot, 2), stored(taken, 1)], epoch=epoch)
    upon_it = journal.submit([stored(hot, 3)], epoch=epoch)
    unconcerned = journal.submit(run_of(new_stream(), 1))
    assert list(unconcerned.positions()) == [3]
    assert list(first.positions()) == [2]
    with pytest.raises(IntegrityError):
        refused.positions()
    with pytest.raises(StaleDecision):
        upon_it.positions()
    assert ask("SELECT version FROM journal WHERE stream = %s", (hot,)) == [(1,)]
    assert journal.epoch > epoch


def test_a_decision_of_an_ended_epoch_is_not_taken(journal: JournalRecorder, ask: Ask) -> None:
    with pytest.raises(StaleDecision):
        journal.submit(run_of(new_stream(), 1), epoch=journal.epoch - 1)
    assert ask("SELECT count(*) FROM journal") == [(0,)]


def test_books_that_were_read_before_another_writer_wrote_are_stale(
    books_env: dict[str, str], ask: Ask
) -> None:
    here, there = JournalFactory(books_env), JournalFactory(books_env)
    mine = here.application_recorder()
    epoch = mine.epoch
    there.application_recorder().insert_events(run_of(new_stream(), 1))
    there.close()
    with pytest.raises(StaleDecision):
        mine.insert_events(run_of(new_stream(), 1), epoch=epoch)
    assert mine.insert_events(run_of(new_stream(), 1), epoch=mine.epoch) == [2]
    here.close()
    assert ask("SELECT count(*) FROM journal") == [(2,)]
