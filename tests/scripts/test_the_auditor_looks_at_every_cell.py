"""Whatever cell of whatever table is changed behind the back of the service, the auditor says so."""

from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import psycopg2
import pytest
from psycopg2.extensions import connection

from domain.books.books import Books
from projections.journal.database import Database
from projections.ledger.following import Follower
from scripts.demo.clerk import Clerk
from scripts.demo.county import record_county
from scripts.verify.audit import audit
from scripts.verify.journal import JournalBroken
from scripts.verify.pages import NOT_LEDGERS
from tests.projections.county_year import county_year
from tests.projections.given import GivenBooks
from tests.scripts.mishaps import record_mishaps

CHANGED = {
    "bigint": "coalesce({0}, 0) + 1000003",
    "integer": "coalesce({0}, 0) + 1003",
    "text": "coalesce({0}, '') || 'x'",
    "date": "coalesce({0}, date '2020-01-01') + 400",
    "boolean": "NOT coalesce({0}, false)",
    "jsonb": "'[\"x\"]'::jsonb",
    "bytea": "'\\x00'::bytea",
    "int8multirange": "{0} + int8multirange(int8range(1000003, 1000004))",
    "timestamp with time zone": "{0} - interval '9 years'",
}
"""How a cell of a type is changed."""

EXCUSED = {
    ("journal", "request_id"): "the caller's name for the call, which no fact repeats",
    ("requests", "request_hash"): "the hash of a request whose text is not kept",
}
"""The cells that follow from nothing, and why."""

TOGETHER = {
    "trial_balance_lines",
    "trial_balance_dimensions",
    "trial_balance_turnover",
    "trial_balance_numbering",
}
LAW_BROKEN_BY_THE_YEAR = 1
"""The year was written by hand: a roll is approved in it before its money came, which the auditor says as well."""

Cell = tuple[str, str]


@pytest.fixture(scope="module")
def books(database_url: str) -> Iterator[tuple[connection, str]]:
    """The demo county with mishaps, its ledgers at the end."""
    schema = f"books_{uuid4().hex}"
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": schema})) as kept:
        list(record_county(kept))
        record_mishaps(Clerk(kept, "mishaps", ()))
    yield from followed(database_url, schema)


@pytest.fixture(scope="module")
def year(database_url: str) -> Iterator[tuple[connection, str]]:
    """A county's year, given fact by fact, in which every ledger has something to show."""
    schema = f"books_{uuid4().hex}"
    with closing(GivenBooks(database_url, schema)) as given:
        county_year(given)
    yield from followed(database_url, schema)


def followed(database_url: str, schema: str) -> Iterator[tuple[connection, str]]:
    """Bring the ledgers to the end, and drop the checks of the database that refuse some changes."""
    with closing(Follower(Database(database_url, schema))) as follower:
        follower.catch_up()
    opened = psycopg2.connect(database_url)
    opened.autocommit = True
    with opened.cursor() as cursor:
        cursor.execute(f"SET search_path TO {schema}")
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype = 'c' AND connamespace = %s::regnamespace",
            (schema,),
        )
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    yield opened, schema
    with opened.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {schema} CASCADE")
    opened.close()


def columns(opened: connection, schema: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    with opened.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = %s AND table_type = 'BASE TABLE' ORDER BY table_name, ordinal_position",
            (schema,),
        )
        for table, column, kind in cursor:
            found.setdefault(table, []).append((column, kind))
    return found


def change(opened: connection, table: str, column: str, kind: str) -> str:
    """Change the cell of the last row that has something in this column; the statement that changes it back."""
    with opened.cursor() as cursor:
        cursor.execute(
            f"SELECT ctid::text, quote_nullable({column}) FROM {table} ORDER BY {column} IS NULL, ctid DESC LIMIT 1"
        )
        row = cursor.fetchone()
        if row is None:
            return ""
        ctid, before = row
        cursor.execute(
            f"UPDATE {table} SET {column} = {CHANGED[kind].format(column)} WHERE ctid = %s RETURNING ctid::text",
            (ctid,),
        )
        ((now,),) = cursor.fetchall()
    return f"UPDATE {table} SET {column} = {before} WHERE ctid = '{now}'"


def run(opened: connection, *statements: str) -> None:
    with opened.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def found_in(database_url: str, schema: str) -> set[str]:
    """The tables in which the auditor finds something."""
    return {difference.where.partition(" ")[0] for difference in audit(database_url, schema).differences}


@pytest.mark.parametrize("kept", ["books", "year"])
def test_every_cell_of_every_ledger(kept: str, database_url: str, request: pytest.FixtureRequest) -> None:
    """One column of each table at a time: what is found in one table says nothing of another."""
    opened, schema = request.getfixturevalue(kept)
    before = found_in(database_url, schema)
    ledgers = {
        table: of for table, of in columns(opened, schema).items() if table not in NOT_LEDGERS | TOGETHER
    }
    assert not before & ledgers.keys()
    missed: set[Cell] = set()
    empty = set(ledgers)
    for index in range(max(map(len, ledgers.values()))):
        changed = {table: of[index] for table, of in ledgers.items() if index < len(of)}
        undo = {table: change(opened, table, *column) for table, column in changed.items()}
        found = found_in(database_url, schema)
        missed |= {
            (table, column[0]) for table, column in changed.items() if undo[table] and table not in found
        }
        empty -= {table for table in changed if undo[table]}
        run(opened, *filter(None, undo.values()))
    assert missed == set()
    assert not (empty and kept == "year"), "every ledger has a cell to change"
    assert found_in(database_url, schema) == before


def test_every_cell_of_the_trial_balance(books: tuple[connection, str], database_url: str) -> None:
    """Its lines, dimensions and months are compared with each other, so they are changed one by one."""
    opened, schema = books
    missed: set[Cell] = set()
    for table in sorted(TOGETHER):
        for column, kind in columns(opened, schema)[table]:
            undo = change(opened, table, column, kind)
            if not found_in(database_url, schema):
                missed.add((table, column))
            run(opened, undo)
    assert missed == set()


def test_a_row_that_is_gone_is_found_in_every_ledger(year: tuple[connection, str], database_url: str) -> None:
    opened, schema = year
    missed = set()
    for table in columns(opened, schema).keys() - NOT_LEDGERS:
        opened.autocommit = False
        run(opened, f"CREATE TABLE kept AS SELECT * FROM {table}", f"TRUNCATE {table}")
        opened.commit()
        if len(found_in(database_url, schema) - {"kept"}) < LAW_BROKEN_BY_THE_YEAR + 1:
            missed.add(table)
        run(opened, f"INSERT INTO {table} SELECT * FROM kept", "DROP TABLE kept")
        opened.commit()
        opened.autocommit = True
    assert missed == set()


def test_every_cell_of_the_journal(books: tuple[connection, str], database_url: str) -> None:
    opened, schema = books
    missed: set[Cell] = set()
    for table, trigger in (("journal", "keep_facts"), ("requests", "keep_requests")):
        for column, kind in columns(opened, schema)[table]:
            run(opened, f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
            undo = change(opened, table, column, kind)
            run(opened, f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
            try:
                seen = bool(audit(database_url, schema).differences)
            except JournalBroken:
                seen = True
            if not seen:
                missed.add((table, column))
            run(
                opened,
                f"ALTER TABLE {table} DISABLE TRIGGER {trigger}",
                undo,
                f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}",
            )
    assert missed == EXCUSED.keys()


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("DISABLE TRIGGER keep_facts", "ENABLE ALWAYS TRIGGER keep_facts"),
        ("ENABLE TRIGGER keep_facts", "ENABLE ALWAYS TRIGGER keep_facts"),
    ],
)
def test_a_guard_that_sleeps_is_said(
    books: tuple[connection, str], database_url: str, broken: str, mended: str
) -> None:
    opened, schema = books
    run(opened, f"ALTER TABLE journal {broken}")
    assert found_in(database_url, schema) == {"journal"}
    run(opened, f"ALTER TABLE journal {mended}")
    assert found_in(database_url, schema) == set()


def test_a_source_that_spends_before_its_money_came_is_said(
    year: tuple[connection, str], database_url: str
) -> None:
    differences = audit(database_url, year[1]).differences
    assert [(one.figure, one.in_the_ledger) for one in differences] == [("Q40", 300_000)]
    assert "spent ≤ arrived" in differences[0].where


def test_a_column_that_nobody_derives_is_said(books: tuple[connection, str], database_url: str) -> None:
    opened, schema = books
    run(opened, "ALTER TABLE gift_register ADD COLUMN mood text DEFAULT 'fine'")
    assert found_in(database_url, schema) == {"gift_register"}
    run(opened, "ALTER TABLE gift_register DROP COLUMN mood", "CREATE TABLE horoscope (sign text)")
    assert found_in(database_url, schema) == {"horoscope"}
    run(opened, "DROP TABLE horoscope")


@pytest.mark.parametrize("table", ["gift_register", "trial_balance_turnover"])
def test_a_ledger_that_is_gone_is_said(books: tuple[connection, str], database_url: str, table: str) -> None:
    opened, schema = books
    run(opened, f"ALTER TABLE {table} RENAME TO elsewhere")
    assert found_in(database_url, schema) == {table, "elsewhere"}
    run(opened, f"ALTER TABLE elsewhere RENAME TO {table}")


def test_a_fact_that_says_too_little_breaks_the_journal(
    books: tuple[connection, str], database_url: str
) -> None:
    opened, schema = books
    opened.autocommit = False
    run(
        opened,
        "CREATE TABLE kept AS SELECT * FROM journal",
        "ALTER TABLE journal DISABLE TRIGGER keep_facts",
        "UPDATE journal SET state = '{}' WHERE topic = 'account.paid'",
    )
    opened.commit()
    with pytest.raises(JournalBroken, match="cannot be added up"):
        audit(database_url, schema)
    run(
        opened,
        "UPDATE journal SET state = kept.state FROM kept WHERE journal.position = kept.position",
        "ALTER TABLE journal ENABLE ALWAYS TRIGGER keep_facts",
        "DROP TABLE kept",
    )
    opened.commit()
    opened.autocommit = True
    assert found_in(database_url, schema) == set()
