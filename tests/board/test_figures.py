"""Figures for people: the same amount, exactly, in yuan, 万元 and million."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.board import figures
from api.board.bars import WHOLE, segments
from api.board.pages.overview import money_bar
from domain.money.fen import fen_from_wan, fen_from_yuan
from projections.fund_ledger.overview import YearTotal


@pytest.mark.parametrize(
    ("amount_fen", "chinese", "english"),
    [
        (0, ("0", "元"), ("0", "yuan")),
        (7_284_550, ("72,845.50", "元"), ("72,845.50", "yuan")),
        (5_273_000_000, ("5,273", "万元"), ("52.73", "million yuan")),
        (1_259_000_100, ("1,259.0001", "万元"), ("12,590,001", "yuan")),
        (-872_400, ("−8,724", "元"), ("−8,724", "yuan")),
        (1_000_000, ("1", "万元"), ("10,000", "yuan")),
    ],
)
def test_an_amount_in_running_text(
    amount_fen: int, chinese: tuple[str, str], english: tuple[str, str]
) -> None:
    assert figures.amount(amount_fen, "zh") == chinese
    assert figures.amount(amount_fen, "en") == english


@given(st.integers(-(10**15), 10**15))
def test_no_amount_is_rounded(amount_fen: int) -> None:
    number, unit = figures.amount(amount_fen, "zh")
    read = fen_from_wan if unit == "万元" else fen_from_yuan
    assert read(number.replace("−", "-").replace(",", "")) == amount_fen
    assert fen_from_yuan(figures.yuan(amount_fen).replace("−", "-")) == amount_fen


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九")]
)
def test_headings_are_counted_in_chinese(number: int, text: str) -> None:
    assert figures.ordinal(number) == text


def test_days_and_instants_are_written_out_in_beijing_time() -> None:
    assert figures.day(date(2024, 3, 5), "zh") == "2024年3月5日"
    assert figures.day(date(2024, 3, 5), "en") == "5 March 2024"
    assert figures.instant(datetime(2024, 3, 5, 16, 4, tzinfo=UTC), "zh") == "2024年3月6日 00:04"


@given(st.lists(st.integers(-(10**12), 10**12), max_size=5), st.integers(-1, 10**12))
def test_a_bar_never_runs_over_its_end(parts: list[int], whole_fen: int) -> None:
    drawn = segments([("paid", part) for part in parts], whole_fen)
    lengths = sum(round(float(piece.length.removesuffix("%")) * 100) for piece in drawn)
    assert lengths <= WHOLE


@pytest.mark.parametrize(
    ("allocated_fen", "pieces"),
    [
        (600, [("paid", "30.00%"), ("idle", "15.00%"), ("recovered", "10.00%"), ("allocated", "5.00%")]),
        (520, [("paid", "30.00%"), ("idle", "15.00%"), ("recovered", "7.00%")]),
    ],
)
def test_the_pieces_of_the_money_bar_are_the_figures_beside_it(
    allocated_fen: int, pieces: list[tuple[str, str]]
) -> None:
    total = YearTotal(
        year=2025,
        documents_count=1,
        received_fen=1_000,
        unallocated_fen=1_000 - allocated_fen,
        allocated_fen=allocated_fen,
        arrived_fen=550,
        paid_fen=300,
        recovered_fen=100,
        idle_fen=150,
    )
    assert [(piece.tone, piece.length) for piece in money_bar(total)] == pieces
