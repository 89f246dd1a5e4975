"""Whether a journal is audited in one process or in two, the answer is the same."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import psutil
import psycopg2
import pytest
from psycopg2.extensions import connection

from domain.books.books import Books
from projections.journal.database import Database
from projections.ledger.following import Follower
from scripts.cli.output import Exit
from scripts.demo.county import record_county
from scripts.verify import sharing
from scripts.verify.audit import Audit, audit
from scripts.verify.journal import JournalBroken

PATIENCE_SECONDS = 30
IN_TWO_PROCESSES = """
from scripts.cli.main import main
from scripts.verify import sharing
sharing.LONG_JOURNAL = 0
main()
"""


@pytest.fixture
def kept(database_url: str, books_schema: str) -> Iterator[connection]:
    """A connection to tamper with books that hold the demo county; nothing guards them any more."""
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        list(record_county(books))
    with closing(Follower(Database(database_url, books_schema))) as follower:
        follower.catch_up()
    with closing(psycopg2.connect(database_url)) as opened:
        run(
            opened,
            f"SET search_path TO {books_schema}",
            "ALTER TABLE journal DISABLE TRIGGER keep_facts",
            "ALTER TABLE requests DISABLE TRIGGER keep_requests",
        )
        yield opened


def run(opened: connection, *statements: str) -> None:
    """Run and commit."""
    with opened.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    opened.commit()


def said_both_ways(url: str, schema: str, monkeypatch: pytest.MonkeyPatch) -> Audit | str:
    """What is said in two processes, which is what is said in one."""
    said: list[Audit | str] = []
    for long_journal in (0, 1_000_000):
        monkeypatch.setattr(sharing, "LONG_JOURNAL", long_journal)
        try:
            said.append(audit(url, schema))
        except JournalBroken as broken:
            said.append(str(broken))
    assert said[0] == said[1]
    return said[0]


@contextmanager
def held_up(kept: connection, *on: str) -> Iterator[None]:
    """Keep every look at these tables waiting."""
    with kept.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(on)} IN ACCESS EXCLUSIVE MODE")
    try:
        yield
    finally:
        kept.rollback()


def wait_for_waiting(kept: connection, schema: str, sessions: int) -> None:
    """Wait until so many sessions of the audit wait for a lock."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    waiting = 0
    while waiting != sessions:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        with kept.cursor() as cursor:
            cursor.execute(
                "SELECT pg_stat_clear_snapshot();"
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s AND wait_event_type = 'Lock'",
                (f"sunledger {schema} audit",),
            )
            ((waiting,),) = cursor.fetchall()


def test_what_differs_is_the_same_list(
    kept: connection, database_url: str, books_schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        kept,
        "UPDATE fund_ledger_levels SET arrived_fen = arrived_fen + 1",
        "DELETE FROM claim_register",
        "UPDATE notice_register SET fields = '[]', closes_on = NULL",
        "UPDATE trial_balance_lines SET debit_fen = debit_fen + 1 WHERE debit_fen > 0",
        "UPDATE roll_register_lines SET amount_fen = 7",
        "ALTER TABLE roll_register ADD COLUMN seen_at timestamptz DEFAULT '2024-01-01'",
        "ALTER TABLE roll_register ADD COLUMN share numeric DEFAULT 1",
        "ALTER TABLE late_notices_drafts RENAME TO elsewhere",
        "UPDATE journal SET actor = 'u-0', effective_on = '2001-01-01' WHERE position = 7",
        "UPDATE journal SET recorded_at = '2001-01-01' WHERE position = 9",
        "DELETE FROM requests",
    )
    said = said_both_ways(database_url, books_schema, monkeypatch)
    assert isinstance(said, Audit)
    found = {difference.where.partition(" ")[0] for difference in said.differences}
    assert found >= {"fund_ledger_levels", "claim_register", "notice_register", "roll_register", "elsewhere"}
    assert found >= {
        "trial_balance_lines",
        "roll_register_lines",
        "late_notices_drafts",
        "journal",
        "requests",
    }
    places = [(one.where, one.figure) for one in said.differences if one.where.startswith("journal ")]
    assert {("journal 7", "actor"), ("journal 7", "effective_on"), ("journal 9", "recorded_at")} <= set(
        places
    )


@pytest.mark.parametrize(
    "broken_and_said",
    [
        ("DELETE FROM journal WHERE position = 5", "expected position 5, found 6"),
        ("UPDATE journal SET version = 40 WHERE position IN (6, 9)", "position 6: .* has version 40 after"),
        (
            "UPDATE journal SET state = state || '\\x20' WHERE position IN (8, 12)",
            "position 8 is not canonical JSON",
        ),
        ("UPDATE journal SET state = '[]' WHERE position = 8", "position 8 is not canonical JSON"),
        ("UPDATE journal SET state = '\\xff' WHERE position = 8", "position 8 is not JSON"),
        ("UPDATE journal SET state = '{}' WHERE topic = 'invoice.used'", "invoice.used cannot be added up"),
        ("UPDATE journal SET state = '{}' WHERE topic = 'account.paid'", "account.paid cannot be added up"),
    ],
)
def test_the_first_fault_of_a_broken_journal_is_said(
    kept: connection,
    database_url: str,
    books_schema: str,
    monkeypatch: pytest.MonkeyPatch,
    broken_and_said: tuple[str, str],
) -> None:
    """Also when there is a later one, of the fact recorded last, and stream by stream that may come first."""
    broken, said_of_it = broken_and_said
    run(
        kept,
        "UPDATE journal SET state = state || '\\x20' WHERE position = (SELECT max(position) FROM journal)"
        " AND NOT EXISTS (SELECT FROM journal WHERE state = '{}')",
        broken,
    )
    said = said_both_ways(database_url, books_schema, monkeypatch)
    with pytest.raises(JournalBroken, match=said_of_it):
        raise JournalBroken(0, str(said))


def test_both_processes_see_one_moment(
    kept: connection, database_url: str, books_schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(kept, "ALTER TABLE journal ENABLE ALWAYS TRIGGER keep_facts")
    run(kept, "ALTER TABLE requests ENABLE ALWAYS TRIGGER keep_requests")
    monkeypatch.setattr(sharing, "LONG_JOURNAL", 0)
    with ThreadPoolExecutor() as threads:
        with held_up(kept, "roll_register_lines", "account_daybook"):
            audited = threads.submit(audit, database_url, books_schema)
            wait_for_waiting(kept, books_schema, sessions=2)
            run(kept, "DELETE FROM roll_register_lines", "DELETE FROM account_daybook")
        assert audited.result().differences == ()
    assert audit(database_url, books_schema).differences


def test_one_process_does_not_outlive_the_other(
    kept: connection, database_url: str, books_schema: str
) -> None:
    with closing(Follower(Database(database_url, books_schema))) as follower:
        # With a follower at work the command has nothing to bring to the end, and waits for the tables as an auditor.
        follower.open()
        for victim in ("first", "second"):
            command = [sys.executable, "-c", IN_TWO_PROCESSES, "verify", "--schema", books_schema]
            environment = {**os.environ, "DATABASE_URL": database_url}
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as first:
                with held_up(kept, "roll_register_lines", "account_daybook"):
                    wait_for_waiting(kept, books_schema, sessions=2)
                    (second,) = psutil.Process(first.pid).children()
                    (first if victim == "first" else second).kill()
                    if victim == "first":
                        second.wait(PATIENCE_SECONDS)
                assert first.stderr is not None
                said = first.stderr.read()
            assert first.returncode == {"first": -signal.SIGKILL, "second": Exit.NOT_OPENED}[victim]
            assert ("ended early" in said) == (victim == "second")
            assert not second.is_running()
