"""花名册现状 (state of a roll): what its facts add up to, and the questions that its chapters ask of it."""

from datetime import date

from domain.fact import Stream, applies
from domain.money.shares import ByChannel, add_shares, by_channel, less, shares_of, split, total_fen
from domain.rolls.codes import (
    APPROVED,
    AT_THE_BANK,
    CANCELLED,
    CONFIRMED,
    DUE,
    NOT_APPROVED,
    NOT_AT_THE_BANK,
    NOT_CLOSED,
    PAID_BACK,
    RETURNED,
    SENT,
    STANDS,
    RollEnd,
)
from domain.rolls.facts import RollFacts as Facts
from domain.rolls.paid_period import PaidPeriod, period_as_recorded
from domain.rolls.refusals import RollStateDiffers
from domain.rolls.values import LineState, Payees, Sending


class RollState(Facts, Stream):
    """花名册现状: where each line stands, and what each source owes.  Only the appliers here write it."""

    KIND = "roll"
    WORD = "花名册", "roll"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        """Begin without lines.

        owed      what of each source was approved and neither cancelled nor paid back, paid or not.
        returned  what of each source came back and waits for a decision.
        cancelled the lines that are owed no longer, by their number.
        paid_back what persons gave back and was not reversed, by the number of the refund.
        sent      the whole roll is, or was, at the bank.
        ended_as  how it ended; "" while it stands.
        """
        super().__init__(stream_id)
        self.roll_no = self.project_code = self.account_code = self.drawn_up_by = self.approved_by = ""
        self.latest_on = date.min
        self.lines: dict[int, LineState] = {}
        self.amount_fen = 0
        self.period = PaidPeriod.unknown("")
        self.again_reason = self.ended_as = ""
        self.sent = False
        self.year, self.budget_code = 0, ""
        self.sources: ByChannel = {}
        self.owed: ByChannel = {}
        self.returned: ByChannel = {}
        self.sendings: dict[str, Sending] = {}
        self.cancelled: dict[int, Facts.LineCancelled] = {}
        self.paid_back: dict[str, Facts.LinePaidBack] = {}

    @property
    def belongs_to(self) -> str:
        """The project that it was drawn up for."""
        return f"project/{self.project_code}"

    # What the facts add up to

    @applies(Facts.DrawnUp)
    def _drawn_up(self, fact: Facts.DrawnUp) -> None:
        self.roll_no, self.project_code, self.account_code = (
            fact.roll_no,
            fact.project_code,
            fact.account_code,
        )
        self.drawn_up_by, self.latest_on = fact.by, fact.effective_on
        self.amount_fen = fact.declared_sum_fen
        self.period, self.again_reason = period_as_recorded(fact.period, fact.period_text), fact.again_reason

    @applies(Facts.LineDue)
    def _line_due(self, fact: Facts.LineDue) -> None:
        self.lines[fact.line_no] = LineState(fact.amount_fen, fact.person_id)

    @applies(Facts.Approved)
    def _approved(self, fact: Facts.Approved) -> None:
        self.approved_by, self.latest_on = fact.by, fact.effective_on
        self.year, self.budget_code = fact.year, fact.budget_code
        self.sources, self.owed = by_channel(fact.sources), by_channel(fact.sources)
        self.returned = dict.fromkeys(self.sources, 0)

    @applies(Facts.Sent)
    def _sent(self, fact: Facts.Sent) -> None:
        self.latest_on = fact.effective_on
        self.sent = True
        self.sendings[fact.payment_no] = Sending(list(self.lines), dict(self.sources), whole=True)
        for line in self.lines.values():
            line.state, line.sent_in = SENT, fact.payment_no

    @applies(Facts.BankConfirmed)
    def _bank_confirmed(self, fact: Facts.BankConfirmed) -> None:
        self.latest_on = fact.effective_on
        self.sendings[fact.payment_no].answered = True
        for line_no in fact.lines:
            line = self.lines[line_no]
            line.state, line.paid_in = CONFIRMED, fact.payment_no

    @applies(Facts.BankReturned)
    def _bank_returned(self, fact: Facts.BankReturned) -> None:
        self.latest_on = fact.effective_on
        sending = self.sendings[fact.payment_no]
        sending.answered = True
        add_shares(self.returned, shares_of(split(fact.amount_fen, sending.sources)))
        for line in fact.lines:
            self.lines[line.line_no].state = RETURNED

    @applies(Facts.LineResent)
    def _line_resent(self, fact: Facts.LineResent) -> None:
        self.latest_on = fact.effective_on
        parts = split(fact.amount_fen, self.returned)
        self.returned = less(self.returned, parts)
        self.sendings[fact.payment_no] = Sending([fact.line_no], parts)
        line = self.lines[fact.line_no]
        line.state, line.sent_in = SENT, fact.payment_no

    @applies(Facts.LineCancelled)
    def _line_cancelled(self, fact: Facts.LineCancelled) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources, -1)
        add_shares(self.returned, fact.sources, -1)
        self.cancelled[fact.line_no] = fact
        self.lines[fact.line_no].state = CANCELLED

    @applies(Facts.LineCancellationReversed)
    def _line_cancellation_reversed(self, fact: Facts.LineCancellationReversed) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources)
        add_shares(self.returned, fact.sources)
        del self.cancelled[fact.line_no]
        self.lines[fact.line_no].state = RETURNED

    @applies(Facts.Withdrawn)
    def _withdrawn(self, fact: Facts.Withdrawn) -> None:
        self.latest_on, self.ended_as = fact.effective_on, RollEnd.WITHDRAWN.code

    @applies(Facts.Cancelled)
    def _cancelled(self, fact: Facts.Cancelled) -> None:
        self.latest_on, self.ended_as = fact.effective_on, RollEnd.CANCELLED.code
        self.sources = dict.fromkeys(self.sources, 0)
        self.owed = dict(self.sources)

    @applies(Facts.Recalled)
    def _recalled(self, fact: Facts.Recalled) -> None:
        self.latest_on = fact.effective_on
        sending = self.sendings[fact.payment_no]
        sending.answered = True
        if fact.whole:
            self.sent = False
        else:
            add_shares(self.returned, shares_of(sending.sources))
        for line_no in sending.lines:
            self.lines[line_no].state = DUE if fact.whole else RETURNED

    @applies(Facts.LinePaidBack)
    def _line_paid_back(self, fact: Facts.LinePaidBack) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources, -1)
        line = self.lines[fact.line_no]
        line.paid_back_fen += fact.amount_fen
        self.paid_back[fact.refund_no] = fact
        if fact.whole:
            line.state = PAID_BACK

    @applies(Facts.ConfirmationReversed)
    def _confirmation_reversed(self, fact: Facts.ConfirmationReversed) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.returned, fact.sources)
        for line_no in fact.lines:
            line = self.lines[line_no]
            line.state, line.paid_in = RETURNED, ""

    @applies(Facts.ReturnReversed)
    def _return_reversed(self, fact: Facts.ReturnReversed) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.returned, fact.sources, -1)
        for line_no in fact.lines:
            line = self.lines[line_no]
            line.state, line.paid_in = CONFIRMED, fact.payment_no

    @applies(Facts.PayBackReversed)
    def _pay_back_reversed(self, fact: Facts.PayBackReversed) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources)
        del self.paid_back[fact.refund_no]
        line = self.lines[fact.line_no]
        line.paid_back_fen -= fact.amount_fen
        line.state = CONFIRMED

    @applies(Facts.Closed)
    def _closed(self, fact: Facts.Closed) -> None:
        self.latest_on, self.ended_as = fact.effective_on, RollEnd.CLOSED.code

    # Questions

    @property
    def stands(self) -> bool:
        """Whether it was neither withdrawn nor cancelled."""
        return self.ended_as in {"", RollEnd.CLOSED}

    @property
    def closed(self) -> bool:
        """Whether it ended with every line answered."""
        return self.ended_as == RollEnd.CLOSED

    def check_stands(self) -> None:
        """Raise RollStateDiffers when it was withdrawn or cancelled."""
        if not self.stands:
            raise RollStateDiffers(self.roll_no, RollEnd.word_of(self.ended_as), STANDS)

    def check_approved(self) -> None:
        """Raise RollStateDiffers when it was withdrawn, cancelled or not approved."""
        self.check_stands()
        if not self.approved_by:
            raise RollStateDiffers(self.roll_no, NOT_APPROVED, APPROVED)

    def check_not_approved(self) -> None:
        """Raise RollStateDiffers when it was withdrawn, cancelled or approved."""
        self.check_stands()
        if self.approved_by:
            raise RollStateDiffers(self.roll_no, APPROVED, NOT_APPROVED)

    def check_not_closed(self) -> None:
        """Raise RollStateDiffers when it was closed."""
        if self.closed:
            raise RollStateDiffers(self.roll_no, RollEnd.CLOSED.word, NOT_CLOSED)

    def check_not_sent(self) -> None:
        """Raise RollStateDiffers when it was withdrawn, cancelled, not approved, or is at the bank."""
        self.check_approved()
        if self.sent:
            raise RollStateDiffers(self.roll_no, AT_THE_BANK, NOT_AT_THE_BANK)

    @property
    def payees(self) -> Payees:
        """Whom it pays: nobody once it was withdrawn or cancelled, nor those whose line was cancelled or paid back."""
        nobody = {CANCELLED, PAID_BACK}
        lines = self.lines if self.stands else {}
        paid = {line.person_id: line_no for line_no, line in lines.items() if line.state not in nobody}
        return Payees(self.roll_no, self.period, paid, self.again_reason)

    @property
    def owed_fen(self) -> int:
        """What was approved and neither cancelled nor paid back, paid or not."""
        return total_fen(self.owed)

    @property
    def is_open(self) -> bool:
        """Whether it was approved and a line of it waits for its payment or for a decision."""
        return bool(self.approved_by) and self.stands and bool(self.open_lines())

    def open_lines(self) -> list[int]:
        """The lines that are neither paid nor given up."""
        ended = {CONFIRMED, CANCELLED, PAID_BACK}
        return [line_no for line_no, line in self.lines.items() if line.state not in ended]

    @property
    def reserved(self) -> ByChannel:
        """What of each source waits in the account to be sent: all of it once approved, then what came back."""
        return self.returned if self.sent else self.sources
