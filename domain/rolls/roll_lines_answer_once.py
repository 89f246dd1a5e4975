"""The bank answers each sending of a roll once, for lines that were in it (代发结果逐批登记)."""

from collections import Counter
from collections.abc import Mapping, Sequence

from domain.rolls.codes import RETURNED
from domain.rolls.sending_refusals import (
    LineNotReturned,
    LinesAnsweredOtherwise,
    LinesNotInSending,
    SendingAnswered,
    UnknownSending,
)
from domain.rolls.state import RollState
from domain.rolls.values import LineState, Sending
from domain.rules.refusals import NothingGiven


def lines_are_in_payment(
    sendings: Mapping[str, Sending], payment_no: str, returned: Sequence[int]
) -> Sending:
    """Give the sending.  Raises UnknownSending, SendingAnswered, LinesNotInSending, in this order."""
    sending = sending_is_unanswered(sendings, payment_no)
    _lines_are_in(payment_no, sending, returned)
    return sending


def lines_stand_as_answered(roll: RollState, payment_no: str, lines: Sequence[int], answer: str) -> None:
    """Check that these lines still stand as the bank answered for this sending.

    Raises NothingGiven, UnknownSending, LinesNotInSending, LinesAnsweredOtherwise, in this order.
    """
    if not lines:
        raise NothingGiven("line_nos")
    sending = roll.sendings.get(payment_no)
    if sending is None:
        raise UnknownSending(payment_no, list(roll.sendings))
    _lines_are_in(payment_no, sending, lines)
    for line_no in lines:
        line = roll.lines[line_no]
        if (line.state, line.sent_in) != (answer, payment_no):
            raise LinesAnsweredOtherwise(roll.roll_no, line_no, line.state, line.sent_in, answer, payment_no)


def _lines_are_in(payment_no: str, sending: Sending, lines: Sequence[int]) -> None:
    """Raise LinesNotInSending for lines that the sending has not, or that are named twice."""
    sent = set(sending.lines)
    foreign = [line for line, times in Counter(lines).items() if line not in sent or times > 1]
    if foreign:
        raise LinesNotInSending(payment_no, foreign)


def sending_is_unanswered(sendings: Mapping[str, Sending], payment_no: str) -> Sending:
    """Give the sending.  Raises UnknownSending, SendingAnswered, in this order."""
    sending = sendings.get(payment_no)
    if sending is None:
        raise UnknownSending(payment_no, list(sendings))
    if sending.answered:
        raise SendingAnswered(payment_no)
    return sending


def line_is_returned(roll_no: str, lines: Mapping[int, LineState], line_no: int) -> None:
    """Raise LineNotReturned unless the bank returned this line and nothing was done about it."""
    line = lines.get(line_no)
    if line is None or line.state != RETURNED:
        raise LineNotReturned(roll_no, line_no, line.state if line else "")
