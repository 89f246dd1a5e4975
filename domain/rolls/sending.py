"""代发 (sending of a roll): through the bank and its answers, until every line is confirmed or cancelled."""

from domain.money.shares import ByChannel, less, shares_of, split, total_fen
from domain.rolls.roll_lines_answer_once import line_is_returned, lines_are_in_payment
from domain.rolls.state import RollState
from domain.rolls.values import ReturnedLine
from domain.rulebook.codes import Duty
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


def check_sending(roll: RollState, stamp: Stamp) -> None:
    """Refuse what is not approved, was cancelled or sent before, and who drew up or approved the roll.

    Raises RollStateDiffers, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    roll.check_not_sent()
    _check_sender(roll, stamp)


def send(roll: RollState, stamp: Stamp, payment_no: str) -> None:
    """提交代发, all lines at once; asked before by `check_sending`."""
    roll.record(
        roll.Sent,
        **stamp.fields,
        payment_no=payment_no,
        amount_fen=roll.amount_fen,
        count=len(roll.lines),
    )


def bank_answer(
    roll: RollState, payment_no: str, returned: tuple[ReturnedLine, ...]
) -> tuple[ByChannel, ByChannel]:
    """What of a sending was confirmed and what came back, source by source.

    Raises UnknownSending, SendingAnswered, then LinesNotInSending for lines that are not part of it.
    """
    sending = lines_are_in_payment(roll.sendings, payment_no, [line.line_no for line in returned])
    back_fen = sum(roll.lines[line.line_no].amount_fen for line in returned)
    back = split(back_fen, sending.sources)
    return less(sending.sources, back), back


def note_answer(
    roll: RollState, stamp: Stamp, payment_no: str, returned: tuple[ReturnedLine, ...], confirmed: ByChannel
) -> None:
    """代发结果: confirmed and returned lines, each where there are any; asked before by `bank_answer`."""
    came_back = {line.line_no for line in returned}
    paid = tuple(line_no for line_no in roll.sendings[payment_no].lines if line_no not in came_back)
    if paid:
        roll.record(
            roll.BankConfirmed,
            **stamp.fields,
            payment_no=payment_no,
            lines=paid,
            amount_fen=total_fen(confirmed),
            sources=shares_of(confirmed),
            year=roll.year,
            budget_code=roll.budget_code,
            project_code=roll.project_code,
        )
    if returned:
        roll.record(
            roll.BankReturned,
            **stamp.fields,
            payment_no=payment_no,
            lines=returned,
            amount_fen=sum(roll.lines[line_no].amount_fen for line_no in came_back),
        )


def check_returned_line(roll: RollState, stamp: Stamp, line_no: int) -> ByChannel:
    """What each source pays of a returned line.  Raises LineNotReturned, then for the order and the person."""
    line_is_returned(roll.roll_no, roll.lines, line_no)
    _check_sender(roll, stamp)
    return split(roll.lines[line_no].amount_fen, roll.returned)


def resend(roll: RollState, stamp: Stamp, line_no: int, payment_no: str) -> None:
    """重发; asked before by `check_returned_line`."""
    roll.record(
        roll.LineResent,
        **stamp.fields,
        line_no=line_no,
        payment_no=payment_no,
        amount_fen=roll.lines[line_no].amount_fen,
    )


def cancel_line(roll: RollState, stamp: Stamp, line_no: int, reason: str) -> None:
    """取消 of a returned line."""
    parts = check_returned_line(roll, stamp, line_no)
    roll.record(
        roll.LineCancelled,
        **stamp.fields,
        line_no=line_no,
        amount_fen=roll.lines[line_no].amount_fen,
        reason=reason,
        sources=shares_of(parts),
        year=roll.year,
        budget_code=roll.budget_code,
        project_code=roll.project_code,
    )


def _check_sender(roll: RollState, stamp: Stamp) -> None:
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    done = {Duty.DRAWING_UP: roll.drawn_up_by, Duty.CONFIRMATION: roll.approved_by}
    duties_are_kept_apart(stamp.by, Duty.SENDING, done)
