"""冲销收回结余和结转: a recovery of surplus, or a carry-over, entered by mistake, unless something stands on it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.accounts.refusals import AccountClosed, SurplusUnknown
from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.refusals import FeeAboveCap
from domain.funds.reversal_refusals import CarryOverUnknown, CarryOverUsed, RecoveryPlannedAgain
from domain.funds.year_refusals import NotCarriedOver
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.county import RULES, a_fund, allocate, on
from tests.domain.project_papers import ACCOUNT, FUND, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.funds import an_allocation
from tests.sources import levels

JUNE, JULY, AUGUST = day("2024-06-03"), day("2024-07-01"), day("2024-08-01")
JANUARY, FEBRUARY = day("2025-01-06"), day("2025-02-10")
UNIT = ("unit", "U1")
GIVEN_FEN, RECOVERED_FEN = 100_000 * YUAN, 30_000 * YUAN
REASON = "记错账户"


@pytest.fixture
def story(books: Books) -> Story:
    """100,000 yuan of two levels arrived for a unit; 30,000 of it were recovered."""
    story = Story(books).opens().receives(80_000 * YUAN, 40_000 * YUAN)
    money_arrives(story, story.allocates(60_000 * YUAN, 40_000 * YUAN, UNIT))
    recover(story)
    return story


def money_arrives(story: Story, allocation_no: str) -> None:
    story.money_arrives(allocation_no, 60_000 * YUAN, 40_000 * YUAN)


def allocation_of(story: Story) -> str:
    return next(iter(fund_of(story).allocations))


def recover(story: Story, voucher_no: str = "缴-1", on: date = JUNE) -> None:
    story.recovers(voucher_no, 20_000 * YUAN, 10_000 * YUAN, on=on, allocation_no=allocation_of(story))


def reverse(
    story: Story, voucher_no: str = "缴-1", year: int = 2024, reason: str = REASON, on: date = AUGUST
) -> None:
    story.books.reverse_recovery(
        story.act(on=on),
        document_no=FUND,
        account_code=ACCOUNT,
        voucher_year=year,
        voucher_no=voucher_no,
        reason=reason,
    )


def plan_again(story: Story, central_fen: int, purpose: tuple[str, str] = UNIT, on: date = JULY) -> None:
    story.books.allocate_fund(
        story.act(on=on),
        document_no=FUND,
        **an_allocation("A-再", levels(central=central_fen), purpose, from_recovered=True),
    )


def fund_of(story: Story) -> Fund:
    return story.stream(Fund, FUND)


# 收回结余


def test_recovered_money_is_where_it_was_and_may_be_recovered_anew(story: Story) -> None:
    before = dict(story.account.outstanding.entries)
    assert story.account.balance_fen == GIVEN_FEN - RECOVERED_FEN
    reverse(story, "缴－１")
    assert story.account.balance_fen == GIVEN_FEN
    assert sum(fund_of(story).recovered.levels.values()) == 0
    assert sum(fund_of(story).held_for(UNIT).values()) == GIVEN_FEN
    assert len(story.account.outstanding.entries) == len(before) - 1, "the bank never saw it"
    recover(story, "缴-2", on=AUGUST)
    assert story.account.balance_fen == GIVEN_FEN - RECOVERED_FEN


def test_surplus_that_was_planned_again_comes_back_first(story: Story) -> None:
    plan_again(story, 15_000 * YUAN)
    with refused(story, RecoveryPlannedAgain, asked_fen=20_000 * YUAN, limit_fen=5_000 * YUAN):
        reverse(story)
    story.takes_allocation_back("A-再", 15_000 * YUAN, on=JULY)
    reverse(story)
    assert story.account.balance_fen == GIVEN_FEN


def test_a_recovery_is_taken_back_once_by_its_year_and_voucher(story: Story) -> None:
    for wrong in ({"voucher_no": "缴-9"}, {"year": 2023}):
        with refused(story, SurplusUnknown):
            reverse(story, **wrong)
    with refused(story, DatesOutOfOrder):
        reverse(story, on=day("2024-06-02"))
    with refused(story, ReasonMissing):
        reverse(story, reason=" ")
    with refused(story, PersonalNumber):
        reverse(story, reason="退给13800138000")
    reverse(story)
    with refused(story, SurplusUnknown, year=2024, voucher_no="缴-1"):
        reverse(story)


def test_a_fee_that_comes_back_to_its_allocation_keeps_below_its_cap(books: Books) -> None:
    """1 % of 100,000 yuan; half of it recovered, then taken as fee again from what is unallocated."""
    story = Story(books).opens().receives(GIVEN_FEN, 0)
    fee_fen = 1_000 * YUAN
    allocation_no = story.allocates(fee_fen, 0, ("fee", ""))
    story.money_arrives(allocation_no, fee_fen, 0)
    story.recovers("缴-1", fee_fen, on=JUNE, allocation_no=allocation_no)
    story.allocates(fee_fen, 0, ("fee", ""))
    with refused(story, FeeAboveCap):
        reverse(story)


def test_a_closed_account_takes_no_recovery_back(story: Story) -> None:
    story.recovers("缴-2", 40_000 * YUAN, 30_000 * YUAN, on=JUNE, allocation_no=allocation_of(story))
    story.books.close_account(story.act(on=JULY), code=ACCOUNT, reason="并户")
    with refused(story, AccountClosed):
        reverse(story)


# 结转


def carry_over(story: Story, fen: int, from_year: int = 2024, on: date = JANUARY) -> None:
    story.books.carry_over_fund(
        story.act(on=on),
        document_no=FUND,
        from_year=from_year,
        to_year=from_year + 1,
        sources=levels(central=fen),
        amount_fen=fen,
    )


def reverse_carry_over(
    story: Story, from_year: int = 2024, reason: str = REASON, on: date = FEBRUARY
) -> None:
    story.books.reverse_carry_over(
        story.act(on=on), document_no=FUND, from_year=from_year, to_year=from_year + 1, reason=reason
    )


def allocate_in_2025(story: Story, fen: int) -> None:
    story.books.allocate_fund(
        story.act(on=JANUARY), document_no=FUND, **an_allocation("A-25", levels(central=fen), UNIT)
    )


@pytest.fixture
def carried(books: Books) -> Story:
    story = Story(books).opens().receives(80_000 * YUAN, 40_000 * YUAN)
    carry_over(story, 5_000 * YUAN)
    return story


def test_a_carry_over_is_taken_back_and_made_anew_with_another_amount(carried: Story) -> None:
    reverse_carry_over(carried)
    assert (fund_of(carried).usable_year, fund_of(carried).carried) == (2024, {})
    with refused(carried, NotCarriedOver):
        allocate_in_2025(carried, 1)
    with refused(carried, CarryOverUnknown, from_year=2024, current_year=2024):
        reverse_carry_over(carried)
    carry_over(carried, 50_000 * YUAN)
    allocate_in_2025(carried, 50_000 * YUAN)


def test_what_was_allocated_from_a_carry_over_stands_on_it(carried: Story) -> None:
    allocate_in_2025(carried, 2_000 * YUAN)
    with refused(carried, CarryOverUsed, asked_fen=5_000 * YUAN, limit_fen=3_000 * YUAN):
        reverse_carry_over(carried)
    carried.takes_allocation_back("A-25", 2_000 * YUAN, on=JANUARY)
    reverse_carry_over(carried)
    assert fund_of(carried).usable_year == 2024


def test_a_carry_over_is_taken_back_with_a_reason_not_before_it_was_made(carried: Story) -> None:
    with refused(carried, ReasonMissing):
        reverse_carry_over(carried, reason="")
    with refused(carried, PersonalNumber):
        reverse_carry_over(carried, reason="问13800138000")
    with refused(carried, DatesOutOfOrder):
        reverse_carry_over(carried, on=day("2025-01-05"))
    with refused(carried, CarryOverUnknown, from_year=2023, to_year=2024, current_year=2025):
        reverse_carry_over(carried, from_year=2023)


def test_the_former_carry_over_stands_again() -> None:
    """100 fen went to 2025, of which 60 were allocated, and by mistake 50 on to 2026."""
    fund, longer = a_fund(), replace(RULES, carry_over=replace(RULES.carry_over, years=4))

    def carry(from_year: int, fen: int) -> None:
        fund.carry_over(
            on(date(from_year + 1, 1, 6)),
            longer,
            from_year=from_year,
            to_year=from_year + 1,
            sources=levels(central=fen),
            amount_fen=fen,
        )

    carry(2024, 100)
    allocate(fund, day=date(2025, 1, 10), central=60)
    carry(2025, 50)
    undone = date(2026, 2, 1)
    with pytest.raises(CarryOverUnknown):
        fund.reverse_carry_over(on(undone), from_year=2024, to_year=2025, reason=REASON)
    fund.reverse_carry_over(on(undone), from_year=2025, to_year=2026, reason=REASON)
    last = fund.pending_events[-1]
    assert isinstance(last, Fund.CarryOverReversed)
    assert (last.amount_fen, last.former_fen) == (50, 100)
    assert (fund.usable_year, fund.carried) == (2025, {"central": 40})
    with pytest.raises(CarryOverUsed) as refusal:
        fund.reverse_carry_over(on(undone), from_year=2024, to_year=2025, reason=REASON)
    assert refusal.value.figures["limit_fen"] == 40
