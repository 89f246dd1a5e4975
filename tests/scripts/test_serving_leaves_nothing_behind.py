import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.scripts.running import Place, answer, first_answer, run, start


@pytest.fixture
def serving() -> Iterator[Callable[[Place], tuple["subprocess.Popen[str]", dict[str, str]]]]:
    started: list[subprocess.Popen[str]] = []

    def serve(place: Place) -> tuple["subprocess.Popen[str]", dict[str, str]]:
        process = start(place, "serve", "--port", "0", "--json")
        started.append(process)
        return process, first_answer(process)

    yield serve
    for process in started:
        process.kill()
        process.communicate()


def of_folder(folder: Path) -> list[psutil.Process]:
    """The processes that name this folder: its server, its followers."""
    return [
        one for one in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(one.info["cmdline"] or ())
    ]


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_well_with_its_follower_and_its_server(
    serving: Callable[[Place], tuple["subprocess.Popen[str]", dict[str, str]]],
    tmp_path: Path,
    told: signal.Signals,
) -> None:
    folder = tmp_path / "data"
    process, addresses = serving(Place("books", folder=folder))
    assert httpx.get(addresses["health"]).status_code == 200
    assert httpx.get(addresses["board"]).status_code == 200
    assert httpx.get(addresses["docs"]).status_code == 200
    process.send_signal(told)
    assert process.wait(30) == 0
    assert until(lambda: not of_folder(folder))


def test_killed_it_leaves_no_follower_and_its_books_open_again(
    serving: Callable[[Place], tuple["subprocess.Popen[str]", dict[str, str]]],
    database_url: str,
    books_schema: str,
) -> None:
    place = Place(books_schema, url=database_url)
    process, _ = serving(place)
    followers = psutil.Process(process.pid).children()
    assert followers
    process.kill()
    process.wait(10)
    assert until(lambda: not any(one.is_running() for one in followers))
    assert answer(place, "verify")["differences"] == []


def test_a_second_writer_is_refused_and_the_first_goes_on(
    serving: Callable[[Place], tuple["subprocess.Popen[str]", dict[str, str]]],
    database_url: str,
    books_schema: str,
) -> None:
    place = Place(books_schema, url=database_url)
    _, addresses = serving(place)
    second = run(place, "serve", "--port", "0")
    assert second.returncode == 3
    assert "另一进程" in second.stderr
    assert httpx.get(addresses["health"]).status_code == 200


def test_it_reads_from_the_standby_that_is_named_only_when_it_is_one(
    serving: Callable[[Place], tuple["subprocess.Popen[str]", dict[str, str]]],
    database_url: str,
    books_schema: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("READ_DATABASE_URL", database_url)
    _, addresses = serving(Place(books_schema, database_url))
    standby = httpx.get(addresses["health"]).json()["standby"]
    assert (standby["read_from"], standby["reason"]) == (False, "not_a_standby")
    assert httpx.get(addresses["board"]).status_code == 200
