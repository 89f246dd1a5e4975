"""The filter of known keys: what was recorded is never taken for new; what is new is nearly always seen as new."""

import time
from contextlib import nullcontext

import pytest

from projections.journal.known_keys import PAGE_KEYS
from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder
from projections.journal.ticket import StaleDecision
from tests.journal.conftest import Ask
from tests.journal.facts import new_stream, run_of

SHAPES = ["", " ", "0", "é", "e\u0301", "付款-1", "a\tb\\", "k" * 200]
WRITER = {"BOOKS_WRITER": "y"}


def wait_until_read(journal: JournalRecorder) -> None:
    """Wait until a key that nobody used is seen as new."""
    deadline = time.monotonic() + 10
    while journal.may_have("never used"):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def record(journal: JournalRecorder, keys: list[str]) -> None:
    tickets = [
        journal.submit(run_of(new_stream(), 1), idempotency_key=key, request_hash=b"h") for key in keys
    ]
    for ticket in tickets:
        ticket.positions()


def test_after_a_restart_every_key_is_known_before_and_after_they_were_read(
    books_env: dict[str, str],
) -> None:
    keys = SHAPES + [f"key-{number}" for number in range(2 * PAGE_KEYS + 7)]
    factory = JournalFactory(books_env | WRITER)
    record(factory.application_recorder(), keys)
    factory.close()
    factory = JournalFactory(books_env | WRITER)
    journal = factory.application_recorder()
    assert all(journal.may_have(key) for key in keys)
    wait_until_read(journal)
    assert all(journal.may_have(key) for key in keys)
    factory.close()


def test_a_key_is_known_from_the_moment_it_is_handed_in(books_env: dict[str, str]) -> None:
    factory = JournalFactory(books_env | WRITER)
    journal = factory.application_recorder()
    wait_until_read(journal)
    for key in SHAPES:
        assert not journal.may_have(key)
        ticket = journal.submit(run_of(new_stream(), 1), idempotency_key=key, request_hash=b"h")
        assert journal.may_have(key)
        ticket.positions()
        assert journal.may_have(key)
    factory.close()


def test_of_new_keys_hardly_any_has_to_be_asked_for(books_env: dict[str, str]) -> None:
    factory = JournalFactory(books_env | WRITER)
    journal = factory.application_recorder()
    wait_until_read(journal)
    for number in range(100_000):
        factory.group_commit.known_keys.add(f"old-{number}")
    assert sum(journal.may_have(f"new-{number}") for number in range(100_000)) < 100
    factory.close()


@pytest.mark.parametrize("noticed", [False, True])
def test_keys_that_another_writer_recorded_are_read_when_the_pen_is_taken_again(
    books_env: dict[str, str], ask: Ask, books_schema: str, *, noticed: bool
) -> None:
    factory = JournalFactory(books_env | WRITER)
    journal = factory.application_recorder()
    wait_until_read(journal)
    ask(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name LIKE %s",
        (f"%{books_schema} writer",),
    )
    other = JournalFactory(books_env | WRITER)
    record(other.application_recorder(), ["theirs"])
    other.close()
    if noticed:
        factory.writer.close()
    with nullcontext() if noticed else pytest.raises(StaleDecision):
        record(journal, ["ours"])
    assert journal.may_have("theirs")
    wait_until_read(journal)
    assert journal.may_have("theirs")
    assert journal.may_have("ours")
    factory.close()


def test_who_does_not_hold_the_pen_asks_the_journal_for_every_key(books_env: dict[str, str]) -> None:
    factory = JournalFactory(books_env)
    assert factory.application_recorder().may_have("any")
    factory.close()
