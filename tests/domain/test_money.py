"""金额: text, capitals and splitting are exact to the fen."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money.amount_text import percent_text
from domain.money.fen import (
    LARGEST_FEN,
    basis_points,
    capitals,
    check_amount,
    fen_from_capitals,
    fen_from_wan,
    fen_from_yuan,
    share,
    split_by_remaining,
    wan_text,
    yuan_text,
)
from domain.money.refusals import AmountMisread, AmountOutOfRange

amounts = st.integers(-LARGEST_FEN, LARGEST_FEN)
weights = st.lists(st.integers(0, 10**12), min_size=1, max_size=12).filter(any)


@given(amounts)
def test_yuan_and_wan_text_read_back_to_the_same_fen(fen: int) -> None:
    assert fen_from_yuan(yuan_text(fen)) == fen
    assert fen_from_wan(wan_text(fen)) == fen


@given(st.integers(0, LARGEST_FEN))
def test_capitals_read_back_to_the_same_fen(fen: int) -> None:
    assert fen_from_capitals(capitals(fen)) == fen


@given(st.integers(1, 99_999_999))
def test_capitals_are_those_of_another_writer(yuan: int) -> None:
    assert capitals(yuan * 100) == cn2an.an2cn(str(yuan), "rmb")


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (110, "壹元壹角整"),
        (1_001, "壹拾元零壹分"),
        (79_200_000, "柒拾玖万贰仟元整"),
        (100_000_500, "壹佰万零伍元整"),
        (10**14, "壹万亿元整"),
    ],
)
def test_capitals_follow_the_writing_of_vouchers(fen: int, text: str) -> None:
    assert capitals(fen) == text


def test_printed_notices_are_read() -> None:
    assert fen_from_wan("724.712484") == 724_712_484
    assert fen_from_wan("2101.905898") == 2_101_905_898
    assert fen_from_capitals("柒拾玖万两仟元整") == 79_200_000
    assert fen_from_capitals("壹拾圆正") == 1_000
    assert fen_from_yuan("50,151.68") == 5_015_168


@pytest.mark.parametrize("text", ["", "一千", "1.005", "1,00", "1e5", "１２.3.4", "NaN", "- 1", "12元"])
def test_what_is_no_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountMisread):
        fen_from_yuan(text)


def test_finer_than_a_fen_is_refused_and_never_rounded() -> None:
    with pytest.raises(AmountMisread):
        fen_from_wan("1.2345678")
    assert fen_from_wan("1.2345670") == 1_234_567


@pytest.mark.parametrize("text", ["", "元", "玖佰", "壹拾元伍", "壹甲元", "壹元伍角叁分肆"])
def test_broken_capitals_are_refused(text: str) -> None:
    with pytest.raises(AmountMisread):
        fen_from_capitals(text)


@pytest.mark.parametrize("given_amount", [0, -1, LARGEST_FEN + 1, 1.0, True, "5"])
def test_an_amount_is_a_positive_whole_number_of_fen(given_amount: object) -> None:
    with pytest.raises(AmountOutOfRange):
        check_amount(given_amount)  # type: ignore[arg-type]  # what a careless caller may hand over


@given(st.integers(0, LARGEST_FEN), weights)
def test_shares_sum_to_the_total_and_stay_within_a_fen_of_the_exact_part(total: int, by: list[int]) -> None:
    parts = share(total, by)
    assert sum(parts) == total
    for part, weight in zip(parts, by, strict=True):
        assert abs(part * sum(by) - total * weight) < sum(by)


@given(weights, st.lists(st.integers(0, 10_000), max_size=6))
def test_splits_of_a_rest_never_exceed_a_part_and_end_at_zero(rest: list[int], shares_bp: list[int]) -> None:
    left = list(rest)
    for share_bp in (*shares_bp, 10_000):
        parts = split_by_remaining(sum(left) * share_bp // 10_000, left)
        assert all(0 <= part <= had for part, had in zip(parts, left, strict=True))
        left = [had - part for part, had in zip(parts, left, strict=True)]
    assert not any(left)


def test_rates_round_down_to_the_fen() -> None:
    assert basis_points(96_000_000, 3_000) == 28_800_000
    assert basis_points(94_230_000, 300) == 2_826_900
    assert basis_points(33, 100) == 0
    assert percent_text(150) == "1.5%"
    assert percent_text(100) == "1%"
    assert percent_text(-25) == "-0.25%"
