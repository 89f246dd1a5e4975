"""欠付资金留存: rolls are paid while their project goes on, within its plan, and their money stays in its account."""

import pytest

from domain.accounts.refusals import ArrivalSpent
from domain.books.books import Books
from domain.funds.refusals import RecoveryAboveArrived, RecoveryAboveSaving
from domain.money.sources import SourceShare
from domain.projects.refusals import ProjectNotActive, ProjectOwes
from domain.rolls.refusals import RollAbovePlan
from tests.domain import roll_story
from tests.domain.project_papers import APPROVER, CODE, FUND, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import APRIL, MARCH, approve
from tests.given.accounts import an_account
from tests.given.funds import cash_of
from tests.sources import levels

MAY = day("2024-05-01")
PLAN = (SourceShare(FUND, "central", 40_000 * YUAN), SourceShare(FUND, "provincial", 20_000 * YUAN))
RESTS = {"code": CODE, "reason": "待核查", "decision_no": "县2号"}


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(40_000 * YUAN, 20_000 * YUAN)
    story.money_arrives(story.allocates(40_000 * YUAN, 20_000 * YUAN), 40_000 * YUAN, 20_000 * YUAN)
    return story.approved(PLAN, kind="subsidy")


def draw_up(story: Story, roll_no: str, households: int) -> None:
    """Draw up a roll with 1,000 yuan for each household, and post it for its days."""
    lines = tuple(roll_story.line(n, person=f"{roll_no}-{n}") for n in range(1, households + 1))
    roll_story.draw_up(story, lines, roll_no=roll_no)
    roll_story.post_and_close(story, roll_no, f"GS-{roll_no}")


def send(story: Story, roll_no: str) -> None:
    roll_story.send(story, f"DF-{roll_no}", roll_no)


def first_line_returns(story: Story, roll_no: str) -> None:
    roll_story.answer(story, f"DF-{roll_no}", 1, roll_no=roll_no)


def resend(story: Story, roll_no: str) -> None:
    story.books.resend_line(
        story.act(PAYER, MAY), roll_no=roll_no, line_no=1, payment_no="CF-1", voucher_no="CF-1"
    )


def test_a_roll_takes_no_step_towards_payment_while_its_project_rests(story: Story) -> None:
    rest, go_on = story.books.suspend_project, story.books.resume_project
    draw_up(story, "R1", 30)
    for step in (approve, send, resend):
        if step is resend:
            first_line_returns(story, "R1")
        rest(story.act(APPROVER, APRIL), **RESTS)
        with refused(story, ProjectNotActive, state="suspended"):
            step(story, "R1")
        go_on(story.act(APPROVER, APRIL), **RESTS)
        step(story, "R1")


def test_money_that_a_roll_waits_for_does_not_leave_its_account(books: Books) -> None:
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(60_000 * YUAN, 30_000 * YUAN)
    books.open_account(story.act(on=day("2024-01-03")), **an_account("ZZ-02", holder_unit="华亭镇"))
    allocation_no = story.allocates(60_000 * YUAN, 30_000 * YUAN)
    story.money_arrives(allocation_no, 40_000 * YUAN, 20_000 * YUAN)
    books.record_cash_arrival(
        story.act("u-fund", day("2024-02-01")),
        document_no=FUND,
        **cash_of(allocation_no, "V-2", levels(20_000 * YUAN, 10_000 * YUAN), account_code="ZZ-02"),
    )
    story.approved(PLAN, kind="subsidy")
    draw_up(story, "R1", 48)
    approve(story, "R1")
    with refused(story, RecoveryAboveArrived, asked_fen=20_000 * YUAN, limit_fen=8_000 * YUAN):
        recover(story, 20_000 * YUAN, 10_000 * YUAN)
    with refused(story, ArrivalSpent, asked_fen=40_000 * YUAN, limit_fen=8_000 * YUAN):
        reverse_arrival(story)
    send(story, "R1")
    first_line_returns(story, "R1")
    with refused(story, RecoveryAboveArrived, asked_fen=8_000 * YUAN + 1, limit_fen=8_000 * YUAN):
        recover(story, 8_000 * YUAN + 1, 4_000 * YUAN)
    recover(story, 8_000 * YUAN, 4_000 * YUAN)
    resend(story, "R1")


def recover(story: Story, central_fen: int, provincial_fen: int) -> None:
    story.recovers("SH-1", central_fen, provincial_fen, on=MAY)


def reverse_arrival(story: Story) -> None:
    story.reverses_arrival("V-2", MAY)


def test_all_rolls_of_a_project_stay_within_its_plan(books: Books) -> None:
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(40_000 * YUAN, 20_000 * YUAN)
    story.money_arrives(story.allocates(40_000 * YUAN, 20_000 * YUAN), 40_000 * YUAN, 20_000 * YUAN)
    plan = (SourceShare(FUND, "central", 20_000 * YUAN), SourceShare(FUND, "provincial", 10_000 * YUAN))
    story.approved(plan, kind="subsidy")
    for roll_no, households in (("R0", 31), ("R1", 20), ("R2", 11), ("R3", 10)):
        draw_up(story, roll_no, households)
    with refused(story, RollAbovePlan, asked_fen=31_000 * YUAN, limit_fen=30_000 * YUAN):
        approve(story, "R0")
    approve(story, "R1")
    send(story, "R1")
    with refused(story, RollAbovePlan, asked_fen=11_000 * YUAN, limit_fen=10_000 * YUAN):
        approve(story, "R2")
    first_line_returns(story, "R1")
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no="R1", line_no=1, reason="户已迁出")
    approve(story, "R2")
    with refused(story, RollAbovePlan, asked_fen=10_000 * YUAN, limit_fen=0):
        approve(story, "R3")


def test_a_project_ends_when_its_rolls_and_claims_are_paid_or_given_up(story: Story) -> None:
    draw_up(story, "R1", 30)
    approve(story, "R1")
    end = story.books.end_project
    with refused(story, ProjectOwes, rolls="R1", claims=""):
        end(story.act(APPROVER, APRIL), **RESTS)
    send(story, "R1")
    first_line_returns(story, "R1")
    with refused(story, ProjectOwes, rolls="R1"):
        end(story.act(APPROVER, APRIL), **RESTS)
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no="R1", line_no=1, reason="户已迁出")
    end(story.act(APPROVER, APRIL), **RESTS)


def test_an_ended_project_keeps_what_its_measured_work_earned(books: Books) -> None:
    story = Story(books, on=MARCH).worked_money().approved().contracted().started()
    claim_no = story.submits("advance", 288_000 * YUAN, MARCH)
    story.approves(claim_no, 288_000 * YUAN, MARCH)
    with refused(story, ProjectOwes, claims=claim_no, rolls=""):
        books.end_project(story.act(APPROVER, APRIL), **RESTS)
    story.pays(claim_no, 288_000 * YUAN, MARCH)
    story.measured(600_000 * YUAN, MARCH)
    books.end_project(story.act(APPROVER, APRIL), **RESTS)
    with refused(story, RecoveryAboveSaving, asked_fen=234_000 * YUAN + 1, limit_fen=234_000 * YUAN):
        recover(story, 234_000 * YUAN + 1, 0)
    recover(story, 234_000 * YUAN, 156_000 * YUAN)
