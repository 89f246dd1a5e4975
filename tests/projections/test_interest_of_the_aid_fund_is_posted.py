"""Interest that stays with the aid fund: earmarked, planned, paid over and taken back, in the chart of the unit too."""

from datetime import date
from typing import Any

from tests.projections import worked_example as example
from tests.projections.given import GivenBooks
from tests.projections.test_household_payments_and_gifts import closings


def test_interest_of_the_aid_fund_stays_earmarked(given: GivenBooks) -> None:
    interest_of_the_fund(given)
    assert closings(given) == {"1020": 1_234_56, "2010": -1_234_56}
    assert closings(given, "county_unit") == {
        "1002": 1_234_56,
        "4604": -1_234_56,
        "6609": -1_234_56,
        "8001": 1_234_56,
    }


def interest_of_the_fund(given: GivenBooks) -> None:
    given.record(
        "account.interest_received",
        example.ACCOUNT,
        voucher_no="L1",
        amount_fen=1_234_56,
        period_from=date(2024, 1, 1),
        period_to=date(2024, 3, 1),
        owner="aid_fund",
    )


PLANNED: dict[str, Any] = {
    "document_no": example.FUND,
    "allocation_no": "A1",
    "amount_fen": 1_000_00,
    "owner": "aid_fund",
}
REVERSED: dict[str, Any] = {"voucher_year": 2024, "reason": "记错"}


def test_interest_of_the_aid_fund_that_is_planned_or_paid_over_is_spent_in_the_books_of_the_unit(
    given: GivenBooks,
) -> None:
    interest_of_the_fund(given)
    given.record("account.interest_planned", example.ACCOUNT, voucher_no="Z1", **PLANNED)
    over: dict[str, Any] = {"amount_fen": 34_56, "receiver": "财政局", "owner": "aid_fund"}
    given.record("account.interest_paid_over", example.ACCOUNT, voucher_no="J1", **over)
    assert closings(given) == {"1020": 200_00, "2010": -200_00}
    assert closings(given, "county_unit") == {
        "1002": 200_00,
        "4604": -1_234_56,
        "5001": 1_034_56,
        "6609": -1_234_56,
        "7101": 1_034_56,
        "8001": 200_00,
    }
    given.record(
        "account.interest_payment_reversed", example.ACCOUNT, reversed_voucher_no="J1", **over, **REVERSED
    )
    given.record(
        "account.interest_plan_reversed", example.ACCOUNT, reversed_voucher_no="Z1", **PLANNED, **REVERSED
    )
    assert closings(given, "county_unit") == {
        "1002": 1_234_56,
        "4604": -1_234_56,
        "6609": -1_234_56,
        "8001": 1_234_56,
    }


def test_planned_interest_of_a_former_year_that_is_interest_again_corrects_the_surplus(
    given: GivenBooks,
) -> None:
    interest_of_the_fund(given)
    given.record("account.interest_planned", example.ACCOUNT, voucher_no="Z1", **PLANNED)
    given.record(
        "account.interest_plan_reversed",
        example.ACCOUNT,
        on=date(2025, 2, 1),
        reversed_voucher_no="Z1",
        **PLANNED,
        **REVERSED,
    )
    unit = closings(given, "county_unit")
    assert (unit["5001"], unit["3501"], unit["7101"], unit["8202"]) == (
        1_000_00,
        -1_000_00,
        1_000_00,
        -1_000_00,
    )
    assert closings(given) == {"1020": 1_234_56, "2010": -1_234_56}
