"""花名册现状 (state of a roll): what its facts add up to, and the questions that its chapters ask of it."""

from datetime import date

from domain.fact import Stream, applies
from domain.money.shares import ByChannel, add_shares, by_channel, less, shares_of, split, total_fen
from domain.rolls.facts import RollFacts as Facts
from domain.rolls.values import CANCELLED, CONFIRMED, RETURNED, SENT, LineState, Sending


class RollState(Facts, Stream):
    """花名册现状: where each line stands, and what each source owes.  Only the appliers here write it."""

    KIND = "roll"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

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

    @applies(Facts.LineDue)
    def _line_due(self, fact: Facts.LineDue) -> None:
        self.lines[fact.line_no] = LineState(fact.amount_fen)

    @applies(Facts.Approved)
    def _approved(self, fact: Facts.Approved) -> None:
        self.approved_by, self.latest_on = fact.by, fact.effective_on
        self.year, self.budget_code = fact.year, fact.budget_code
        self.sources, self.owed = by_channel(fact.sources), by_channel(fact.sources)
        self.returned = dict.fromkeys(self.sources, 0)

    @applies(Facts.Sent)
    def _sent(self, fact: Facts.Sent) -> None:
        self.latest_on = fact.effective_on
        self.sendings[fact.payment_no] = Sending(list(self.lines), dict(self.sources))
        for line in self.lines.values():
            line.state = SENT

    @applies(Facts.BankConfirmed)
    def _bank_confirmed(self, fact: Facts.BankConfirmed) -> None:
        self.latest_on = fact.effective_on
        self.sendings[fact.payment_no].answered = True
        for line_no in fact.lines:
            self.lines[line_no].state = CONFIRMED

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
        self.lines[fact.line_no].state = SENT

    @applies(Facts.LineCancelled)
    def _line_cancelled(self, fact: Facts.LineCancelled) -> None:
        self.latest_on = fact.effective_on
        add_shares(self.owed, fact.sources, -1)
        add_shares(self.returned, fact.sources, -1)
        self.lines[fact.line_no].state = CANCELLED

    # Questions

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
