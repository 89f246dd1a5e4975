"""来人 (callers): many that ask at the same time, each waiting for its answer: threads, or tasks as in the service."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count

import uvloop

from api.commands.command_queue import CommandQueue
from domain.books.desk.answering import Steps

CALLERS = 32


def calls_per_second(call: Callable[[int], object], calls: int, callers: int = CALLERS) -> float:
    """Make so many calls from so many threads, each call with a number of its own.  Raises what a call raises."""
    numbers = count()

    def work() -> None:
        while (number := next(numbers)) < calls:
            call(number)

    with ThreadPoolExecutor(callers) as threads:
        began = time.perf_counter()
        for working in [threads.submit(work) for _ in range(callers)]:
            working.result()
        return calls / (time.perf_counter() - began)


def commands_per_second(begin: Callable[[int], Steps], commands: int, callers: int = CALLERS) -> float:
    """Carry out so many commands, asked by so many tasks of one loop, by a queue as in the service.

    `begin` begins the command of a number, in a thread of the queue.  Raises what a command raises.
    """
    queue = CommandQueue()
    numbers = iter(range(commands))

    async def ask() -> None:
        for number in numbers:
            await queue.receipt_of(partial(begin, number))

    async def ask_together() -> float:
        began = time.perf_counter()
        await asyncio.gather(*(ask() for _ in range(callers)))
        return commands / (time.perf_counter() - began)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(ask_together())
