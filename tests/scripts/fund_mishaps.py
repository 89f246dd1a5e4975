"""What goes wrong with the money of a fund: recoveries, carry-overs and planned interest that are taken back."""

from datetime import date
from typing import Any

from domain.money.sources import SourceAmount
from scripts.demo.clerk import PAYER, RECORDER, Clerk

DAY = date(2026, 2, 2)
DOCUMENT, ALLOCATION, ACCOUNT = "演示-误登-1号", "误登-分配", "演示-密山专账"
OF_DOCUMENT: dict[str, Any] = {"document_no": DOCUMENT}
KEPT_ACCOUNT = "演示-小河村捐款专户"
WRONG = "记错账户"


def record_fund_mishaps(clerk: Clerk) -> None:
    """Money of 2026 for the fee; all of it recovered, twice by mistake; carried over, once by mistake."""
    books = clerk.books
    money: dict[str, Any] = {"sources": (SourceAmount("county", 100_000),), "amount_fen": 100_000}
    part: dict[str, Any] = {"sources": (SourceAmount("county", 1_000),), "amount_fen": 1_000}
    clerk.act(
        RECORDER,
        DAY,
        books.receive_indicator,
        **OF_DOCUMENT,
        title="误登一批",
        year=2026,
        place_code="230382",
        issuer="密山市财政局",
        issued_on=DAY,
        use="comprehensive",
        nature="grant",
        budget_code="2130599",
        **money,
    )
    clerk.act(
        RECORDER,
        DAY,
        books.allocate_fund,
        **OF_DOCUMENT,
        allocation_no=ALLOCATION,
        decision_no="1号",
        purpose_kind="fee",
        purpose_code="",
        use="comprehensive",
        budget_code="2130599",
        **part,
    )
    held: dict[str, Any] = {**OF_DOCUMENT, "allocation_no": ALLOCATION, "account_code": ACCOUNT, **part}
    clerk.act(RECORDER, DAY, books.record_cash_arrival, **held, voucher_no="误-收")
    for voucher_no in ("误-缴-1", "误-缴-2"):
        clerk.act(RECORDER, DAY, books.recover_surplus, **held, voucher_no=voucher_no, reason="结余")
        undo: dict[str, Any] = {"account_code": ACCOUNT, "voucher_year": DAY.year, "voucher_no": voucher_no}
        clerk.act(RECORDER, DAY, books.reverse_recovery, **OF_DOCUMENT, **undo, reason=WRONG)
    clerk.act(RECORDER, DAY, books.recover_surplus, **held, voucher_no="误-缴-3", reason="结余")
    years: dict[str, Any] = {**OF_DOCUMENT, "from_year": 2026, "to_year": 2027}
    clerk.act(RECORDER, DAY, books.carry_over_fund, **years, **money)
    clerk.act(RECORDER, DAY, books.reverse_carry_over, **years, reason=WRONG)
    clerk.act(RECORDER, DAY, books.carry_over_fund, **years, **part)
    plan_interest(clerk)


def plan_interest(clerk: Clerk) -> None:
    """Interest of the aid fund becomes money of the fee, once by mistake; some is paid over, once by mistake."""
    books, on = clerk.books, DAY
    kept: dict[str, Any] = {"account_code": KEPT_ACCOUNT}
    clerk.act(
        PAYER,
        on,
        books.record_interest,
        code=KEPT_ACCOUNT,
        voucher_no="误-息",
        amount_fen=1_000,
        period_from=date(2026, 1, 1),
        period_to=on,
    )
    part: dict[str, Any] = {"sources": (SourceAmount("county", 600),), "amount_fen": 600}
    clerk.act(
        RECORDER,
        on,
        books.allocate_fund,
        **OF_DOCUMENT,
        allocation_no="误登-利息",
        decision_no="2号",
        purpose_kind="unit",
        purpose_code="D-FP",
        use="comprehensive",
        budget_code="2130599",
        **part,
    )
    for voucher_no in ("误-转-1", "误-转-2"):
        planned: dict[str, Any] = {**OF_DOCUMENT, **kept, "voucher_no": voucher_no}
        clerk.act(RECORDER, on, books.plan_interest, **planned, allocation_no="误登-利息", **part)
        if voucher_no == "误-转-1":
            clerk.act(RECORDER, on, books.reverse_cash_arrival, **planned, arrived_year=on.year, reason=WRONG)
    for voucher_no in ("误-上缴-1", "误-上缴-2"):
        over: dict[str, Any] = {"code": KEPT_ACCOUNT, "voucher_no": voucher_no}
        clerk.act(PAYER, on, books.pay_over_interest, **over, amount_fen=400, receiver="县财政局")
        if voucher_no == "误-上缴-1":
            undo = books.reverse_interest_payment
            clerk.act(PAYER, on, undo, **over, voucher_year=on.year, reason=WRONG)
