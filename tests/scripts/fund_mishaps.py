"""What goes wrong with the money of a fund: a recovery and a carry-over that never were, and each taken back."""

from datetime import date
from typing import Any

from domain.money.sources import SourceAmount
from scripts.demo.clerk import RECORDER, Clerk

DAY = date(2026, 2, 2)
DOCUMENT, ALLOCATION, ACCOUNT = "演示-误登-1号", "误登-分配", "演示-密山专账"
OF_DOCUMENT: dict[str, Any] = {"document_no": DOCUMENT}
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
