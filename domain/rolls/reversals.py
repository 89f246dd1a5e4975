"""代发结果的更正与冲销 (reversals): lines taken to be paid that came back, or the other way round, and what followed.

The bank's answer stays as it was recorded; a line moves on from where it stands, unless something stands on it already.
"""

from collections.abc import Collection, Sequence

from domain.keys import recorded_spelling
from domain.money.shares import ByChannel, by_channel, shares_of, split, total_fen
from domain.rolls.codes import CANCELLED, CONFIRMED, PAID_BACK, RETURNED
from domain.rolls.roll_lines_answer_once import lines_stand_as_answered
from domain.rolls.sending_refusals import LineNotCancelled, PaidBackAboveLine, PayBackUnknown
from domain.rolls.state import RollState
from domain.rolls.values import Payees
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


def check_confirmation_reversal(roll: RollState, stamp: Stamp, payment_no: str, lines: Sequence[int]) -> int:
    """What lines that were taken to be paid come to, in fen, when they may be returned.

    Raises RollStateDiffers when the roll was closed, NothingGiven, UnknownSending, LinesNotInSending,
    LinesAnsweredOtherwise, PaidBackAboveLine for a line of which its person gave something back, DatedBeforeFormerStep,
    in this order.
    """
    roll.check_not_closed()
    lines_stand_as_answered(roll, payment_no, lines, CONFIRMED)
    for line_no in lines:
        line = roll.lines[line_no]
        if line.paid_back_fen:
            kept_fen = line.amount_fen - line.paid_back_fen
            raise PaidBackAboveLine(line.amount_fen, kept_fen, f"{roll.roll_no} {line_no}")
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return _amount_fen(roll, lines)


def reverse_confirmation(
    roll: RollState, stamp: Stamp, *, payment_no: str, lines: Sequence[int], sources: ByChannel, reason: str
) -> None:
    """发放成功更正; asked before by `check_confirmation_reversal`.  The lines may be sent again or cancelled."""
    roll.record(
        roll.ConfirmationReversed,
        **stamp.fields,
        payment_no=payment_no,
        lines=tuple(sorted(lines)),
        reason=reason,
        **_money(roll, sources),
    )


def check_return_reversal(roll: RollState, stamp: Stamp, payment_no: str, lines: Sequence[int]) -> ByChannel:
    """What each source pays of lines that were taken to have come back, when they may be confirmed.

    Raises NothingGiven, UnknownSending, LinesNotInSending, LinesAnsweredOtherwise, DatedBeforeFormerStep, in order.
    """
    lines_stand_as_answered(roll, payment_no, lines, RETURNED)
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return split(_amount_fen(roll, lines), roll.returned)


def reverse_returns(
    roll: RollState, stamp: Stamp, *, payment_no: str, lines: Sequence[int], sources: ByChannel, reason: str
) -> None:
    """发放退回更正; asked before by `check_return_reversal`."""
    roll.record(
        roll.ReturnReversed,
        **stamp.fields,
        payment_no=payment_no,
        lines=tuple(sorted(lines)),
        reason=reason,
        **_money(roll, sources),
    )


def check_cancellation_reversal(roll: RollState, stamp: Stamp, line_no: int) -> RollState.LineCancelled:
    """How the line was cancelled, when it may be owed again.

    Raises RollStateDiffers when the roll was closed, LineNotCancelled, DatedBeforeFormerStep, in this order.
    """
    roll.check_not_closed()
    cancelled = roll.cancelled.get(line_no)
    if cancelled is None:
        raise LineNotCancelled(
            roll.roll_no, line_no, roll.lines[line_no].state if line_no in roll.lines else ""
        )
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return cancelled


def reverse_cancellation(roll: RollState, stamp: Stamp, line_no: int, reason: str) -> None:
    """取消冲销; asked before by `check_cancellation_reversal`.  The line may be sent again, or cancelled."""
    roll.record(
        roll.LineCancellationReversed,
        **stamp.fields,
        line_no=line_no,
        reason=reason,
        **_money(roll, by_channel(roll.cancelled[line_no].sources)),
    )


def check_pay_back_reversal(roll: RollState, stamp: Stamp, refund_no: str) -> RollState.LinePaidBack:
    """What a person gave back, when it may be taken as never given.

    Raises PayBackUnknown, also when it was reversed, then DatedBeforeFormerStep.
    """
    paid_back = roll.paid_back.get(recorded_spelling(refund_no, roll.paid_back))
    if paid_back is None:
        raise PayBackUnknown(roll.roll_no, refund_no)
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    return paid_back


def paid_once_more(roll: RollState, line_no: int) -> Payees:
    """Whom a reversal makes a payee again: the person of a line that was cancelled, or of which nothing was left."""
    line = roll.lines[line_no]
    again = {line.person_id: line_no} if line.state in {CANCELLED, PAID_BACK} else {}
    return Payees(roll.roll_no, roll.period, again, roll.again_reason)


def reverse_pay_back(roll: RollState, stamp: Stamp, paid_back: RollState.LinePaidBack, reason: str) -> None:
    """退回领取款冲销; asked before by `check_pay_back_reversal`.  The person has the money."""
    roll.record(
        roll.PayBackReversed,
        **stamp.fields,
        line_no=paid_back.line_no,
        payment_no=paid_back.payment_no,
        refund_no=paid_back.refund_no,
        paid_in_year=paid_back.paid_in_year,
        amount_fen=paid_back.amount_fen,
        whole=roll.lines[paid_back.line_no].state == PAID_BACK,
        reason=reason,
        sources=paid_back.sources,
        year=roll.year,
        budget_code=roll.budget_code,
        project_code=roll.project_code,
    )


def _amount_fen(roll: RollState, lines: Collection[int]) -> int:
    return sum(roll.lines[line_no].amount_fen for line_no in lines)


def _money(roll: RollState, sources: ByChannel) -> dict[str, object]:
    """The fields of a fact that say how much money of the roll it moves."""
    return {
        "amount_fen": total_fen(sources),
        "sources": shares_of(sources),
        "year": roll.year,
        "budget_code": roll.budget_code,
        "project_code": roll.project_code,
    }
