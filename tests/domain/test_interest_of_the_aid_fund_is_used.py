"""归入帮扶资金的利息: it is paid over, or becomes money of an allocation; the account closes."""

from datetime import date

import pytest

from domain.accounts.account import Account
from domain.accounts.refusals import (
    AccountNotEmpty,
    ArrivalSpent,
    InterestGone,
    InterestIsTreasurys,
    InterestNotDue,
    InterestPlannedAbove,
)
from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.refusals import ArrivalAboveAllocation
from domain.money.refusals import AmountOutOfRange
from domain.refusal import OutsideScope
from domain.rules.refusals import ReasonMissing
from tests.domain.project_papers import ACCOUNT, COUNTY, FUND, PAYER, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.accounts import an_account
from tests.sources import levels

JUNE, JULY, AUGUST, NEXT_YEAR = day("2024-06-21"), day("2024-07-01"), day("2024-08-01"), day("2025-01-08")
KEPT, FEE = "Z-息", ("fee", "")
EARNED_FEN = 12_000


@pytest.fixture
def story(books: Books) -> Story:
    """An account whose interest is the aid fund's, with 120 yuan of it; a fund with 10,000 fen for the fee."""
    story = Story(books, on=JUNE).opens().receives(2_000_000, 0)
    books.open_account(
        story.act("u-admin", date(2024, 1, 2)),
        **an_account(KEPT, name="帮扶资金专账", interest_owner="aid_fund"),
    )
    earn(story, KEPT)
    story.allocates(10_000, 0, FEE)
    return story


def earn(story: Story, code: str, voucher_no: str = "息-1", on: date = JUNE) -> None:
    story.books.record_interest(
        story.act(PAYER, on),
        code=code,
        voucher_no=voucher_no,
        amount_fen=EARNED_FEN,
        period_from=day("2024-03-21"),
        period_to=day("2024-06-20"),
    )


def plan(
    story: Story,
    amount_fen: int,
    code: str = KEPT,
    *,
    voucher_no: str = "转-1",
    on: date = JULY,
    scope: str = COUNTY,
) -> None:
    story.books.plan_interest(
        story.act(on=on, scope=scope),
        document_no=FUND,
        allocation_no=next(iter(fund_of(story).allocations)),
        account_code=code,
        voucher_no=voucher_no,
        sources=levels(central=amount_fen),
        amount_fen=amount_fen,
    )


def reverse_plan(story: Story, voucher_no: str = "转-1", reason: str = "安排有误", on: date = AUGUST) -> None:
    story.books.reverse_cash_arrival(
        story.act(on=on),
        document_no=FUND,
        account_code=KEPT,
        arrived_year=2024,
        voucher_no=voucher_no,
        reason=reason,
    )


def pay_over(story: Story, amount_fen: int, voucher_no: str = "缴-1", on: date = AUGUST) -> None:
    story.books.pay_over_interest(
        story.act(PAYER, on), code=KEPT, voucher_no=voucher_no, amount_fen=amount_fen, receiver="县财政局"
    )


def recover(story: Story, amount_fen: int) -> None:
    story.recovers(
        "回-1", amount_fen, on=AUGUST, allocation_no=next(iter(fund_of(story).allocations)), account_code=KEPT
    )


def close(story: Story) -> None:
    story.books.close_account(story.act(on=AUGUST), code=KEPT, reason="并户")


def kept(story: Story) -> Account:
    return story.stream(Account, KEPT)


def fund_of(story: Story) -> Fund:
    return story.stream(Fund, FUND)


def held(story: Story) -> tuple[int, int, int]:
    """The balance of the account, the interest in it, and what it holds for the fee."""
    account = kept(story)
    return account.balance_fen, account.interest_fen, sum(account.available(FEE).values())


def test_planned_interest_is_money_of_the_allocation_and_moves_nothing_at_the_bank(story: Story) -> None:
    before = dict(kept(story).outstanding.entries)
    plan(story, 10_000)
    assert held(story) == (EARNED_FEN, 2_000, 10_000)
    assert kept(story).outstanding.entries == before
    assert sum(fund_of(story).held_for(FEE).values()) == 10_000


def test_it_is_spent_like_any_money_of_its_document(story: Story) -> None:
    plan(story, 10_000)
    claim_no = story.submits(
        "fee", 10_000, JULY, purpose=FEE, payee_id="v-1", fee_use="design", account_code=KEPT
    )
    story.approves(claim_no, 10_000, JULY)
    story.pays(claim_no, 10_000, JULY)
    pay_over(story, 2_000)
    close(story)
    assert held(story) == (0, 0, 0)
    assert kept(story).closed


def test_it_is_recovered_and_returned_like_any_money_of_its_document(story: Story) -> None:
    plan(story, 10_000)
    recover(story, 10_000)
    assert held(story) == (2_000, 2_000, 0)
    assert fund_of(story).recovered.levels == {"central": 10_000}
    with refused(story, AccountNotEmpty):
        close(story)
    pay_over(story, 2_000)
    close(story)


def test_it_is_carried_over_with_its_document(story: Story) -> None:
    story.books.carry_over_fund(
        story.act(on=NEXT_YEAR),
        document_no=FUND,
        from_year=2024,
        to_year=2025,
        sources=levels(central=1_000_000),
        amount_fen=1_000_000,
    )
    plan(story, 4_000, on=NEXT_YEAR)
    assert held(story) == (EARNED_FEN, 8_000, 4_000)


def test_all_of_it_is_paid_over_and_the_account_closes(story: Story) -> None:
    with refused(story, InterestNotDue, asked_fen=EARNED_FEN + 1, limit_fen=EARNED_FEN):
        pay_over(story, EARNED_FEN + 1)
    pay_over(story, EARNED_FEN)
    close(story)
    assert kept(story).closed


def test_a_payment_of_it_is_taken_back(story: Story) -> None:
    pay_over(story, EARNED_FEN)
    story.books.reverse_interest_payment(
        story.act(PAYER, AUGUST), code=KEPT, voucher_year=2024, voucher_no="缴-1", reason="记错账户"
    )
    assert held(story) == (EARNED_FEN, EARNED_FEN, 0)


def test_no_more_is_planned_than_was_earned_or_allocated(story: Story) -> None:
    plan(story, 9_000)
    with refused(story, InterestPlannedAbove, asked_fen=3_001, limit_fen=3_000):
        plan(story, 3_001, voucher_no="转-2")
    with refused(story, ArrivalAboveAllocation, asked_fen=1_001, limit_fen=1_000):
        plan(story, 1_001, voucher_no="转-2")
    with refused(story, AmountOutOfRange):
        plan(story, 0)
    with refused(story, OutsideScope):
        plan(story, 1, scope="350302")


def test_interest_of_the_treasury_is_not_planned(story: Story) -> None:
    earn(story, ACCOUNT)
    with refused(story, InterestIsTreasurys, owner="treasury", wanted="aid_fund"):
        plan(story, 1, code=ACCOUNT)


def test_a_plan_is_taken_back_while_its_money_is_there(story: Story) -> None:
    before = dict(kept(story).outstanding.entries)
    plan(story, 10_000)
    with refused(story, InterestGone, asked_fen=EARNED_FEN, limit_fen=2_000):
        story.books.reverse_interest(
            story.act(PAYER, AUGUST), code=KEPT, voucher_year=2024, voucher_no="息-1", reason="记错"
        )
    with refused(story, ReasonMissing):
        reverse_plan(story, reason=" ")
    reverse_plan(story)
    assert held(story) == (EARNED_FEN, EARNED_FEN, 0)
    assert kept(story).outstanding.entries == before
    plan(story, 6_000, voucher_no="转-2", on=AUGUST)
    assert held(story) == (EARNED_FEN, 6_000, 6_000)


def test_spent_interest_is_not_interest_again(story: Story) -> None:
    plan(story, 10_000)
    recover(story, 4_000)
    with refused(story, ArrivalSpent, asked_fen=10_000, limit_fen=6_000):
        reverse_plan(story)
