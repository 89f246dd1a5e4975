"""经办员 (the clerk): asks the books for requests that record, many at a time, while the service goes on answering.

Requests that came in meanwhile are decided one after another and then wait for the disk together: two changes of thread
for all of them instead of several for each.  A second pair of hands decides while the first waits for the disk.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from domain.books.act import Receipt
from domain.books.desk import Steps

HANDS = 2
MOST_AT_A_TIME = 64

Ask = Callable[[], Steps]
"""Reads a request and begins its command."""


class Clerk:
    """Threads that ask the books; they end with the process."""

    def __init__(self) -> None:
        """Nobody works before the first request."""
        self._asked: SimpleQueue[_Request] = SimpleQueue()
        self._hands: list[Thread] = []

    async def receipt_of(self, ask: Ask) -> Receipt:
        """Have a command carried out.  Raises what the command raises.

        A caller who goes away meanwhile changes nothing: what was asked is recorded or refused all the same.
        """
        if not self._hands:
            self._hands = [Thread(target=self._work, name="clerk", daemon=True) for _ in range(HANDS)]
            for hand in self._hands:
                hand.start()
        request = _Request(ask)
        self._asked.put(request)
        return await request.answer

    def _work(self) -> None:
        while True:
            requests = [self._asked.get()]
            with suppress(Empty):
                while len(requests) < MOST_AT_A_TIME:
                    requests.append(self._asked.get_nowait())
            going_on = [request for request in requests if request.goes_on()]
            while going_on:
                going_on = [request for request in going_on if request.goes_on()]
            _tell(requests)


class _Request:
    """One command on its way, and where its answer is awaited."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._steps: Steps | None = None
        self.loop = asyncio.get_running_loop()
        self.answer: asyncio.Future[Receipt] = self.loop.create_future()
        self.outcome: Receipt | BaseException | None = None

    def goes_on(self) -> bool:
        """Take the next step; False when there is an outcome."""
        with self:
            if self._steps is None:
                self._steps = self._ask()
            next(self._steps)
        return self.outcome is None

    def __enter__(self) -> None:
        """Take a step."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Keep how the step ended; an error is raised where the answer is awaited, not in the clerk's thread."""
        self.outcome = error.value if isinstance(error, StopIteration) else error
        return True

    def tell(self) -> None:
        """Give the outcome to whoever still waits; on the loop."""
        if self.answer.done():
            return
        if isinstance(self.outcome, Receipt):
            self.answer.set_result(self.outcome)
        elif self.outcome is not None:
            self.answer.set_exception(self.outcome)


def _tell(requests: list[_Request]) -> None:
    def tell_all() -> None:
        for request in requests:
            request.tell()

    requests[0].loop.call_soon_threadsafe(tell_all)
