"""撤回、取消、收回、退回、办结 (ways back and the end of a roll): what was done can be taken back, and a roll can end.

A draft is withdrawn, an approved roll cancelled, a sending that the bank has not answered recalled; what a person got
is paid back, in part or whole, also after the roll was closed.  Each says why.
"""

from domain.money.shares import ByChannel, less, shares_of, total_fen
from domain.refusal import FAULTS_NAMED_MAX
from domain.rolls.codes import CONFIRMED
from domain.rolls.roll_lines_answer_once import sending_is_unanswered
from domain.rolls.sending_refusals import LineNotConfirmed, PaidBackAboveLine, RollLinesOpen
from domain.rolls.state import RollState
from domain.rolls.values import LineState, Sending
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


def withdraw(roll: RollState, stamp: Stamp, reason: str) -> None:
    """撤回 of a draft.  Raises RollStateDiffers when it is approved or has ended, then DatedBeforeFormerStep."""
    roll.check_not_approved()
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    roll.record(roll.Withdrawn, **stamp.fields, reason=reason)


def cancel(roll: RollState, stamp: Stamp, reason: str) -> None:
    """取消 of an approved roll: nothing is owed any more.

    Raises RollStateDiffers when it is not approved, at the bank or has ended, then DatedBeforeFormerStep.
    """
    roll.check_not_sent()
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    roll.record(
        roll.Cancelled,
        **stamp.fields,
        amount_fen=roll.owed_fen,
        reason=reason,
        sources=shares_of(roll.owed),
        year=roll.year,
        budget_code=roll.budget_code,
        project_code=roll.project_code,
    )


def check_recall(roll: RollState, stamp: Stamp, payment_no: str) -> Sending:
    """The sending to be recalled.  Raises UnknownSending, SendingAnswered, DatedBeforeFormerStep, in this order."""
    sending = sending_is_unanswered(roll.sendings, payment_no)
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return sending


def recall(roll: RollState, stamp: Stamp, payment_no: str, reason: str) -> None:
    """收回代发: the bank gives the whole file back unpaid; asked before by `check_recall`.

    The lines of the whole roll are due again, a line that had been sent once more is returned again.
    """
    sending = roll.sendings[payment_no]
    roll.record(
        roll.Recalled,
        **stamp.fields,
        payment_no=payment_no,
        amount_fen=total_fen(sending.sources),
        count=len(sending.lines),
        whole=sending.whole,
        line_no=0 if sending.whole else sending.lines[0],
        reason=reason,
    )


def check_pay_back(roll: RollState, stamp: Stamp, line_no: int, amount_fen: int) -> LineState:
    """The line of which this much may come back.

    Raises LineNotConfirmed, PaidBackAboveLine, DatedBeforeFormerStep, in this order.
    """
    line = roll.lines.get(line_no)
    if line is None or line.state != CONFIRMED:
        raise LineNotConfirmed(roll.roll_no, line_no, line.state if line else "")
    kept_fen = line.amount_fen - line.paid_back_fen
    if amount_fen > kept_fen:
        raise PaidBackAboveLine(amount_fen, kept_fen, f"{roll.roll_no} {line_no}")
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return line


def pay_back(
    roll: RollState,
    stamp: Stamp,
    *,
    line_no: int,
    refund_no: str,
    paid_in_year: int,
    sources: ByChannel,
    reason: str,
) -> None:
    """退回领取款: money of a paid line came back; asked before by `check_pay_back`.

    A person whose line came back whole may be paid for the period again.
    """
    line, amount_fen = roll.lines[line_no], total_fen(sources)
    roll.record(
        roll.LinePaidBack,
        **stamp.fields,
        line_no=line_no,
        payment_no=line.paid_in,
        refund_no=refund_no,
        paid_in_year=paid_in_year,
        amount_fen=amount_fen,
        whole=line.paid_back_fen + amount_fen == line.amount_fen,
        reason=reason,
        sources=shares_of(sources),
        year=roll.year,
        budget_code=roll.budget_code,
        project_code=roll.project_code,
    )


def close(roll: RollState, stamp: Stamp) -> None:
    """办结: every line is answered; what was approved and not paid is the project's saving, source by source.

    Raises RollStateDiffers when it is not approved or has ended, RollLinesOpen, DatedBeforeFormerStep, in this order.
    """
    roll.check_approved()
    roll.check_not_closed()
    open_lines = roll.open_lines()
    if open_lines:
        raise RollLinesOpen(roll.roll_no, len(open_lines), open_lines[:FAULTS_NAMED_MAX])
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    saving = less(roll.sources, roll.owed)
    roll.record(
        roll.Closed,
        **stamp.fields,
        paid_fen=roll.owed_fen,
        paid_count=len(roll.payees.line_by_person),
        saving_fen=total_fen(saving),
        saving=shares_of(saving),
    )
