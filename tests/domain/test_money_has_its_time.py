"""Money is used in its years, not before it came, and for what it was planned for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.accounts.refusals import ArrivalSpent
from domain.books.books import Books
from domain.funds.authorisation_refusals import AuthorisationDoesNotFit, AuthorisationUnknown
from domain.funds.fund import Fund
from domain.funds.refusals import PlanLosesItsMoney, RecoveredKeptApart
from domain.funds.year_refusals import AboveCarriedOver, CarryOverAboveFund, FundYearOver
from domain.money.fen import LARGEST_FEN
from domain.money.refusals import AmountOutOfRange
from domain.refusal import Refusal
from domain.rules.refusals import DatesOutOfOrder
from tests.domain.county import RULES, a_fund, allocate, an_account, on, pay, receive
from tests.domain.project_papers import FUND, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.sources import levels

MARCH_5, JANUARY = date(2024, 3, 5), date(2025, 1, 10)


def refuses(kind: type[Refusal], ask: Callable[[], object]) -> Refusal:
    """Ask and expect this very refusal."""
    with pytest.raises(Refusal) as raised:
        ask()
    assert type(raised.value) is kind, raised.value
    return raised.value


def adjust(fund: Fund, giver: str, taker: str, when: date, **amounts_fen: int) -> None:
    fund.adjust(
        on(when),
        RULES,
        from_allocation_no=giver,
        to_allocation_no=taker,
        decision_no="D3",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        reason="调剂",
    )


def take_back(fund: Fund, number: str, when: date, **amounts_fen: int) -> None:
    fund.take_back(
        on(when),
        RULES,
        allocation_no=number,
        decision_no="D2",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        reason="项目取消",
    )


def arrive(fund: Fund, number: str, when: date, **amounts_fen: int) -> None:
    fund.arrive(
        on(when),
        RULES,
        allocation_no=number,
        account_code="Z1",
        voucher_no="记-1",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
    )


def recover(fund: Fund, number: str, when: date, **amounts_fen: int) -> None:
    fund.recover(
        on(when),
        RULES,
        allocation_no=number,
        account_code="Z1",
        voucher_no="记-9",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        reason="结余",
    )


def carry(fund: Fund, from_year: int, when: date, years: int = 2, **amounts_fen: int) -> None:
    fund.carry_over(
        on(when),
        replace(RULES, carry_over=replace(RULES.carry_over, years=years)),
        from_year=from_year,
        to_year=from_year + 1,
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
    )


# Years


def test_in_a_later_year_no_more_is_allocated_than_was_carried_over() -> None:
    fund = a_fund()
    carry(fund, 2024, JANUARY, central=100)
    refused_ = refuses(AboveCarriedOver, lambda: allocate(fund, day=JANUARY, central=101))
    assert refused_.figures == {"asked_fen": 101, "limit_fen": 100, "where": "central"}
    allocate(fund, day=JANUARY, central=100)
    refuses(AboveCarriedOver, lambda: allocate(fund, "A2", day=JANUARY, central=1))


def test_what_was_carried_over_may_be_planned_anew_in_its_year() -> None:
    fund = a_fund()
    carry(fund, 2024, JANUARY, central=100)
    allocate(fund, day=JANUARY, central=100)
    take_back(fund, "A1", JANUARY, central=40)
    allocate(fund, "A2", ("project", "P2"), day=JANUARY, central=40)
    adjust(fund, "A1", "A2", JANUARY, central=60)
    refuses(AboveCarriedOver, lambda: allocate(fund, "A3", day=JANUARY, central=1))


def test_taking_back_an_old_allocation_carries_nothing_over() -> None:
    fund = a_fund()
    allocate(fund, central=1_000)
    allocate(fund, "A2", ("project", "P2"), central=1_000)
    carry(fund, 2024, JANUARY, central=1)
    refuses(AboveCarriedOver, lambda: adjust(fund, "A1", "A2", JANUARY, central=2))
    take_back(fund, "A1", JANUARY, central=1_000)
    refuses(AboveCarriedOver, lambda: allocate(fund, "A3", day=JANUARY, central=1_000))


def test_no_more_is_carried_on_than_was_carried_over_before() -> None:
    fund = a_fund()
    carry(fund, 2024, JANUARY, central=100)
    allocate(fund, day=JANUARY, central=60)
    refuses(CarryOverAboveFund, lambda: carry(fund, 2025, date(2025, 12, 31), years=3, central=101))
    carry(fund, 2025, date(2025, 12, 31), years=3, central=100)


def test_recovered_surplus_and_money_with_years_are_not_mixed() -> None:
    fund = a_fund()
    allocate(fund, central=1_000)
    arrive(fund, "A1", date(2024, 3, 10), central=500)
    recover(fund, "A1", date(2024, 11, 1), central=500)
    allocate(fund, "A2", day=date(2026, 1, 5), from_recovered=True, central=300)
    allocate(fund, "A3", ("project", "P2"), day=date(2026, 1, 5), from_recovered=True, central=200)
    refuses(RecoveredKeptApart, lambda: adjust(fund, "A1", "A2", date(2024, 12, 1), central=1))
    refuses(RecoveredKeptApart, lambda: adjust(fund, "A2", "A1", date(2024, 12, 1), central=1))
    adjust(fund, "A2", "A3", date(2026, 2, 1), central=100)
    arrive(fund, "A3", date(2030, 2, 1), central=300)


def test_what_was_recovered_goes_back_to_where_it_came_from() -> None:
    fund = a_fund()
    allocate(fund, central=60_000_000)
    arrive(fund, "A1", date(2024, 3, 10), central=500)
    recover(fund, "A1", date(2024, 11, 1), central=500)
    allocate(fund, "A2", day=date(2024, 11, 2), from_recovered=True, central=500)
    take_back(fund, "A2", date(2024, 11, 3), central=500)
    assert (fund.unallocated.levels["central"], fund.recovered.levels["central"]) == (0, 500)
    (*_, fact) = fund.pending_events
    assert isinstance(fact, Fund.AllocationTakenBack)
    assert fact.to_recovered


def test_after_its_years_money_is_not_paid(books: Books) -> None:
    story = Story(books).worked_money().approved().contracted()
    claim_no = story.submits("advance", 100, day("2024-03-05"))
    story.approves(claim_no, 100, day("2024-03-05"))
    with refused(story, FundYearOver, last_on="2025-12-31"):
        story.pays(claim_no, 100, date(2026, 1, 1))
    story.pays(claim_no, 100, date(2025, 12, 31))


def test_retention_is_paid_when_its_defect_period_is_over_whatever_the_year(books: Books) -> None:
    story = Story(books).worked_money().approved().contracted().started().completed().accepted()
    story.settled(942_300 * YUAN).completion_posted().handed_over().released()
    last_share_fen = 914_031 * YUAN
    story.claims_and_is_paid("settlement", last_share_fen, day("2024-10-20"))
    retention_fen = story.project.retention_fen
    story.claims_and_is_paid("retention", retention_fen, date(2026, 5, 6))
    assert story.account.paid_for(("project", story.code), "retention")


# Days


def test_no_cash_arrives_before_it_was_allocated() -> None:
    fund = a_fund()
    allocate(fund, central=100)
    allocate(fund, "A2", day=date(2024, 6, 1), central=50)
    refused_ = refuses(DatesOutOfOrder, lambda: arrive(fund, "A1", date(2024, 3, 4), central=100))
    assert refused_.figures["earliest"] == "2024-03-05"
    adjust(fund, "A2", "A1", date(2024, 7, 1), central=50)
    arrive(fund, "A1", date(2024, 3, 10), central=100)
    refuses(DatesOutOfOrder, lambda: arrive(fund, "A1", date(2024, 6, 30), central=1))
    arrive(fund, "A1", date(2024, 7, 1), central=50)


def test_nothing_is_allocated_before_it_was_given_or_was_free_again() -> None:
    fund = a_fund()
    fund.add(
        on(date(2024, 6, 1)),
        RULES,
        decision_no="追加1号",
        sources=levels(central=1_000),
        amount_fen=1_000,
        reason="追加",
    )
    refuses(DatesOutOfOrder, lambda: allocate(fund, central=60_000_001))
    allocate(fund, central=60_000_000)
    take_back(fund, "A1", date(2024, 8, 1), central=500)
    refuses(DatesOutOfOrder, lambda: allocate(fund, "A2", day=date(2024, 7, 31), central=1_001))
    allocate(fund, "A2", day=date(2024, 7, 31), central=1_000)
    allocate(fund, "A3", day=date(2024, 8, 1), central=500)


def test_a_payment_is_not_dated_before_the_arrival_it_draws_from() -> None:
    account = an_account()
    receive(account, "收-1", central=100)
    receive(account, "收-2", day=date(2024, 6, 1), central=100)
    pay(account, "F-1", day=date(2024, 5, 1), central=60)
    refused_ = refuses(DatesOutOfOrder, lambda: pay(account, "F-2", day=date(2024, 5, 2), central=41))
    assert refused_.figures["earliest"] == "2024-06-01"
    pay(account, "F-2", day=date(2024, 5, 2), central=40)
    pay(account, "F-3", day=date(2024, 6, 1), central=100)


def test_what_comes_back_may_be_paid_from_that_day_on() -> None:
    account = an_account()
    receive(account, "收-1", central=100)
    pay(account, "F-1", day=MARCH_5, central=100)
    back = date(2024, 4, 1)
    account.return_payment(on(back), payment_no="F-1", bank_reference="退-1", reason="账号有误")
    refuses(DatesOutOfOrder, lambda: pay(account, "F-2", day=date(2024, 3, 31), central=1))
    pay(account, "F-2", day=back, central=100)


@pytest.mark.parametrize("way", ["returned", "reversed", "refunded"])
def test_nothing_comes_back_before_it_was_paid(way: str) -> None:
    account, early = an_account(), on(date(2024, 3, 4))
    receive(account, "收-1", central=100)
    pay(account, "F-1", day=MARCH_5, central=100)
    ways: dict[str, Callable[[], None]] = {
        "returned": lambda: account.return_payment(
            early, payment_no="F-1", bank_reference="退-1", reason="误"
        ),
        "reversed": lambda: account.reverse_payment(early, payment_no="F-1", reason="误"),
        "refunded": lambda: account.refund(
            early, refund_no="T-1", payment_no="F-1", amount_fen=1, reason="误"
        ),
    }
    version = account.version
    assert refuses(DatesOutOfOrder, ways[way]).figures["earliest"] == "2024-03-05"
    assert account.version == version


def test_the_lines_of_a_roll_come_back_after_they_were_sent() -> None:
    account = an_account()
    receive(account, "收-1", central=100)
    pay(account, "D-1", day=MARCH_5, stage="roll", roll_no="R1", central=100)
    refuses(
        DatesOutOfOrder,
        lambda: account.return_roll_lines(on(date(2024, 3, 4)), payment_no="D-1", amount_fen=20, count=1),
    )


def test_an_arrival_is_reversed_on_its_day_or_later() -> None:
    account = an_account()
    receive(account, "收-1", central=100)
    receive(account, "收-2", day=date(2024, 6, 1), central=100)
    arrival = account.arrival(2024, "收-2", "达市财农〔2024〕3号")
    refuses(DatesOutOfOrder, lambda: account.reverse_arrival(on(date(2024, 5, 31)), arrival, "误登"))
    pay(account, "F-1", day=date(2024, 6, 2), central=101)
    refuses(ArrivalSpent, lambda: account.reverse_arrival(on(date(2024, 6, 3)), arrival, "误登"))


# Sizes


def test_no_fund_and_no_account_grows_beyond_the_largest_amount() -> None:
    fund, account = a_fund(central=LARGEST_FEN), an_account()
    refuses(
        AmountOutOfRange,
        lambda: fund.add(
            on(MARCH_5), RULES, decision_no="追加1号", sources=levels(central=1), amount_fen=1, reason="追加"
        ),
    )
    receive(account, "收-1", central=LARGEST_FEN)
    refuses(AmountOutOfRange, lambda: receive(account, "收-2", central=1))
    refuses(
        AmountOutOfRange,
        lambda: account.receive_gift(on(MARCH_5), voucher_no="捐-1", gift_no="G1", amount_fen=1),
    )
    refuses(
        AmountOutOfRange,
        lambda: account.earn_interest(
            on(MARCH_5), voucher_no="息-1", amount_fen=1, period_from=MARCH_5, period_to=MARCH_5
        ),
    )
    assert account.balance_fen == LARGEST_FEN


# Uses and plans


def test_a_fee_that_names_an_authorisation_names_one_that_exists_and_fits() -> None:
    fund = a_fund()
    fee = ("fee", "")
    refuses(AuthorisationUnknown, lambda: allocate(fund, "A1", fee, central=1, authorisation_no="nope"))
    fund.authorise(
        on(MARCH_5),
        RULES,
        authorisation_no="整1",
        document_no_of_authority="省整合〔2024〕1号",
        level="central",
        from_use="comprehensive",
        to_use="industry",
        amount_fen=100,
        valid_until=date(2024, 12, 31),
    )
    refuses(AuthorisationDoesNotFit, lambda: allocate(fund, "A1", fee, central=1, authorisation_no="整1"))
    assert fund.allocations == {}


def test_the_money_of_a_plan_is_neither_taken_back_nor_moved_away(books: Books) -> None:
    story = Story(books).opens().receives(600_000 * YUAN, 400_000 * YUAN)
    number = story.allocates(594_000 * YUAN, 396_000 * YUAN)
    other = story.allocates(100, 0, ("unit", "U1"))
    story.approved()
    money: dict[str, Any] = {
        "document_no": FUND,
        "decision_no": "D9",
        "sources": levels(central=1),
        "amount_fen": 1,
        "reason": "调整",
    }
    with refused(story, PlanLosesItsMoney, asked_fen=1, limit_fen=0):
        books.take_back_allocation(story.act(), allocation_no=number, **money)
    with refused(story, PlanLosesItsMoney, asked_fen=1, limit_fen=0):
        books.adjust_allocation(story.act(), from_allocation_no=number, to_allocation_no=other, **money)
    books.take_back_allocation(story.act(), allocation_no=other, **money)
    books.end_project(story.act(), code=story.code, reason="不再实施", decision_no="县1号")
    books.take_back_allocation(story.act(), allocation_no=number, **money)
