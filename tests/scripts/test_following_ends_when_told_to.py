"""A follower ends at a signal, wherever the signal finds it."""

import signal
import subprocess
import sys
import time

import pytest

from projections.journal.database import Database
from projections.journal.schema import create_schema
from tests.scripts.running import Place, first_answer, start
from tests.tree import ROOT

TOLD_INSIDE_THE_LOCK = """
import signal
import sys
import threading

from scripts.cli.child_processes import when_told_to_end

needed, stopped = threading.Lock(), threading.Event()


def stop():
    with needed:
        stopped.set()


when_told_to_end(stop)
for told in (signal.SIGTERM, signal.SIGINT):
    stopped.clear()
    with needed:
        signal.raise_signal(told)
        assert not stopped.is_set()
    assert stopped.wait(10)
"""

TOLD_WHILE_IT_WAITS = """
import os
import signal
import threading

from scripts.cli.child_processes import when_told_to_end

stopping = threading.Event()
when_told_to_end(stopping.set)
told = threading.Thread(target=lambda: [os.kill(os.getpid(), signal.SIGTERM) for _ in range(3_000)])
told.start()
while told.is_alive():
    stopping.wait(0.0002)
    stopping.clear()
told.join()
"""


@pytest.mark.parametrize("program", [TOLD_INSIDE_THE_LOCK, TOLD_WHILE_IT_WAITS])
def test_a_signal_waits_for_no_lock_of_the_thread_that_it_interrupts(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_follower_by_itself_ends_well_when_it_is_told_to(
    database_url: str, books_schema: str, told: signal.Signals
) -> None:
    create_schema(Database(database_url, books_schema))
    process = start(Place(books_schema, url=database_url), "follow", "--json")
    try:
        assert first_answer(process) == {"following": books_schema}
        for _ in range(20):
            process.send_signal(told)
            time.sleep(0.001)
        assert process.wait(10) == 0
    finally:
        process.kill()
        _, said = process.communicate()
    assert said == ""
