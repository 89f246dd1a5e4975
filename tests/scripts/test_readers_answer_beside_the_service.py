"""Processes that only read: they answer as the service does, record nothing, come back, and end with it."""

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import psutil
import pytest

from projections.access.register import TokenRegister
from projections.access.roles import Role
from projections.journal.database import Database
from tests.api.books_over_http import OPERATIONS
from tests.scripts.running import Place, first_answer, run, start
from tests.scripts.test_serving_leaves_nothing_behind import until

PAGES = [
    "/", "/board", "/board?year=2024&lang=en", "/board/funds", "/board/projects", "/board/projects/B03-1",
    "/board/notices", "/board/late", "/board/nowhere", "/board?colour=red",
    "/docs", "/openapi.json", "/problems", "/problems/recorded_elsewhere", "/problems/nothing", "/nowhere",
    "/funds", "/funds?limit=1", "/funds/nothing", "/projects", "/claims", "/rolls", "/trial-balance",
    "/audit-trail?newest_first=true", "/audit-trail?min_position=1", "/audit-trail?colour=red", "/health/live",
]  # fmt: skip
CALENDAR = {"effective_on": "2026-01-02", "days_off": [], "make_up_days": [], "source": "国办发明电"}
OF_THE_MOMENT = {"date"}


@dataclass(frozen=True)
class Served:
    """A running service with readers: its process and a client with every role for each of its two addresses."""

    process: "subprocess.Popen[str]"
    writer: httpx.Client
    reader: httpx.Client
    log: Path

    def readers(self) -> set[int]:
        """The processes that only read."""
        return {one.pid for one in psutil.Process(self.process.pid).children() if "read" in one.cmdline()}

    def head(self) -> int:
        return int(self.writer.get("/health").json()["journal_position"])

    def record(self, year: int, key: str = "") -> int:
        """Record a calendar; give its position."""
        answer = self.writer.post("/calendars", json={**CALENDAR, "year": year}, headers=named(key))
        assert answer.status_code == 201, answer.text
        return int(answer.headers["X-Journal-Position"])


def named(key: str = "") -> dict[str, str]:
    return {"Idempotency-Key": key or uuid4().hex}


def serve(place: Place, *arguments: str) -> Iterator[Served]:
    with tempfile.NamedTemporaryFile("w+") as log:
        command = ("serve", "--port", "0", "--readers-port", "0", "--json", *arguments)
        process = start(place, *command, errors=log)
        try:
            addresses = first_answer(process)
            token = TokenRegister(Database(place.url, place.schema)).make("u-everyone", Role)
            writer, reader = (
                httpx.Client(
                    base_url="{0.scheme}://{0.netloc}".format(urlsplit(addresses[name])),
                    headers={"Authorization": f"Bearer {token}"},
                    timeout=30,
                )
                for name in ("board", "readers")
            )
            with writer, reader:
                yield Served(process, writer, reader, Path(log.name))
        finally:
            process.kill()
            process.communicate()


@pytest.fixture(scope="module")
def demo(database_url: str) -> Iterator[Served]:
    """The demo county, with one reader."""
    yield from serve(Place(f"books_{uuid4().hex}", url=database_url), "--demo", "--readers", "1")


@pytest.fixture
def served(database_url: str, books_schema: str) -> Iterator[Served]:
    """Empty books, with two readers."""
    yield from serve(Place(books_schema, url=database_url), "--readers", "2")


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_answers_with_the_bytes_and_headers_of_the_service(demo: Served, page: str) -> None:
    asked = {"X-Request-Id": "the-same", "Accept-Language": "en"}
    one, other = (client.get(page, headers=asked) for client in (demo.writer, demo.reader))
    assert other.status_code == one.status_code
    assert other.content == one.content
    assert [line for line in other.headers.multi_items() if line[0] not in OF_THE_MOMENT] == [
        line for line in one.headers.multi_items() if line[0] not in OF_THE_MOMENT
    ]
    if "ETag" in one.headers:
        again = demo.reader.get(page, headers={"If-None-Match": one.headers["ETag"]})
        assert again.status_code == 304
    assert demo.reader.head(page, headers=asked).headers["Content-Length"] == one.headers["Content-Length"]


def test_a_reader_asks_for_the_token_that_the_service_asks_for(demo: Served) -> None:
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer sl_nobody"}):
        one, other = (client.get("/funds", headers=headers) for client in (demo.writer, demo.reader))
        assert (other.status_code, other.json()["code"]) == (401, one.json()["code"])


def test_every_request_that_records_is_refused_and_told_where_to_go(demo: Served) -> None:
    before = demo.head()
    for command in OPERATIONS.values():
        path = command.path.replace("{", "").replace("}", "")
        answer = demo.reader.post(path, json={**CALENDAR, "year": 2026}, headers=named())
        assert answer.status_code == 405, path
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = answer.json()
        assert problem["code"] == "recorded_elsewhere"
        assert problem["figures"] == {"writing_port": demo.writer.base_url.port}
    assert demo.reader.post("/funds").headers["Allow"] == "GET, HEAD"
    assert demo.reader.post("/calendars").headers["Allow"] == ""
    assert demo.head() == before


def test_a_reader_says_of_other_methods_what_the_service_says(demo: Served) -> None:
    for method, page in (
        ("DELETE", "/funds/F1"),
        ("PUT", "/board"),
        ("POST", "/nowhere"),
        ("POST", "/board"),
    ):
        one, other = (client.request(method, page) for client in (demo.writer, demo.reader))
        assert (other.status_code, other.json()["code"]) == (one.status_code, one.json()["code"])


def test_what_was_refused_by_a_reader_is_recorded_by_the_service_under_the_same_key(served: Served) -> None:
    body = {**CALENDAR, "year": 2026}
    assert served.reader.post("/calendars", json=body, headers=named("once")).status_code == 405
    assert served.head() == 0
    assert served.record(2026, "once") == 1


def test_a_caller_sees_its_own_write_at_a_reader_when_it_waits_for_its_position(served: Served) -> None:
    for year in range(2010, 2030):
        position = served.record(year)
        page = served.reader.get(f"/audit-trail?newest_first=true&limit=1&min_position={position}")
        assert page.status_code == 200, page.text
        assert page.json()["rows"][0]["position"] == position
        assert int(served.reader.get("/board").headers["X-Journal-Position"]) >= position
    late = served.reader.get(f"/audit-trail?min_position={position + 1}")
    assert (late.status_code, late.json()["code"]) == (503, "position_not_reached")


def test_a_reader_that_is_killed_comes_back_and_callers_are_answered(served: Served) -> None:
    before = served.readers()
    assert len(before) == 2
    for one in before:
        os.kill(one, signal.SIGKILL)
    # The port stays open: who calls meanwhile waits for the next reader.
    with httpx.Client(base_url=served.reader.base_url, timeout=30) as caller:
        assert caller.get("/board").status_code == 200
    assert until(lambda: len(served.readers() - before) == 2)
    assert served.record(2026) == 1
    assert "read ended with -9 and is started again" in served.log.read_text(encoding="utf-8")


def test_readers_end_with_the_service_when_it_is_killed(served: Served) -> None:
    children = psutil.Process(served.process.pid).children()
    assert len(children) == 3
    served.process.kill()
    served.process.wait(10)
    assert until(lambda: not any(one.is_running() for one in children))


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_readers_end_with_the_service_when_it_is_told_to(served: Served, told: signal.Signals) -> None:
    children = psutil.Process(served.process.pid).children()
    served.process.send_signal(told)
    assert served.process.wait(30) == 0
    assert not any(one.is_running() for one in children)


def test_nobody_is_let_in_once_the_readers_have_ended(served: Served) -> None:
    readers = [psutil.Process(one) for one in served.readers()]
    (follower,) = set(psutil.Process(served.process.pid).children()) - set(readers)
    address = (served.reader.base_url.host, served.reader.base_url.port)
    socket.create_connection(address, timeout=10).close()
    # The service waits for its follower: the moment between the end of the readers and its own becomes a long one.
    follower.suspend()
    try:
        served.process.send_signal(signal.SIGTERM)
        assert until(lambda: not any(one.is_running() for one in readers))
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(address, timeout=10)
        assert served.process.poll() is None
    finally:
        follower.resume()
    assert served.process.wait(30) == 0


def test_a_port_of_readers_is_shared_with_no_other_service(
    served: Served, database_url: str, books_schema: str
) -> None:
    port = str(served.reader.base_url.port)
    place = Place(f"{books_schema[:40]}_b", url=database_url)
    for command in (
        ("serve", "--port", "0", "--readers", "2", "--readers-port", port),
        ("read", "--port", port),
    ):
        done = run(place, *command)
        assert done.returncode == 4
        assert "端口" in done.stderr


def test_a_reader_by_itself_needs_books_that_somebody_opened(database_url: str, books_schema: str) -> None:
    done = run(Place(books_schema, url=database_url), "read", "--port", "0")
    assert done.returncode == 3
    assert "serve" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_by_itself_answers_while_another_process_holds_the_pen(
    served: Served, database_url: str, books_schema: str
) -> None:
    position = served.record(2026)
    with tempfile.TemporaryFile("w+") as log:
        alone = start(Place(books_schema, url=database_url), "read", "--port", "0", "--json", errors=log)
        try:
            page = httpx.get(first_answer(alone)["board"])
            alone.send_signal(signal.SIGTERM)
            assert alone.wait(30) == 0
        finally:
            alone.kill()
            alone.communicate()
    assert (page.status_code, page.headers["X-Journal-Position"]) == (200, str(position))
