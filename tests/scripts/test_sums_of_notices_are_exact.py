from fractions import Fraction

import pytest

from scripts.demo.arithmetic import evaluate, holds
from scripts.demo.case import case, case_ids
from scripts.demo.county import CASES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1+0.2", Fraction(3, 10)),
        ("(5273-385-258)*0.01", Fraction("46.3")),
        ("(260200-16600)/700", Fraction(348)),
    ],
)
def test_a_sum_has_no_rounding(text: str, value: Fraction) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize("text", ["2**64", "a+1", "f()", "'1'", "-1"])
def test_anything_but_a_sum_is_not_evaluated(text: str) -> None:
    with pytest.raises(ValueError, match="not a sum"):
        evaluate(text)


def test_equality_has_the_tolerance_that_the_notice_needs() -> None:
    assert not holds("112.92+1+4.07", "==", "117.98")
    assert holds("112.92+1+4.07", "==", "117.98", "0.015")


def test_every_case_is_recorded_by_the_demo() -> None:
    assert set(CASES) == set(case_ids())


@pytest.mark.parametrize("case_id", CASES)
def test_true_sums_are_true_and_contradictions_are_contradictions(case_id: str) -> None:
    for check in case(case_id).checks:
        assert check.holds == check.expected, check.check_id


def test_a_printed_amount_is_a_whole_number_of_fen_or_a_bug() -> None:
    assert case("D01").fen("1839.2229") == 1_839_222_900
    with pytest.raises(AssertionError):
        case("B05").fen("0.001")
