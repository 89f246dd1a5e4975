"""来人 (callers): many threads that ask at the same time, each waiting for its answer."""

import threading
import time
from collections.abc import Callable
from itertools import count

CALLERS = 32


def calls_per_second(call: Callable[[int], object], calls: int, callers: int = CALLERS) -> float:
    """Make so many calls from so many threads, each call with a number of its own.  Raises what a call raised first."""
    numbers, failures = count(), list[BaseException]()
    start = threading.Barrier(callers + 1)

    def work() -> None:
        start.wait()
        try:
            while not failures and (number := next(numbers)) < calls:
                call(number)
        except BaseException as failure:  # noqa: BLE001 - raised again by the thread that counts
            failures.append(failure)

    threads = [threading.Thread(target=work) for _ in range(callers)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    if failures:
        raise failures[0]
    return calls / seconds
