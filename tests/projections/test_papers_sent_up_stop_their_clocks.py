"""报送止住时限: the proposal of a split and the use plan stop their clocks; without one, the split does as before."""

from datetime import date
from typing import Any

import pytest

from domain.rulebook.ready.ready import ready_rulebook
from tests.projections.given import GivenBooks
from tests.projections.late_acts_story import (
    ABOVE,
    allocate,
    only,
    open_county,
    receive,
    step,
)
from tests.sources import levels

LIMITS = ready_rulebook("2021-3").act_limits
PROPOSE, PLAN = "propose_split", "use_plan_advance"


@pytest.fixture
def books(given: GivenBooks) -> GivenBooks:
    return open_county(given, LIMITS)


def send_up(books: GivenBooks, on: date, number: str = "方案1", report: str = "split_proposal") -> None:
    paper = {"report": report, "filing_no": number, "filed_with": "达州市财政局"}
    books.record("fund.report_filed", ABOVE, on=on, **paper)


def withdraw(books: GivenBooks, on: date, number: str = "方案1", report: str = "split_proposal") -> None:
    paper = {"report": report, "filing_no": number, "reason": "退回修改"}
    books.record("fund.report_withdrawn", ABOVE, on=on, **paper)


def test_a_proposal_meets_its_limit_before_anything_is_split(books: GivenBooks) -> None:
    receive(books)
    assert only(books, PROPOSE, date(2024, 3, 22)) == [("2024-03-21", "missing", 1)]
    send_up(books, date(2024, 3, 20))
    allocate(books, date(2024, 6, 1), 100_00)
    assert only(books, PROPOSE) == [("2024-03-21", "met", 0)]


def test_without_a_proposal_the_split_meets_the_limit(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 25), 100_00)
    assert only(books, PROPOSE) == [("2024-03-21", "late", 4)]


def test_a_proposal_recorded_after_the_split_is_the_day_that_counts(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 25), 100_00)
    send_up(books, date(2024, 3, 18))
    assert only(books, PROPOSE) == [("2024-03-21", "met", 0)]


def test_a_withdrawn_proposal_stops_nothing(books: GivenBooks) -> None:
    receive(books)
    send_up(books, date(2024, 3, 18))
    withdraw(books, date(2024, 3, 19))
    assert only(books, PROPOSE, date(2024, 3, 22)) == [("2024-03-21", "missing", 1)]
    allocate(books, date(2024, 3, 25), 100_00)
    assert only(books, PROPOSE) == [("2024-03-21", "late", 4)]


def test_a_withdrawn_proposal_leaves_its_clock_to_the_split_or_to_the_next(books: GivenBooks) -> None:
    receive(books)
    send_up(books, date(2024, 3, 18))
    allocate(books, date(2024, 3, 25), 100_00)
    withdraw(books, date(2024, 3, 26))
    assert only(books, PROPOSE) == [("2024-03-21", "late", 4)]
    send_up(books, date(2024, 3, 27), "方案2")
    send_up(books, date(2024, 3, 29), "方案3")
    assert only(books, PROPOSE) == [("2024-03-21", "late", 6)]
    withdraw(books, date(2024, 3, 30), "方案2")
    assert only(books, PROPOSE) == [("2024-03-21", "late", 8)]


def test_more_money_asks_for_a_proposal_of_its_own(books: GivenBooks) -> None:
    receive(books)
    send_up(books, date(2024, 3, 18))
    money: dict[str, Any] = {"sources": levels(central=10_00), "amount_fen": 10_00}
    books.record(
        "fund.indicator_added", ABOVE, on=date(2024, 6, 1), decision_no="追1", reason="追加", **money
    )
    assert only(books, PROPOSE, date(2024, 6, 30)) == [
        ("2024-03-21", "met", 0),
        ("2024-06-21", "missing", 9),
    ]
    send_up(books, date(2024, 6, 22), "方案2")
    withdraw(books, date(2024, 6, 23))
    withdraw(books, date(2024, 6, 24), "方案2")
    assert [state for _, state, _ in only(books, PROPOSE)] == ["missing", "missing"]
    allocate(books, date(2024, 7, 1), 110_00)
    assert [late for _, _, late in only(books, PROPOSE)] == [102, 10]


def test_a_use_plan_meets_the_day_that_the_law_names(books: GivenBooks) -> None:
    receive(books, on=date(2024, 1, 3), issued_on=date(2023, 12, 20))
    send_up(books, date(2024, 1, 12))
    assert only(books, PLAN, date(2024, 1, 16)) == [("2024-01-15", "missing", 1)]
    send_up(books, date(2024, 1, 16), "计划1", "use_plan")
    assert only(books, PLAN) == [("2024-01-15", "late", 1)]


def test_a_use_plan_of_the_years_money_counts_from_the_provinces_budget(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 2, 1), "provincial")
    receive(books)
    send_up(books, date(2024, 3, 28), "计划1", "use_plan")
    assert only(books, "use_plan_in_year") == [("2024-03-29", "met", 0)]


def test_a_limit_of_an_older_version_waits_for_the_split(given: GivenBooks) -> None:
    books = open_county(given, ready_rulebook("2021-2").act_limits)
    receive(books)
    send_up(books, date(2024, 3, 18))
    assert only(books, PROPOSE) == [("2024-03-21", "missing", 285)]
