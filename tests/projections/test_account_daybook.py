"""The account daybook: every posting with the balance after it, and the comparisons with the bank."""

from datetime import date
from typing import Any

import pytest

from projections.account_daybook.fold import PROJECTION
from projections.account_daybook.query import DaybookFilter, account, accounts, daybook, reconciliations
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import ACCOUNT, FUND
from tests.projections.year.accounts import open_account
from tests.sources import shares

ALL = Paging(100)
COLUMNS = "effective_on voucher_no reference kind in_fen out_fen balance_fen"


def test_the_running_balance_follows_the_journal_also_where_days_do_not(county: GivenBooks) -> None:
    """The gift of 1 March was entered after the payments of that month: its row stands where it was entered."""
    with county.look() as cursor:
        rows = daybook(cursor, ACCOUNT, ALL).rows
    assert page(rows, COLUMNS) == block(f"""
        2024-03-01 | V1 | {FUND} | money_arrived | 990,000.00 | 0.00 | 990,000.00
        2024-03-20 | PZ1 | ZF1 | paid | 0.00 | 288,000.00 | 702,000.00
        2024-03-21 | TP1 | ZF1 | payment_returned | 288,000.00 | 0.00 | 990,000.00
        2024-03-22 | PZ11 | ZF11 | paid | 0.00 | 288,000.00 | 702,000.00
        2024-03-01 | JV1 | JZ1 | gift_arrived | 20,000.00 | 0.00 | 722,000.00
        2024-06-10 | PZ2 | ZF2 | paid | 0.00 | 192,000.00 | 530,000.00
        2024-09-30 | PZ3 | ZF3 | paid | 0.00 | 434,031.00 | 95,969.00
        2024-10-20 | V9 | {FUND} | surplus_returned | 0.00 | 47,700.00 | 48,269.00""")
    assert page(rows[1:2], "party stage purpose_code sources sentence_zh") == (
        "达川建筑公司 | advance | P1 | central 172,800.00 + provincial 115,200.00 | 向达川建筑公司支付项目P1的预付款 "
        "288,000.00 元（中央 172,800.00 元、省级 115,200.00 元），报账单 BZ1，付款 ZF1，凭证 PZ1"
    )
    assert rows[0].recorded_at.tzinfo is not None


def test_an_account_shows_its_balance_and_its_last_reconciliation(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = account(cursor, ACCOUNT)
        compared = reconciliations(cursor, ACCOUNT)
    assert found is not None
    assert page(
        [found], "code mode in_fen out_fen balance_fen entries_count reconciled_on differences_count"
    ) == ("zh01 | special_ledger | 1,298,000.00 | 1,249,731.00 | 48,269.00 | 8 | 2024-10-31 | 1")
    assert page(compared, "statement_on bank_balance_fen ledger_balance_fen matched_count") == (
        "2024-10-31 | 48,200.00 | 48,269.00 | 7"
    )
    assert page(compared[0].differences, "side voucher_no on amount_fen text") == (
        "bank | SX1 | 2024-10-30 | -69.00 | 手续费"
    )


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (DaybookFilter(from_on=date(2024, 6, 10), to_on=date(2024, 9, 30)), 2),
        (DaybookFilter(kind="paid"), 4),
        (DaybookFilter(purpose_kind="project", purpose_code="P1"), 7),
        (DaybookFilter(voucher_no="PZ11"), 1),
    ],
)
def test_postings_are_found_by_day_kind_purpose_and_voucher(
    county: GivenBooks, only: DaybookFilter, found: int
) -> None:
    with county.look() as cursor:
        assert len(daybook(cursor, ACCOUNT, ALL, only).rows) == found


def post_and_undo(given: GivenBooks) -> None:
    """An arrival, a gift and a payment reversed, a payment refunded, interest of both owners."""
    open_account(given)
    money: dict[str, Any] = {
        "purpose_kind": "project",
        "purpose_code": "P1",
        "year": 2024,
        "budget_code": "2130505",
        "sources": shares(FUND, central=100_00),
        "amount_fen": 100_00,
    }
    arrival: dict[str, Any] = {"document_no": FUND, "allocation_no": "A1"}
    undone: dict[str, Any] = {"stage": "unit", "claim_no": "", "payment_no": "ZF1", "reason": "错付"}
    given.record("account.money_arrived", ACCOUNT, voucher_no="V1", **arrival, **money)
    given.record(
        "account.arrival_reversed",
        ACCOUNT,
        reversed_voucher_no="V1",
        arrived_year=2024,
        reason="错",
        **arrival,
        **money,
    )
    given.record("account.money_arrived", ACCOUNT, voucher_no="V2", **arrival, **money)
    paid: dict[str, Any] = {
        "stage": "unit",
        "claim_no": "",
        "roll_no": "",
        "payee_id": "f-1",
        "payee_name": "水利站",
    }
    given.record("account.paid", ACCOUNT, payment_no="ZF1", voucher_no="V3", **paid, **money)
    given.record("account.payment_reversed", ACCOUNT, **undone, **money)
    given.record("account.paid", ACCOUNT, payment_no="ZF2", voucher_no="V4", **paid, **money)
    given.record("account.refunded", ACCOUNT, refund_no="TK1", **undone | {"payment_no": "ZF2"}, **money)
    given.record(
        "account.return_reversed", ACCOUNT, refund_no="TK1", **undone | {"payment_no": "ZF2"}, **money
    )
    given.record("account.refunded", ACCOUNT, refund_no="TK2", **undone | {"payment_no": "ZF2"}, **money)
    gift: dict[str, Any] = {"gift_no": "JZ1", "amount_fen": 3_00}
    given.record("account.gift_arrived", ACCOUNT, voucher_no="V5", **gift)
    given.record(
        "account.gift_reversed", ACCOUNT, reversed_voucher_no="V5", voucher_year=2024, reason="错", **gift
    )
    earn_and_undo_interest(given)
    given.record("account.closed", ACCOUNT, on=date(2024, 12, 31), reason="并户")


def earn_and_undo_interest(given: GivenBooks) -> None:
    """Interest of both owners, and a payment of it to the treasury; all of it reversed."""
    days: dict[str, Any] = {"period_from": date(2024, 1, 1), "period_to": date(2024, 3, 20)}
    given.record(
        "account.interest_received", ACCOUNT, voucher_no="L1", amount_fen=5_00, owner="treasury", **days
    )
    given.record(
        "account.interest_received", ACCOUNT, voucher_no="L2", amount_fen=7_00, owner="aid_fund", **days
    )
    given.record(
        "account.interest_paid_over",
        ACCOUNT,
        voucher_no="L3",
        amount_fen=2_00,
        receiver="国库",
        owner="treasury",
    )
    reversed_with: dict[str, Any] = {"voucher_year": 2024, "owner": "treasury", "reason": "错"}
    given.record(
        "account.interest_payment_reversed",
        ACCOUNT,
        reversed_voucher_no="L3",
        amount_fen=2_00,
        receiver="国库",
        **reversed_with,
    )
    given.record(
        "account.interest_reversed", ACCOUNT, reversed_voucher_no="L1", amount_fen=5_00, **reversed_with
    )
    given.record(
        "account.interest_reversed",
        ACCOUNT,
        reversed_voucher_no="L2",
        amount_fen=7_00,
        **reversed_with | {"owner": "aid_fund"},
    )


def test_a_reversal_stands_in_red_on_its_own_side(given: GivenBooks) -> None:
    """红字冲销 is a negative amount on the side of the first posting; a refund comes in; interest has its owner."""
    post_and_undo(given)
    given.follow(PROJECTION)
    with given.look() as cursor:
        rows = daybook(cursor, ACCOUNT, ALL).rows
        (found,) = accounts(cursor, ALL, place="5117").rows
    assert page(rows, "voucher_no reference kind in_fen out_fen balance_fen") == block(f"""
        V1 | {FUND} | money_arrived | 100.00 | 0.00 | 100.00
        V1 | {FUND} | arrival_reversed | -100.00 | 0.00 | 0.00
        V2 | {FUND} | money_arrived | 100.00 | 0.00 | 100.00
        V3 | ZF1 | paid | 0.00 | 100.00 | 0.00
        - | ZF1 | payment_reversed | 0.00 | -100.00 | 100.00
        V4 | ZF2 | paid | 0.00 | 100.00 | 0.00
        - | TK1 | refunded | 100.00 | 0.00 | 100.00
        - | ZF2 | return_reversed | -100.00 | 0.00 | 0.00
        - | TK2 | refunded | 100.00 | 0.00 | 100.00
        V5 | JZ1 | gift_arrived | 3.00 | 0.00 | 103.00
        V5 | JZ1 | gift_reversed | -3.00 | 0.00 | 100.00
        L1 | - | interest_received | 5.00 | 0.00 | 105.00
        L2 | - | interest_received | 7.00 | 0.00 | 112.00
        L3 | - | interest_paid_over | 0.00 | 2.00 | 110.00
        L3 | - | interest_payment_reversed | 0.00 | -2.00 | 112.00
        L1 | - | interest_reversed | -5.00 | 0.00 | 107.00
        L2 | - | interest_reversed | -7.00 | 0.00 | 100.00""")
    assert (found.balance_fen, found.interest_due_fen, found.closed_on) == (100_00, 0, date(2024, 12, 31))
