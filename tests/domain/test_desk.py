"""账桌: one pen, receipts, repeats, and nothing half-recorded."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import psycopg2
import pytest
from eventsourcing.persistence import OperationalError

from domain.books.desk.act import Act
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.fact import Fact, Stream, applies
from domain.refusal import (
    AlreadyRecorded,
    KeyReusedWithOtherBody,
    OutsideScope,
    Refusal,
    UnknownRecord,
)
from domain.stamp import Stamp
from projections.journal.recorders import JournalRecorder

MARCH_1 = date(2024, 3, 1)


class PurseEmpty(Refusal):
    """Nothing is left in the purse."""

    code = "test_purse_empty"
    says_zh = "空"
    says_en = "empty"
    remedy_zh, remedy_en = "请先存入。", "Fill it first."


class Purse(Stream):
    KIND = "test_purse"
    WORD = "钱包", "purse"

    @dataclass(frozen=True, kw_only=True)
    class Filled(Fact):
        TOPIC = "test_purse.filled"
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class Spent(Fact):
        TOPIC = "test_purse.spent"
        amount_fen: int

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.fen = 0

    @applies(Filled)
    def _filled(self, fact: Filled) -> None:
        self.fen += fact.amount_fen

    @applies(Spent)
    def _spent(self, fact: Spent) -> None:
        self.fen -= fact.amount_fen
        if fact.amount_fen == 13:
            raise LookupError


def stamp_of(turn: DecisionTurn) -> Stamp:
    return Stamp(turn.act.by, turn.act.effective_on)


class PurseDesk(Desk):
    @command
    def fill(self, turn: DecisionTurn, *, purse: str, amount_fen: int) -> None:
        turn.find(Purse, purse).record(Purse.Filled, **stamp_of(turn).fields, amount_fen=amount_fen)

    @command
    def open(self, turn: DecisionTurn, *, purse: str) -> None:
        turn.new(Purse, purse).record(Purse.Filled, **stamp_of(turn).fields, amount_fen=0)

    @command
    def spend(self, turn: DecisionTurn, *, purse: str, amount_fen: int) -> None:
        stream = turn.get(Purse, purse)
        turn.check_scope("511703")
        if amount_fen > stream.fen:
            raise PurseEmpty
        stream.record(Purse.Spent, **stamp_of(turn).fields, amount_fen=amount_fen)

    @command
    def move_carelessly(self, turn: DecisionTurn, *, one: str, other: str) -> None:
        turn.get(Purse, one).record(Purse.Spent, **stamp_of(turn).fields, amount_fen=1)
        turn.get(Purse, other).record(Purse.Filled, **stamp_of(turn).fields, amount_fen=1)

    def fen(self, purse: str) -> int:
        return Purse(Purse.id_of(purse)).replay(self.streams.recorded_facts(Purse.id_of(purse))).fen


IN_POSTGRESQL = pytest.mark.parametrize("either_env", ["postgresql"], indirect=True)
"""For what only a journal that other processes write, and that may be cut off, can show."""


@pytest.fixture
def desk(either_env: dict[str, str]) -> Iterator[PurseDesk]:
    with PurseDesk(either_env) as opened:
        yield opened


def act(key: str | None = None, body: bytes = b"body") -> Act:
    return Act(by="u-1", effective_on=MARCH_1, idempotency_key=key, request_hash=body if key else b"")


def test_a_receipt_tells_where_the_facts_are_kept(desk: PurseDesk) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    receipt = desk.fill(act(), purse="b", amount_fen=5)
    assert (receipt.first_position, receipt.last_position, receipt.repeated) == (2, 2, False)
    assert [(f.stream, f.version, f.topic) for f in receipt.facts] == [
        ("test_purse/b", 1, "test_purse.filled")
    ]


@pytest.mark.parametrize("reopened", [False, True])
def test_a_repeated_request_gets_the_first_receipt(books_env: dict[str, str], *, reopened: bool) -> None:
    with PurseDesk(books_env) as desk:
        first = desk.fill(act("k1"), purse="a", amount_fen=5)
        if not reopened:
            assert desk.fill(act("k1"), purse="a", amount_fen=5) == replace(first, repeated=True)
    with PurseDesk(books_env) as desk:
        assert desk.fill(act("k1"), purse="a", amount_fen=5) == replace(first, repeated=True)
        with pytest.raises(KeyReusedWithOtherBody):
            desk.fill(act("k1", b"other"), purse="a", amount_fen=6)
        assert desk.fen("a") == 5
        assert desk.recorder.max_notification_id() == 1


def test_the_same_request_from_many_callers_at_once_is_recorded_once(desk: PurseDesk) -> None:
    with ThreadPoolExecutor(16) as callers:
        receipts = list(callers.map(lambda _: desk.fill(act("k1"), purse="a", amount_fen=5), range(64)))
    assert {receipt.first_position for receipt in receipts} == {1}
    assert sum(not receipt.repeated for receipt in receipts) == 1
    assert desk.fen("a") == 5


def test_callers_racing_for_the_last_fen_never_overspend(desk: PurseDesk) -> None:
    desk.fill(act(), purse="a", amount_fen=100)

    def spend(_: int) -> bool:
        try:
            desk.spend(act(), purse="a", amount_fen=1)
        except PurseEmpty:
            return False
        return True

    with ThreadPoolExecutor(16) as callers:
        spent = sum(callers.map(spend, range(300)))
    assert spent == 100
    assert desk.fen("a") == 0
    assert desk.recorder.max_notification_id() == 101


def test_a_refused_command_records_nothing_even_when_it_was_half_decided(desk: PurseDesk) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    with pytest.raises(UnknownRecord):
        desk.move_carelessly(act("k2"), one="a", other="nowhere")
    assert desk.recorder.max_notification_id() == 1
    desk.spend(act("k2"), purse="a", amount_fen=5)
    assert desk.fen("a") == 0


def test_a_bug_in_adding_up_a_fact_leaves_no_trace_in_memory(desk: PurseDesk) -> None:
    desk.fill(act(), purse="a", amount_fen=20)
    with pytest.raises(LookupError):
        desk.spend(act(), purse="a", amount_fen=13)
    desk.spend(act(), purse="a", amount_fen=20)
    assert desk.fen("a") == 0
    assert desk.recorder.max_notification_id() == 2


def test_a_taken_key_and_a_place_outside_the_scope_are_refused(desk: PurseDesk) -> None:
    desk.open(act(), purse="a")
    with pytest.raises(AlreadyRecorded):
        desk.open(act(), purse="a")
    with pytest.raises(OutsideScope):
        desk.spend(replace(act(), scope="511704"), purse="a", amount_fen=0)
    assert desk.recorder.max_notification_id() == 1


@IN_POSTGRESQL
def test_a_lost_connection_fails_the_command_and_the_next_one_decides_from_the_journal(
    desk: PurseDesk, database_url: str
) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    killer = psycopg2.connect(database_url)
    killer.autocommit = True
    with killer.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            " AND datname = current_database()"
        )
    killer.close()
    for _ in range(20):
        try:
            desk.spend(act("k3"), purse="a", amount_fen=5)
        except OperationalError:
            continue
        break
    assert desk.fen("a") == 0
    with pytest.raises(PurseEmpty):
        desk.spend(act("k4"), purse="a", amount_fen=1)


@pytest.fixture
def cut(database_url: str, books_schema: str) -> Callable[[], None]:
    """Cuts the line of whoever writes the books, so that another process may write them."""

    def end_writer() -> None:
        with closing(psycopg2.connect(database_url)) as killer, killer.cursor() as cursor:
            writers = (f"sunledger {books_schema} writer",)
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = %s",
                writers,
            )

    return end_writer


@IN_POSTGRESQL
@pytest.mark.parametrize("asked_for", ["before", "at"])
def test_a_decision_on_books_that_another_process_wrote_meanwhile_is_made_again_from_the_journal(
    desk: PurseDesk, books_env: dict[str, str], cut: Callable[[], None], asked_for: str
) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    cut()
    with PurseDesk(books_env) as other:
        other.spend(act(), purse="a", amount_fen=3)
    if asked_for == "at":
        # The line is found dead before anything is sent, not while it is sent.
        cast("JournalRecorder", desk.recorder)._group_commit._writer.close()
    receipt = desk.spend(act("k1"), purse="a", amount_fen=2)
    assert (receipt.first_position, receipt.facts[0].version, receipt.repeated) == (3, 3, False)
    assert desk.spend(act("k1"), purse="a", amount_fen=2) == replace(receipt, repeated=True)
    with pytest.raises(PurseEmpty):
        desk.spend(act(), purse="a", amount_fen=1)


@IN_POSTGRESQL
def test_a_decision_made_again_may_be_refused_and_records_nothing(
    desk: PurseDesk, books_env: dict[str, str], cut: Callable[[], None]
) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    cut()
    with PurseDesk(books_env) as other:
        other.spend(act(), purse="a", amount_fen=3)
    with pytest.raises(PurseEmpty):
        desk.spend(act(), purse="a", amount_fen=5)
    assert desk.recorder.max_notification_id() == 2


@IN_POSTGRESQL
def test_many_decisions_that_fall_with_one_are_all_made_again(
    desk: PurseDesk, books_env: dict[str, str], cut: Callable[[], None]
) -> None:
    desk.fill(act(), purse="a", amount_fen=100)
    cut()
    with PurseDesk(books_env) as other:
        other.fill(act(), purse="a", amount_fen=100)
    with ThreadPoolExecutor(16) as callers:
        list(callers.map(lambda n: desk.spend(act(f"k{n}"), purse="a", amount_fen=2), range(100)))
    assert desk.fen("a") == 0
    assert desk.recorder.max_notification_id() == 102


@pytest.mark.parametrize("spent_fen", [5, 6])
def test_a_request_that_turns_out_to_be_kept_meanwhile_is_answered_with_its_receipt(
    books_env: dict[str, str], database_url: str, books_schema: str, spent_fen: int
) -> None:
    """Whether the decision would be recorded (5 fen are there) or refused (6 are not)."""

    class Late(PurseDesk):
        """Between the look for the key and the decision the key is kept by somebody else."""

        def turn(self, act: Act) -> DecisionTurn:
            with (
                closing(psycopg2.connect(database_url)) as elsewhere,
                elsewhere,
                elsewhere.cursor() as cursor,
            ):
                cursor.execute(
                    f"INSERT INTO {books_schema}.requests VALUES ('k1', 'body', 1, 1, now()) ON CONFLICT DO NOTHING"
                )
            return super().turn(act)

    with PurseDesk(books_env) as desk:
        first = desk.fill(act(), purse="a", amount_fen=5)
    with Late(books_env) as desk:
        assert desk.spend(act("k1"), purse="a", amount_fen=spent_fen) == replace(first, repeated=True)
        with pytest.raises(KeyReusedWithOtherBody):
            desk.spend(act("k1", b"other"), purse="a", amount_fen=spent_fen)
        assert desk.recorder.max_notification_id() == 1
        assert desk.fen("a") == 5


def test_what_cannot_be_written_leaves_memory_as_the_books_are(desk: PurseDesk) -> None:
    desk.fill(act(), purse="a", amount_fen=5)
    with pytest.raises(UnicodeEncodeError):
        desk.fill(replace(act(), by="\ud800"), purse="a", amount_fen=7)
    receipt = desk.fill(act(), purse="a", amount_fen=1)
    assert receipt.facts[0].version == 2
    assert desk.fen("a") == 6
