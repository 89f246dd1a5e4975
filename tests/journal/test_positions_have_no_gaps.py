"""Positions start at 1, follow the order of handing in and have no gaps, whatever is refused in between."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    StoredEvent,
)

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of, stored

GAPLESS = "SELECT count(*) = max(position) AND min(position) = 1 FROM journal"


def test_a_conflict_leaves_no_gap_and_refuses_only_its_own_ticket(journal: JournalRecorder, ask: Ask) -> None:
    taken, free, behind = new_stream(), new_stream(), new_stream()
    journal.insert_events(run_of(taken, 2))
    before = journal.submit(run_of(free, 3))
    conflict = journal.submit([stored(taken, 3), stored(taken, 2)])
    after = journal.submit(run_of(behind, 2))
    assert list(after.positions()) == [6, 7]
    assert list(before.positions()) == [3, 4, 5]
    with pytest.raises(IntegrityError):
        conflict.positions()
    assert ask(GAPLESS) == [(True,)]
    assert len(journal.select_events(taken)) == 2


def test_threads_that_fight_for_versions_leave_no_gap(journal: JournalRecorder, ask: Ask) -> None:
    wanted = [new_stream() for _ in range(5)]

    def fight(number: int) -> int:
        won = 0
        for version in range(1, 21):
            try:
                journal.insert_events([stored(wanted[number % 5], version)])
            except IntegrityError:
                continue
            won += 1
        return won

    with ThreadPoolExecutor(16) as fighters:
        assert sum(fighters.map(fight, range(16))) == 100
    assert ask("SELECT count(*) FROM journal") == [(100,)]
    assert ask(GAPLESS) == [(True,)]


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (StoredEvent("nul\x00", 1, "t", b"{}"), DataError),
        (StoredEvent("surrogate\ud800", 1, "t", b"{}"), ProgrammingError),
        (StoredEvent("not bytes", 1, "t", None), ProgrammingError),  # type: ignore[arg-type]  # no bytes, on purpose
    ],
)
def test_a_fact_that_cannot_be_written_is_refused_alone(
    journal: JournalRecorder, ask: Ask, bad: StoredEvent, error: type[Exception]
) -> None:
    good = journal.submit([stored(new_stream(), 1)])
    refused = journal.submit([stored(new_stream(), 1), bad])
    late = journal.submit([stored(new_stream(), 1)])
    assert list(late.positions()) == [2]
    assert list(good.positions()) == [1]
    with pytest.raises(error):
        refused.positions()
    assert ask("SELECT count(*) FROM journal") == [(2,)]


def test_positions_go_on_where_an_earlier_writer_stopped(books_env: dict[str, str]) -> None:
    for begin in (1, 4):
        factory = JournalFactory(books_env)
        assert factory.application_recorder().insert_events(run_of(new_stream(), 3)) == [
            begin,
            begin + 1,
            begin + 2,
        ]
        factory.close()


def test_recorded_instants_never_go_back_with_the_clock(factory: JournalFactory, ask: Ask) -> None:
    readings = iter([5_000_000_000_000, 4_000_000_000_000, 6_000_000_000_000])
    factory.writer._clock_ns = lambda: next(readings)
    journal = factory.application_recorder()
    for _ in range(3):
        journal.insert_events(run_of(new_stream(), 2))
    assert ask("SELECT extract(epoch FROM recorded_at)::int FROM journal ORDER BY position") == [
        (5000,), (5000,), (5000,), (5000,), (6000,), (6000,),
    ]  # fmt: skip


def test_a_closed_journal_takes_nothing_and_loses_nothing(factory: JournalFactory, ask: Ask) -> None:
    journal = factory.application_recorder()
    unawaited = journal.submit(run_of(new_stream(), 2))
    factory.close()
    assert list(unawaited.positions()) == [1, 2]
    assert ask("SELECT count(*) FROM journal") == [(2,)]
    with pytest.raises(OperationalError):
        journal.submit(run_of(new_stream(), 1))


def test_an_interrupted_leader_takes_nobody_down(factory: JournalFactory, ask: Ask) -> None:
    journal = factory.application_recorder()
    journal.insert_events(run_of(new_stream(), 1))
    clock = factory.writer._clock_ns

    def interrupted() -> int:
        factory.writer._clock_ns = clock
        raise KeyboardInterrupt

    factory.writer._clock_ns = interrupted
    mine, other = journal.submit(run_of(new_stream(), 1)), journal.submit(run_of(new_stream(), 1))
    with pytest.raises(KeyboardInterrupt):
        mine.positions()
    with pytest.raises(OperationalError):
        other.positions()
    assert journal.insert_events(run_of(new_stream(), 1)) == [2]
    assert ask(GAPLESS) == [(True,)]
