"""发放台账, 记账 (roll register, folding): rolls, their lines, and what the bank said of them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from domain.rolls.codes import LineStanding
from domain.rolls.roll import Roll
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class RollRow(Row):
    """See query.RollRow."""

    roll_no: str
    project_code: str
    account_code: str
    title: str
    period_text: str
    standard_text: str
    list_sha256: str
    drawn_up_on: date
    declared_count: int
    declared_sum_fen: int
    period: str
    again_reason: str
    approved_on: date | None = None
    approved_by: str = ""
    sent_on: date | None = None
    sent_in: str = ""
    due_fen: int = 0
    approved_fen: int = 0
    sent_fen: int = 0
    confirmed_fen: int = 0
    confirmed_count: int = 0
    returned_fen: int = 0
    cancelled_fen: int = 0
    cancelled_count: int = 0
    recalled_fen: int = 0
    paid_back_fen: int = 0
    paid_back_count: int = 0
    ended_on: date | None = None
    ended_as: str = ""
    end_reason: str = ""


class Line(Row):
    """What a line was drawn up for."""

    roll_no: str
    line_no: int
    person_id: str
    quantity: int
    standard_fen: int
    amount_fen: int
    reason: str


class Answer(Row):
    """What became of some lines.

    bank_reason, payment_no  "" where the answer says none.
    lines                    their numbers as the database writes ranges: `{[1,3),[7,8)}` are lines 1, 2 and 7.
    """

    roll_no: str
    position: int
    bank_reason: str
    state: str
    payment_no: str
    state_on: date
    lines: str


class Sending(Row):
    """See query.RollSending."""

    roll_no: str
    position: int
    payment_no: str
    sent_on: date
    line_no: int | None
    count: int
    amount_fen: int


class PaidBack(Row):
    """See query.RollPaidBack."""

    roll_no: str
    position: int
    line_no: int
    refund_no: str
    payment_no: str
    paid_back_on: date
    amount_fen: int
    reason: str


ROLLS = Table("roll_register", RollRow, key=("roll_no",))
LINES = Table("roll_register_lines", Line)
ANSWERS = Table("roll_register_answers", Answer)
SENDINGS = Table("roll_register_sendings", Sending)
PAID_BACK = Table("roll_register_paid_back", PaidBack)


def _drawn_up(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.DrawnUp = recorded.fact
    rows.add(
        ROLLS,
        RollRow(
            roll_no=fact.roll_no,
            project_code=fact.project_code,
            account_code=fact.account_code,
            title=fact.title,
            period_text=fact.period_text,
            standard_text=fact.standard_text,
            list_sha256=fact.list_sha256,
            drawn_up_on=fact.effective_on,
            declared_count=fact.declared_count,
            declared_sum_fen=fact.declared_sum_fen,
            period=fact.period,
            again_reason=fact.again_reason,
        ),
    )


def _line_due(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LineDue = recorded.fact
    rows.change(ROLLS, recorded.key).due_fen += fact.amount_fen
    rows.append(
        LINES,
        Line(
            recorded.key,
            fact.line_no,
            fact.person_id,
            fact.quantity,
            fact.standard_fen,
            fact.amount_fen,
            fact.reason,
        ),
    )


def _approved(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.Approved = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.approved_on = fact.effective_on
    roll.approved_by = fact.by
    roll.approved_fen = fact.amount_fen


def _sent(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.Sent = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.sent_on = fact.effective_on
    roll.sent_in = fact.payment_no
    _sending(recorded, rows, roll, None, fact.count)


def _line_resent(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LineResent = recorded.fact
    _answer(recorded, rows, LineStanding.SENT.code, [fact.line_no], payment_no=fact.payment_no)
    _sending(recorded, rows, rows.change(ROLLS, recorded.key), fact.line_no, 1)


def _sending(recorded: Recorded, rows: Rows, roll: RollRow, line_no: int | None, count: int) -> None:
    fact = recorded.fact
    roll.sent_fen += fact.amount_fen
    rows.append(
        SENDINGS,
        Sending(
            recorded.key,
            recorded.position,
            fact.payment_no,
            fact.effective_on,
            line_no,
            count,
            fact.amount_fen,
        ),
    )


def _bank_confirmed(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.BankConfirmed = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.confirmed_fen += fact.amount_fen
    roll.confirmed_count += len(fact.lines)
    _answer(recorded, rows, LineStanding.CONFIRMED.code, fact.lines, payment_no=fact.payment_no)


def _bank_returned(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.BankReturned = recorded.fact
    rows.change(ROLLS, recorded.key).returned_fen += fact.amount_fen
    lines_by_reason: dict[str, list[int]] = {}
    for line in fact.lines:
        lines_by_reason.setdefault(line.reason, []).append(line.line_no)
    for reason, lines in lines_by_reason.items():
        _answer(
            recorded, rows, LineStanding.RETURNED.code, lines, payment_no=fact.payment_no, bank_reason=reason
        )


def _line_cancelled(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LineCancelled = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.cancelled_fen += fact.amount_fen
    roll.cancelled_count += 1
    _answer(recorded, rows, LineStanding.CANCELLED.code, [fact.line_no])


def _line_cancellation_reversed(recorded: Recorded, rows: Rows) -> None:
    """The line stands again as the bank returned it."""
    fact: Roll.LineCancellationReversed = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.cancelled_fen -= fact.amount_fen
    roll.cancelled_count -= 1
    _answer(recorded, rows, LineStanding.RETURNED.code, [fact.line_no])


def _recalled(recorded: Recorded, rows: Rows) -> None:
    """The whole roll waits again as approved; a single line is returned again."""
    fact: Roll.Recalled = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.recalled_fen += fact.amount_fen
    if fact.whole:
        roll.sent_on, roll.sent_in = None, ""
    else:
        _answer(
            recorded,
            rows,
            LineStanding.RETURNED.code,
            [fact.line_no],
            payment_no=fact.payment_no,
            bank_reason=fact.reason,
        )


def _line_paid_back(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LinePaidBack = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.paid_back_fen += fact.amount_fen
    _note_pay_back(recorded, rows, fact.amount_fen)
    if fact.whole:
        roll.paid_back_count += 1
        _answer(recorded, rows, LineStanding.PAID_BACK.code, [fact.line_no], payment_no=fact.payment_no)


def _confirmation_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.ConfirmationReversed = recorded.fact
    _correct(recorded, rows, -1)
    returned = LineStanding.RETURNED.code
    _answer(recorded, rows, returned, fact.lines, payment_no=fact.payment_no, bank_reason=fact.reason)


def _return_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.ReturnReversed = recorded.fact
    _correct(recorded, rows, 1)
    _answer(recorded, rows, LineStanding.CONFIRMED.code, fact.lines, payment_no=fact.payment_no)


def _correct(recorded: Recorded, rows: Rows, sign: int) -> None:
    """Lines are paid that were taken to be returned (1), or the other way round (-1)."""
    fact: Roll.ConfirmationReversed | Roll.ReturnReversed = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.confirmed_fen += sign * fact.amount_fen
    roll.confirmed_count += sign * len(fact.lines)
    roll.returned_fen -= sign * fact.amount_fen


def _pay_back_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.PayBackReversed = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.paid_back_fen -= fact.amount_fen
    _note_pay_back(recorded, rows, -fact.amount_fen)
    if fact.whole:
        roll.paid_back_count -= 1
        _answer(recorded, rows, LineStanding.CONFIRMED.code, [fact.line_no], payment_no=fact.payment_no)


def _note_pay_back(recorded: Recorded, rows: Rows, amount_fen: int) -> None:
    """Write what a person gave back; what was reversed stands there in red."""
    fact: Roll.LinePaidBack | Roll.PayBackReversed = recorded.fact
    rows.append(
        PAID_BACK,
        PaidBack(
            recorded.key,
            recorded.position,
            fact.line_no,
            fact.refund_no,
            fact.payment_no,
            fact.effective_on,
            amount_fen,
            fact.reason,
        ),
    )


def _ended(recorded: Recorded, rows: Rows) -> None:
    roll = rows.change(ROLLS, recorded.key)
    roll.ended_on = recorded.fact.effective_on
    roll.ended_as = recorded.topic.removeprefix("roll.")
    roll.end_reason = getattr(recorded.fact, "reason", "")


def _answer(
    recorded: Recorded,
    rows: Rows,
    state: str,
    lines: Iterable[int],
    *,
    payment_no: str = "",
    bank_reason: str = "",
) -> None:
    rows.append(
        ANSWERS,
        Answer(
            recorded.key,
            recorded.position,
            bank_reason,
            state,
            payment_no,
            recorded.fact.effective_on,
            _ranges(lines),
        ),
    )


def _ranges(numbers: Iterable[int]) -> str:
    """Write numbers as the database writes ranges; neighbours share one."""
    runs = (
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), lambda counted: counted[1] - counted[0])
    )
    return "{" + ",".join(f"[{run[0]},{run[-1] + 1})" for run in runs) + "}"


PROJECTION = Projection(
    "roll_register",
    (ROLLS, LINES, ANSWERS, SENDINGS, PAID_BACK),
    {
        "roll.drawn_up": _drawn_up,
        "roll.line_due": _line_due,
        "roll.approved": _approved,
        "roll.sent": _sent,
        "roll.line_resent": _line_resent,
        "roll.bank_confirmed": _bank_confirmed,
        "roll.bank_returned": _bank_returned,
        "roll.line_cancelled": _line_cancelled,
        "roll.line_cancellation_reversed": _line_cancellation_reversed,
        "roll.recalled": _recalled,
        "roll.line_paid_back": _line_paid_back,
        "roll.confirmation_reversed": _confirmation_reversed,
        "roll.return_reversed": _return_reversed,
        "roll.pay_back_reversed": _pay_back_reversed,
        "roll.withdrawn": _ended,
        "roll.cancelled": _ended,
        "roll.closed": _ended,
    },
)
