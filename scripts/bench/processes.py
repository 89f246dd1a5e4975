"""旁的进程 (other processes): work done in a child whose memory is watched, and the service as it really runs."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import IO, Any, Self, TypeVar
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil

R = TypeVar("R")

MEGABYTE = 1 << 20
WATCH_SECONDS = 0.1
READY_SECONDS = 120


@dataclass
class Memory:
    """The most memory that a process and its children held at one moment, in megabytes (resident set)."""

    process: int
    peak_mb: float = 0.0

    def __post_init__(self) -> None:
        """Prepare the watch."""
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Watch from now on."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop watching."""
        self._stopping.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.wait(WATCH_SECONDS):
            self.peak_mb = max(self.peak_mb, memory_mb(self.process))


def memory_mb(process: int) -> float:
    """What a process and its children hold now."""
    held = 0
    with suppress(psutil.NoSuchProcess):
        one = psutil.Process(process)
        for member in (one, *one.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                held += member.memory_info().rss
    return held / MEGABYTE


def in_child(work: Callable[..., R], *arguments: object) -> tuple[R, float]:
    """Do some work in a process of its own; give its result and its peak memory in megabytes."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(there, work, arguments))
    child.start()
    there.close()
    assert child.pid is not None
    with Memory(child.pid) as memory:
        try:
            result: R = here.recv()
        except EOFError:
            msg = f"{work.__name__} ended without a result"
            raise RuntimeError(msg) from None
        finally:
            child.join()
    return result, memory.peak_mb


def _answer(there: Connection, work: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    there.send(work(*arguments))


@dataclass(frozen=True)
class Service:
    """A running service: its address, the process, and how long it took from the start to the first answer `ready`.

    readers_port  where those answer that only read; 0 when there are none.
    """

    host: str
    port: int
    process: int
    seconds_to_ready: float
    readers_port: int = 0


@contextmanager
def running(url: str, *command: str) -> Iterator[Service]:
    """Run a command that serves, prints a JSON object with its addresses, and ends with SIGTERM."""
    began = time.perf_counter()
    environment = {**os.environ, "DATABASE_URL": url}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], stdout=subprocess.PIPE, stderr=said, text=True, env=environment
        )
        try:
            host, port, readers_port = _address(process, said)
            _wait_until_ready(host, port)
            yield Service(host, port, process.pid, time.perf_counter() - began, readers_port)
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def serving(url: str, schema: str) -> AbstractContextManager[Service]:
    """Run `sunledger serve` on these books."""
    return running(url, "scripts.cli.main", "serve", "--port", "0", "--json", "--schema", schema)


def _address(process: "subprocess.Popen[str]", said: IO[str]) -> tuple[str, int, int]:
    """Read the addresses that the service prints.  Raises RuntimeError with its last words when it does not start."""
    printed = ""
    assert process.stdout is not None
    for line in process.stdout:
        printed += line
        if line == "}\n":
            addresses = json.loads(printed)
            where, readers = urlsplit(addresses["health"]), urlsplit(addresses.get("readers", ""))
            assert where.hostname is not None
            assert where.port is not None
            return where.hostname, where.port, readers.port or 0
    said.seek(0)
    raise RuntimeError(said.read())


def _wait_until_ready(host: str, port: int) -> None:
    deadline = time.perf_counter() + READY_SECONDS
    while time.perf_counter() < deadline:
        with suppress(URLError):
            urlopen(f"http://{host}:{port}/health/ready").close()
            return
        time.sleep(0.02)
    msg = f"not ready in {READY_SECONDS} s"
    raise TimeoutError(msg)
