"""Callers that wait at the same moment share one commit, and each gets its own answer."""

import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread, main_thread

import pytest

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of, stored


def test_tickets_handed_in_together_are_one_commit(journal: JournalRecorder, ask: Ask) -> None:
    tickets = [journal.submit(run_of(new_stream(), 2)) for _ in range(50)]
    assert [list(ticket.positions()) for ticket in tickets] == [[2 * n + 1, 2 * n + 2] for n in range(50)]
    assert ask("SELECT count(DISTINCT xmin::text), count(DISTINCT recorded_at) FROM journal") == [(1, 1)]


def test_many_threads_need_fewer_commits_than_calls(journal: JournalRecorder, ask: Ask) -> None:
    def write(_: int) -> list[int]:
        stream = new_stream()
        return [journal.insert_events([stored(stream, version)])[0] for version in range(1, 51)]

    with ThreadPoolExecutor(32) as callers:
        positions = [position for answer in callers.map(write, range(32)) for position in answer]
    assert sorted(positions) == list(range(1, 1601))
    [(commits,)] = ask("SELECT count(DISTINCT xmin::text) FROM journal")
    assert commits < 800


def test_any_thread_may_wait_for_a_ticket_of_another(journal: JournalRecorder) -> None:
    ticket = journal.submit(run_of(new_stream(), 1))
    waiters = [Thread(target=ticket.wait) for _ in range(8)]
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join(10)
    assert ticket.settled


def test_a_stream_is_in_flight_until_its_facts_are_kept(journal: JournalRecorder) -> None:
    stream = new_stream()
    ticket = journal.submit(run_of(stream, 1))
    assert journal.in_flight(stream) is ticket
    ticket.wait()
    assert journal.in_flight(stream) is None


def until(holds: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if holds():
            return
        time.sleep(0.001)
    raise TimeoutError


@contextmanager
def a_leader_writes(factory: JournalFactory) -> Iterator[None]:
    """While this lasts, a thread that waits for a ticket follows."""
    go_on, clock = Event(), factory.writer._clock_ns

    def slow() -> int:
        factory.writer._clock_ns = clock
        assert go_on.wait(30)
        return clock()

    factory.writer._clock_ns = slow
    leader = Thread(target=factory.application_recorder().insert_events, args=(run_of(new_stream(), 1),))
    leader.start()
    until(lambda: factory.writer._clock_ns is clock)
    try:
        yield
    finally:
        go_on.set()
        leader.join(30)


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_follower_who_is_interrupted_leaves_the_queue_to_the_others(
    factory: JournalFactory, ask: Ask, place: str
) -> None:
    journal = factory.application_recorder()

    def follow(callers: ThreadPoolExecutor) -> "list[Future[range]]":
        tickets = [journal.submit(run_of(new_stream(), 1)) for _ in range(2)]
        waiting = [callers.submit(ticket.positions) for ticket in tickets]
        until(lambda: all(ticket.followers for ticket in tickets))
        return waiting

    with ThreadPoolExecutor(8) as callers:
        with a_leader_writes(factory):
            others = follow(callers) if place == "last" else []
            mine = journal.submit(run_of(new_stream(), 1))

            def interrupt() -> None:
                until(lambda: bool(mine.followers))
                signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)

            interrupting = Thread(target=interrupt)
            interrupting.start()
            with pytest.raises(KeyboardInterrupt):
                mine.positions()
            interrupting.join(30)
            assert mine.followers == []
            if place == "first":
                others = follow(callers)
        positions = [list(one.result(30)) for one in others]
    # The ticket of the interrupted caller stays in the queue, and a leader writes it.
    assert (positions, list(mine.positions())) == (
        ([[2], [3]], [4]) if place == "last" else ([[3], [4]], [2])
    )
    assert not factory.group_commit._has_leader
    assert ask("SELECT count(*) FROM journal") == [(4,)]
