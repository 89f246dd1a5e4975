"""Live reading: woken by NOTIFY at once, by the clock within a second when the notification was lost (D9)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread, Timer

from projections.journal.recorders import JournalRecorder
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of, stored

WITHOUT_NOTIFY = """
INSERT INTO journal (position, stream, version, topic, state, recorded_at)
SELECT coalesce(max(position), 0) + 1, %s, 1, 'account.paid', '{}', now() FROM journal
"""


@contextmanager
def stopwatch(at_most_seconds: float) -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < at_most_seconds


def test_a_notified_reader_does_not_wait_for_the_clock(journal: JournalRecorder) -> None:
    with journal.subscribe() as live:
        Timer(0.3, lambda: journal.insert_events(run_of(new_stream(), 1))).start()
        with stopwatch(0.8):
            assert next(live).id == 1


def test_a_lost_notification_delays_a_reader_by_a_second_at_most(journal: JournalRecorder, ask: Ask) -> None:
    with journal.subscribe() as live:
        Timer(0.1, lambda: ask(WITHOUT_NOTIFY, (new_stream(),))).start()
        with stopwatch(1.6):
            assert next(live).id == 1


def test_a_reader_outlives_its_listening_connection(
    journal: JournalRecorder, ask: Ask, books_schema: str
) -> None:
    journal.insert_events(run_of(new_stream(), 1))
    with journal.subscribe() as live:
        assert next(live).id == 1
        ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE %s",
            (f"%{books_schema} listener",))  # fmt: skip
        Timer(0.3, lambda: journal.insert_events(run_of(new_stream(), 1))).start()
        with stopwatch(2.0):
            assert next(live).id == 2


def test_a_waiting_reader_is_stopped_from_another_thread(journal: JournalRecorder) -> None:
    with journal.subscribe() as live:
        Timer(0.2, live.stop).start()
        with stopwatch(0.9):
            assert list(live) == []


def test_a_reader_of_few_topics_passes_over_the_others(journal: JournalRecorder) -> None:
    journal.insert_events(run_of(new_stream(), 1200))
    rare = stored(new_stream(), 1)
    journal.insert_events([type(rare)(rare.originator_id, 1, "fund.indicator_received", b"{}")])
    with journal.subscribe(topics=["fund.indicator_received"]) as live:
        assert next(live).id == 1201


def test_live_readers_miss_nothing_while_many_write(journal: JournalRecorder) -> None:
    with journal.subscribe() as live:
        writers = [
            Thread(target=lambda: [journal.insert_events(run_of(new_stream(), 5)) for _ in range(40)])
            for _ in range(4)
        ]
        for writer in writers:
            writer.start()
        seen = [next(live).id for _ in range(800)]
        for writer in writers:
            writer.join()
    assert seen == list(range(1, 801))


def test_a_wakeup_waits_a_second_and_no_longer(journal: JournalRecorder) -> None:
    wakeup = journal.wakeup()
    with stopwatch(1.5):
        wakeup.wait(60)
    wakeup.interrupt()
    with stopwatch(0.3):
        wakeup.wait(60)
    wakeup.close()


def test_whoever_interrupts_a_wakeup_that_was_closed_meanwhile_does_no_harm(journal: JournalRecorder) -> None:
    wakeup, another = journal.wakeup(), journal.wakeup()
    wakeup.close()
    wakeup.interrupt()
    another.interrupt()
    with stopwatch(0.3):
        another.wait(60)
    another.close()
