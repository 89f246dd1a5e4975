"""业务队列 (command queue): carries out commands in threads of its own, while the loop goes on answering.

A worker thread takes every request in the queue, decides one after another, and then waits for their commit: two
changes of thread for all of them instead of several for each.  A second one decides while the first waits for the disk.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from eventsourcing.persistence import OperationalError

from domain.books.desk.act import Receipt
from domain.books.desk.answering import Steps

WORKERS = 2
MOST_AT_A_TIME = 64

Ask = Callable[[], Steps]
"""Reads a request and begins its command."""


class CommandQueue:
    """Two threads and the queue of requests that they share; the threads end with the process."""

    def __init__(self) -> None:
        """Start no thread before the first request."""
        self._queue: SimpleQueue[_Request] = SimpleQueue()
        self._threads: list[Thread] = []

    async def receipt_of(self, ask: Ask) -> Receipt:
        """Carry out a command and give its receipt.  Raises what the command raises.

        When the caller goes away meanwhile, the command is recorded or refused all the same.
        """
        if not self._threads:
            self._threads = [Thread(target=self._work, name="commands", daemon=True) for _ in range(WORKERS)]
            for thread in self._threads:
                thread.start()
        return await self._answer_to(ask)

    def _answer_to(self, ask: Ask) -> "asyncio.Future[Receipt]":
        """Queue a request; the caller holds nothing but the future, or its error would hold itself in memory."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Receipt] = loop.create_future()
        self._queue.put(_Request(ask, loop, answer))
        return answer

    def _work(self) -> None:
        while True:
            requests = [self._queue.get()]
            with suppress(Empty):
                while len(requests) < MOST_AT_A_TIME:
                    requests.append(self._queue.get_nowait())
            unanswered = [request for request in requests if request.take_step()]
            while unanswered:
                unanswered = [request for request in unanswered if request.take_step()]
            _give_answers(requests)


class _Request:
    """One command between a worker thread, which takes its steps, and the loop, where its caller awaits the answer."""

    def __init__(self, ask: Ask, loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[Receipt]") -> None:
        self._ask = ask
        self._steps: Steps | None = None
        self._outcome: Receipt | Exception | None = None
        self._answer: asyncio.Future[Receipt] | None = answer
        self.loop = loop

    def take_step(self) -> bool:
        """Take the next step, in a worker thread; True when more steps follow.

        An error is kept: `give_answer` raises it where the caller awaits it, and the worker goes on with the others.
        """
        try:
            if self._steps is None:
                self._steps = self._ask()
            next(self._steps)
        except StopIteration as end:
            self._outcome = end.value
        except BaseException as error:  # noqa: BLE001 - kept for the caller, not swallowed
            # An interruption, raised in the loop, would end the service and not only this request.
            self._outcome = (
                error
                if isinstance(error, Exception)
                else OperationalError(f"the command was interrupted: {error!r}")
            )
        return self._outcome is None

    def give_answer(self) -> None:
        """Give the outcome to the caller, unless the caller went away; on the loop.

        The request then drops both: the traceback of an error refers to this request, which must not refer back.
        """
        answer, self._answer = self._answer, None
        outcome, self._outcome = self._outcome, None
        if answer is None or answer.done():
            return
        if isinstance(outcome, Receipt):
            answer.set_result(outcome)
        elif outcome is not None:
            answer.set_exception(outcome)


def _give_answers(requests: list[_Request]) -> None:
    """Give the answers to all of these requests with one call to the loop."""

    def give_all() -> None:
        for request in requests:
            request.give_answer()

    requests[0].loop.call_soon_threadsafe(give_all)
