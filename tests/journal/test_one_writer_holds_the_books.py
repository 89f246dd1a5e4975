"""One writer for one set of books, held by an advisory lock of the writing connection."""

from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import pytest
from eventsourcing.persistence import IntegrityError

from projections.journal.database import Database
from projections.journal.lock import BooksHeldByAnotherWriter
from projections.journal.persistence import JournalFactory
from projections.journal.schema import create_schema
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of


def test_a_second_writer_is_refused_by_name(books_env: dict[str, str], books_schema: str, ask: Ask) -> None:
    first = JournalFactory(books_env | {"BOOKS_WRITER": "y"})
    first.application_recorder().insert_events(run_of(new_stream(), 1))
    second = JournalFactory(books_env | {"BOOKS_WRITER": "y", "BOOKS_WAIT_SECONDS": "0.2"})
    with pytest.raises(BooksHeldByAnotherWriter, match=books_schema) as refusal:
        second.application_recorder()
    writers = ask(
        "SELECT pid FROM pg_stat_activity WHERE application_name LIKE %s", (f"%{books_schema} writer",)
    )
    assert (refusal.value.holder_pid,) in writers
    second.close()
    first.close()
    assert ask("SELECT count(*) FROM journal") == [(1,)]


def test_a_second_writer_waits_for_the_first_to_let_go(books_env: dict[str, str]) -> None:
    first, second = JournalFactory(books_env), JournalFactory(books_env | {"BOOKS_WAIT_SECONDS": "10"})
    first.application_recorder().insert_events(run_of(new_stream(), 1))
    waiting = second.application_recorder()
    Timer(0.3, first.close).start()
    assert waiting.insert_events(run_of(new_stream(), 1)) == [2]
    second.close()


def test_readers_never_hold_the_books(books_env: dict[str, str]) -> None:
    writer, reader = JournalFactory(books_env), JournalFactory(books_env)
    writer.application_recorder().insert_events(run_of(new_stream(), 1))
    assert reader.application_recorder().max_notification_id() == 1
    assert reader.tracking_recorder().max_tracking_id("ledger") is None
    reader.close()
    writer.close()


def test_a_writer_whose_books_were_taken_meanwhile_goes_on_behind_them(
    books_env: dict[str, str], ask: Ask
) -> None:
    mine, theirs = JournalFactory(books_env), JournalFactory(books_env)
    journal = mine.application_recorder()
    stream = new_stream()
    journal.insert_events(run_of(stream, 1))
    mine.writer.close()
    theirs.application_recorder().insert_events(run_of(stream, 1, first=2))
    theirs.close()
    with pytest.raises(IntegrityError):
        journal.insert_events(run_of(stream, 1, first=2))
    assert journal.insert_events(run_of(stream, 1, first=3)) == [3]
    mine.close()
    assert ask("SELECT count(*) = max(position) FROM journal") == [(True,)]


def test_many_processes_may_open_new_books_at_once(database_url: str, books_schema: str, ask: Ask) -> None:
    def create(_: int) -> None:
        create_schema(Database(database_url, books_schema))

    with ThreadPoolExecutor(8) as openers:
        list(openers.map(create, range(8)))
    assert ask("SELECT version FROM schema_version") == [(1,)]


@pytest.mark.parametrize("name", ["", "Books", "a-b", "1a", "a" * 49, 'x"; DROP SCHEMA public; --', "账"])
def test_a_name_that_would_need_quoting_is_no_set_of_books(name: str) -> None:
    with pytest.raises(ValueError, match="账套名"):
        Database("postgresql://nowhere", name)
