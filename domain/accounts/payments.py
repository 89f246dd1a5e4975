"""付款 (payments): paid for a purpose from its channels, returned by the bank, reversed, refunded.

Deciding a payment costs the same in a hot account as in a new one: it looks at one purse and two sets, never at the
payments made before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.accounts.cash import Purpose, PurposeFact, PurposeFields
from domain.accounts.interest import AccountInterest
from domain.accounts.refusals import (
    PaymentNumberUsed,
    PaymentOfRoll,
    PaymentUndone,
    PaymentUnknown,
    RefundAbovePayment,
    SourceNotArrived,
)
from domain.fact import applies
from domain.money.fen import check_amount
from domain.money.shares import (
    ByChannel,
    add_amounts,
    add_shares,
    by_channel,
    shares_of,
    split,
    total_fen,
)
from domain.money.sources import SourceShare
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class AccountPayments(AccountInterest):
    """付款及其退回、冲销、退款."""

    @dataclass(frozen=True, kw_only=True)
    class Paid(PurposeFact):
        """付款.  stage: advance | progress | settlement | retention | fee | unit | roll | gift."""

        TOPIC = "account.paid"
        payment_no: str
        voucher_no: str
        claim_no: str
        roll_no: str
        stage: str
        payee_id: str
        payee_name: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentReturned(PurposeFact):
        """退票: the bank gave a whole payment back."""

        TOPIC = "account.payment_returned"
        payment_no: str
        bank_reference: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentReversed(PurposeFact):
        """红字冲销: a payment was booked by mistake; no bank ever made it."""

        TOPIC = "account.payment_reversed"
        payment_no: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class Refunded(PurposeFact):
        """退款: the payee gave a payment back, whole or in part."""

        TOPIC = "account.refunded"
        refund_no: str
        payment_no: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class RollReturned(PurposeFact):
        """代发退回: the bank could not pay `count` lines of a roll."""

        TOPIC = "account.roll_returned"
        roll_no: str
        payment_no: str
        count: int

    @dataclass
    class Payment:
        """A payment as it stands: the fact, and what of it has not come back."""

        fact: "AccountPayments.Paid"
        remaining: ByChannel

    def __init__(self, stream_id: str) -> None:
        """Begin without payments."""
        super().__init__(stream_id)
        self.payments: dict[str, AccountPayments.Payment] = {}
        self.refund_numbers: set[str] = set()

    # State

    @applies(Paid)
    def _paid(self, fact: Paid) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.payments[fact.payment_no] = self.Payment(fact, by_channel(fact.sources))
        self._spend(fact, fact.stage, times=1)
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    def _spend(self, fact: PurposeFact, stage: str, times: int) -> None:
        purse = self._purse(fact.purpose)
        add_shares(purse.paid, fact.sources, times)
        add_shares(purse.paid_by_stage.setdefault(stage, {}), fact.sources, times)

    @applies(PaymentReturned)
    def _payment_returned(self, fact: PaymentReturned) -> None:
        self._came_back(fact, fact.payment_no)
        self._moved(fact, fact.bank_reference, fact.amount_fen)

    @applies(PaymentReversed)
    def _payment_reversed(self, fact: PaymentReversed) -> None:
        self._came_back(fact, fact.payment_no)
        paid = self.payments[fact.payment_no].fact
        self._undone(fact, paid.originator_version, paid.voucher_no, fact.amount_fen)

    @applies(Refunded)
    def _refunded(self, fact: Refunded) -> None:
        self.refund_numbers.add(fact.refund_no)
        self._came_back(fact, fact.payment_no)
        self._moved(fact, fact.refund_no, fact.amount_fen)

    @applies(RollReturned)
    def _roll_returned(self, fact: RollReturned) -> None:
        self._came_back(fact, fact.payment_no)
        self._moved(fact, fact.payment_no, fact.amount_fen)

    def _came_back(self, fact: PurposeFact, payment_no: str) -> None:
        payment = self.payments[payment_no]
        add_shares(payment.remaining, fact.sources, times=-1)
        self._purse(fact.purpose).take_in(fact.effective_on, fact.sources)
        self._spend(fact, payment.fact.stage, times=-1)

    # Questions

    def paid_for(self, purpose: Purpose, *stages: str) -> ByChannel:
        """What was paid for a purpose at these stages and did not come back, channel by channel."""
        amounts: ByChannel = {}
        self.add_paid_for(amounts, purpose, stages)
        return amounts

    def add_paid_for(self, amounts: ByChannel, purpose: Purpose, stages: Iterable[str]) -> None:
        """Add to amounts what `paid_for` tells."""
        purse = self.purses.get(purpose)
        if purse is not None:
            for stage in stages:
                add_amounts(amounts, purse.paid_by_stage.get(stage, {}))

    def split_for(self, purpose: Purpose, amount_fen: int) -> tuple[SourceShare, ...]:
        """Split an amount over the channels of a purpose by what each still holds.

        For a unit, the fee, a gift or a roll; a project's channels are split by its plan and works.  Raises
        AmountOutOfRange, SourceNotArrived, in that order.
        """
        check_amount(amount_fen)
        available = self.available(purpose)
        held_fen = total_fen(available)
        if amount_fen > held_fen:
            raise SourceNotArrived(amount_fen, held_fen, " ".join(purpose).strip())
        return shares_of(split(amount_fen, available))

    def payment(self, payment_no: str) -> Payment:
        """The payment under this number.  Raises PaymentUnknown."""
        found = self.payments.get(payment_no)
        if found is None:
            raise PaymentUnknown(self.code, payment_no)
        return found

    # Decisions

    def check_payment(
        self,
        on: date,
        *,
        payment_no: str,
        voucher_no: str,
        purpose: Purpose,
        sources: tuple[SourceShare, ...],
        amount_fen: int,
    ) -> None:
        """Check a payment before anything is recorded.

        Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, PaymentNumberUsed, SourceNotArrived,
        DatesOutOfOrder (before the money came), in that order.
        """
        check_amount(amount_fen)
        self.check_voucher(on, voucher_no)
        self._check_number(payment_no)
        assert sum([part.amount_fen for part in sources]) == amount_fen, "a payment is split exactly"
        self.check_channels(on, purpose, sources, SourceNotArrived)

    def _check_number(self, number: str) -> None:
        if number in self.payments or number in self.refund_numbers:
            raise PaymentNumberUsed(self.code, number)

    def pay(
        self,
        stamp: Stamp,
        *,
        payment_no: str,
        voucher_no: str,
        purpose: Purpose,
        stage: str,
        payee_id: str,
        payee_name: str,
        sources: tuple[SourceShare, ...],
        amount_fen: int,
        year: int,
        budget_code: str,
        claim_no: str = "",
        roll_no: str = "",
    ) -> None:
        """付款.  Raises what `check_payment` raises; the ceiling and the four eyes are the claim's to check."""
        self.check_payment(
            stamp.effective_on,
            payment_no=payment_no,
            voucher_no=voucher_no,
            purpose=purpose,
            sources=sources,
            amount_fen=amount_fen,
        )
        self.record(
            self.Paid,
            **stamp.fields,
            payment_no=payment_no,
            voucher_no=voucher_no,
            claim_no=claim_no,
            roll_no=roll_no,
            purpose_kind=purpose[0],
            purpose_code=purpose[1],
            stage=stage,
            payee_id=payee_id,
            payee_name=payee_name,
            sources=sources,
            amount_fen=amount_fen,
            year=year,
            budget_code=budget_code,
        )

    def check_whole(self, on: date, payment_no: str) -> Paid:
        """The payment, when it may come back whole on a day.

        Raises AccountClosed, PaymentUnknown, PaymentOfRoll, PaymentUndone, DatesOutOfOrder (before it was paid), in
        that order.
        """
        self.check_open()
        payment = self.payment(payment_no)
        self._check_no_roll(payment.fact)
        back_fen = payment.fact.amount_fen - total_fen(payment.remaining)
        if back_fen:
            raise PaymentUndone(payment_no, payment.fact.amount_fen, back_fen)
        day_is_not_before("effective_on", on, payment.fact.effective_on)
        return payment.fact

    def return_payment(self, stamp: Stamp, *, payment_no: str, bank_reference: str, reason: str) -> None:
        """退票.  Raises what `check_whole` raises."""
        paid = self.check_whole(stamp.effective_on, payment_no)
        self.record(
            self.PaymentReturned,
            **stamp.fields,
            **paid.purpose_fields,
            payment_no=payment_no,
            bank_reference=bank_reference,
            reason=reason,
            stage=paid.stage,
            claim_no=paid.claim_no,
        )

    def reverse_payment(self, stamp: Stamp, *, payment_no: str, reason: str) -> None:
        """红字冲销.  Raises what `check_whole` raises."""
        paid = self.check_whole(stamp.effective_on, payment_no)
        self.record(
            self.PaymentReversed,
            **stamp.fields,
            **paid.purpose_fields,
            payment_no=payment_no,
            reason=reason,
            stage=paid.stage,
            claim_no=paid.claim_no,
        )

    def _part(
        self, on: date, payment_no: str, amount_fen: int
    ) -> tuple["AccountPayments.Paid", PurposeFields]:
        """The payment and the fields of a part of it, split by what of each channel has not come back.

        Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
        paid), in that order.
        """
        check_amount(amount_fen)
        self.check_open()
        payment = self.payment(payment_no)
        left_fen = total_fen(payment.remaining)
        if amount_fen > left_fen:
            raise RefundAbovePayment(amount_fen, left_fen, payment_no)
        day_is_not_before("effective_on", on, payment.fact.effective_on)
        fields = payment.fact.purpose_fields
        fields["amount_fen"] = amount_fen
        fields["sources"] = shares_of(split(amount_fen, payment.remaining))
        return payment.fact, fields

    def check_refund(self, on: date, *, refund_no: str, payment_no: str, amount_fen: int) -> Paid:
        """The payment, when this part of it may come back.

        Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
        paid), PaymentOfRoll, PaymentNumberUsed, in that order.
        """
        paid, _ = self._part(on, payment_no, amount_fen)
        self._check_no_roll(paid)
        self._check_number(refund_no)
        return paid

    @staticmethod
    def _check_no_roll(paid: Paid) -> None:
        if paid.roll_no:
            raise PaymentOfRoll(paid.payment_no, paid.roll_no)

    def refund(self, stamp: Stamp, *, refund_no: str, payment_no: str, amount_fen: int, reason: str) -> None:
        """退款.  Raises what `check_refund` raises."""
        self.check_refund(
            stamp.effective_on, refund_no=refund_no, payment_no=payment_no, amount_fen=amount_fen
        )
        paid, fields = self._part(stamp.effective_on, payment_no, amount_fen)
        self.record(
            self.Refunded,
            **stamp.fields,
            **fields,
            refund_no=refund_no,
            payment_no=payment_no,
            reason=reason,
            stage=paid.stage,
            claim_no=paid.claim_no,
        )

    def return_roll_lines(self, stamp: Stamp, *, payment_no: str, amount_fen: int, count: int) -> None:
        """代发退回.

        Raises AmountOutOfRange, AccountClosed, PaymentUnknown, RefundAbovePayment, DatesOutOfOrder (before it was
        sent), in that order.
        """
        paid, fields = self._part(stamp.effective_on, payment_no, amount_fen)
        self.record(
            self.RollReturned,
            **stamp.fields,
            **fields,
            roll_no=paid.roll_no,
            payment_no=payment_no,
            count=count,
        )
