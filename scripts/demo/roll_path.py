"""名册的路 (the way of a roll) in the demo: drawn up, posted, approved, sent to the bank, confirmed."""

from dataclasses import dataclass
from datetime import date

from domain.money.amount_text import yuan_text
from domain.notices.notice_amount import NoticeAmount
from domain.rolls.values import RollLine
from domain.rulebook.codes import Figure
from scripts.demo.clerk import APPROVER, PAYER, RECORDER, Clerk
from scripts.demo.duties import levels_for
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import scan
from scripts.demo.work import Work


@dataclass(frozen=True)
class RollDays:
    """When the roll was drawn up, posted, closed, approved, sent and answered by the bank."""

    drawn_up_on: date
    posted_on: date
    closed_on: date
    approved_on: date
    sent_on: date
    confirmed_on: date


@dataclass(frozen=True)
class Roll:
    """What a roll is for, by which standard, and its lines."""

    title: str
    period: str
    standard: str
    phone: str
    lines: tuple[RollLine, ...]

    @property
    def total_fen(self) -> int:
        """The sum of the lines."""
        return sum(line.amount_fen for line in self.lines)


def pay_roll(clerk: Clerk, work: Work, roll: Roll, days: RollDays) -> None:
    """Pay a roll in full: every line is confirmed by the bank."""
    roll_no, books = f"演示-名册-{work.code}", clerk.books
    clerk.act(
        RECORDER,
        days.drawn_up_on,
        books.draw_up_roll,
        roll_no=roll_no,
        project_code=work.code,
        account_code=work.account_code,
        title=roll.title,
        period_text=roll.period,
        standard_text=roll.standard,
        declared_count=len(roll.lines),
        declared_sum_fen=roll.total_fen,
        list_sha256=scan(roll_no, "list"),
        lines=roll.lines,
    )
    for level in levels_for(work, "roll", "town", "village"):
        run(clerk, _notice(work, roll, roll_no, level), days.posted_on, days.closed_on)
    clerk.act(APPROVER, days.approved_on, books.approve_roll, roll_no=roll_no)
    payment_no, voucher_no = f"{roll_no}-代发", f"{roll_no}-凭"
    clerk.act(
        PAYER, days.sent_on, books.send_roll, roll_no=roll_no, payment_no=payment_no, voucher_no=voucher_no
    )
    clerk.act(
        PAYER,
        days.confirmed_on,
        books.record_bank_answer,
        roll_no=roll_no,
        payment_no=payment_no,
        returned=(),
    )


def _notice(work: Work, roll: Roll, roll_no: str, level: str) -> NoticeText:
    return NoticeText(
        notice_no=f"演示-发放公示-{work.code}-{level}",
        kind="roll",
        level=level,
        place_code=work.place_code,
        subject=f"roll/{roll_no}",
        title=roll.title,
        fields={
            "village": work.proposer,
            "standard": roll.standard,
            "quantity": f"{len(roll.lines)} 户（人）",
            "amount": f"{yuan_text(roll.total_fen)} 元",
            "period": roll.period,
            "supervision_phone": roll.phone,
        },
        amounts=(NoticeAmount("合计", roll.total_fen, Figure.TOTAL.code),),
    )
