"""The database itself keeps recorded facts as they are, also against the owner of the tables."""

from datetime import date

import psycopg2
import pytest

from projections.journal.recorders import JournalRecorder
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, stored


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET state = ''",
        "UPDATE journal SET state = state WHERE false",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "UPDATE requests SET last_position = last_position",
        "DELETE FROM requests",
        "TRUNCATE requests",
        "INSERT INTO journal SELECT * FROM journal ON CONFLICT (position) DO UPDATE SET state = ''",
        "SET session_replication_role TO replica; DELETE FROM journal",
    ],
)
def test_rewriting_is_refused_by_the_database(journal: JournalRecorder, ask: Ask, statement: str) -> None:
    journal.insert_events([stored(new_stream(), 1)], idempotency_key="k", request_hash=b"h")
    kept = ask("SELECT * FROM journal")
    with pytest.raises(psycopg2.errors.RestrictViolation, match="recorded facts are kept as they are"):
        ask(statement)
    assert [row[:4] for row in ask("SELECT * FROM journal")] == [row[:4] for row in kept]
    assert ask("SELECT count(*) FROM requests") == [(1,)]


def test_the_view_shows_a_fact_with_everything_that_sql_can_read(journal: JournalRecorder, ask: Ask) -> None:
    stream = new_stream()
    journal.insert_events(
        [stored(stream, 1, '{"payee":"某村","amount_fen":9}'.encode())],
        effective_on=date(2024, 3, 1),
        actor="p-会计",
        idempotency_key="tab\tline\nback\\slash'quote\"",
        request_id="r-1",
    )
    columns = (
        "position, stream, version, topic, state->>'payee', effective_on, actor, idempotency_key, request_id"
    )
    assert ask(f"SELECT {columns} FROM facts") == [
        (
            1,
            stream,
            1,
            "account.paid",
            "某村",
            date(2024, 3, 1),
            "p-会计",
            "tab\tline\nback\\slash'quote\"",
            "r-1",
        )
    ]
    assert ask("SELECT idempotency_key FROM requests") == [("tab\tline\nback\\slash'quote\"",)]


@pytest.mark.parametrize("state", [b"state1", b"\xff\xfe", b"", b'{"nul":"\\u0000"}'])
def test_bytes_that_are_not_json_are_kept_exactly_and_shown_as_null(
    journal: JournalRecorder, ask: Ask, state: bytes
) -> None:
    stream = new_stream()
    journal.insert_events([stored(stream, 1, state)])
    assert ask("SELECT state FROM facts") == [(None,)]
    assert journal.select_events(stream)[0].state == state
