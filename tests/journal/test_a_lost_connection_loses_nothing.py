"""When the connection or the server dies in the middle, what was acknowledged is there, and what is there is known."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import psycopg2
import pytest
from eventsourcing.persistence import InternalError, OperationalError

from projections.journal.database import Database, Pool
from projections.journal.embedded import EmbeddedPostgres
from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from tests.journal.conftest import Ask
from tests.journal.connection_that_can_be_cut import ConnectionThatCanBeCut
from tests.journal.facts import new_stream, run_of, stored

WRITER_OF = "SELECT pid FROM pg_stat_activity WHERE application_name LIKE %s"
GAPLESS = "SELECT count(*) = coalesce(max(position), 0) FROM journal"


@pytest.fixture
def between(database_url: str) -> Iterator[ConnectionThatCanBeCut]:
    behind = psycopg2.connect(database_url)
    made = ConnectionThatCanBeCut(behind)
    yield made
    made.close()
    behind.close()


@pytest.mark.parametrize("facts", [0, 3])
def test_a_commit_whose_answer_was_lost_is_found_in_the_books(
    books_env: dict[str, str], between: ConnectionThatCanBeCut, ask: Ask, facts: int
) -> None:
    factory = JournalFactory(books_env | {"DATABASE_URL": between.url, "BOOKS_WRITER": "y"})
    journal = factory.application_recorder()
    journal.insert_events(run_of(new_stream(), 2))
    epoch = journal.epoch
    between.swallow_answers = True
    said = {"idempotency_key": "k", "request_hash": b"h", "epoch": epoch}
    assert journal.insert_events(run_of(new_stream(), facts), **said) == [3, 4, 5][:facts]
    assert not between.swallow_answers
    assert journal.insert_events(run_of(new_stream(), 1), epoch=epoch) == [3 + facts]
    assert ask("SELECT count(*), max(position) FROM journal") == [(3 + facts, 3 + facts)]
    assert journal.receipt("k") == (b"h", 3, 2 + facts)
    factory.close()


def test_a_writing_connection_that_was_ended_is_replaced_unnoticed(
    journal: JournalRecorder, ask: Ask, books_schema: str
) -> None:
    journal.insert_events(run_of(new_stream(), 1))
    epoch = journal.epoch
    ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE %s",
        (f"%{books_schema} writer",))  # fmt: skip
    assert journal.insert_events(run_of(new_stream(), 2), epoch=epoch) == [2, 3]
    assert ask(GAPLESS) == [(True,)]


def test_readers_replace_connections_that_were_ended(database_url: str, books_schema: str, ask: Ask) -> None:
    pool = Pool(Database(database_url, books_schema))
    assert pool.fetch("SELECT 1") == [(1,)]
    ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE %s",
        (f"%{books_schema} pool",))  # fmt: skip
    assert pool.fetch("SELECT 2") == [(2,)]
    with pytest.raises(InternalError, match="read-only"):
        pool.fetch("CREATE TABLE t (i int)")
    pool.close()


@pytest.fixture
def own_server(own_folder: Path) -> Iterator[EmbeddedPostgres]:
    with EmbeddedPostgres(own_folder / "pg") as server:
        yield server


def acknowledged_by(journal: JournalRecorder, until: float) -> list[tuple[str, int, int]]:
    """Write single facts until a moment; return (stream, version, position) of those that were acknowledged."""
    stream, version, kept = new_stream(), 1, []
    while time.monotonic() < until:
        try:
            [position] = journal.insert_events([stored(stream, version)])
        except OperationalError:
            # Not known to be kept; a fresh stream begins, as its version may be taken.
            stream, version = new_stream(), 1
            continue
        kept.append((stream, version, position))
        version += 1
    return kept


@pytest.mark.parametrize("victim", ["writing backend", "whole server"])
def test_a_killed_server_loses_nothing_acknowledged(own_server: EmbeddedPostgres, victim: str) -> None:
    schema = "books_" + victim.split(maxsplit=1)[0]
    # No DATABASE_URL: the factory itself brings its embedded server back.
    factory = JournalFactory({"BOOKS_FOLDER": str(own_server.folder), "BOOKS_SCHEMA": schema})
    journal = factory.application_recorder()
    journal.insert_events(run_of(new_stream(), 1))

    def kill() -> None:
        [(writer,)] = factory.reads.fetch(WRITER_OF, (f"%{schema} writer",))
        for pid in [writer] if victim == "writing backend" else [own_server.pid, writer]:
            assert pid is not None
            os.kill(pid, signal.SIGKILL)

    Timer(0.7, kill).start()
    until = time.monotonic() + 4
    with ThreadPoolExecutor(8) as writers:
        kept = [
            fact
            for answer in writers.map(lambda _: acknowledged_by(journal, until), range(8))
            for fact in answer
        ]
    there = {
        (stream, version): position
        for stream, version, position in factory.reads.fetch("SELECT stream, version, position FROM journal")
    }
    assert len(kept) > 100
    assert all(there[stream, version] == position for stream, version, position in kept)
    assert factory.reads.fetch(GAPLESS) == [(True,)]
    factory.close()


WRITE_UNTIL_KILLED = """
import sys
from concurrent.futures import ThreadPoolExecutor
from projections.journal.persistence import JournalFactory
from tests.journal.facts import run_of

journal = JournalFactory({"DATABASE_URL": sys.argv[1], "BOOKS_SCHEMA": sys.argv[2]}).application_recorder()

def write(thread):
    for call in range(100_000):
        positions = journal.insert_events(run_of(f"{thread}/{call}", 7), idempotency_key=f"{thread}/{call}")
        sys.stdout.write(f"{thread}/{call} {positions[0]}\\n")
        sys.stdout.flush()

with ThreadPoolExecutor(4) as threads:
    list(threads.map(write, range(4)))
"""


def test_a_killed_writer_leaves_whole_recordings_and_all_it_acknowledged(
    database_url: str, books_schema: str, books_env: dict[str, str], ask: Ask
) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, database_url, books_schema],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    ) as writer:
        assert writer.stdout is not None
        heard = [writer.stdout.readline()]
        time.sleep(0.5)
        writer.kill()
        heard += [line for line in writer.stdout if line.endswith("\n")]
    acknowledged = dict(line.split() for line in heard)
    next_writer = JournalFactory(books_env)
    first = next_writer.application_recorder().insert_events(run_of(new_stream(), 7), idempotency_key="next")
    recordings = ask("SELECT stream, count(*), min(position) FROM journal GROUP BY stream")
    assert {how_many for _, how_many, _ in recordings} == {7}
    places = {stream: begin for stream, _, begin in recordings}
    assert len(acknowledged) > 10
    assert all(places[stream] == int(position) for stream, position in acknowledged.items())
    assert ask(GAPLESS) == [(True,)]
    assert first[0] == 7 * (len(recordings) - 1) + 1
    assert ask("SELECT count(*) FROM requests") == [(len(recordings),)]
    next_writer.close()
