"""Household payments with failures, and gifts: their accounts close as the trade expects."""

from datetime import date
from typing import Any

from domain.money.sources import SourceShare
from domain.rolls.values import ReturnedLine
from projections.source_of_money import query as source_of_money
from projections.source_of_money.fold import PROJECTION as SOURCE_OF_MONEY
from projections.trial_balance.fold import PROJECTION as TRIAL_BALANCE
from projections.trial_balance.query import trial_balance
from tests.given.accounts import an_entry
from tests.given.rolls import a_roll
from tests.projections import worked_example as example
from tests.projections.given import GivenBooks
from tests.sources import levels, shares

ROLL = "FF2024-01"
GIFT = "JZ01"


def paid(
    given: GivenBooks, stage: str, sources: tuple[SourceShare, ...], number: int, **payload: Any
) -> None:
    fields: dict[str, Any] = {
        "payment_no": f"ZF{number}",
        "voucher_no": f"PZ{number}",
        "claim_no": "",
        "roll_no": ROLL,
        "purpose_kind": "project",
        "purpose_code": example.PROJECT,
        "stage": stage,
        "payee_id": "",
        "payee_name": "代发银行",
        "sources": sources,
        "amount_fen": sum(share.amount_fen for share in sources),
        "year": 2024,
        "budget_code": "2130505",
    }
    given.record("account.paid", example.ACCOUNT, **(fields | payload))


OF_PROJECT: dict[str, Any] = {"year": 2024, "budget_code": "2130505", "project_code": example.PROJECT}


def of_both(total_fen: int) -> tuple[SourceShare, ...]:
    return shares(example.FUND, central=total_fen * 6 // 10, provincial=total_fen * 4 // 10)


def household_payment(given: GivenBooks) -> None:
    """50 × 1,000: two bounce, one of them is sent again, the other is cancelled."""
    given.record(
        "roll.drawn_up",
        ROLL,
        **a_roll(ROLL, 50, 50_000_00, project_code=example.PROJECT, account_code=example.ACCOUNT),
    )
    given.record("roll.approved", ROLL, sources=of_both(50_000_00), amount_fen=50_000_00, **OF_PROJECT)
    given.record("roll.sent", ROLL, payment_no="ZF1", amount_fen=50_000_00, count=50)
    paid(given, "roll", of_both(50_000_00), 1)
    confirmed(given, "ZF1", tuple(range(1, 49)), 48_000_00)
    bounced(given)
    given.record("roll.line_resent", ROLL, line_no=49, payment_no="ZF2", amount_fen=1_000_00)
    paid(given, "roll", of_both(1_000_00), 2)
    confirmed(given, "ZF2", (49,), 1_000_00)
    given.record(
        "roll.line_cancelled",
        ROLL,
        line_no=50,
        amount_fen=1_000_00,
        reason="死亡",
        sources=of_both(1_000_00),
        **OF_PROJECT,
    )


def confirmed(given: GivenBooks, payment_no: str, lines: tuple[int, ...], amount_fen: int) -> None:
    given.record(
        "roll.bank_confirmed",
        ROLL,
        payment_no=payment_no,
        lines=lines,
        amount_fen=amount_fen,
        sources=of_both(amount_fen),
        **OF_PROJECT,
    )


def bounced(given: GivenBooks) -> None:
    given.record(
        "roll.bank_returned",
        ROLL,
        payment_no="ZF1",
        lines=(ReturnedLine(49, "户名不符"), ReturnedLine(50, "销户")),
        amount_fen=2_000_00,
    )
    given.record(
        "account.roll_returned",
        example.ACCOUNT,
        roll_no=ROLL,
        payment_no="ZF1",
        count=2,
        **an_entry(of_both(2_000_00)),
    )


def closings(given: GivenBooks, chart: str = "neutral", **where: str) -> dict[str, int]:
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    with given.look() as cursor:
        balance = trial_balance(cursor, on=date(2025, 12, 31), chart=chart, where=where)
    assert all(total.balanced for total in balance.totals)
    return {line.account: line.closing_fen for line in balance.lines if line.closing_fen}


def test_a_household_payment_with_failures_leaves_the_fund_down_by_what_was_paid(given: GivenBooks) -> None:
    example.quota(given)
    household_payment(given)
    assert closings(given) == {
        "1020": 941_000_00,
        "2010": -941_000_00,
        "Q10": 1_000_000_00,
        "Q30": -10_000_00,
        "Q40": -941_000_00,
        "Q50": -49_000_00,
    }


def test_a_cancelled_line_that_is_owed_again_stands_as_it_was_returned(given: GivenBooks) -> None:
    example.quota(given)
    household_payment(given)
    cancelled = closings(given)
    given.record(
        "roll.line_cancellation_reversed",
        ROLL,
        line_no=50,
        amount_fen=1_000_00,
        reason="同名",
        sources=of_both(1_000_00),
        **OF_PROJECT,
    )
    moved = {account: closings(given)[account] - fen for account, fen in cancelled.items()}
    assert moved == {
        "1020": 0,
        "2010": 1_000_00,
        "Q10": 0,
        "Q30": 0,
        "Q40": 1_000_00,
        "Q50": -1_000_00,
    }


def put_right(given: GivenBooks, on: date, topic: str, back: str, lines: tuple[int, ...]) -> None:
    """An answer of the bank put right, with what it does in the account."""
    amount_fen = len(lines) * 1_000_00
    moved: dict[str, Any] = {"payment_no": "ZF1", "amount_fen": amount_fen, "sources": of_both(amount_fen)}
    given.record(topic, ROLL, on=on, lines=lines, reason="银行更正", **moved, **OF_PROJECT)
    why = {} if back == "account.roll_returned" else {"reason": "银行更正"}
    given.record(
        back,
        example.ACCOUNT,
        on=on,
        roll_no=ROLL,
        purpose_kind="project",
        purpose_code=example.PROJECT,
        count=len(lines),
        year=2024,
        budget_code="2130505",
        **moved,
        **why,
    )


def test_answers_put_right_leave_the_ledgers_as_if_they_had_been_right(given: GivenBooks) -> None:
    example.quota(given)
    household_payment(given)
    before = [closings(given, chart) for chart in ("neutral", "county_unit", "village")]
    given.follow(SOURCE_OF_MONEY)
    on = date(2025, 1, 10)
    put_right(given, on, "roll.confirmation_reversed", "account.roll_returned", (1, 2))
    assert closings(given)["1020"] == 943_000_00
    assert closings(given)["2140"] == -2_000_00
    put_right(given, on, "roll.return_reversed", "account.roll_return_reversed", (1, 2))
    assert [closings(given, chart) for chart in ("neutral", "county_unit", "village")] == before
    with given.look() as cursor:
        sent = source_of_money.payment_sources(cursor, example.ACCOUNT, "ZF1")
    assert [(one.paid_fen, one.returned_fen) for one in sent] == [(30_000_00, 1_200_00), (20_000_00, 800_00)]


def test_a_pay_back_that_was_none_leaves_the_ledgers_as_before(given: GivenBooks) -> None:
    example.quota(given)
    household_payment(given)
    before = [closings(given, chart) for chart in ("neutral", "county_unit", "village")]
    on = date(2025, 1, 10)
    line: dict[str, Any] = {
        "line_no": 1,
        "payment_no": "ZF1",
        "refund_no": "TK1",
        "paid_in_year": 2024,
        "amount_fen": 1_000_00,
        "whole": True,
        "reason": "记错",
        "sources": of_both(1_000_00),
        **OF_PROJECT,
    }
    money: dict[str, Any] = {
        "payment_no": "ZF1",
        "refund_no": "TK1",
        "reason": "记错",
        "stage": "roll",
        "claim_no": "",
        "purpose_kind": "project",
        "purpose_code": example.PROJECT,
        "sources": of_both(1_000_00),
        "amount_fen": 1_000_00,
        "year": 2024,
        "budget_code": "2130505",
    }
    given.record("roll.line_paid_back", ROLL, on=on, **line)
    given.record("account.refunded", example.ACCOUNT, on=on, **money)
    assert closings(given)["1020"] == 942_000_00
    given.record("roll.pay_back_reversed", ROLL, on=on, **line)
    given.record("account.return_reversed", example.ACCOUNT, on=on, **money)
    assert [closings(given, chart) for chart in ("neutral", "county_unit", "village")] == before


def test_a_bounced_line_counts_as_returned_in_its_payment_and_not_as_paid_in_its_project(
    given: GivenBooks,
) -> None:
    example.quota(given)
    household_payment(given)
    given.follow(SOURCE_OF_MONEY)
    with given.look() as cursor:
        sent = source_of_money.payment_sources(cursor, example.ACCOUNT, "ZF1")
        sources = source_of_money.project_sources(cursor, example.PROJECT)
    assert [(one.paid_fen, one.returned_fen) for one in sent] == [(30_000_00, 1_200_00), (20_000_00, 800_00)]
    assert [one.paid_fen for one in sources] == [29_400_00, 19_600_00]


def test_the_unit_owes_households_until_the_bank_has_paid_them(given: GivenBooks) -> None:
    example.quota(given)
    household_payment(given)
    assert closings(given, "county_unit") == {
        "4001": -49_000_00,
        "5001": 49_000_00,
        "6001": -49_000_00,
        "7101": 49_000_00,
    }


def gift(given: GivenBooks) -> None:
    """20,000 in cash; 300 barrels at 40, of which 193 are handed out."""
    given.record(
        "account.gift_arrived", example.ACCOUNT, voucher_no="JZ1", gift_no=GIFT, amount_fen=20_000_00
    )
    given.record(
        "gift.goods_received",
        GIFT,
        item="菜籽油",
        quantity=300,
        unit="桶",
        value_fen=12_000_00,
        evidence_kind="invoice",
        evidence_sha256="",
    )
    given.record(
        "gift.goods_handed_out", GIFT, item="菜籽油", quantity=193, value_fen=7_720_00, list_sha256=""
    )


def test_a_gift_in_cash_and_kind_stands_beside_the_budget(given: GivenBooks) -> None:
    gift(given)
    assert closings(given) == {"1020": 20_000_00, "1410": 4_280_00, "2210": -20_000_00, "2220": -4_280_00}
    assert closings(given, "county_unit") == {"1002": 20_000_00, "1891": 4_280_00, "2901": -24_280_00}
    assert closings(given, level="social", document_no=GIFT) == closings(given)


def test_a_gift_that_was_entered_by_mistake_leaves_nothing_in_any_chart(given: GivenBooks) -> None:
    gift(given)
    of_goods: dict[str, Any] = {"item": "菜籽油", "unit": "桶", "reason": "记错"}
    given.record(
        "gift.hand_out_reversed",
        GIFT,
        handed_out_on=date(2024, 3, 1),
        quantity=193,
        value_fen=7_720_00,
        list_sha256="",
        **of_goods,
    )
    given.record(
        "gift.goods_reversed",
        GIFT,
        received_on=date(2024, 3, 1),
        quantity=300,
        value_fen=12_000_00,
        evidence_sha256="",
        **of_goods,
    )
    given.record(
        "account.gift_reversed",
        example.ACCOUNT,
        reversed_voucher_no="JZ1",
        voucher_year=2024,
        gift_no=GIFT,
        amount_fen=20_000_00,
        reason="记错",
    )
    assert [closings(given, chart) for chart in ("neutral", "county_unit", "village")] == [{}, {}, {}]


def test_a_gift_that_was_paid_out_leaves_no_cash_and_no_debt(given: GivenBooks) -> None:
    gift(given)
    sources = (SourceShare(GIFT, "social", 20_000_00),)
    paid(
        given, "gift", sources, 1, purpose_kind="gift", purpose_code=GIFT, roll_no="", year=0, budget_code=""
    )
    assert closings(given) == {"1410": 4_280_00, "2220": -4_280_00}
    assert closings(given, "village") == {"121": 4_280_00, "311": -32_000_00, "514": 27_720_00}


def fee_paid_and_returned(given: GivenBooks, on: date) -> None:
    example.quota(given)
    fee = shares(example.FUND, central=3_000_00, provincial=2_000_00)
    of_fee: dict[str, Any] = {"purpose_kind": "fee", "purpose_code": ""}
    paid(given, "fee", fee, 1, **of_fee)
    given.record(
        "account.payment_returned",
        example.ACCOUNT,
        on=on,
        payment_no="ZF1",
        bank_reference="T1",
        reason="账号错误",
        stage="fee",
        claim_no="",
        sources=fee,
        amount_fen=5_000_00,
        year=2024,
        budget_code="2130505",
        **of_fee,
    )


def test_a_returned_payment_of_the_fee_takes_back_what_was_spent(given: GivenBooks) -> None:
    fee_paid_and_returned(given, date(2024, 3, 5))
    assert "Q50" not in closings(given)
    assert closings(given)["1020"] == 990_000_00
    assert closings(given, "county_unit") == {}


def test_a_payment_returned_in_a_later_year_corrects_the_surplus_of_former_years(given: GivenBooks) -> None:
    fee_paid_and_returned(given, date(2025, 1, 5))
    assert closings(given)["1020"] == 990_000_00
    assert closings(given, "county_unit") == {
        "1002": 5_000_00,
        "3501": -5_000_00,
        "4001": -5_000_00,
        "5001": 5_000_00,
        "6001": -5_000_00,
        "7101": 5_000_00,
        "8001": 5_000_00,
        "8101": -5_000_00,
    }


def test_an_adjusted_allocation_changes_its_purpose_and_keeps_its_source(given: GivenBooks) -> None:
    example.quota(given)
    given.record(
        "fund.allocation_adjusted",
        example.FUND,
        from_allocation_no="A2",
        to_allocation_no="A1",
        decision_no="D2",
        sources=levels(central=600_00),
        amount_fen=600_00,
        reason="管理费节余转项目",
    )
    given.follow(TRIAL_BALANCE)
    with given.look() as cursor:
        balance = trial_balance(
            cursor, on=date(2024, 12, 31), by=("purpose_kind", "level"), where={"document_no": example.FUND}
        )
    allocated = {
        (line.dimensions["purpose_kind"], line.dimensions["level"]): line.closing_fen
        for line in balance.lines
        if line.account == "Q30" and line.closing_fen
    }
    assert allocated == {
        ("fee", "central"): -5_400_00,
        ("fee", "provincial"): -4_000_00,
        ("project", "central"): -600_00,
    }
