"""逾期事项: each of the law's time limits, from the fact that opens its clock to the one that stops it."""

from datetime import date
from typing import Any

import pytest

from domain.rulebook.ready.ready import ready_rulebook
from projections.late_acts.query import STATES, acts, counts
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.late_acts_story import (
    ABOVE,
    BELOW,
    YEAR_END,
    allocate,
    arrive,
    close,
    listed,
    only,
    open_county,
    pass_down,
    receive,
    reconcile,
    special_account,
    step,
    told,
)
from tests.sources import levels

LIMITS = (*ready_rulebook("2021-2").act_limits, *ready_rulebook("2001-2").act_limits)


@pytest.fixture
def books(given: GivenBooks) -> GivenBooks:
    """Books with every time limit, and a calendar of 2024 without holidays."""
    return open_county(given, LIMITS)


def test_every_limit_names_its_article_in_both_languages() -> None:
    named = {limit.code: (limit.source, limit.source_en) for limit in LIMITS}
    assert len(named) == len(LIMITS)
    assert all(zh and en for zh, en in named.values())
    assert named["finance_to_departments"] == ("预算法 第52条", "Budget Law, article 52")


@pytest.mark.parametrize(
    ("kind", "code", "due_on", "days_late"),
    [
        ("general", "centre_to_province_general", "2024-04-10", 10),
        ("earmarked", "centre_to_province_earmarked", "2024-06-09", 0),
    ],
)
def test_the_centre_passes_money_to_the_province(
    books: GivenBooks, kind: str, code: str, due_on: str, days_late: int
) -> None:
    step(books, "approved", date(2024, 3, 11), "national")
    received: dict[str, Any] = {"transfer_kind": kind, "upper_received_on": date(2024, 4, 20)}
    receive(books, on=date(2024, 5, 1), issued_on=date(2024, 4, 28), **received)
    assert only(books, code) == [(due_on, "late" if days_late else "met", days_late)]


def test_advance_money_was_passed_before_the_budget_and_is_not_late(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 3, 11), "national")
    received: dict[str, Any] = {"transfer_kind": "general", "upper_received_on": date(2023, 11, 30)}
    receive(books, on=date(2024, 1, 3), issued_on=date(2023, 12, 20), **received)
    assert only(books, "centre_to_province_general") == []
    assert only(books, "province_to_county") == [("2023-12-30", "met", 0)]


def test_the_province_passes_it_to_the_county(books: GivenBooks) -> None:
    receive(books, upper_received_on=date(2024, 1, 10))
    assert only(books, "province_to_county") == [("2024-02-09", "late", 11)]


@pytest.mark.parametrize(("kind", "days_late"), [("general", 40), ("earmarked", 10), ("", None)])
def test_the_countys_own_money_goes_down(books: GivenBooks, kind: str, days_late: int | None) -> None:
    step(books, "approved", date(2024, 1, 20))
    receive(books, sources=levels(county=100_00), transfer_kind=kind)
    pass_down(books, date(2024, 3, 30), 60_00)
    found = [row for row in told(listed(books)) if row[0].startswith("own_transfer")]
    assert [row[2:] for row in found] == ([] if days_late is None else [("late", days_late)])


def test_what_came_back_whole_was_never_late(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 1, 20))
    receive(books, sources=levels(county=100_00), transfer_kind="earmarked")
    pass_down(books, date(2024, 3, 30), 60_00)
    back: dict[str, Any] = {"to_document_no": BELOW, "decision_no": "D2", "reason": "文件有误"}
    for fen, left in ((20_00, 1), (40_00, 0)):
        money: dict[str, Any] = {"sources": levels(county=fen), "amount_fen": fen}
        books.record("fund.passing_down_reversed", ABOVE, on=date(2024, 4, 2), **back, **money)
        assert len(only(books, "own_transfer_earmarked")) == left
    assert only(books, "own_transfer_earmarked", date(2024, 4, 1)) == [("2024-03-20", "late", 10)]


def test_central_money_that_goes_down_has_no_clock_of_the_countys_budget(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 1, 20))
    receive(books, transfer_kind="earmarked")
    pass_down(books, date(2024, 9, 1), 60_00, "central")
    assert only(books, "own_transfer_earmarked") == []


def test_a_budget_is_handed_on_and_published(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 1, 20))
    assert only(books, "finance_to_departments", date(2024, 2, 9)) == [("2024-02-09", "due", 0)]
    assert only(books, "finance_to_departments", date(2024, 2, 10)) == [("2024-02-09", "missing", 1)]
    step(books, "departments_informed", date(2024, 2, 20))
    step(books, "units_informed", date(2024, 3, 1))
    step(books, "published", date(2024, 2, 8))
    step(books, "accounts_approved", date(2024, 8, 1))
    assert told(listed(books)) == [
        ("budget_disclosure", "2024-02-09", "met", 0),
        ("finance_to_departments", "2024-02-09", "late", 11),
        ("departments_to_units", "2024-03-06", "met", 0),
        ("accounts_disclosure", "2024-08-21", "missing", 132),
    ]


def test_a_corrected_day_puts_right_what_counts_from_it_and_to_it(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 1, 20))
    receive(books, sources=levels(county=100_00), transfer_kind="earmarked")
    pass_down(books, date(2024, 3, 30), 60_00)
    step(books, "departments_informed", date(2024, 2, 20))
    step(books, "approved", date(2024, 1, 30), reason="登记有误")
    step(books, "departments_informed", date(2024, 2, 21), reason="登记有误")
    assert only(books, "own_transfer_earmarked") == [("2024-03-30", "met", 0)]
    assert only(books, "finance_to_departments") == [("2024-02-19", "late", 2)]
    assert only(books, "departments_to_units") == [("2024-03-07", "missing", 299)]


def test_money_is_split_within_its_days_and_again_when_a_split_is_taken_back(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 10), 60_00)
    assert only(books, "propose_split", date(2024, 3, 22)) == [("2024-03-21", "missing", 1)]
    pass_down(books, date(2024, 3, 25), 40_00, "central")
    assert only(books, "propose_split") == [("2024-03-21", "late", 4)]
    back: dict[str, Any] = {"allocation_no": "A1", "decision_no": "D2", "reason": "缩减"}
    money: dict[str, Any] = {"sources": levels(central=10_00), "amount_fen": 10_00}
    books.record("fund.allocation_taken_back", ABOVE, on=date(2024, 4, 1), **back, **money)
    assert only(books, "propose_split", date(2024, 4, 2)) == [("2024-03-21", "missing", 12)]


def test_more_money_has_days_of_its_own(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 10), 100_00)
    money: dict[str, Any] = {"sources": levels(central=10_00), "amount_fen": 10_00}
    books.record(
        "fund.indicator_added", ABOVE, on=date(2024, 6, 1), decision_no="追1", reason="追加", **money
    )
    assert only(books, "propose_split", date(2024, 6, 30)) == [
        ("2024-03-21", "met", 0),
        ("2024-06-21", "missing", 9),
    ]
    books.record("fund.indicator_cut", ABOVE, on=date(2024, 7, 1), decision_no="减1", reason="收回", **money)
    assert [state for _, state, _ in only(books, "propose_split")] == ["met", "late"]


def test_use_plans_are_due_on_a_named_day_or_after_the_provinces_budget(books: GivenBooks) -> None:
    receive(books, on=date(2024, 1, 3), issued_on=date(2023, 12, 20))
    allocate(books, date(2024, 1, 16), 100_00)
    assert only(books, "use_plan_advance") == [("2024-01-15", "late", 1)]
    step(books, "approved", date(2024, 2, 1), "provincial")
    receive(books, "达市财农〔2024〕4号")
    assert only(books, "use_plan_in_year") == [("2024-03-29", "missing", 277)]


def test_money_reaches_the_special_account(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 4), 100_00)
    arrive(books, date(2024, 3, 8), 60_00)
    assert only(books, "special_account", date(2024, 3, 9)) == [("2024-03-08", "missing", 1)]
    arrive(books, date(2024, 3, 11), 40_00)
    assert only(books, "special_account") == [("2024-03-08", "late", 3)]
    reversed_: dict[str, Any] = {
        "allocation_no": "A1",
        "account_code": "Z1",
        "voucher_no": "V",
        "reason": "误登",
    }
    money: dict[str, Any] = {"sources": levels(central=1), "amount_fen": 1}
    books.record("fund.arrival_reversed", ABOVE, on=date(2024, 3, 12), **reversed_, **money)
    assert only(books, "special_account", date(2024, 3, 12)) == [("2024-03-08", "missing", 4)]


def test_surplus_that_is_planned_again_was_split_and_had_arrived(books: GivenBooks) -> None:
    receive(books)
    allocate(books, date(2024, 3, 4), 100_00)
    arrive(books, date(2024, 3, 7), 60_00)
    allocate(books, date(2024, 3, 7), 20_00, "A2", from_recovered=True)
    arrive(books, date(2024, 3, 8), 20_00, "A2")
    assert [state for _, state, _ in only(books, "special_account")] == ["missing"]
    arrive(books, date(2024, 3, 8), 40_00)
    assert only(books, "special_account") == [("2024-03-08", "met", 0)]


def test_a_special_account_is_compared_after_each_quarter_and_year(books: GivenBooks) -> None:
    special_account(books, date(2024, 2, 1))
    close(books, "2024-02", date(2024, 3, 5))
    reconcile(books, date(2024, 3, 31), date(2024, 4, 10))
    close(books, "2024-03", date(2024, 4, 12))
    close(books, "2024-06", date(2024, 7, 8))
    reconcile(books, date(2024, 6, 29), date(2024, 7, 10))
    reconcile(books, date(2024, 6, 30), date(2024, 7, 18))
    close(books, "2024-12", date(2025, 1, 8))
    assert told(listed(books, date(2025, 1, 21))) == [
        ("quarterly_statement", "2024-04-15", "met", 0),
        ("quarterly_statement", "2024-07-15", "late", 3),
        ("quarterly_statement", "2025-01-15", "missing", 6),
        ("yearly_statement", "2025-01-20", "missing", 1),
    ]
    books.record("account.closed", "Z1", on=date(2025, 2, 1), reason="撤销")
    close(books, "2025-03", date(2025, 4, 8))
    assert len(listed(books, date(2025, 5, 1))) == 4


def test_a_year_without_a_calendar_leaves_the_day_open(books: GivenBooks) -> None:
    receive(books, on=date(2024, 12, 27))
    (act,) = listed(books, date(2025, 2, 1), "special_account")
    assert (act.due_on, act.calendar_missing, act.state, act.days_late) == (None, 2025, "unknown", None)


def test_counts_and_list_agree(books: GivenBooks) -> None:
    step(books, "approved", date(2024, 1, 20))
    receive(books, upper_received_on=date(2024, 1, 10))
    found = listed(books)
    with books.look() as cursor:
        counted = counts(cursor, YEAR_END)
        late = acts(cursor, YEAR_END, Paging()).rows
    assert counted == {state: sum(act.state == state for act in found) for state in STATES}
    assert late == tuple(act for act in found if act.state in {"missing", "late", "unknown"})
