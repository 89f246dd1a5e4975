"""Rolls, gifts, assets and the audit trail: registers that a bookkeeper can read."""

from datetime import date
from typing import Any

import pytest

from projections.asset_ledger.query import assets, surveys, totals
from projections.audit_trail.query import TrailFilter, trail
from projections.gift_register.fold import PROJECTION as GIFT_REGISTER
from projections.gift_register.query import gift, gifts
from projections.reading.paging import Paging
from projections.roll_register.fold import PROJECTION as ROLL_REGISTER
from projections.roll_register.query import lines, lines_of_person, roll, rolls
from projections.words.writing import TOPICS
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import ACCOUNT
from tests.projections.year.gifts import GIFT, receive_gift
from tests.projections.year.places import VILLAGE
from tests.projections.year.rolls import ROLL, pay_roll
from tests.sources import shares

ALL = Paging(100)


def test_a_roll_shows_what_became_of_each_line(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = roll(cursor, ROLL)
        listed = lines(cursor, ROLL, ALL).rows
        back = lines(cursor, ROLL, ALL, state="cancelled").rows
        assert roll(cursor, "HMC9") is None
    assert found is not None
    assert page(
        [found.total], "state due_fen sent_fen confirmed_fen returned_fen cancelled_fen in_transit_fen"
    ) == ("sent | 3,000.00 | 4,000.00 | 1,000.00 | 2,000.00 | 1,000.00 | 1,000.00")
    assert page(found.sendings, "payment_no sent_on line_no count amount_fen") == block("""
        DF1 | 2024-03-06 | - | 3 | 3,000.00
        DF2 | 2024-03-08 | 2 | 1 | 1,000.00""")
    assert page(
        listed, "line_no person_id amount_fen state payment_no state_on bank_reason returns_count"
    ) == block("""
        1 | p-1 | 1,000.00 | confirmed | DF1 | 2024-03-07 | - | 0
        2 | p-2 | 1,000.00 | sent | DF2 | 2024-03-08 | 账号有误 | 1
        3 | p-3 | 1,000.00 | cancelled | DF1 | 2024-03-09 | 已销户 | 1""")
    assert [line.line_no for line in back] == [3]


def test_a_line_whose_cancellation_was_reversed_shows_what_the_bank_said(given: GivenBooks) -> None:
    pay_roll(given)
    given.record(
        "roll.line_cancellation_reversed",
        ROLL,
        on=date(2024, 3, 12),
        line_no=3,
        amount_fen=1_000_00,
        reason="同名村民迁出",
        sources=shares("F", county=1_000_00),
        year=2024,
        budget_code="2130505",
        project_code="P2",
    )
    given.follow(ROLL_REGISTER)
    with given.look() as cursor:
        found = roll(cursor, ROLL)
        last = lines(cursor, ROLL, ALL).rows[-1]
    assert found is not None
    assert page([found.total], "returned_fen cancelled_fen cancelled_count") == "2,000.00 | 0.00 | 0"
    shown = "line_no state payment_no state_on bank_reason returns_count"
    assert page([last], shown) == "3 | returned | DF1 | 2024-03-12 | 已销户 | 1"


def test_a_roll_shows_answers_that_were_put_right(given: GivenBooks) -> None:
    """A pay-back was none, and line 1 had come back after all; then again it had been paid."""
    pay_roll(given)
    kept: dict[str, Any] = {
        "sources": shares("F", county=400_00),
        "year": 2024,
        "budget_code": "2130505",
        "project_code": "P2",
        "reason": "银行更正",
        "payment_no": "DF1",
    }
    on = date(2024, 3, 12)
    line = {"line_no": 1, "refund_no": "TK1", "paid_in_year": 2024, "amount_fen": 400_00, "whole": False}
    given.record("roll.pay_back_reversed", ROLL, on=on, **kept, **line)
    given.record("roll.confirmation_reversed", ROLL, on=on, lines=(1,), amount_fen=1_000_00, **kept)
    given.follow(ROLL_REGISTER)
    with given.look() as cursor:
        found = roll(cursor, ROLL)
        (first, *_) = lines(cursor, ROLL, ALL).rows
    assert found is not None
    assert page([found.total], "confirmed_count confirmed_fen returned_fen paid_back_fen in_transit_fen") == (
        "0 | 0.00 | 3,000.00 | 0.00 | 1,000.00"
    )
    assert page(found.paid_back, "line_no refund_no amount_fen") == block("""
        1 | TK1 | 400.00
        1 | TK1 | -400.00""")
    assert page([first], "line_no state bank_reason returns_count") == "1 | returned | 银行更正 | 1"
    given.record("roll.return_reversed", ROLL, on=on, lines=(1,), amount_fen=1_000_00, **kept)
    given.follow(ROLL_REGISTER)
    with given.look() as cursor:
        (found_again,) = rolls(cursor, ALL).rows
        (first, *_) = lines(cursor, ROLL, ALL).rows
    assert page([found_again], "confirmed_count confirmed_fen returned_fen") == "1 | 1,000.00 | 2,000.00"
    assert page([first], "line_no state payment_no") == "1 | confirmed | DF1"


def test_a_person_finds_the_own_lines_only(county: GivenBooks) -> None:
    with county.look() as cursor:
        assert page(lines_of_person(cursor, "p-2"), "roll_no title line_no amount_fen state") == (
            "HMC1 | 改厕补助 | 2 | 1,000.00 | sent"
        )
        assert lines_of_person(cursor, "p-9") == ()
        assert [row.roll_no for row in rolls(cursor, ALL, project_code="P2", state="sent").rows] == [ROLL]


def test_a_gift_keeps_pledge_receipt_use_and_stock_apart(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = gift(cursor, GIFT)
        assert gift(cursor, "JZ9") is None
        assert gifts(cursor, ALL, donor_kind="person").rows == ()
    assert found is not None
    assert page(
        [found.total], "donor_name pledged_fen cash_fen cash_left_fen goods_fen goods_out_fen stock_fen"
    ) == ("某粮油公司 | 32,000.00 | 20,000.00 | 20,000.00 | 12,000.00 | 7,720.00 | 4,280.00")
    assert page(found.goods, "item unit received_quantity out_quantity stock_quantity stock_fen") == (
        "食用油 | 桶 | 300 | 193 | 107 | 4,280.00"
    )


def test_a_gift_is_used_by_payments_that_name_it(given: GivenBooks) -> None:
    receive_gift(given)
    money: dict[str, Any] = {
        "purpose_kind": "gift",
        "purpose_code": GIFT,
        "stage": "gift",
        "claim_no": "BZ7",
        "year": 2024,
        "budget_code": "",
        "sources": shares(GIFT, social=5_000_00),
        "amount_fen": 5_000_00,
    }
    paid: dict[str, Any] = {"roll_no": "", "payee_id": "f", "payee_name": "某商店"}
    for number in ("ZF7", "ZF8"):
        given.record("account.paid", ACCOUNT, payment_no=number, voucher_no=f"V{number}", **paid, **money)
    given.record("account.payment_reversed", ACCOUNT, payment_no="ZF8", reason="错付", **money)
    given.record("gift.purpose_changed", GIFT, purpose="修缮校舍", consent_sha256="a1")
    given.follow(GIFT_REGISTER)
    with given.look() as cursor:
        found = gift(cursor, GIFT)
    assert found is not None
    assert page([found.total], "purpose cash_used_fen cash_left_fen") == "修缮校舍 | 5,000.00 | 15,000.00"
    assert page(found.movements, "kind reference amount_fen") == block("""
        pledged | - | 32,000.00
        cash_received | JV1 | 20,000.00
        goods_received | 食用油 | 12,000.00
        goods_handed_out | 食用油 | -7,720.00
        paid | ZF7 | -5,000.00
        paid | ZF8 | -5,000.00
        payment_reversed | ZF8 | 5,000.00
        purpose_changed | - | 0.00""")


def test_what_a_gift_is_reversed_by_stands_in_red_in_the_register(given: GivenBooks) -> None:
    receive_gift(given)
    reversed_with: dict[str, Any] = {"reason": "记错捐赠"}
    given.record(
        "gift.hand_out_reversed",
        GIFT,
        item="食用油",
        handed_out_on=date(2024, 3, 1),
        quantity=193,
        unit="桶",
        value_fen=7_720_00,
        list_sha256="b8",
        **reversed_with,
    )
    given.record(
        "gift.goods_reversed",
        GIFT,
        item="食用油",
        received_on=date(2024, 3, 1),
        quantity=300,
        unit="桶",
        value_fen=12_000_00,
        evidence_sha256="a7",
        **reversed_with,
    )
    given.record(
        "gift.cash_reversed",
        GIFT,
        reversed_voucher_no="JV1",
        voucher_year=2024,
        account_code=ACCOUNT,
        amount_fen=20_000_00,
        **reversed_with,
    )
    given.follow(GIFT_REGISTER)
    with given.look() as cursor:
        found = gift(cursor, GIFT)
    assert found is not None
    assert page([found.total], "pledged_fen cash_fen goods_fen goods_out_fen stock_fen") == (
        "32,000.00 | 0.00 | 0.00 | 0.00 | 0.00"
    )
    assert page(found.goods, "received_quantity out_quantity stock_quantity") == "0 | 0 | 0"
    assert page(found.movements[4:], "kind reference amount_fen") == block("""
        hand_out_reversed | 食用油 | 7,720.00
        goods_reversed | 食用油 | -12,000.00
        cash_reversed | JV1 | -20,000.00""")


def test_an_asset_keeps_the_sources_that_it_was_made_of(county: GivenBooks) -> None:
    with county.look() as cursor:
        listed = assets(cursor, ALL, place=VILLAGE, asset_class="public").rows
        assert (
            page(totals(cursor), "asset_class owner_level count value_fen")
            == "public | village | 1 | 942,300.00"
        )
        (survey,) = surveys(cursor, place="511703")
    assert page(listed, "asset_no project_name owner keeper value_fen sources handed_over_on") == (
        "ZC1 | 桥头村道路硬化 | 桥头村 | 桥头村委会 | 942,300.00 | "
        "central 565,380.00 + provincial 376,920.00 | 2024-10-08"
    )
    assert page(survey.cuts[0].rows, "class_name count value_fen") == "公益性 | 1 | 942,300.00"


def test_every_fact_has_one_line_in_the_audit_trail(county: GivenBooks) -> None:
    with county.look() as cursor:
        entries = trail(cursor, ALL).rows
    assert [entry.position for entry in entries] == list(range(1, county.position + 1))
    assert {entry.topic for entry in entries} <= TOPICS
    assert (
        page(entries[2:4], "position effective_on actor stream sentence_zh")
        == block("""
        3 | 2024-01-02 | u-recorder | account/zh01 | 开立专账 zh01 衔接资金专账（达川区财政局）
        4 | 2024-01-05 | u-recorder | project/P1 | 桥头村委会申报工程项目 P1 桥头村道路硬化，估算 1,000,000.00 元""")
    )


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (TrailFilter(stream="claim/BZ1"), 6),
        (TrailFilter(topic="account.paid"), 4),
        (TrailFilter(actor="u-recorder", from_on=date(2024, 10, 1), to_on=date(2024, 10, 31)), 4),
        (TrailFilter(actor="u-nobody"), 0),
    ],
)
def test_the_trail_is_searched_by_stream_topic_person_and_day(
    county: GivenBooks, only: TrailFilter, found: int
) -> None:
    with county.look() as cursor:
        assert len(trail(cursor, ALL, only).rows) == found


def test_the_trail_reads_backwards_too(county: GivenBooks) -> None:
    with county.look() as cursor:
        first = trail(cursor, Paging(2), newest_first=True)
        second = trail(cursor, Paging(2, first.next_cursor), newest_first=True)
    last = county.position
    assert [entry.position for entry in (*first.rows, *second.rows)] == [last, last - 1, last - 2, last - 3]
