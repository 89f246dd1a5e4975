"""Requests that come while the queue decides are decided together, and each caller gets its own answer."""

import asyncio
import gc
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Lock, Thread, current_thread

import pytest
from eventsourcing.persistence import OperationalError

from api.commands.command_queue import WORKERS, CommandQueue
from domain.books.desk.act import Receipt
from domain.books.desk.answering import Steps
from domain.books.desk.command import command
from domain.books.desk.turn import DecisionTurn
from domain.stamp import Stamp
from tests.domain.test_desk import Purse, PurseDesk, act

Asks = Callable[[], Steps]


def receipt(number: int) -> Receipt:
    return Receipt(number, number, ())


def answers(number: int, decided_by: dict[int, Thread] | None = None) -> Asks:
    def steps() -> Steps:
        if decided_by is not None:
            decided_by[number] = current_thread()
        yield
        return receipt(number)

    return steps


def fails(error: BaseException) -> Asks:
    def steps() -> Steps:
        yield from ()
        raise error

    return steps


async def outcomes(queue: CommandQueue, *asked: Asks) -> list[Receipt | BaseException]:
    """Send requests while all workers decide, in this order; free one worker, and give what comes of each request."""
    go_on, deciding = [Event() for _ in range(WORKERS)], []

    def decides_until(freed: Event, busy: Event) -> Steps:
        busy.set()
        assert freed.wait(30)
        yield
        return receipt(0)

    for freed in go_on:
        busy = Event()
        deciding.append(asyncio.create_task(queue.receipt_of(partial(decides_until, freed, busy))))
        assert await asyncio.to_thread(busy.wait, 30)
    waiting = [asyncio.create_task(queue.receipt_of(asks)) for asks in asked]
    await asyncio.sleep(0)
    go_on[0].set()
    came = await asyncio.gather(*waiting, return_exceptions=True)
    for freed in go_on:
        freed.set()
    await asyncio.gather(*deciding)
    return came


def test_the_first_worker_that_is_free_decides_for_all_who_wait() -> None:
    decided_by: dict[int, Thread] = {}
    came = asyncio.run(outcomes(CommandQueue(), *(answers(number, decided_by) for number in range(5))))
    assert came == [receipt(number) for number in range(5)]
    assert len(set(decided_by.values())) == 1


class AloneDesk(PurseDesk):
    """Fails when two decisions are made at once."""

    busy = Lock()

    @command
    def fill_alone(self, turn: DecisionTurn, *, purse: str) -> None:
        assert self.busy.acquire(blocking=False)
        time.sleep(0)
        stamp = Stamp(turn.act.by, turn.act.effective_on)
        turn.find(Purse, purse).record(Purse.Filled, **stamp.fields, amount_fen=1)
        self.busy.release()


@pytest.fixture
def desk(books_env: dict[str, str]) -> Iterator[AloneDesk]:
    with AloneDesk(books_env) as opened:
        yield opened


def test_no_two_decisions_are_ever_made_at_once(desk: AloneDesk) -> None:
    async def ask() -> list[Receipt]:
        queue = CommandQueue()
        asked = (partial(desk.fill_alone.begin, act(), purse=f"p{number % 7}") for number in range(2000))
        return await asyncio.gather(*map(queue.receipt_of, asked))

    assert sorted(one.first_position for one in asyncio.run(ask())) == list(range(1, 2001))
    assert sum(desk.fen(f"p{number}") for number in range(7)) == 2000


def test_an_error_is_raised_to_the_one_who_asked_with_the_place_where_it_arose() -> None:
    first, error, third = asyncio.run(
        outcomes(CommandQueue(), answers(1), fails(LookupError("mine")), answers(3))
    )
    assert (first, third) == (receipt(1), receipt(3))
    assert isinstance(error, LookupError)
    assert "in steps" in "".join(traceback.format_exception(error))


def test_an_error_does_not_hold_itself_in_memory() -> None:
    class Refused(Exception):
        pass

    def refuses() -> Steps:
        yield from ()
        raise Refused

    async def refused() -> weakref.ref[Refused]:
        try:
            await CommandQueue().receipt_of(refuses)
        except Refused as error:
            return weakref.ref(error)
        raise AssertionError

    gc.disable()
    try:
        assert asyncio.run(refused())() is None
    finally:
        gc.enable()


def test_steps_that_have_to_be_taken_again_are_taken_to_their_end() -> None:
    def twice() -> Steps:
        yield
        yield
        return receipt(2)

    assert asyncio.run(outcomes(CommandQueue(), twice, answers(1), twice)) == [
        receipt(2),
        receipt(1),
        receipt(2),
    ]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_command_takes_nobody_down(interruption: type[BaseException]) -> None:
    async def ask() -> None:
        queue = CommandQueue()
        before, interrupted, after = await outcomes(queue, answers(1), fails(interruption()), answers(3))
        assert isinstance(interrupted, OperationalError)
        assert interruption.__name__ in str(interrupted)
        assert (before, after) == (receipt(1), receipt(3))
        assert await queue.receipt_of(answers(4)) == receipt(4)

    asyncio.run(ask())
