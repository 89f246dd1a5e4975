"""发放台账, 记账 (roll register, folding): rolls, their lines, and what the bank said of each line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.roll import Roll
from projections.page import Recorded
from projections.rows import Rows
from projections.tables import Table
from projections.view import Projection


@dataclass(slots=True)
class RollRow:
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


@dataclass(slots=True)
class Line:
    """See query.RollLine.  `own_state` and `own_payment_no` are "" while the line goes with its roll."""

    roll_no: str
    line_no: int
    person_id: str
    quantity: int
    standard_fen: int
    amount_fen: int
    reason: str
    own_state: str = ""
    own_payment_no: str = ""
    state_on: date | None = None
    bank_reason: str = ""
    returns_count: int = 0


@dataclass(slots=True)
class Sending:
    """See query.RollSending."""

    roll_no: str
    position: int
    payment_no: str
    sent_on: date
    line_no: int | None
    count: int
    amount_fen: int


ROLLS = Table("roll_register", RollRow, key=("roll_no",))
LINES = Table("roll_register_lines", Line, key=("roll_no", "line_no"))
SENDINGS = Table("roll_register_sendings", Sending)


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
        ),
    )


def _line_due(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LineDue = recorded.fact
    rows.change(ROLLS, recorded.key).due_fen += fact.amount_fen
    rows.add(
        LINES,
        Line(
            roll_no=recorded.key,
            line_no=fact.line_no,
            person_id=fact.person_id,
            quantity=fact.quantity,
            standard_fen=fact.standard_fen,
            amount_fen=fact.amount_fen,
            reason=fact.reason,
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
    line = _step(recorded, rows, fact.line_no, "sent")
    line.own_payment_no = fact.payment_no
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
    for line_no in fact.lines:
        _step(recorded, rows, line_no, "confirmed").own_payment_no = fact.payment_no


def _bank_returned(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.BankReturned = recorded.fact
    rows.change(ROLLS, recorded.key).returned_fen += fact.amount_fen
    for returned in fact.lines:
        line = _step(recorded, rows, returned.line_no, "returned")
        line.own_payment_no = fact.payment_no
        line.bank_reason = returned.reason
        line.returns_count += 1


def _line_cancelled(recorded: Recorded, rows: Rows) -> None:
    fact: Roll.LineCancelled = recorded.fact
    roll = rows.change(ROLLS, recorded.key)
    roll.cancelled_fen += fact.amount_fen
    roll.cancelled_count += 1
    _step(recorded, rows, fact.line_no, "cancelled")


def _step(recorded: Recorded, rows: Rows, line_no: int, state: str) -> Line:
    line = rows.change(LINES, (recorded.key, line_no))
    line.own_state = state
    line.state_on = recorded.fact.effective_on
    return line


def _prefetch(facts: Sequence[Recorded], rows: Rows) -> None:
    """Take in hand the lines that the bank answers for: one answer may name twenty thousand."""
    keys: list[tuple[str, int]] = []
    for recorded in facts:
        if recorded.topic == "roll.bank_confirmed":
            keys += [(recorded.key, line_no) for line_no in recorded.fact.lines]
        elif recorded.topic == "roll.bank_returned":
            keys += [(recorded.key, returned.line_no) for returned in recorded.fact.lines]
    if keys:
        rows.load(LINES, keys)


PROJECTION = Projection(
    "roll_register",
    (ROLLS, LINES, SENDINGS),
    {
        "roll.drawn_up": _drawn_up,
        "roll.line_due": _line_due,
        "roll.approved": _approved,
        "roll.sent": _sent,
        "roll.line_resent": _line_resent,
        "roll.bank_confirmed": _bank_confirmed,
        "roll.bank_returned": _bank_returned,
        "roll.line_cancelled": _line_cancelled,
    },
    prefetch=_prefetch,
)
