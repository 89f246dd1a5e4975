"""报表上报止住时限: a statement sent up meets the limit of a special account; without one, the comparison does."""

from datetime import date

import pytest

from domain.rulebook.ready.ready import ready_rulebook
from tests.projections.given import GivenBooks
from tests.projections.late_acts_story import close, listed, open_county, reconcile, special_account, told

MARCH, JUNE, DECEMBER = date(2024, 3, 31), date(2024, 6, 30), date(2024, 12, 31)


@pytest.fixture
def books(given: GivenBooks) -> GivenBooks:
    books = open_county(given, ready_rulebook("2001-3").act_limits)
    special_account(books, date(2024, 2, 1))
    return books


def send_up(books: GivenBooks, on: date, until_on: date, report: str = "quarterly") -> None:
    paper = {"report": report, "report_until_on": until_on, "filed_with": "达州市财政局"}
    books.record("account.report_filed", "Z1", on=on, **paper)


def withdraw(books: GivenBooks, on: date, until_on: date, report: str = "quarterly") -> None:
    paper = {"report": report, "report_until_on": until_on, "reason": "退回修改"}
    books.record("account.report_withdrawn", "Z1", on=on, **paper)


def quarters(books: GivenBooks, on: date) -> list[tuple[str, str, int | None]]:
    return [row[1:] for row in told(listed(books, on, "quarterly_statement"))]


def test_a_statement_sent_up_is_the_day_that_counts(books: GivenBooks) -> None:
    close(books, "2024-03", date(2024, 4, 3))
    assert quarters(books, date(2024, 4, 16)) == [("2024-04-15", "missing", 1)]
    reconcile(books, MARCH, date(2024, 4, 10))
    assert quarters(books, date(2024, 4, 16)) == [("2024-04-15", "met", 0)]
    send_up(books, date(2024, 4, 17), MARCH)
    assert quarters(books, date(2024, 4, 18)) == [("2024-04-15", "late", 2)]


def test_a_statement_may_go_up_before_the_month_is_closed_or_the_account_compared(books: GivenBooks) -> None:
    send_up(books, date(2024, 4, 2), MARCH)
    close(books, "2024-03", date(2024, 4, 3))
    reconcile(books, MARCH, date(2024, 4, 20))
    assert quarters(books, date(2024, 4, 21)) == [("2024-04-15", "met", 0)]


def test_a_statement_that_was_given_back_leaves_the_limit_to_the_comparison(books: GivenBooks) -> None:
    reconcile(books, MARCH, date(2024, 4, 16))
    close(books, "2024-03", date(2024, 4, 17))
    send_up(books, date(2024, 4, 12), MARCH)
    assert quarters(books, date(2024, 4, 18)) == [("2024-04-15", "met", 0)]
    withdraw(books, date(2024, 4, 18), MARCH)
    assert quarters(books, date(2024, 4, 18)) == [("2024-04-15", "late", 1)]
    close(books, "2024-06", date(2024, 7, 3))
    send_up(books, date(2024, 7, 5), JUNE)
    withdraw(books, date(2024, 7, 6), JUNE)
    assert quarters(books, date(2024, 7, 18))[1] == ("2024-07-15", "missing", 3)


def test_the_statements_of_the_quarter_and_of_the_year_go_up_each_by_itself(books: GivenBooks) -> None:
    close(books, "2024-12", date(2025, 1, 8))
    send_up(books, date(2025, 1, 10), DECEMBER)
    assert told(listed(books, date(2025, 1, 21))) == [
        ("quarterly_statement", "2025-01-15", "met", 0),
        ("yearly_statement", "2025-01-20", "missing", 1),
    ]
    send_up(books, date(2025, 1, 21), DECEMBER, "yearly")
    assert [act.state for act in listed(books, date(2025, 1, 21))] == ["met", "late"]


def test_the_statement_of_an_account_that_is_no_special_one_stops_nothing(books: GivenBooks) -> None:
    paper = {"report": "quarterly", "report_until_on": MARCH, "filed_with": "达州市财政局"}
    books.record("account.report_filed", "Z2", on=date(2024, 4, 2), **paper)
    gone = {"report": "quarterly", "report_until_on": MARCH, "reason": "误登"}
    books.record("account.report_withdrawn", "Z2", on=date(2024, 4, 3), **gone)
    assert listed(books, date(2024, 4, 4)) == ()
