"""讲述花名册 (story of rolls): a household project with money, and the words for what becomes of its rolls."""

from datetime import date, timedelta
from typing import Any

from domain.books.books import Books
from domain.money.sources import SourceShare
from domain.rolls.roll import Roll
from domain.rolls.values import ReturnedLine, RollLine
from tests.domain.project_papers import APPROVER, CODE, FUND, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.given.rolls import a_roll

ROLL = "FF-1"
PURPOSE = ("project", CODE)
MARCH, APRIL, MAY = day("2024-03-05"), day("2024-04-01"), day("2024-05-06")
SOURCES = (SourceShare(FUND, "central", 33_333 * YUAN), SourceShare(FUND, "provincial", 16_667 * YUAN))


def household_story(books: Books) -> Story:
    """A project that pays households, approved, with 50,000 yuan of two sources in the account."""
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(33_333 * YUAN, 16_667 * YUAN)
    story.money_arrives(story.allocates(33_333 * YUAN, 16_667 * YUAN), 33_333 * YUAN, 16_667 * YUAN)
    return story.approved(SOURCES, kind="subsidy")


def line(number: int, amount_fen: int = 1_000 * YUAN, person: str = "", reason: str = "") -> RollLine:
    return RollLine(number, person or f"p-{number}", 1, 1_000 * YUAN, amount_fen, reason)


FIFTY = tuple(line(number) for number in range(1, 51))


def draw_up(
    story: Story, lines: tuple[RollLine, ...] = FIFTY, on: date | None = None, **changes: Any
) -> None:
    roll = a_roll(ROLL, len(lines), sum(one.amount_fen for one in lines), period_text="2024年第一批")
    story.books.draw_up_roll(story.act(on=on), **roll | {"lines": iter(lines)} | changes)


def post_and_close(story: Story, roll_no: str = ROLL, notice_no: str = "GS-1", on: date = MARCH) -> None:
    """Post the roll for a week and close its notice."""
    story.drafted(notice_no, "roll", Roll.id_of(roll_no), on)
    story.posted(notice_no, on)
    story.books.close_notice(story.act("u-publisher", on + timedelta(7)), notice_no=notice_no)


def approve(story: Story, roll_no: str = ROLL, on: date = APRIL) -> None:
    story.books.approve_roll(story.act(APPROVER, on), roll_no=roll_no)


def send(story: Story, payment_no: str = "DF-1", roll_no: str = ROLL, on: date = APRIL) -> None:
    story.books.send_roll(
        story.act(PAYER, on), roll_no=roll_no, payment_no=payment_no, voucher_no=f"V-{payment_no}"
    )


def answer(story: Story, payment_no: str, *returned: int, roll_no: str = ROLL, on: date = APRIL) -> None:
    back = tuple(ReturnedLine(number, "账户已销") for number in returned)
    story.books.record_bank_answer(story.act(on=on), roll_no=roll_no, payment_no=payment_no, returned=back)


def paid(story: Story, *returned: int, roll_no: str = ROLL, payment_no: str = "DF-1") -> None:
    """Post, approve and send a roll that is drawn up; the bank pays all lines but those it returns."""
    post_and_close(story, roll_no, f"GS-{roll_no}")
    approve(story, roll_no)
    send(story, payment_no, roll_no)
    answer(story, payment_no, *returned, roll_no=roll_no)


def roll_of(story: Story, roll_no: str = ROLL) -> Roll:
    return story.stream(Roll, roll_no)
