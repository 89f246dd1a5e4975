"""Commands in steps: many are begun before one waits for the disk, and each gets what it would have got alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from domain.books.desk.answering import Steps, receipt_of
from domain.books.desk.command import Command
from domain.refusal import KeyReusedWithOtherBody, StreamMoved
from tests.domain.test_desk import PurseDesk, PurseEmpty, act


@pytest.fixture
def desk(either_env: dict[str, str]) -> Iterator[PurseDesk]:
    with PurseDesk(either_env) as opened:
        opened.fill(act(), purse="a", amount_fen=5)
        yield opened


def begun(steps: Steps) -> Steps:
    """Take the first step."""
    next(steps)
    return steps


def kept(desk: PurseDesk) -> int:
    return desk.recorder.max_notification_id() or 0


def test_commands_begun_together_decide_on_one_another_and_are_kept_together(desk: PurseDesk) -> None:
    first = begun(desk.spend.begin(act(), purse="a", amount_fen=5))
    second = begun(desk.fill.begin(act(), purse="a", amount_fen=2))
    third = begun(desk.spend.begin(act(), purse="a", amount_fen=2))
    assert kept(desk) == 1
    receipts = [receipt_of(steps) for steps in (third, first, second)]
    assert [(receipt.first_position, receipt.facts[0].version) for receipt in receipts] == [
        (4, 4),
        (2, 2),
        (3, 3),
    ]
    assert desk.fen("a") == 0


def test_a_command_that_is_refused_among_others_records_nothing_and_takes_none_with_it(
    desk: PurseDesk,
) -> None:
    first = begun(desk.spend.begin(act("k1"), purse="a", amount_fen=3))
    with pytest.raises(PurseEmpty):
        next(desk.spend.begin(act("k2"), purse="a", amount_fen=3))
    third = begun(desk.spend.begin(act("k3"), purse="a", amount_fen=2))
    assert [receipt_of(steps).first_position for steps in (first, third)] == [2, 3]
    assert (kept(desk), desk.fen("a")) == (3, 0)
    # The key of a refused request is free.
    assert desk.fill(act("k2", b"other"), purse="a", amount_fen=1).first_position == 4


def test_a_command_half_decided_among_others_leaves_nothing_in_memory(desk: PurseDesk) -> None:
    desk.fill(act(), purse="b", amount_fen=20)
    first = begun(desk.spend.begin(act(), purse="a", amount_fen=1))
    with pytest.raises(LookupError):
        next(desk.spend.begin(act(), purse="b", amount_fen=13))
    third = begun(desk.spend.begin(act(), purse="b", amount_fen=20))
    assert [receipt_of(steps).first_position for steps in (first, third)] == [3, 4]
    assert desk.fen("b") == 0


def test_a_key_that_is_asked_for_again_before_its_facts_are_kept_is_recorded_once(desk: PurseDesk) -> None:
    def spend(body: bytes = b"body") -> Steps:
        return begun(desk.spend.begin(act("k1", body), purse="a", amount_fen=5))

    first, again, other = spend(), spend(), spend(b"other")
    receipt = receipt_of(first)
    assert (receipt.first_position, receipt.repeated) == (2, False)
    assert receipt_of(again) == replace(receipt, repeated=True)
    with pytest.raises(KeyReusedWithOtherBody):
        receipt_of(other)
    assert (kept(desk), desk.fen("a")) == (2, 0)


def test_whoever_repeats_a_request_may_wait_first(desk: PurseDesk) -> None:
    first = begun(desk.spend.begin(act("k1"), purse="a", amount_fen=5))
    again = begun(desk.spend.begin(act("k1"), purse="a", amount_fen=5))
    repeated = receipt_of(again)
    assert (repeated.first_position, repeated.repeated) == (2, True)
    assert receipt_of(first) == replace(repeated, repeated=False)


def test_a_caller_who_looked_at_a_version_before_those_begun_is_told_that_it_moved(desk: PurseDesk) -> None:
    first = begun(desk.spend.begin(act(), purse="a", amount_fen=1))
    with pytest.raises(StreamMoved):
        next(desk.spend.begin(replace(act(), seen=("test_purse/a", 1)), purse="a", amount_fen=1))
    third = begun(desk.spend.begin(replace(act(), seen=("test_purse/a", 2)), purse="a", amount_fen=1))
    assert [receipt_of(steps).first_position for steps in (first, third)] == [2, 3]


@pytest.mark.parametrize("ask", [PurseDesk.fill, PurseDesk.spend])
def test_a_caller_who_gives_up_changes_nothing_for_the_others(
    desk: PurseDesk, ask: Command[PurseDesk, ...]
) -> None:
    first = begun(ask.__get__(desk).begin(act("k1"), purse="a", amount_fen=4))
    second = begun(desk.spend.begin(act("k2"), purse="a", amount_fen=1))
    first.close()
    assert receipt_of(second).first_position == 3
    receipt = ask(desk, act("k1"), purse="a", amount_fen=4)
    assert (receipt.first_position, receipt.repeated, kept(desk)) == (2, True, 3)
