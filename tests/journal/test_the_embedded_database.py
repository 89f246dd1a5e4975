"""The embedded PostgreSQL: its folder holds everything, and no server outlives its last user's clean stop."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg2
import pytest

from projections.journal.embedded import EmbeddedPostgres, FolderUnusable

ROOT = Path(__file__).parents[2]
USE = """
import sys
from pathlib import Path
from projections.journal.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1])).start()
print(server.pid, flush=True)
sys.stdin.readline()
"""


def one(url: str, statement: str) -> object:
    opened = psycopg2.connect(url)
    opened.autocommit = True
    with opened.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone() if cursor.description else None
    opened.close()
    return row[0] if row else None


def runs(pid: int | None) -> bool:
    """Whether the server lives; where nobody buries orphans, a dead one stays as a zombie."""
    with suppress(psutil.NoSuchProcess):
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    return False


@pytest.fixture(scope="module")
def server(own_folder: Path) -> Iterator[EmbeddedPostgres]:
    made = EmbeddedPostgres(own_folder / "内嵌 folder" / "a" / "pg").start()
    one(made.url, "CREATE TABLE kept (i int); INSERT INTO kept VALUES (42)")
    yield made
    made.stop()


def another_user(server: EmbeddedPostgres) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", USE, str(server.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.parametrize("setting", ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"])
def test_it_is_durable(server: EmbeddedPostgres, setting: str) -> None:
    assert one(server.url, f"SHOW {setting}") == "on"


def test_it_speaks_utf_8_on_a_socket_of_its_own(server: EmbeddedPostgres) -> None:
    assert one(server.url, "SHOW server_encoding") == "UTF8"
    assert one(server.url, "SHOW listen_addresses") == ""


def test_a_clean_stop_ends_it_and_its_data_come_back(server: EmbeddedPostgres) -> None:
    pid = server.pid
    server.stop()
    assert not runs(pid)
    server.start()
    assert one(server.url, "SELECT i FROM kept") == 42


def test_starting_twice_is_starting_once(server: EmbeddedPostgres) -> None:
    pid = server.pid
    assert server.start().pid == pid


def test_a_killed_server_comes_back_with_its_data(server: EmbeddedPostgres) -> None:
    one(server.url, "INSERT INTO kept VALUES (43)")
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    server.start()
    assert one(server.url, "SELECT count(*) FROM kept") == 2
    one(server.url, "DELETE FROM kept WHERE i = 43")


def test_it_serves_two_processes_until_the_last_one_stops(server: EmbeddedPostgres) -> None:
    pid = server.pid
    with another_user(server) as user:
        assert user.stdout is not None
        assert int(user.stdout.readline()) == pid
        server.stop()
        assert runs(pid)
        user.communicate("\n")
    assert not runs(pid)
    server.start()


def test_a_killed_user_holds_nothing(server: EmbeddedPostgres) -> None:
    pid = server.pid
    with another_user(server) as user:
        assert user.stdout is not None
        user.stdout.readline()
        user.kill()
    server.stop()
    assert not runs(pid)
    server.start()


def test_a_deep_folder_keeps_its_socket_elsewhere(tmp_path: Path) -> None:
    deep = EmbeddedPostgres(tmp_path / ("深" * 40))
    assert len(os.fsencode(deep.socket_folder)) < 90
    assert deep.socket_folder != EmbeddedPostgres(tmp_path / "other").socket_folder


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnusable, match="数据目录不可用"):
        EmbeddedPostgres(tmp_path / "file").start()


def test_data_of_another_version_are_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "PG_VERSION").write_text("16\n")
    with pytest.raises(FolderUnusable, match="PostgreSQL 16"):
        EmbeddedPostgres(tmp_path).start()
    assert [entry.name for entry in (tmp_path / "data").iterdir()] == ["PG_VERSION"]
