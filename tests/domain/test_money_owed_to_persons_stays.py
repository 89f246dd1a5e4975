"""欠付资金留存: rolls are paid while their project goes on, within its plan, and their money stays in its account."""

import pytest

from domain.books.books import Books
from domain.refusals.project import ProjectNotActive
from domain.roll import Roll
from domain.roll_values import ReturnedLine, RollLine
from domain.values import SourceShare
from tests.domain.project_papers import ACCOUNT, APPROVER, CODE, FUND, HASH, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

MARCH, APRIL, MAY = day("2024-03-05"), day("2024-04-01"), day("2024-05-01")
RESTS = {"code": CODE, "reason": "待核查", "decision_no": "县2号"}


def paid_by_roll(books: Books, central_fen: int, provincial_fen: int) -> Story:
    """A project with this plan, for which 40,000 yuan arrived from the central and 20,000 from the province."""
    story = Story(books, on=MARCH).opens().receives(40_000 * YUAN, 20_000 * YUAN)
    story.money_arrives(story.allocates(40_000 * YUAN, 20_000 * YUAN), 40_000 * YUAN, 20_000 * YUAN)
    plan = (SourceShare(FUND, "central", central_fen), SourceShare(FUND, "provincial", provincial_fen))
    return story.approved(plan, kind="subsidy")


@pytest.fixture
def story(books: Books) -> Story:
    return paid_by_roll(books, 40_000 * YUAN, 20_000 * YUAN)


def draw_up(story: Story, roll_no: str, households: int) -> None:
    """Draw up a roll with 1,000 yuan for each household, and post it for its days."""
    lines = [RollLine(n, f"p-{n}", 1, 1_000 * YUAN, 1_000 * YUAN) for n in range(1, households + 1)]
    story.books.draw_up_roll(
        story.act(on=MARCH),
        roll_no=roll_no,
        project_code=CODE,
        account_code=ACCOUNT,
        title="危房改造补助",
        period_text="2024年第一批",
        standard_text="每户1,000元",
        declared_count=households,
        declared_sum_fen=households * 1_000 * YUAN,
        list_sha256=HASH,
        lines=lines,
    )
    story.drafted(f"GS-{roll_no}", "roll", Roll.id_of(roll_no), MARCH)
    story.posted(f"GS-{roll_no}", MARCH)
    story.books.close_notice(story.act("u-publisher", day("2024-03-12")), notice_no=f"GS-{roll_no}")


def approve(story: Story, roll_no: str) -> None:
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=roll_no)


def send(story: Story, roll_no: str) -> None:
    number = f"DF-{roll_no}"
    story.books.send_roll(story.act(PAYER, APRIL), roll_no=roll_no, payment_no=number, voucher_no=number)


def first_line_returns(story: Story, roll_no: str) -> None:
    story.books.record_bank_answer(
        story.act(on=APRIL),
        roll_no=roll_no,
        payment_no=f"DF-{roll_no}",
        returned=(ReturnedLine(1, "账户已销"),),
    )


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
