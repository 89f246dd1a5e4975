"""调拨 (transfer): money of one allocation sent from one account to another, in transit until both sides say so.

It keeps its fund, its purpose and its sources on the way (专款专用).  What it is in an account, the account's own facts
say: each side records what its own bank did, and no person moves the account of another place.
"""

from dataclasses import dataclass
from datetime import date

from domain.accounts.cash import PurposeFact, PurposeFields
from domain.fact import Fact, Stream, applies
from domain.rulebook.codes import Duty
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp
from domain.transfers.codes import IN_TRANSIT, TransferState
from domain.transfers.refusals import TransferNotAtThisStep, TransferOnItsWay

SENDING, RECEIPT = Duty.TRANSFER_SENDING, Duty.TRANSFER_RECEIPT


class Transfer(Stream):
    """调拨 `transfer/{transfer_no}`: sent, then received; or withdrawn, or refused and back with the sender.

    A receipt that was recorded by mistake is reversed by its side: the money is in transit again.
    """

    KIND = "transfer"
    WORD = "调拨", "transfer"
    NUMBERED = True

    @dataclass(frozen=True, kw_only=True)
    class Sent(PurposeFact):
        """调拨发出: recorded together with `account.transfer_sent`."""

        TOPIC = "transfer.sent"
        OPENS = True
        transfer_no: str
        decision_no: str
        from_account_code: str
        to_account_code: str
        document_no: str
        allocation_no: str
        voucher_no: str

    @dataclass(frozen=True, kw_only=True)
    class Received(Fact):
        """调拨收到: recorded together with `account.transfer_received`."""

        TOPIC = "transfer.received"
        voucher_no: str

    @dataclass(frozen=True, kw_only=True)
    class ReceiptReversed(Fact):
        """调拨收款冲销: the receipt was recorded by mistake; the money is in transit again."""

        TOPIC = "transfer.receipt_reversed"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Withdrawn(Fact):
        """调拨撤回: the sender takes back what was not received."""

        TOPIC = "transfer.withdrawn"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Refused(Fact):
        """调拨拒收: the receiver sends the money back; it stays in transit until the sender has it."""

        TOPIC = "transfer.refused"
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class CameBack(Fact):
        """调拨退回: refused money is back in the account that sent it."""

        TOPIC = "transfer.came_back"
        voucher_no: str

    def __init__(self, stream_id: str) -> None:
        """Begin with nothing sent.

        last_by, last_on  who took the last step, and for which day.
        in_transit        from which day on the money was, or was not, in transit; the last of a day counts.
        """
        super().__init__(stream_id)
        self.sent: Transfer.Sent | None = None
        self.state = self.last_by = ""
        self.last_on = date.min
        self.in_transit: dict[date, bool] = {}

    # What the facts add up to

    @applies(Sent)
    def _sent(self, fact: Sent) -> None:
        self.sent = fact
        self._step(fact, TransferState.SENT)

    @applies(Received)
    def _received(self, fact: Received) -> None:
        self._step(fact, TransferState.RECEIVED)

    @applies(ReceiptReversed)
    def _receipt_reversed(self, fact: ReceiptReversed) -> None:
        self._step(fact, TransferState.SENT)

    @applies(Withdrawn)
    def _withdrawn(self, fact: Withdrawn) -> None:
        self._step(fact, TransferState.WITHDRAWN)

    @applies(Refused)
    def _refused(self, fact: Refused) -> None:
        self._step(fact, TransferState.REFUSED)

    @applies(CameBack)
    def _came_back(self, fact: CameBack) -> None:
        self._step(fact, TransferState.CAME_BACK)

    def _step(self, fact: Fact, state: TransferState) -> None:
        self.state, self.last_by, self.last_on = state.code, fact.by, fact.effective_on
        self.in_transit[fact.effective_on] = state in IN_TRANSIT

    # Questions

    @property
    def belongs_to(self) -> str:
        """The account that sent the money."""
        return f"account/{self.order.from_account_code}"

    @property
    def order(self) -> Sent:
        """What was sent, from where and to where."""
        assert self.sent is not None, f"nothing was recorded in {self.id}"
        return self.sent

    @property
    def money(self) -> PurposeFields:
        """What the money is for and of which sources, ready for a fact of an account."""
        return self.order.purpose_fields

    def in_transit_on(self, day: date) -> bool:
        """Whether the money was in transit when this day ended, as far as is recorded now."""
        known = [on for on in self.in_transit if on <= day]
        return bool(known) and self.in_transit[max(known)]

    def check_nothing_waits_for(self, account_code: str) -> None:
        """Raise TransferOnItsWay when the money is in transit from this account or to it."""
        order = self.order
        if self.state in IN_TRANSIT and account_code in {order.from_account_code, order.to_account_code}:
            raise TransferOnItsWay(account_code, order.transfer_no, order.amount_fen)

    # Decisions

    def send(
        self,
        stamp: Stamp,
        money: PurposeFields,
        *,
        transfer_no: str,
        decision_no: str,
        from_account_code: str,
        to_account_code: str,
        document_no: str,
        allocation_no: str,
        voucher_no: str,
    ) -> None:
        """发出调拨; what the account holds and who may send it is checked there."""
        self.record(
            self.Sent,
            **stamp.fields,
            **money,
            transfer_no=transfer_no,
            decision_no=decision_no,
            from_account_code=from_account_code,
            to_account_code=to_account_code,
            document_no=document_no,
            allocation_no=allocation_no,
            voucher_no=voucher_no,
        )

    def receive(self, stamp: Stamp, voucher_no: str) -> None:
        """确认收到.  Raises TransferNotAtThisStep, DatedBeforeFormerStep, PersonOnBothSides (sent by the same)."""
        self._check(stamp, TransferState.SENT)
        duties_are_kept_apart(stamp.by, RECEIPT, {SENDING: self.order.by})
        self.record(self.Received, **stamp.fields, voucher_no=voucher_no)

    def reverse_receipt(self, stamp: Stamp, reason: str) -> None:
        """冲销收款.  Raises TransferNotAtThisStep, DatedBeforeFormerStep."""
        self._check(stamp, TransferState.RECEIVED)
        self.record(self.ReceiptReversed, **stamp.fields, reason=reason)

    def withdraw(self, stamp: Stamp, reason: str) -> None:
        """撤回.  Raises TransferNotAtThisStep, DatedBeforeFormerStep."""
        self._check(stamp, TransferState.SENT)
        self.record(self.Withdrawn, **stamp.fields, reason=reason)

    def refuse(self, stamp: Stamp, reason: str) -> None:
        """拒收.  Raises TransferNotAtThisStep, DatedBeforeFormerStep, PersonOnBothSides (sent by the same)."""
        self._check(stamp, TransferState.SENT)
        duties_are_kept_apart(stamp.by, RECEIPT, {SENDING: self.order.by})
        self.record(self.Refused, **stamp.fields, reason=reason)

    def come_back(self, stamp: Stamp, voucher_no: str) -> None:
        """登记退回.  Raises TransferNotAtThisStep, DatedBeforeFormerStep, PersonOnBothSides (refused by the same)."""
        self._check(stamp, TransferState.REFUSED)
        duties_are_kept_apart(stamp.by, SENDING, {RECEIPT: self.last_by})
        self.record(self.CameBack, **stamp.fields, voucher_no=voucher_no)

    def _check(self, stamp: Stamp, wanted: TransferState) -> None:
        """Raise TransferNotAtThisStep, DatedBeforeFormerStep."""
        if self.state != wanted:
            raise TransferNotAtThisStep(
                self.order.transfer_no, TransferState.word_of(self.state), wanted.word
            )
        steps_follow_in_time(self.id, self.last_on, stamp.effective_on)
