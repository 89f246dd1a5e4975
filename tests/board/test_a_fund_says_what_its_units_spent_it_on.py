"""单位用款 on the board: the page of a document says what its units spent, and what is proved."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest

from domain.rulebook.spending_rules import SpendingItem
from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import FUND, record_county
from tests.board.rules import REGULATIONS
from tests.board.test_the_board_tells_the_ledgers import words_of
from tests.given.claims import a_claim
from tests.given.fields import INDUSTRY
from tests.given.funds import an_allocation
from tests.given.rulebooks import a_rulebook
from tests.projections.given import GivenBooks
from tests.sources import levels

UNIT = ("unit", "D-ZJB")
COURSE = SpendingItem("training", "培训", "training course", "unit", ("invoice",), "县规2号")


def claimed(given: GivenBooks, claim_no: str, fen: int, item: str) -> None:
    given.record(
        "claim.submitted",
        claim_no,
        on=date(2024, 5, 6),
        **a_claim(
            claim_no,
            "unit",
            fen,
            (),
            UNIT,
            payee_id="f-school",
            payee_name="县职业培训学校",
            spending_item=item,
        ),
    )


@pytest.fixture(scope="module")
def board(database_url: str) -> Iterator[Board]:
    with new_books(database_url) as given:
        record_county(given)
        given.record(
            "rulebook.published",
            "county",
            **a_rulebook(replace(REGULATIONS, spending_items=(COURSE,)), 2, in_force_from=date(2024, 5, 1)),
        )
        given.record(
            "fund.allocated",
            FUND,
            on=date(2024, 5, 2),
            **an_allocation(
                "U1", levels(central=100_00), UNIT, decision_no="D1", spending_item="training", **INDUSTRY
            ),
        )
        for claim_no, fen, item in (
            ("U-1", 60_00, "training"),
            ("U-2", 30_00, ""),
            ("U-3", 7_77, "training"),
        ):
            claimed(given, claim_no, fen, item)
            given.record("claim.approved", claim_no, approved_fen=fen, opinion="同意")
        given.record("claim.withdrawn", "U-3", reason="重新报账")
        given.record("claim.paid", "U-1", payment_no="F-1", account_code="ZZ-01", amount_fen=60_00)
        given.record("claim.payment_refunded", "U-1", payment_no="F-1", amount_fen=5_00, reason="多付")
        given.record(
            "claim.delivery_accepted",
            "U-1",
            sheet="attendance_sheet",
            sheet_sha256="a1",
            delivered_quantity=2,
            delivered_unit="人次",
            accepted_fen=55_00,
        )
        follow(given)
        with serving(given.ledgers) as url:
            yield Board(url, given)


def table(page: str, name: str) -> str:
    (found,) = re.findall(rf"{name}.*?</table>", page, flags=re.DOTALL)
    return words_of(found)


def test_each_item_stands_with_what_was_approved_paid_and_proved(board: Board) -> None:
    said = table(board.get(f"/board/funds/{quote(FUND)}").text, "单位用款")
    assert "培训 D-ZJB 60.00 55.00 55.00" in said
    assert "未注明 D-ZJB 30.00 0.00 —" in said
    assert "7.77" not in said


def test_the_document_says_for_what_the_unit_was_given_the_money(board: Board) -> None:
    page = words_of(board.get(f"/board/funds/{quote(FUND)}").text)
    assert "凭 D1 向单位D-ZJB（培训）分配 100.00 元" in page


def test_in_english_the_item_has_its_english_name(board: Board) -> None:
    said = table(board.get(f"/board/funds/{quote(FUND)}?lang=en").text, "What the units spent it on")
    assert "training course D-ZJB" in said
