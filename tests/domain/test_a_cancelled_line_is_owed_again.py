"""冲销取消: a line cancelled by mistake is owed again, while its money is there and nobody was paid instead."""

from datetime import date

import pytest

from domain.books.books import Books
from domain.claims.refusals import AboveCeiling
from domain.money.sources import SourceShare
from domain.projects.refusals import ProjectNotActive
from domain.rolls.codes import CANCELLED, CONFIRMED, RETURNED
from domain.rolls.refusals import PersonsPaidTwice, RollAbovePlan, RollStateDiffers
from domain.rolls.sending_refusals import CancelledLineSpent, LineNotCancelled
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import APPROVER, CODE, FUND, PAYER, YUAN
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import (
    APRIL,
    MARCH,
    MAY,
    PURPOSE,
    ROLL,
    answer,
    draw_up,
    household_story,
    line,
    paid,
    roll_of,
)

LINE_FEN = 1_000 * YUAN
WHOLE_FEN = 50 * LINE_FEN


@pytest.fixture
def story(books: Books) -> Story:
    """50 lines of 1,000 yuan; the bank returned the lines 7 and 8, and line 7 was cancelled."""
    story = household_story(books)
    draw_up(story)
    paid(story, 7, 8)
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason="已迁出")
    return story


def owed_again(story: Story, line_no: int = 7, reason: str = "同名村民迁出", on: date = MAY) -> None:
    story.books.reverse_line_cancellation(
        story.act(APPROVER, on), roll_no=ROLL, line_no=line_no, reason=reason
    )


def resend(story: Story, line_no: int, payment_no: str) -> None:
    story.books.resend_line(
        story.act(PAYER, MAY),
        roll_no=ROLL,
        line_no=line_no,
        payment_no=payment_no,
        voucher_no=f"V-{payment_no}",
    )


def close(story: Story) -> None:
    story.books.close_roll(story.act(APPROVER, MAY), roll_no=ROLL)


def unspent_fen(story: Story) -> int:
    return sum(story.account.available(PURPOSE).values())


def test_it_is_owed_again_source_by_source_and_goes_to_the_bank_once_more(story: Story) -> None:
    roll = roll_of(story)
    (cancelled,) = roll.cancelled.values()
    returned = dict(roll.returned)
    owed_again(story)
    roll = roll_of(story)
    assert (roll.lines[7].state, roll.owed_fen) == (RETURNED, WHOLE_FEN)
    for part in cancelled.sources:
        assert roll.returned[part.channel] == returned[part.channel] + part.amount_fen
    resend(story, 7, "DF-2")
    answer(story, "DF-2", on=MAY)
    resend(story, 8, "DF-3")
    answer(story, "DF-3", on=MAY)
    close(story)
    assert (roll_of(story).lines[7].state, unspent_fen(story)) == (CONFIRMED, 0)


def test_it_may_be_cancelled_anew(story: Story) -> None:
    owed_again(story)
    story.books.cancel_line(story.act(PAYER, MAY), roll_no=ROLL, line_no=7, reason="已迁出")
    assert (roll_of(story).lines[7].state, roll_of(story).owed_fen) == (CANCELLED, WHOLE_FEN - LINE_FEN)


def test_it_is_not_taken_back_twice_nor_where_nothing_was_cancelled(story: Story) -> None:
    owed_again(story)
    with refused(story, LineNotCancelled, line_no=7, state="returned", needed="cancelled"):
        owed_again(story)
    with refused(story, LineNotCancelled, line_no=1, state="confirmed"):
        owed_again(story, 1)
    with refused(story, LineNotCancelled, line_no=99, state=""):
        owed_again(story, 99)


def test_it_says_why_follows_in_time_and_waits_while_the_project_rests(story: Story) -> None:
    with refused(story, ReasonMissing):
        owed_again(story, reason=" ")
    with refused(story, PersonalNumber):
        owed_again(story, reason="电话13800138000")
    with refused(story, DatedBeforeFormerStep):
        owed_again(story, on=MARCH)
    story.books.suspend_project(story.act(APPROVER, MAY), code=CODE, reason="核查", decision_no="县办1号")
    with refused(story, ProjectNotActive):
        owed_again(story)


def test_a_line_of_a_closed_roll_stays_cancelled(story: Story) -> None:
    resend(story, 8, "DF-2")
    answer(story, "DF-2", on=MAY)
    close(story)
    with refused(story, RollStateDiffers, state="closed", needed="not closed"):
        owed_again(story)


def test_it_stays_cancelled_when_another_roll_pays_the_person_for_the_period(story: Story) -> None:
    draw_up(story, (line(1, person="p-7"),), on=APRIL, roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-2")
    with refused(story, PersonsPaidTwice, other_roll_no="FF-2", count=1):
        owed_again(story)


def test_it_stays_cancelled_when_an_approved_roll_waits_for_its_money(story: Story) -> None:
    """The account has 999.99 yuan of the cancelled line beside what line 8 waits for."""
    draw_up(story, (line(1, 1, person="p-other", reason="尾差"),), on=APRIL, roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-2")
    (cancelled,) = roll_of(story).cancelled.values()
    central_fen = cancelled.sources[0].amount_fen
    with refused(story, CancelledLineSpent, asked_fen=central_fen, limit_fen=central_fen - 1):
        owed_again(story)


def test_it_stays_cancelled_when_the_plan_has_no_room_for_it(books: Books) -> None:
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(40_000 * YUAN, 20_000 * YUAN)
    story.money_arrives(story.allocates(40_000 * YUAN, 20_000 * YUAN), 40_000 * YUAN, 20_000 * YUAN)
    plan = (SourceShare(FUND, "central", 20_000 * YUAN), SourceShare(FUND, "provincial", 10_000 * YUAN))
    story.approved(plan, kind="subsidy")
    a_line_is_cancelled(story, 30)
    draw_up(story, (line(1, person="p-other"),), on=APRIL, roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-2")
    with refused(story, RollAbovePlan, asked_fen=666_67, limit_fen=0, where=f"{FUND} central"):
        owed_again(story)


def test_it_stays_cancelled_when_the_scheme_gives_no_more_yet(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2"), "subsidy")
    story.approved(scheme="house_half_first", kind="subsidy").started()
    a_line_is_cancelled(story, 24, 20_000 * YUAN)
    draw_up(story, (line(1, 30_000 * YUAN, person="p-other", reason="特困户"),), on=APRIL, roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-2")
    ceiling = {"asked_fen": 20_000 * YUAN, "paid_fen": 490_000 * YUAN, "ceiling_fen": 495_000 * YUAN}
    with refused(story, AboveCeiling, **ceiling):
        owed_again(story)


def a_line_is_cancelled(story: Story, count: int, line_fen: int = LINE_FEN) -> None:
    """Draw up and pay a roll of so many lines; the bank returns line 7, and it is cancelled."""
    reason = "" if line_fen == LINE_FEN else "建房补助"
    draw_up(story, tuple(line(number, line_fen, reason=reason) for number in range(1, count + 1)))
    paid(story, 7)
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason="已迁出")
