"""Callers that wait at the same moment share one commit, and each gets its own answer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

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
    assert ticket.is_settled()


def test_a_stream_is_in_flight_until_its_facts_are_kept(journal: JournalRecorder) -> None:
    stream = new_stream()
    ticket = journal.submit(run_of(stream, 1))
    assert journal.in_flight(stream) is ticket
    ticket.wait()
    assert journal.in_flight(stream) is None
