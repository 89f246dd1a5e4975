"""冲销利息: interest that was entered by mistake, or a payment of it to the treasury, is taken back with a reason."""

from datetime import date

import pytest

from domain.accounts.refusals import AccountClosed, InterestGone, InterestUnknown
from domain.books.books import Books
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCOUNT, PAYER, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

JUNE, JULY = day("2024-06-21"), day("2024-07-01")
EARNED_FEN, REASON = 123_456, "记错账户"


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books, on=JUNE).opens()
    earn(story, "息-1", EARNED_FEN)
    return story


def earn(story: Story, voucher_no: str, amount_fen: int, on: date = JUNE) -> None:
    story.books.record_interest(
        story.act(PAYER, on),
        code=ACCOUNT,
        voucher_no=voucher_no,
        amount_fen=amount_fen,
        period_from=day("2024-03-21"),
        period_to=day("2024-06-20"),
    )


def pay_over(story: Story, voucher_no: str, amount_fen: int = EARNED_FEN, on: date = JUNE) -> None:
    story.books.pay_over_interest(
        story.act(PAYER, on), code=ACCOUNT, voucher_no=voucher_no, amount_fen=amount_fen, receiver="国库"
    )


def reverse(story: Story, voucher_no: str = "息-1", reason: str = REASON, on: date = JULY) -> None:
    story.books.reverse_interest(
        story.act(PAYER, on), code=ACCOUNT, voucher_year=2024, voucher_no=voucher_no, reason=reason
    )


def reverse_payment(story: Story, voucher_no: str = "缴-1", reason: str = REASON, on: date = JULY) -> None:
    story.books.reverse_interest_payment(
        story.act(PAYER, on), code=ACCOUNT, voucher_year=2024, voucher_no=voucher_no, reason=reason
    )


def held(story: Story) -> tuple[int, int]:
    """The balance of the account, and the interest in it."""
    return story.account.balance_fen, story.account.interest_fen


def test_interest_is_taken_back_whole_and_entered_anew(story: Story) -> None:
    reverse(story, "息－１")
    assert held(story) == (0, 0)
    earn(story, "息-2", 100, on=JULY)
    assert held(story) == (100, 100)


def test_what_the_bank_never_saw_is_no_difference_of_the_next_statement(story: Story) -> None:
    reverse(story)
    assert story.account.outstanding.entries == {}


def test_interest_that_was_paid_over_stays_until_its_payment_is_taken_back(story: Story) -> None:
    pay_over(story, "缴-1", EARNED_FEN - 56)
    with refused(story, InterestGone, asked_fen=EARNED_FEN, limit_fen=56):
        reverse(story)
    reverse_payment(story)
    assert held(story) == (EARNED_FEN, EARNED_FEN)
    reverse(story)
    assert held(story) == (0, 0)


def test_nothing_is_taken_back_twice(story: Story) -> None:
    pay_over(story, "缴-1")
    reverse_payment(story)
    with refused(story, InterestUnknown, year=2024, voucher_no="缴-1"):
        reverse_payment(story)
    reverse(story)
    with refused(story, InterestUnknown, year=2024, voucher_no="息-1"):
        reverse(story)


def test_interest_received_and_paid_over_are_not_taken_for_each_other(story: Story) -> None:
    pay_over(story, "缴-1")
    with refused(story, InterestUnknown, voucher_no="缴-1"):
        reverse(story, "缴-1")
    with refused(story, InterestUnknown, voucher_no="息-1"):
        reverse_payment(story, "息-1")


def test_a_reversal_says_why_without_the_number_of_a_person(story: Story) -> None:
    pay_over(story, "缴-1", 1)
    for undo in (reverse, reverse_payment):
        with refused(story, ReasonMissing):
            undo(story, reason=" ")
        with refused(story, PersonalNumber):
            undo(story, reason="退给13800138000")


def test_nothing_is_taken_back_before_it_was_entered(story: Story) -> None:
    pay_over(story, "缴-1", 1)
    with refused(story, DatesOutOfOrder):
        reverse_payment(story, on=day("2024-06-20"))
    reverse_payment(story)
    with refused(story, DatesOutOfOrder):
        reverse(story, on=day("2024-06-20"))


def test_a_closed_account_takes_nothing_back(story: Story) -> None:
    pay_over(story, "缴-1")
    story.books.close_account(story.act(on=JULY), code=ACCOUNT, reason="并户")
    for undo in (reverse, reverse_payment):
        with refused(story, AccountClosed):
            undo(story)
