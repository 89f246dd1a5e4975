"""来客 (the load): a lean client of raw HTTP over kept connections, in a process of its own.

It sends bytes that were made before and reads no more of an answer than it must, so that the service is what is
measured: on these machines it can ask 20,000 times a second.
"""

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

import uvloop

from scripts.bench.processes import Service

HEAD_END = b"\r\n\r\n"
LENGTH, POSITION = b"content-length: ", b"x-journal-position: "
WITHOUT_BODY = 304
CONNECTIONS = 32


@dataclass(frozen=True)
class Answer:
    """One answer: its status, when it was asked and answered (on the clock of the client), the position it names."""

    status: int
    asked_at: float
    answered_at: float
    position: int = 0

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.answered_at - self.asked_at


def request(method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> bytes:
    """The bytes of one request; a body is JSON unless the headers say otherwise."""
    said = {"Host": "sunledger", **(headers or {})}
    if body:
        said = {"Content-Type": "application/json", "Content-Length": str(len(body)), **said}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items())]
    return "\r\n".join(lines).encode() + HEAD_END + body


@cache
def client() -> ProcessPoolExecutor:
    """The process that asks; it stays for the whole run."""
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def answers(service: Service, requests: Sequence[bytes], connections: int = CONNECTIONS) -> list[Answer]:
    """Ask all of it over so many connections, each asking again as soon as it was answered."""
    return client().submit(_ask_all, service.host, service.port, requests, connections).result()


def per_second(answered: Sequence[Answer], status: int) -> float:
    """How many were answered in a second.  Raises AssertionError when one was answered otherwise."""
    others = {one.status for one in answered} - {status}
    assert not others, f"answered with {others}, not {status}"
    seconds = max(one.answered_at for one in answered) - min(one.asked_at for one in answered)
    return len(answered) / seconds


class Connection(asyncio.Protocol):
    """One kept connection: sends the next request when the answer to the last one is whole."""

    def __init__(
        self, requests: Iterator[bytes], tell: Callable[[Answer], object], end: Callable[[], object]
    ) -> None:
        self._requests, self._tell, self._end = requests, tell, end
        self._received = b""
        self._asked_at = 0.0
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        """Collect an answer."""
        received = self._received = self._received + data
        end = received.find(HEAD_END)
        if end < 0:
            return
        head = received[:end].lower()
        status = int(head[9:12])
        if status != WITHOUT_BODY and len(received) < end + len(HEAD_END) + _number(head, LENGTH):
            return
        self._received = b""
        self._tell(Answer(status, self._asked_at, time.perf_counter(), _number(head, POSITION)))
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the loop gives it
        """The service ended it, or we did."""
        self._end()

    def _next(self) -> None:
        asked = next(self._requests, None)
        if asked is None:
            self._transport.close()
            return
        self._asked_at = time.perf_counter()
        self._transport.write(asked)


def _number(head: bytes, name: bytes) -> int:
    at = head.find(name)
    return int(head[at + len(name) :].split(b"\r\n", 1)[0]) if at >= 0 else 0


def _ask_all(host: str, port: int, requests: Sequence[bytes], connections: int) -> list[Answer]:
    return uvloop.run(_asked(host, port, iter(requests), connections))


async def _asked(host: str, port: int, requests: Iterator[bytes], connections: int) -> list[Answer]:
    loop = asyncio.get_running_loop()
    answered: list[Answer] = []
    open_connections, all_ended = connections, loop.create_future()

    def end() -> None:
        nonlocal open_connections
        open_connections -= 1
        if not open_connections:
            all_ended.set_result(None)

    for _ in range(connections):
        await loop.create_connection(lambda: Connection(requests, answered.append, end), host, port)
    await all_ended
    return answered


async def answer_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: bytes) -> Answer:
    """Ask once on a kept connection, for a load that goes by the clock."""
    asked_at = time.perf_counter()
    writer.write(asked)
    head = (await reader.readuntil(HEAD_END)).lower()
    status = int(head[9:12])
    if status != WITHOUT_BODY:
        await reader.readexactly(_number(head, LENGTH))
    return Answer(status, asked_at, time.perf_counter(), _number(head, POSITION))
