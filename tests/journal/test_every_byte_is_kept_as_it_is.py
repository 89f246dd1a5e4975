"""The state of a fact comes back byte by byte, whatever the bytes are; and only where text is UTF-8."""

from contextlib import closing

import psycopg2
import pytest
from eventsourcing.persistence import ProgrammingError
from hypothesis import given, settings
from hypothesis import strategies as st

from projections.journal.database import Database
from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from projections.journal.schema import create_schema
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, stored

STATES = [
    b"",
    b"\\x00ff",
    b"\\.",
    b"\\N",
    b'{"text":"a\\n\\\\\\"b"}',
    b"a\tb\nc\rd\x00\x7f",
    '{"付款":"\u2028\u3000\U0001f33b"}'.encode(),
    "\ud800".encode("utf-8", "surrogatepass"),
    bytes(range(256)),
]


def test_awkward_bytes_come_back_and_are_what_sql_reads(journal: JournalRecorder, ask: Ask) -> None:
    stream = new_stream()
    journal.insert_events([stored(stream, version, state) for version, state in enumerate(STATES)])
    assert [event.state for event in journal.select_events(stream)] == STATES
    assert [bytes(state) for (state,) in ask("SELECT state FROM journal ORDER BY position")] == STATES


def test_any_bytes_come_back(books_env: dict[str, str]) -> None:
    with closing(JournalFactory(books_env)) as factory:
        journal = factory.application_recorder()

        @given(st.lists(st.binary() | st.text().map(str.encode), min_size=1))
        @settings(max_examples=100, deadline=None)
        def come_back(states: list[bytes]) -> None:
            stream = new_stream()
            journal.insert_events([stored(stream, version, state) for version, state in enumerate(states)])
            assert [event.state for event in journal.select_events(stream)] == states

        come_back()


def test_a_database_that_keeps_text_otherwise_is_refused(database_url: str, books_schema: str) -> None:
    """There the server would turn the bytes of a fact into others."""
    with closing(psycopg2.connect(database_url)) as owner:
        owner.autocommit = True
        with owner.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {books_schema} TEMPLATE template0 ENCODING 'EUC_CN' LOCALE 'C'")
            try:
                other = psycopg2.extensions.make_dsn(database_url, dbname=books_schema)
                with pytest.raises(ProgrammingError, match="UTF8"):
                    create_schema(Database(other, books_schema))
            finally:
                cursor.execute(f"DROP DATABASE {books_schema} WITH (FORCE)")
