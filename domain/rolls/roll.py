"""发放花名册 (roll): one payment to many persons, line by line, through the bank's answers to the last line.

A line is due, then sent, then confirmed or returned by the bank; a returned line is sent again or cancelled.  What a
roll costs is split over its sources when it is approved; every later movement takes its part from what that source
still has in the same state, so each source ends at zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.money.shares import ByChannel, add_shares, by_channel, less, shares_of, split, total_fen
from domain.money.sources import SourceShare
from domain.rolls.refusals import RollStateDiffers
from domain.rolls.roll_lines_answer_once import line_is_returned, lines_are_in_payment
from domain.rolls.values import (
    CANCELLED,
    CONFIRMED,
    RETURNED,
    SENT,
    LineState,
    ReturnedLine,
    RollLine,
    Sending,
)
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class Roll(Stream):
    """发放花名册: `roll/{roll_no}`."""

    KIND = "roll"

    @dataclass(frozen=True, kw_only=True)
    class DrawnUp(Fact):
        """编制花名册: what is paid to whom, as declared; the lines follow one fact each."""

        TOPIC = "roll.drawn_up"
        roll_no: str
        project_code: str
        account_code: str
        title: str
        period_text: str
        standard_text: str
        declared_count: int
        declared_sum_fen: int
        list_sha256: str

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

    def __init__(self, stream_id: str) -> None:
        """Begin without lines.

        owed      what of each source was approved and not cancelled, paid or not.
        returned  what of each source came back and waits for a decision.
        """
        super().__init__(stream_id)
        self.roll_no = self.project_code = self.account_code = self.drawn_up_by = self.approved_by = ""
        self.latest_on = date.min
        self.lines: dict[int, LineState] = {}
        self.amount_fen = 0
        self.year, self.budget_code = 0, ""
        self.sources: ByChannel = {}
        self.owed: ByChannel = {}
        self.returned: ByChannel = {}
        self.sendings: dict[str, Sending] = {}
        self.last_sent_by = ""

    @property
    def owed_fen(self) -> int:
        """What was approved and not cancelled, paid or not."""
        return total_fen(self.owed)

    @property
    def is_open(self) -> bool:
        """Whether it was approved and a line of it is neither confirmed nor cancelled."""
        ended = {CONFIRMED, CANCELLED}
        return bool(self.approved_by) and any(line.state not in ended for line in self.lines.values())

    @property
    def reserved(self) -> ByChannel:
        """What of each source waits in the account to be sent: all of it once approved, then what came back."""
        return self.returned if self.sendings else self.sources

    # What the facts add up to

    @applies(DrawnUp)
    def _drawn_up(self, fact: DrawnUp) -> None:
        self.roll_no, self.project_code, self.account_code = (
            fact.roll_no,
            fact.project_code,
            fact.account_code,
        )
        self.drawn_up_by, self.latest_on = fact.by, fact.effective_on
        self.amount_fen = fact.declared_sum_fen

    @applies(LineDue)
    def _line_due(self, fact: LineDue) -> None:
        self.lines[fact.line_no] = LineState(fact.amount_fen)

    @applies(Approved)
    def _approved(self, fact: Approved) -> None:
        self.approved_by, self.latest_on = fact.by, fact.effective_on
        self.year, self.budget_code = fact.year, fact.budget_code
        self.sources, self.owed = by_channel(fact.sources), by_channel(fact.sources)
        self.returned = dict.fromkeys(self.sources, 0)

    @applies(Sent)
    def _sent(self, fact: Sent) -> None:
        self.latest_on = fact.effective_on
        self.sendings[fact.payment_no] = Sending(list(self.lines), dict(self.sources))
        for line in self.lines.values():
            line.state = SENT

    @applies(BankConfirmed)
    def _bank_confirmed(self, fact: BankConfirmed) -> None:
        self.latest_on = fact.effective_on
        self.sendings[fact.payment_no].answered = True
        for line_no in fact.lines:
            self.lines[line_no].state = CONFIRMED

    @applies(BankReturned)
    def _bank_returned(self, fact: BankReturned) -> None:
        self.latest_on = fact.effective_on
        sending = self.sendings[fact.payment_no]
        sending.answered = True
        add_shares(self.returned, shares_of(split(fact.amount_fen, sending.sources)))
        for line in fact.lines:
            self.lines[line.line_no].state = RETURNED

    @applies(LineResent)
    def _line_resent(self, fact: LineResent) -> None:
        self.latest_on = fact.effective_on
        parts = split(fact.amount_fen, self.returned)
        self.returned = less(self.returned, parts)
        self.sendings[fact.payment_no] = Sending([fact.line_no], parts)
        self.lines[fact.line_no].state = SENT

    @applies(LineCancelled)
    def _line_cancelled(self, fact: LineCancelled) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources, -1)
        add_shares(self.returned, fact.sources, -1)
        self.lines[fact.line_no].state = CANCELLED

    # What may be decided

    def draw_up(
        self,
        stamp: Stamp,
        *,
        roll_no: str,
        project_code: str,
        account_code: str,
        title: str,
        period_text: str,
        standard_text: str,
        declared_count: int,
        declared_sum_fen: int,
        list_sha256: str,
        lines: Iterable[RollLine],
    ) -> None:
        """编制花名册.  Its rules are those of `roll_lines_add_up`, which the caller has asked."""
        self.record(
            self.DrawnUp,
            **stamp.fields,
            roll_no=roll_no,
            project_code=project_code,
            account_code=account_code,
            title=title,
            period_text=period_text,
            standard_text=standard_text,
            declared_count=declared_count,
            declared_sum_fen=declared_sum_fen,
            list_sha256=list_sha256,
        )
        base = stamp.fields
        for line in lines:
            self.record(
                self.LineDue,
                **base,
                line_no=line.line_no,
                person_id=line.person_id,
                quantity=line.quantity,
                standard_fen=line.standard_fen,
                amount_fen=line.amount_fen,
                reason=line.reason,
            )

    def check_approval(self, stamp: Stamp) -> None:
        """Refuse an approval that was given before, or by whoever drew the roll up."""
        if self.approved_by:
            raise RollStateDiffers(self.roll_no, ("已审定", "approved"), ("未审定", "not approved"))
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        duties_are_kept_apart(stamp.by, "confirmation", {"drawing_up": self.drawn_up_by})

    def approve(self, stamp: Stamp, sources: ByChannel, year: int, budget_code: str) -> None:
        """审定发放, split over the sources; asked before by `check_approval`."""
        self.record(
            self.Approved,
            **stamp.fields,
            sources=shares_of(sources),
            amount_fen=total_fen(sources),
            year=year,
            budget_code=budget_code,
            project_code=self.project_code,
        )

    def check_sending(self, stamp: Stamp) -> None:
        """Refuse a sending that is not approved, was made before, or is by whoever drew up or approved the roll."""
        if not self.approved_by:
            raise RollStateDiffers(self.roll_no, ("未审定", "not approved"), ("已审定", "approved"))
        if self.sendings:
            raise RollStateDiffers(self.roll_no, ("已发放", "sent"), ("未发放", "not sent"))
        self._check_sender(stamp)

    def _check_sender(self, stamp: Stamp) -> None:
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        done = {"drawing_up": self.drawn_up_by, "confirmation": self.approved_by}
        duties_are_kept_apart(stamp.by, "sending", done)

    def send(self, stamp: Stamp, payment_no: str) -> None:
        """提交代发, all lines at once; asked before by `check_sending`."""
        self.record(
            self.Sent,
            **stamp.fields,
            payment_no=payment_no,
            amount_fen=self.amount_fen,
            count=len(self.lines),
        )

    def bank_answer(self, payment_no: str, returned: tuple[ReturnedLine, ...]) -> tuple[ByChannel, ByChannel]:
        """What of a sending was confirmed and what came back, source by source.

        Raises UnknownSending, SendingAnswered, then LinesNotInSending for lines that are not part of it.
        """
        sending = lines_are_in_payment(self.sendings, payment_no, [line.line_no for line in returned])
        back_fen = sum(self.lines[line.line_no].amount_fen for line in returned)
        back = split(back_fen, sending.sources)
        return less(sending.sources, back), back

    def note_answer(
        self, stamp: Stamp, payment_no: str, returned: tuple[ReturnedLine, ...], confirmed: ByChannel
    ) -> None:
        """代发结果: confirmed and returned lines, each where there are any; asked before by `bank_answer`."""
        came_back = {line.line_no for line in returned}
        paid = tuple(line_no for line_no in self.sendings[payment_no].lines if line_no not in came_back)
        if paid:
            self.record(
                self.BankConfirmed,
                **stamp.fields,
                payment_no=payment_no,
                lines=paid,
                amount_fen=total_fen(confirmed),
                sources=shares_of(confirmed),
                year=self.year,
                budget_code=self.budget_code,
                project_code=self.project_code,
            )
        if returned:
            self.record(
                self.BankReturned,
                **stamp.fields,
                payment_no=payment_no,
                lines=returned,
                amount_fen=sum(self.lines[line_no].amount_fen for line_no in came_back),
            )

    def check_returned_line(self, stamp: Stamp, line_no: int) -> ByChannel:
        """What each source pays of a returned line.  Raises LineNotReturned, then for the order and the person."""
        line_is_returned(self.roll_no, self.lines, line_no)
        self._check_sender(stamp)
        return split(self.lines[line_no].amount_fen, self.returned)

    def resend(self, stamp: Stamp, line_no: int, payment_no: str) -> None:
        """重发; asked before by `check_returned_line`."""
        self.record(
            self.LineResent,
            **stamp.fields,
            line_no=line_no,
            payment_no=payment_no,
            amount_fen=self.lines[line_no].amount_fen,
        )

    def cancel_line(self, stamp: Stamp, line_no: int, reason: str) -> None:
        """取消 of a returned line."""
        parts = self.check_returned_line(stamp, line_no)
        self.record(
            self.LineCancelled,
            **stamp.fields,
            line_no=line_no,
            amount_fen=self.lines[line_no].amount_fen,
            reason=reason,
            sources=shares_of(parts),
            year=self.year,
            budget_code=self.budget_code,
            project_code=self.project_code,
        )
