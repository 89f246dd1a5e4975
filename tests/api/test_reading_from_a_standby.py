"""Boards and ledgers are read from a hot standby while it is near, and from the primary while it is not."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import psycopg2
import pytest

from projections.access.roles import Role
from projections.journal.database import Database
from projections.journal.embedded import SUPERUSER, EmbeddedPostgres
from projections.reading.standby import Standby
from scripts.cli.folder import BooksShut, standby_of
from tests.api.service import Service, running_service
from tests.scripts.running import Place, first_answer, start

SOON_SECONDS = 20.0


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="sunledger-"))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def primary(folder: Path) -> Iterator[EmbeddedPostgres]:
    with EmbeddedPostgres(folder / "primary") as server:
        yield server


@pytest.fixture(scope="module")
def replica(folder: Path, primary: EmbeddedPostgres) -> Iterator[EmbeddedPostgres]:
    """A streaming standby of the embedded server, made as an administrator makes one."""
    server = EmbeddedPostgres(folder / "standby")
    server._prepare_folder()
    server._make_own(server.folder)
    copied = primary._run(
        "pg_basebackup", "-h", str(primary.socket_folder), "-U", SUPERUSER, "-D", str(server.data),
        "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast",
    )  # fmt: skip
    assert copied.returncode == 0, copied.stdout
    with server:
        yield server


@pytest.fixture(scope="module")
def service(primary: EmbeddedPostgres, replica: EmbeddedPostgres) -> Iterator[Service]:
    with running_service(primary.url, replica.url) as running:
        yield running


def soon(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SOON_SECONDS
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.05)


def standby(service: Service) -> dict[str, Any]:
    found: dict[str, Any] = service.by(None).get("/health").json()["standby"]
    return found


def publish(service: Service, year: int) -> int:
    body = {
        "effective_on": "2024-01-02",
        "year": year,
        "days_off": [],
        "make_up_days": [],
        "source": "国务院办公厅通知",
    }
    return service.record(Role.ADMINISTRATOR, "/calendars", body)


def board(service: Service) -> httpx.Response:
    return service.by(None).get("/board")


def ledger(service: Service) -> httpx.Response:
    return service.by(Role.AUDITOR).get("/audit-trail")


def positions(service: Service) -> tuple[int, int]:
    """The positions that the board and a ledger answer from."""
    answers = board(service), ledger(service)
    assert [answer.status_code for answer in answers] == [200, 200]
    board_at, ledger_at = (int(answer.headers["X-Journal-Position"]) for answer in answers)
    return board_at, ledger_at


def tell(server: EmbeddedPostgres, statement: str) -> Any:
    with closing(psycopg2.connect(server.url)) as opened:
        opened.autocommit = True
        with opened.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()


def test_boards_and_ledgers_are_read_from_the_standby_and_say_its_position(
    service: Service, replica: EmbeddedPostgres
) -> None:
    position = publish(service, 2024)
    soon(lambda: standby(service)["read_from"])
    soon(lambda: positions(service) == (position, position))
    tell(replica, "SELECT pg_wal_replay_pause()")
    later = publish(service, 2025)
    # The look of a moment ago still counts, so the page is that of the standby, and says so.
    assert positions(service) == (position, position)
    asked = service.by(Role.AUDITOR).get(f"/audit-trail?min_position={later}")
    assert asked.headers["X-Journal-Position"] == str(later), (
        "who waits for a position is answered by the primary"
    )
    tell(replica, "SELECT pg_wal_replay_resume()")
    soon(lambda: positions(service) == (later, later))


def test_a_standby_that_lags_beyond_the_bound_is_left_and_taken_again_when_it_is_near(
    service: Service, replica: EmbeddedPostgres
) -> None:
    soon(lambda: standby(service)["read_from"])
    tell(replica, "SELECT pg_wal_replay_pause()")
    position = publish(service, 2026)
    soon(lambda: not standby(service)["read_from"])
    lagging = standby(service)
    assert lagging["reason"] == "behind"
    assert lagging["behind_seconds"] > 1.0
    assert lagging["journal_position"] < position
    service.ledgers.wait_for(position)
    assert positions(service) == (position, position)
    tell(replica, "SELECT pg_wal_replay_resume()")
    soon(lambda: standby(service)["read_from"])
    assert standby(service)["journal_position"] == position
    assert positions(service) == (position, position)


def test_the_operator_says_how_far_a_standby_may_lag(
    service: Service, replica: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READ_DATABASE_URL", replica.url)
    monkeypatch.setenv("READ_DATABASE_LAG_SECONDS", "60")
    with standby_of(service.database) as patient:
        assert patient is not None
        soon(lambda: patient.state.fit and standby(service)["read_from"])
        tell(replica, "SELECT pg_wal_replay_pause()")
        publish(service, 2023)
        soon(lambda: not standby(service)["read_from"])
        soon(lambda: (patient.state.behind_seconds or 0.0) > 1.0)
        assert patient.state.fit
        tell(replica, "SELECT pg_wal_replay_resume()")
        soon(lambda: standby(service)["read_from"])


def test_a_process_that_only_reads_has_the_standby_too(
    service: Service, primary: EmbeddedPostgres, replica: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READ_DATABASE_URL", replica.url)
    with tempfile.TemporaryFile("w+") as log:
        place = Place(service.database.schema, primary.url)
        process = start(place, "read", "--port", "0", "--json", errors=log)
        try:
            addresses = first_answer(process)
            soon(lambda: httpx.get(addresses["health"]).json()["standby"]["read_from"])
            tell(replica, "SELECT pg_wal_replay_pause()")
            position = int(httpx.get(addresses["board"]).headers["X-Journal-Position"])
            later = publish(service, 2022)
            assert httpx.get(addresses["board"]).headers["X-Journal-Position"] == str(position)
            asked = addresses["board"].replace("/board", f"/audit-trail?min_position={later}")
            token = service.register.make("u-standby", [Role.AUDITOR])
            waited = httpx.get(asked, headers={"Authorization": f"Bearer {token}"})
            assert waited.headers["X-Journal-Position"] == str(later)
        finally:
            tell(replica, "SELECT pg_wal_replay_resume()")
            process.kill()
            process.communicate()
    soon(lambda: standby(service)["read_from"])


@pytest.mark.parametrize("said", ["0.5", "-1", "0", "nan", "inf", "soon"])
def test_a_bound_that_is_none_is_said(
    service: Service, replica: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("READ_DATABASE_URL", replica.url)
    monkeypatch.setenv("READ_DATABASE_LAG_SECONDS", said)
    with pytest.raises(BooksShut, match="READ_DATABASE_LAG_SECONDS"), standby_of(service.database):
        pass


def test_readers_go_on_when_the_standby_is_killed_and_return_to_it_by_themselves(
    service: Service, replica: EmbeddedPostgres
) -> None:
    soon(lambda: standby(service)["read_from"])
    position = positions(service)[0]
    pid = replica.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    for _ in range(20):
        assert positions(service) == (position, position), "no reader hears of it"
    soon(lambda: not standby(service)["read_from"])
    assert standby(service)["reason"] == "away"
    assert service.by(None).get("/health/ready").status_code == 200
    replica.start()
    soon(lambda: standby(service)["read_from"])
    assert positions(service) == (position, position)


def test_readers_go_on_when_only_the_primary_is_gone(service: Service, primary: EmbeddedPostgres) -> None:
    soon(lambda: standby(service)["read_from"])
    position = positions(service)[0]
    pid = primary.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    time.sleep(3)
    assert board(service).headers["X-Journal-Position"] == str(position)
    health = service.by(None).get("/health").json()
    assert health["status"] == "unavailable"
    assert health["standby"]["read_from"] is True
    primary.start()
    soon(lambda: service.by(None).get("/health").json()["status"] == "ready")


def test_a_server_that_is_no_standby_of_this_primary_is_never_read_from(
    service: Service, replica: EmbeddedPostgres, database_url: str
) -> None:
    books = service.database
    other = Database(database_url, books.schema)
    nowhere = Database(f"postgresql://{SUPERUSER}@/postgres?host={quote('/nowhere')}", books.schema)
    for database, primary, reason in (
        (books, books, "not_a_standby"),
        (Database(replica.url, books.schema), other, "of_another_server"),
        (nowhere, books, "away"),
    ):
        with closing(Standby(database, primary).start()) as standby:
            assert (standby.state.fit, standby.state.reason) == (False, reason)
