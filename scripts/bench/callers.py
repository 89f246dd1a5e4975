"""来人 (callers): many threads that ask at the same time, each waiting for its answer."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

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
