"""花名册事实 (facts of rolls): what can happen to a roll and to each of its lines."""

from dataclasses import dataclass

from domain.fact import Fact
from domain.money.sources import SourceShare
from domain.rolls.values import ReturnedLine


class RollFacts:
    """What is recorded of a roll; `Roll` gives each by its own name, as `Roll.Sent`."""

    @dataclass(frozen=True, kw_only=True)
    class DrawnUp(Fact):
        """编制花名册: what is paid to whom, as declared; the lines follow one fact each.

        period        the code of what `period_text` says; "" in old facts, where the text alone says it.
        again_reason  why persons are paid once more for this period, where the rulebook allows that.
        """

        TOPIC = "roll.drawn_up"
        OPENS = True
        roll_no: str
        project_code: str
        account_code: str
        title: str
        period_text: str
        standard_text: str
        declared_count: int
        declared_sum_fen: int
        list_sha256: str
        period: str = ""
        again_reason: str = ""

    @dataclass(frozen=True, kw_only=True)
    class LineDue(Fact):
        """应发一行: one person.  `reason` says why the amount is not quantity times standard."""

        TOPIC = "roll.line_due"
        line_no: int
        person_id: str
        quantity: int
        standard_fen: int
        amount_fen: int
        reason: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Approved(Fact):
        """审定发放: the roll is owed to its persons, source by source."""

        TOPIC = "roll.approved"
        sources: tuple[SourceShare, ...]
        amount_fen: int
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class Sent(Fact):
        """提交代发: all due lines went to the bank; recorded together with `account.paid`."""

        TOPIC = "roll.sent"
        payment_no: str
        amount_fen: int
        count: int

    @dataclass(frozen=True, kw_only=True)
    class BankConfirmed(Fact):
        """代发成功: the bank paid these lines of a sending."""

        TOPIC = "roll.bank_confirmed"
        payment_no: str
        lines: tuple[int, ...]
        amount_fen: int
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class BankReturned(Fact):
        """代发退回: the bank could not pay these lines; recorded together with `account.roll_returned`."""

        TOPIC = "roll.bank_returned"
        payment_no: str
        lines: tuple[ReturnedLine, ...]
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class LineResent(Fact):
        """重发: a returned line went to the bank again; recorded together with `account.paid`."""

        TOPIC = "roll.line_resent"
        line_no: int
        payment_no: str
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class LineCancelled(Fact):
        """取消: a returned line is no longer owed."""

        TOPIC = "roll.line_cancelled"
        line_no: int
        amount_fen: int
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class LineCancellationReversed(Fact):
        """取消冲销: the line is owed again, as the bank returned it."""

        TOPIC = "roll.line_cancellation_reversed"
        line_no: int
        amount_fen: int
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class Withdrawn(Fact):
        """撤回花名册: a draft is given up; it pays nobody."""

        TOPIC = "roll.withdrawn"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Cancelled(Fact):
        """取消发放: an approved roll that no bank has is no longer owed."""

        TOPIC = "roll.cancelled"
        amount_fen: int
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class Recalled(Fact):
        """收回代发: the bank gave a sending back unpaid; recorded together with `account.roll_returned`.

        whole    all lines of the roll were in it, and are due again.
        line_no  the line that had been sent once more, 0 for the whole roll.
        """

        TOPIC = "roll.recalled"
        payment_no: str
        amount_fen: int
        count: int
        whole: bool
        line_no: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class LinePaidBack(Fact):
        """退回领取款: money of a paid line came back; recorded together with `account.refunded`.

        paid_in_year  the year in which the person was paid.
        whole         the person has nothing left of the line.
        """

        TOPIC = "roll.line_paid_back"
        line_no: int
        payment_no: str
        refund_no: str
        paid_in_year: int
        amount_fen: int
        whole: bool
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class ConfirmationReversed(Fact):
        """发放成功更正: lines taken to be paid came back; with `account.roll_returned`."""

        TOPIC = "roll.confirmation_reversed"
        payment_no: str
        lines: tuple[int, ...]
        amount_fen: int
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class ReturnReversed(Fact):
        """发放退回更正: lines taken to have come back were paid; with `account.roll_return_reversed`."""

        TOPIC = "roll.return_reversed"
        payment_no: str
        lines: tuple[int, ...]
        amount_fen: int
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class PayBackReversed(Fact):
        """退回领取款冲销: a person gave nothing back by this refund; with `account.return_reversed`."""

        TOPIC = "roll.pay_back_reversed"
        line_no: int
        payment_no: str
        refund_no: str
        paid_in_year: int
        amount_fen: int
        whole: bool
        reason: str
        sources: tuple[SourceShare, ...]
        year: int
        budget_code: str
        project_code: str

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """花名册办结: every line is answered; `saving` is what was approved and not paid, source by source."""

        TOPIC = "roll.closed"
        paid_fen: int
        paid_count: int
        saving_fen: int
        saving: tuple[SourceShare, ...]
