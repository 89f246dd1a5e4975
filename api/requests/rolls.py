"""花名册请求 (requests about household payments): rolls of persons by id, and what the bank said."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.words import Count, Fen, Key, Name, PersonId, Quantity, Sha256, Text, TextOrNone, entries_of
from domain.rolls import values as roll_values


class RollLine(Part):
    """花名册一行 — what one person is due; a reason is needed where quantity × standard is not the amount."""

    VALUE: ClassVar[type] = roll_values.RollLine

    line_no: Count
    person_id: PersonId
    quantity: Quantity
    standard_fen: Fen
    amount_fen: Fen
    reason: TextOrNone = ""


class RollHead(CommandBody):
    """花名册表头 — what a roll is for, and the declared count and sum of its lines."""

    roll_no: Key
    project_code: Key
    account_code: Key
    title: Name
    period_text: Text
    standard_text: Text
    declared_count: Count
    declared_sum_fen: Fen
    list_sha256: Sha256
    again_reason: TextOrNone = ""


class DrawUpRoll(RollHead):
    """Draw up a roll; the declared count and sum must be those of its lines."""

    lines: Annotated[tuple[RollLine, ...], entries_of("lines", "rolls")]


class ApproveRoll(CommandBody):
    """Approve a roll after its notice closed."""


class SendRoll(CommandBody):
    """Send a roll to the bank."""

    payment_no: Key
    voucher_no: Key


class ReturnedLine(Part):
    """退回行 — one line that the bank could not pay."""

    VALUE: ClassVar[type] = roll_values.ReturnedLine

    line_no: Count
    reason: Text


class RecordBankAnswer(CommandBody):
    """Record what the bank returned of a sending; all other lines of it are confirmed."""

    payment_no: Key
    returned: Annotated[tuple[ReturnedLine, ...], entries_of("returned")]


class ResendLine(CommandBody):
    """Send a returned line again."""

    line_no: Count
    payment_no: Key
    voucher_no: Key


class WithdrawRoll(CommandBody):
    """Withdraw a roll that is not approved."""

    reason: Text


class CancelRoll(CommandBody):
    """Cancel an approved roll before it goes to the bank; its money goes back to the project."""

    reason: Text


class RecallSending(CommandBody):
    """Recall a sending that the bank did not pay; its money is in the account again."""

    payment_no: Key
    reason: Text


class PayBackLine(CommandBody):
    """Record what a person gave back of a paid line."""

    line_no: Count
    refund_no: Key
    amount_fen: Fen
    reason: Text


class ReverseConfirmation(CommandBody):
    """Put right lines that were taken to be paid and came back; they may be sent again or cancelled."""

    payment_no: Key
    line_nos: Annotated[tuple[Count, ...], entries_of("line_nos")]
    reason: Text


class ReverseLineReturns(CommandBody):
    """Put right lines that were taken to have come back and were paid."""

    payment_no: Key
    line_nos: Annotated[tuple[Count, ...], entries_of("line_nos")]
    reason: Text


class ReversePayBack(CommandBody):
    """Reverse a pay-back that was recorded wrongly; the person has the money (红字冲销)."""

    refund_no: Key
    reason: Text


class CloseRoll(CommandBody):
    """Close a roll whose lines are all answered."""


class CancelLine(CommandBody):
    """Cancel a line; its money goes back to the project."""

    line_no: Count
    reason: Text


class ReverseLineCancellation(CommandBody):
    """Reverse the cancellation of a line; it is owed again (红字冲销)."""

    line_no: Count
    reason: Text
