"""花名册的退路: a draft is withdrawn, an approved roll cancelled, a sending recalled, a line paid back; it closes."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.accounts.payment_refusals import PaymentNumberUsed
from domain.books.books import Books
from domain.money.refusals import AmountOutOfRange
from domain.projects.codes import Phase
from domain.projects.refusals import ProjectOwes
from domain.rolls.codes import PAID_BACK, RETURNED
from domain.rolls.refusals import PersonsPaidTwice, RollStateDiffers
from domain.rolls.sending_refusals import (
    LineNotConfirmed,
    PaidBackAboveLine,
    RollLinesOpen,
    SendingAnswered,
    UnknownSending,
)
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import APPROVER, CODE, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import (
    APRIL,
    FIFTY,
    MARCH,
    MAY,
    PURPOSE,
    ROLL,
    answer,
    approve,
    draw_up,
    household_story,
    line,
    paid,
    post_and_close,
    roll_of,
    send,
)


@pytest.fixture
def story(books: Books) -> Story:
    return household_story(books)


def withdraw(story: Story, reason: str = "名单有误", on: date = APRIL) -> None:
    story.books.withdraw_roll(story.act(on=on), roll_no=ROLL, reason=reason)


def cancel(story: Story, reason: str = "标准有误") -> None:
    story.books.cancel_roll(story.act(APPROVER, APRIL), roll_no=ROLL, reason=reason)


def recall(story: Story, payment_no: str = "DF-1", reason: str = "代发文件有误") -> None:
    story.books.recall_sending(story.act(PAYER, APRIL), roll_no=ROLL, payment_no=payment_no, reason=reason)


def pay_back(story: Story, line_no: int, fen: int, refund_no: str = "TK-1", on: date = MAY) -> None:
    story.books.pay_back_line(
        story.act(PAYER, on),
        roll_no=ROLL,
        line_no=line_no,
        refund_no=refund_no,
        amount_fen=fen,
        reason="错发",
    )


def close(story: Story) -> None:
    story.books.close_roll(story.act(APPROVER, MAY), roll_no=ROLL)


def paid_fen(story: Story) -> int:
    return sum(story.account.paid_for(PURPOSE, "roll").values())


def test_a_draft_is_withdrawn_once_and_its_persons_may_stand_on_another(story: Story) -> None:
    draw_up(story)
    with refused(story, ReasonMissing):
        withdraw(story, " ")
    with refused(story, PersonalNumber):
        withdraw(story, "身份证 11010519491231002X 有误")
    with refused(story, DatedBeforeFormerStep):
        withdraw(story, on=day("2024-03-04"))
    withdraw(story)
    with refused(story, RollStateDiffers, state="withdrawn", needed="standing"):
        withdraw(story)
    with refused(story, RollStateDiffers, state="withdrawn"):
        approve(story)
    draw_up(story, roll_no="FF-2")
    assert not roll_of(story).stands


def test_a_project_whose_rolls_were_all_withdrawn_may_be_contracted(story: Story) -> None:
    draw_up(story)
    withdraw(story)
    story.contracted(route="self_build", price_fen=1_000 * YUAN)
    assert story.project.phase is Phase.CONTRACTED


def test_an_approved_roll_is_cancelled_before_it_is_sent_and_owes_nothing(story: Story) -> None:
    draw_up(story)
    with refused(story, RollStateDiffers, state="not approved", needed="approved"):
        cancel(story)
    post_and_close(story)
    approve(story)
    with refused(story, RollStateDiffers, state="approved", needed="not approved"):
        withdraw(story)
    with refused(story, ProjectOwes, rolls=ROLL):
        story.books.end_project(story.act(on=APRIL), code=CODE, reason="停", decision_no="1")
    cancel(story)
    assert roll_of(story).owed_fen == 0
    steps: tuple[Callable[[Story], None], ...] = (cancel, send, approve)
    for again in steps:
        with refused(story, RollStateDiffers, state="cancelled", needed="standing"):
            again(story)
    draw_up(story, roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-2")
    assert paid_fen(story) == 50_000 * YUAN


def test_a_sending_is_recalled_before_the_bank_answers_and_the_roll_is_sent_again_or_cancelled(
    story: Story,
) -> None:
    draw_up(story)
    post_and_close(story)
    approve(story)
    send(story)
    with refused(story, RollStateDiffers, state="sent", needed="not sent"):
        cancel(story)
    with refused(story, UnknownSending, payment_no="DF-9", known="DF-1"):
        recall(story, "DF-9")
    recall(story)
    assert story.account.balance_fen == 50_000 * YUAN
    with refused(story, SendingAnswered, payment_no="DF-1"):
        recall(story)
    with refused(story, SendingAnswered, payment_no="DF-1"):
        answer(story, "DF-1")
    send(story, "DF-2")
    answer(story, "DF-2", 7)
    with refused(story, SendingAnswered):
        recall(story, "DF-2")
    story.books.resend_line(
        story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, payment_no="DF-3", voucher_no="V-DF-3"
    )
    recall(story, "DF-3")
    roll = roll_of(story)
    assert roll.lines[7].state == RETURNED
    assert sum(roll.returned.values()) == 1_000 * YUAN
    assert paid_fen(story) == 49_000 * YUAN


def test_a_recalled_roll_is_cancelled_and_leaves_no_money_waiting(story: Story) -> None:
    draw_up(story)
    post_and_close(story)
    approve(story)
    send(story)
    recall(story)
    cancel(story)
    assert set(roll_of(story).reserved.values()) == {0}
    assert paid_fen(story) == 0


def test_a_person_pays_back_in_parts_and_may_then_be_paid_again(story: Story) -> None:
    draw_up(story)
    paid(story, 9)
    with refused(story, AmountOutOfRange, given="0"):
        pay_back(story, 3, 0)
    with refused(story, LineNotConfirmed, line_no=9, state="returned"):
        pay_back(story, 9, 1)
    with refused(story, LineNotConfirmed, line_no=99, state=""):
        pay_back(story, 99, 1)
    above = {"asked_fen": 1_000 * YUAN + 1, "limit_fen": 1_000 * YUAN}
    with refused(story, PaidBackAboveLine, **above):
        pay_back(story, 3, 1_000 * YUAN + 1)
    with refused(story, DatedBeforeFormerStep):
        pay_back(story, 3, 1, on=MARCH)
    pay_back(story, 3, 400 * YUAN)
    with refused(story, PaidBackAboveLine, asked_fen=601 * YUAN, limit_fen=600 * YUAN):
        pay_back(story, 3, 601 * YUAN, "TK-2")
    with refused(story, PaymentNumberUsed):
        pay_back(story, 3, 600 * YUAN, "TK-1")
    with refused(story, PersonsPaidTwice, persons="p-3"):
        draw_up(story, (line(1, person="p-3"),), roll_no="FF-2")
    pay_back(story, 3, 600 * YUAN, "TK-2")
    with refused(story, LineNotConfirmed, state="paid_back"):
        pay_back(story, 3, 1, "TK-3")

    roll = roll_of(story)
    assert roll.lines[3].state == PAID_BACK
    assert roll.owed_fen == 49_000 * YUAN
    assert paid_fen(story) == 48_000 * YUAN
    assert story.account.balance_fen == 2_000 * YUAN
    draw_up(story, (line(1, person="p-3"),), roll_no="FF-2")


def test_each_source_gets_back_what_it_paid(story: Story) -> None:
    draw_up(story)
    paid(story)
    for line_no in range(1, 51):
        pay_back(story, line_no, 1_000 * YUAN, f"TK-{line_no}")
    assert set(roll_of(story).owed.values()) == {0}
    assert not any(story.account.paid_for(PURPOSE, "roll").values())
    assert story.account.balance_fen == 50_000 * YUAN


def test_a_roll_closes_when_every_line_is_answered_with_its_saving_by_source(story: Story) -> None:
    draw_up(story)
    with refused(story, RollStateDiffers, state="not approved"):
        close(story)
    paid(story, 7, 13)
    with refused(story, RollLinesOpen, count=2, lines="7,13"):
        close(story)
    for line_no in (7, 13):
        story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=line_no, reason="迁出")
    close(story)
    roll = roll_of(story)
    closed = next(f for f in story.books.events.get(roll.id) if isinstance(f, roll.Closed))
    assert (closed.paid_fen, closed.paid_count, closed.saving_fen) == (48_000 * YUAN, 48, 2_000 * YUAN)
    assert sum(part.amount_fen for part in closed.saving) == 2_000 * YUAN
    with refused(story, RollStateDiffers, state="closed", needed="not closed"):
        close(story)
    pay_back(story, 1, 1_000 * YUAN)
    assert roll_of(story).owed_fen == 47_000 * YUAN


def test_what_is_taken_back_replays_to_the_same_state(story: Story) -> None:
    draw_up(story, FIFTY[:3])
    paid(story, 2)
    pay_back(story, 1, 500 * YUAN)
    in_memory, replayed = story.books.streams.at(type(roll_of(story)), f"roll/{ROLL}"), roll_of(story)
    assert (in_memory.lines, in_memory.owed, in_memory.sendings) == (
        replayed.lines,
        replayed.owed,
        replayed.sendings,
    )
