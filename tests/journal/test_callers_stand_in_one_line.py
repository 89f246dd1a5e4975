"""Callers that come while another decides are served together, and each gets its own answer."""

import gc
import signal
import time
import traceback
import weakref
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident, main_thread

import pytest
from eventsourcing.persistence import OperationalError

from projections.journal.line import Line

Steps = Generator[None, None, int]


def waiting(line: Line) -> int:
    return len(line._waiting)


def until(holds: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if holds():
            return
        time.sleep(0.001)
    raise TimeoutError


def answers(number: int, decided_by: dict[int, int] | None = None) -> Steps:
    if decided_by is not None:
        decided_by[number] = get_ident()
    yield
    return number


def fails(error: BaseException) -> Steps:
    yield from ()
    raise error


@contextmanager
def somebody_leads(line: Line) -> Iterator[None]:
    """Whoever comes while this lasts has to wait in the line."""
    go_on = Event()

    def decides_long() -> Steps:
        go_on.wait(30)
        yield
        return 0

    leader = Thread(target=line.go_through, args=(decides_long(),))
    leader.start()
    until(lambda: line._led)
    try:
        yield
    finally:
        go_on.set()
        leader.join(30)


def one_after_another(line: Line, callers: ThreadPoolExecutor, *asked: Steps) -> list[Future[int]]:
    """Bring callers into a line that somebody leads, in this order."""
    came = []
    for number, steps in enumerate(asked, 1):
        came.append(callers.submit(line.go_through, steps))
        until(lambda expected=number: waiting(line) == expected)  # type: ignore[misc]  # bound now, not later
    return came


def test_the_first_of_those_who_wait_decides_for_all_of_them() -> None:
    line, decided_by = Line(), dict[int, int]()
    with ThreadPoolExecutor(8) as callers:
        with somebody_leads(line):
            came = one_after_another(line, callers, *(answers(number, decided_by) for number in range(5)))
        assert [one.result(30) for one in came] == [0, 1, 2, 3, 4]
    assert len(set(decided_by.values())) == 1


def test_no_two_first_steps_are_ever_taken_at_once() -> None:
    line, busy = Line(), Lock()

    def alone(number: int) -> Steps:
        assert busy.acquire(blocking=False)
        time.sleep(0)
        busy.release()
        yield
        return number

    with ThreadPoolExecutor(16) as callers:
        assert list(callers.map(lambda number: line.go_through(alone(number)), range(2000))) == list(
            range(2000)
        )
    assert (line._led, line._inside, waiting(line)) == (False, 0, 0)


def test_an_error_is_raised_to_the_one_who_asked_with_the_place_where_it_arose() -> None:
    line = Line()
    with ThreadPoolExecutor(8) as callers:
        with somebody_leads(line):
            came = one_after_another(line, callers, answers(1), fails(LookupError("mine")), answers(3))
        assert (came[0].result(30), came[2].result(30)) == (1, 3)
        error = came[1].exception(30)
    assert isinstance(error, LookupError)
    assert "in fails" in "".join(traceback.format_exception(error))


def test_an_error_does_not_hold_itself_in_memory() -> None:
    line = Line()

    class Refused(Exception):
        pass

    def refuses() -> Steps:
        yield from ()
        raise Refused

    def refused() -> weakref.ref[Refused]:
        try:
            line.go_through(refuses())
        except Refused as error:
            return weakref.ref(error)
        raise AssertionError

    gc.disable()
    try:
        assert refused()() is None
    finally:
        gc.enable()


def test_steps_that_have_to_be_taken_again_are_taken_by_the_one_who_asked() -> None:
    line = Line()

    def twice() -> Steps:
        yield
        yield
        return 2

    with ThreadPoolExecutor(8) as callers:
        with somebody_leads(line):
            came = one_after_another(line, callers, twice(), twice())
        assert [one.result(30) for one in came] == [2, 2]


def test_an_interrupted_leader_takes_nobody_down() -> None:
    line = Line()
    with ThreadPoolExecutor(8) as callers:
        with somebody_leads(line):
            leader, served, other = one_after_another(
                line, callers, answers(1), fails(KeyboardInterrupt()), answers(3)
            )
        with pytest.raises(KeyboardInterrupt):
            leader.result(30)
        with pytest.raises(OperationalError, match="interrupted"):
            served.result(30)
        assert other.result(30) == 3
        assert line.go_through(answers(4)) == 4


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_caller_who_is_interrupted_leaves_the_line_to_the_others(place: str) -> None:
    line = Line()
    others = [answers(1), answers(2)]

    def interrupts() -> None:
        until(lambda: waiting(line) == (1 if place == "first" else 3))
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)

    with ThreadPoolExecutor(8) as callers:
        with somebody_leads(line):
            came = [] if place == "first" else one_after_another(line, callers, *others)
            interrupting = Thread(target=interrupts)
            interrupting.start()
            with pytest.raises(KeyboardInterrupt):
                line.go_through(answers(0))
            interrupting.join(30)
            if place == "first":
                came = one_after_another(line, callers, *others)
        assert [one.result(30) for one in came] == [1, 2]
    assert (line._led, line._inside, waiting(line)) == (False, 0, 0)
