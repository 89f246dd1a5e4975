"""The command queue: each caller gets the outcome of its own request, whoever else waits, and whoever goes away."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from threading import Event, current_thread

import pytest

from api.commands.command_queue import CommandQueue
from domain.books.books import Books
from domain.books.desk.act import Act, Receipt
from domain.books.desk.answering import Steps
from domain.refusal import Refusal
from projections.journal.database import Database
from projections.journal.schema import create_schema


@pytest.fixture
def books(database_url: str, books_schema: str) -> Iterator[Books]:
    create_schema(Database(database_url, books_schema))
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as opened:
        yield opened


def calendar(books: Books, year: int, key: str | None = None) -> Callable[[], Steps]:
    """Ask to publish the calendar of a year; one before 2000 has a day that is not its own, and is refused."""
    days_off = (date(max(year, 2000), 1, 1),)
    act = Act(by="u-admin", effective_on=date(2024, 1, 2), idempotency_key=key, request_hash=b"h")

    def ask() -> Steps:
        return books.publish_calendar.begin(act, year=year, days_off=days_off, make_up_days=(), source="国办")

    return ask


def held(ask: Callable[[], Steps], until: Event) -> Callable[[], Steps]:
    """Ask only when the event has come, so that others come to wait behind this request."""

    def ask_later() -> Steps:
        assert until.wait(10)
        return ask()

    return ask_later


async def all_wait(queue: CommandQueue, *asks: Callable[[], Steps]) -> "list[asyncio.Task[Receipt]]":
    """Hand in requests that come to the queue in this order."""
    tasks = [asyncio.create_task(queue.receipt_of(ask)) for ask in asks]
    await asyncio.sleep(0)
    return tasks


def test_of_several_at_once_each_gets_its_own_outcome(books: Books) -> None:
    async def ask() -> list[Receipt | BaseException]:
        go_on = Event()
        tasks = await all_wait(
            CommandQueue(),
            held(calendar(books, 2024), go_on),
            held(calendar(books, 2025, "k"), go_on),
            calendar(books, 1999),
            calendar(books, 2025, "k"),
            calendar(books, 2026),
        )
        go_on.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    outcomes = asyncio.run(ask())
    receipts = [one for one in outcomes if isinstance(one, Receipt)]
    refused = [one for one in outcomes if isinstance(one, Refusal)]
    assert (len(receipts), len(refused)) == (4, 1)
    once, again = outcomes[1], outcomes[3]
    assert isinstance(once, Receipt)
    assert isinstance(again, Receipt)
    assert once.facts == again.facts
    assert sorted((once.repeated, again.repeated)) == [False, True]
    assert sorted({receipt.first_position for receipt in receipts}) == [1, 2, 3]
    assert books.recorder.max_notification_id() == 3


def test_what_is_asked_for_is_carried_out_when_its_caller_has_gone_away(books: Books) -> None:
    async def ask() -> list[Receipt]:
        go_on, queue = Event(), CommandQueue()
        tasks = await all_wait(
            queue,
            held(calendar(books, 2024), go_on),
            held(calendar(books, 2025), go_on),
            calendar(books, 2026),
        )
        tasks[0].cancel()
        tasks[2].cancel()
        await asyncio.wait([tasks[0], tasks[2]])
        go_on.set()
        return [await tasks[1], await queue.receipt_of(calendar(books, 2027))]

    assert len(asyncio.run(ask())) == 2
    assert books.recorder.max_notification_id() == 4


def test_an_error_that_nobody_foresaw_is_raised_to_its_caller_and_stops_nobody(books: Books) -> None:
    def broken() -> Steps:
        raise ZeroDivisionError

    async def ask() -> None:
        queue = CommandQueue()
        for year in (2024, 2025, 2026):
            failing, well = await all_wait(queue, broken, calendar(books, year))
            with pytest.raises(ZeroDivisionError):
                await failing
            assert not (await well).repeated

    asyncio.run(ask())
    assert books.recorder.max_notification_id() == 3


def test_the_loop_goes_on_while_the_queue_waits(books: Books) -> None:
    async def ask() -> None:
        go_on, threads = Event(), []

        def noting() -> Steps:
            threads.append(current_thread().name)
            return calendar(books, 2024)()

        (task,) = await all_wait(CommandQueue(), held(noting, go_on))
        await asyncio.sleep(0.02)
        assert not task.done()
        go_on.set()
        assert (await task).last_position == 1
        assert threads == ["commands"]

    asyncio.run(ask())
