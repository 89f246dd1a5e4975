"""丢失的事实 (lost facts): whoever takes facts out of the journal is found, and nothing is built on what is left."""

from contextlib import closing
from datetime import date

import psycopg2
import pytest

from domain.books.books import Books
from domain.books.desk.act import Act
from projections.journal.database import Database
from scripts.catch_up import catch_up
from tests.scripts.running import Place, answer, run

YEARS = (2024, 2025, 2026)
SAID = "序时簿缺少事实"


@pytest.fixture
def place(database_url: str, books_schema: str) -> Place:
    """Books of three calendars, one request each, with their ledgers at the end."""
    with Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema}) as books:
        for year in YEARS:
            act = Act(
                "u-admin", date(2023, 12, 1), idempotency_key=f"calendar-{year}", request_hash=b"\0" * 32
            )
            books.publish_calendar(act, year=year, days_off=(), make_up_days=(), source="国办发明电")
    catch_up(Database(database_url, books_schema))
    return Place(books_schema, url=database_url)


def written(place: Place, *statements: str) -> None:
    with closing(psycopg2.connect(place.url)) as opened, opened, opened.cursor() as cursor:
        cursor.execute(f"SET search_path TO {place.schema}")
        for statement in statements:
            cursor.execute(statement)


def take_away(place: Place, position: int) -> None:
    """Delete a fact as somebody would who owns the database, and leave no trace of how."""
    written(
        place,
        "ALTER TABLE journal DISABLE TRIGGER keep_facts",
        f"DELETE FROM journal WHERE position = {position}",
        "ALTER TABLE journal ENABLE ALWAYS TRIGGER keep_facts",
    )


def ends(place: Place, *arguments: str) -> tuple[int, str]:
    """How a command ends, and what it says; never with a traceback."""
    done = run(place, *arguments)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_the_end_of_a_journal_that_is_gone_stops_everything(place: Place) -> None:
    take_away(place, 3)
    code, said = ends(place, "verify")
    assert code == 1
    assert "requests calendar-2026" in said
    code, said = ends(place, "status")
    assert code == 1
    assert "序时簿止于第 2 号，此账已记到第 3 号" in said
    code, said = ends(place, "rebuild")
    assert code == 1
    assert f"{SAID}：止于第 2 号，已知到第 3 号" in said
    code, said = ends(place, "serve", "--port", "0")
    assert code == 3
    assert SAID in said


def test_a_rebuild_counts_what_was_answered_where_no_ledger_counts(place: Place) -> None:
    take_away(place, 3)
    written(place, "UPDATE ledger_positions SET position = 2")
    code, said = ends(place, "rebuild")
    assert code == 1
    assert SAID in said
    code, said = ends(place, "verify")
    assert code == 1
    assert "requests calendar-2026 positions" in said


def test_a_gap_is_never_rebuilt(place: Place) -> None:
    take_away(place, 2)
    code, said = ends(place, "rebuild")
    assert code == 1
    assert "其间另缺 1 件" in said


def test_whole_books_are_rebuilt(place: Place) -> None:
    assert answer(place, "rebuild")["position"] == len(YEARS)
    assert answer(place, "verify")["differences"] == []


@pytest.mark.parametrize("table", ["journal", "requests"])
def test_a_table_of_the_journal_that_is_gone_is_named(place: Place, table: str) -> None:
    written(place, f"DROP TABLE {table} CASCADE")
    for command in ("verify", "status", "rebuild"):
        code, said = ends(place, command)
        assert code == 3
        assert f"缺表 {table},请从备份恢复" in said
