"""名册的路 (the way of a roll) in the demo: drawn up, posted, approved, sent to the bank, confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.roll_values import RollLine
from scripts.demo.clerk import APPROVER, PAYER, RECORDER, Clerk
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import scan
from scripts.demo.project_path import Work


@dataclass(frozen=True)
class RollDays:
    """When the roll was drawn up, posted, closed, approved, sent and answered by the bank."""

    drawn_up_on: date
    posted_on: date
    closed_on: date
    approved_on: date
    sent_on: date
    confirmed_on: date


def pay_roll(
    clerk: Clerk,
    work: Work,
    days: RollDays,
    *,
    title: str,
    period: str,
    standard: str,
    line_phone: str,
    lines: Sequence[RollLine],
) -> None:
    """Pay a roll in full: every line is confirmed by the bank."""
    roll_no, books = f"演示-名册-{work.code}", clerk.books
    count, total_fen = len(lines), sum(line.amount_fen for line in lines)
    clerk.act(
        RECORDER,
        days.drawn_up_on,
        books.draw_up_roll,
        roll_no=roll_no,
        project_code=work.code,
        account_code=work.account_code,
        title=title,
        period_text=period,
        standard_text=standard,
        declared_count=count,
        declared_sum_fen=total_fen,
        list_sha256=scan(roll_no, "list"),
        lines=tuple(lines),
    )
    notice = NoticeText(
        notice_no=f"演示-发放公示-{work.code}",
        kind="roll",
        level="town",
        place_code=work.place_code,
        subject=f"roll/{roll_no}",
        title=title,
        fields={
            "village": work.proposer,
            "standard": standard,
            "quantity": f"{count} 户（人）",
            "amount": f"{total_fen // 100} 元",
            "period": period,
            "supervision_phone": line_phone,
        },
        amounts={"合计": total_fen},
    )
    run(clerk, notice, days.posted_on, days.closed_on)
    clerk.act(APPROVER, days.approved_on, books.approve_roll, roll_no=roll_no)
    payment_no = f"{roll_no}-代发"
    clerk.act(
        PAYER,
        days.sent_on,
        books.send_roll,
        roll_no=roll_no,
        payment_no=payment_no,
        voucher_no=f"{roll_no}-凭",
    )
    clerk.act(
        PAYER,
        days.confirmed_on,
        books.record_bank_answer,
        roll_no=roll_no,
        payment_no=payment_no,
        returned=(),
    )
