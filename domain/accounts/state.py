"""账户现状 (state of an account): what its facts add up to, and the questions that its chapters ask of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from domain.accounts.cash import Purpose, PurposeFact, Purse, for_gift, gift_share
from domain.accounts.facts import AccountFacts as Facts
from domain.accounts.outstanding import Outstanding
from domain.accounts.payment_refusals import PaymentNumberUsed, PaymentUnknown, VoucherUsed
from domain.accounts.refusals import AccountClosed
from domain.accounts.statement import StatementLine
from domain.fact import Fact, Stream, applies
from domain.keys import lookup_key
from domain.money.fen import check_amount
from domain.money.refusals import AboveLimit
from domain.money.shares import ByChannel, add_amounts, add_shares, by_channel
from domain.money.sources import SourceShare
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came
from domain.rules.steps_follow_in_time import day_is_not_before

InterestEntry = Facts.InterestReceived | Facts.InterestPaidOver | Facts.InterestPlanned
"""Interest as it was entered: it came in, was paid over, or became money of an allocation."""

TransferEntry = Facts.TransferSent | Facts.TransferReceived
"""A transfer as this account booked it: as the sender, or as the receiver."""

CameBack = Facts.PaymentReturned | Facts.Refunded
"""A payment that came back: whole from the bank, or in part or whole from the payee."""


@dataclass
class Payment:
    """A payment as it stands: the fact, and what of it has not come back.

    came_back      what came back and was not reversed, by the number of the refund, "" for a return by the bank.
    roll_returns   the versions of the facts by which lines of its roll came back.
    """

    fact: Facts.Paid
    remaining: ByChannel
    came_back: dict[str, CameBack] = field(default_factory=dict)
    roll_returns: list[int] = field(default_factory=list)


class AccountState(Facts, Stream):
    """账户现状: how much of which source it holds for what.  Only the appliers here write it."""

    KIND = "account"
    WORD = "账户", "account"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        """Begin without money.

        vouchers     year and look-up key of every voucher that was used.
        transfers    the entries of transfers sent and received, by their number.
        arrivals     the arrivals that were not reversed, by year and voucher.
        surpluses    surplus that was returned and not reversed, by year and voucher.
        gifts        money of gifts that was not reversed, by year and voucher.
        interest     interest received, paid over and planned that was not reversed, by year and voucher.
        numbers      payments and refunds by the look-up key of their number; "" where old ones share a key.
        reports      the day of each statement sent up that stands, by its kind and the last day of its period.
        outstanding  what the ledger or the bank has alone since the last reconciliation.
        """
        super().__init__(stream_id)
        self.code = self.place_code = self.mode = self.interest_owner = ""
        self.opened_on = self.reconciled_on = date.min
        self.closed = False
        self.balance_fen = self.interest_fen = 0
        self.purses: dict[Purpose, Purse] = {}
        self.vouchers: set[tuple[int, str]] = set()
        self.arrivals: dict[tuple[int, str], Facts.MoneyArrived] = {}
        self.surpluses: dict[tuple[int, str], Facts.SurplusReturned] = {}
        self.gifts: dict[tuple[int, str], Facts.GiftArrived] = {}
        self.interest: dict[tuple[int, str], InterestEntry] = {}
        self.transfers: dict[str, TransferEntry] = {}
        self.payments: dict[str, Payment] = {}
        self.numbers: dict[str, str] = {}
        self.reports: dict[tuple[str, date], date] = {}
        self.outstanding = Outstanding()

    # What the facts add up to

    @applies(Facts.Opened)
    def _opened(self, fact: Facts.Opened) -> None:
        self.code, self.place_code, self.mode = fact.code, fact.place_code, fact.mode
        self.interest_owner, self.opened_on = fact.interest_owner, fact.effective_on

    @applies(Facts.Closed)
    def _closed(self, _: Facts.Closed) -> None:
        self.closed = True

    @applies(Facts.MoneyArrived)
    def _money_arrived(self, fact: Facts.MoneyArrived) -> None:
        self.arrivals[fact.effective_on.year, fact.voucher_no] = fact
        self._take_voucher(fact, fact.voucher_no)
        self._purse(fact.purpose).take_in(fact.effective_on, fact.sources)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(Facts.ArrivalReversed)
    def _arrival_reversed(self, fact: Facts.ArrivalReversed) -> None:
        arrival = self.arrivals.pop((fact.arrived_year, fact.reversed_voucher_no))
        add_shares(self._purse(fact.purpose).arrived, fact.sources, times=-1)
        self._undone(fact, fact.reversed_voucher_no, -fact.amount_fen, arrival.originator_version)

    @applies(Facts.SurplusReturned)
    def _surplus_returned(self, fact: Facts.SurplusReturned) -> None:
        self.surpluses[fact.effective_on.year, fact.voucher_no] = fact
        self._take_voucher(fact, fact.voucher_no)
        add_shares(self._purse(fact.purpose).returned, fact.sources)
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    @applies(Facts.SurplusReturnReversed)
    def _surplus_return_reversed(self, fact: Facts.SurplusReturnReversed) -> None:
        returned = self.surpluses.pop((fact.voucher_year, fact.reversed_voucher_no))
        self._purse(fact.purpose).keep_surplus(fact.effective_on, fact.sources)
        self._undone(fact, fact.reversed_voucher_no, fact.amount_fen, returned.originator_version)

    @applies(Facts.GiftArrived)
    def _gift_arrived(self, fact: Facts.GiftArrived) -> None:
        self.gifts[fact.effective_on.year, fact.voucher_no] = fact
        self._take_voucher(fact, fact.voucher_no)
        shares = (gift_share(fact.gift_no, fact.amount_fen),)
        self._purse(for_gift(fact.gift_no)).take_in(fact.effective_on, shares)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(Facts.GiftReversed)
    def _gift_reversed(self, fact: Facts.GiftReversed) -> None:
        arrived = self.gifts.pop((fact.voucher_year, fact.reversed_voucher_no))
        shares = (gift_share(fact.gift_no, fact.amount_fen),)
        add_shares(self._purse(for_gift(fact.gift_no)).arrived, shares, times=-1)
        self._undone(fact, fact.reversed_voucher_no, -fact.amount_fen, arrived.originator_version)

    @applies(Facts.InterestReceived)
    def _interest_received(self, fact: Facts.InterestReceived) -> None:
        self._interest_entered(fact)
        self.interest_fen += fact.amount_fen
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(Facts.InterestPaidOver)
    def _interest_paid_over(self, fact: Facts.InterestPaidOver) -> None:
        self._interest_entered(fact)
        self.interest_fen -= fact.amount_fen
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    @applies(Facts.InterestPlanned)
    def _interest_planned(self, fact: Facts.InterestPlanned) -> None:
        self._interest_entered(fact)
        self.interest_fen -= fact.amount_fen
        # The bank moves nothing: the arrival of the same voucher and this are no entries of a statement.
        arrival = self.arrivals[fact.effective_on.year, fact.voucher_no]
        self._undone(fact, fact.voucher_no, -fact.amount_fen, arrival.originator_version)

    @applies(Facts.InterestPlanReversed)
    def _interest_plan_reversed(self, fact: Facts.InterestPlanReversed) -> None:
        del self.interest[fact.voucher_year, fact.reversed_voucher_no]
        self.interest_fen += fact.amount_fen
        # It follows the reversal of the arrival, which the bank did not see either.
        self._undone(fact, fact.reversed_voucher_no, fact.amount_fen, fact.originator_version - 1)

    @applies(Facts.InterestReversed)
    def _interest_reversed(self, fact: Facts.InterestReversed) -> None:
        entry = self.interest.pop((fact.voucher_year, fact.reversed_voucher_no))
        self.interest_fen -= fact.amount_fen
        self._undone(fact, entry.voucher_no, -fact.amount_fen, entry.originator_version)

    @applies(Facts.InterestPaymentReversed)
    def _interest_payment_reversed(self, fact: Facts.InterestPaymentReversed) -> None:
        entry = self.interest.pop((fact.voucher_year, fact.reversed_voucher_no))
        self.interest_fen += fact.amount_fen
        self._undone(fact, entry.voucher_no, fact.amount_fen, entry.originator_version)

    @applies(Facts.Paid)
    def _paid(self, fact: Facts.Paid) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.payments[fact.payment_no] = Payment(fact, by_channel(fact.sources))
        self._take_number(fact.payment_no)
        self._purse(fact.purpose).spend(fact.sources, fact.stage)
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    @applies(Facts.PaymentReturned)
    def _payment_returned(self, fact: Facts.PaymentReturned) -> None:
        self._came_back(fact, fact.payment_no).came_back[""] = fact
        self._moved(fact, fact.bank_reference, fact.amount_fen)

    @applies(Facts.PaymentReversed)
    def _payment_reversed(self, fact: Facts.PaymentReversed) -> None:
        self._came_back(fact, fact.payment_no)
        paid = self.payments[fact.payment_no].fact
        self._undone(fact, paid.voucher_no, fact.amount_fen, paid.originator_version)

    @applies(Facts.Refunded)
    def _refunded(self, fact: Facts.Refunded) -> None:
        self._take_number(fact.refund_no)
        self._came_back(fact, fact.payment_no).came_back[fact.refund_no] = fact
        self._moved(fact, fact.refund_no, fact.amount_fen)

    @applies(Facts.RollReturned)
    def _roll_returned(self, fact: Facts.RollReturned) -> None:
        self._came_back(fact, fact.payment_no).roll_returns.append(fact.originator_version)
        self._moved(fact, fact.payment_no, fact.amount_fen)

    @applies(Facts.TransferSent)
    def _transfer_sent(self, fact: Facts.TransferSent) -> None:
        self._transfer_entered(fact)
        add_shares(self._purse(fact.purpose).sent, fact.sources)
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    @applies(Facts.TransferWithdrawn)
    def _transfer_withdrawn(self, fact: Facts.TransferWithdrawn) -> None:
        entry = self.transfers.pop(fact.transfer_no)
        self._purse(fact.purpose).fetch_back(fact.effective_on, fact.sources)
        self._undone(fact, entry.voucher_no, fact.amount_fen, entry.originator_version)

    @applies(Facts.TransferCameBack)
    def _transfer_came_back(self, fact: Facts.TransferCameBack) -> None:
        del self.transfers[fact.transfer_no]
        self._take_voucher(fact, fact.voucher_no)
        self._purse(fact.purpose).fetch_back(fact.effective_on, fact.sources)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(Facts.TransferReceived)
    def _transfer_received(self, fact: Facts.TransferReceived) -> None:
        self._transfer_entered(fact)
        self._purse(fact.purpose).take_in(fact.effective_on, fact.sources)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(Facts.TransferReceiptReversed)
    def _transfer_receipt_reversed(self, fact: Facts.TransferReceiptReversed) -> None:
        entry = self.transfers.pop(fact.transfer_no)
        add_shares(self._purse(fact.purpose).arrived, fact.sources, times=-1)
        self._undone(fact, entry.voucher_no, -fact.amount_fen, entry.originator_version)

    @applies(Facts.ReturnReversed)
    def _return_reversed(self, fact: Facts.ReturnReversed) -> None:
        came_back = self._stands_again(fact, fact.payment_no).came_back.pop(fact.refund_no)
        number = fact.refund_no or fact.payment_no
        self._undone(fact, number, -fact.amount_fen, came_back.originator_version)

    @applies(Facts.RollReturnReversed)
    def _roll_return_reversed(self, fact: Facts.RollReturnReversed) -> None:
        entries = self._stands_again(fact, fact.payment_no).roll_returns
        self._undone(fact, fact.payment_no, -fact.amount_fen, *reversed(entries))

    @applies(Facts.Reconciled)
    def _reconciled(self, fact: Facts.Reconciled) -> None:
        self.outstanding.settle(fact.statement_on, fact.differences)
        self.reconciled_on = fact.statement_on

    @applies(Facts.ReportFiled)
    def _report_filed(self, fact: Facts.ReportFiled) -> None:
        self.reports[fact.report, fact.report_until_on] = fact.effective_on

    @applies(Facts.ReportWithdrawn)
    def _report_withdrawn(self, fact: Facts.ReportWithdrawn) -> None:
        del self.reports[fact.report, fact.report_until_on]

    def _came_back(self, fact: PurposeFact, payment_no: str) -> Payment:
        payment = self.payments[payment_no]
        add_shares(payment.remaining, fact.sources, times=-1)
        self._purse(fact.purpose).take_back(fact.effective_on, fact.sources, payment.fact.stage)
        return payment

    def _stands_again(self, fact: PurposeFact, payment_no: str) -> Payment:
        payment = self.payments[payment_no]
        add_shares(payment.remaining, fact.sources)
        self._purse(fact.purpose).spend(fact.sources, payment.fact.stage)
        return payment

    def _purse(self, purpose: Purpose) -> Purse:
        purse = self.purses.get(purpose)
        if purse is None:
            purse = self.purses[purpose] = Purse()
        return purse

    def _interest_entered(self, fact: InterestEntry) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.interest[fact.effective_on.year, fact.voucher_no] = fact

    def _transfer_entered(self, fact: TransferEntry) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.transfers[fact.transfer_no] = fact

    def _take_voucher(self, fact: Fact, voucher_no: str) -> None:
        self.vouchers.add((fact.effective_on.year, lookup_key(voucher_no)))

    def _take_number(self, number: str) -> None:
        key = lookup_key(number)
        self.numbers[key] = "" if key in self.numbers else number

    def _moved(self, fact: Fact, voucher_no: str, change_fen: int) -> None:
        """Add a movement of cash to the balance, and keep it for the next reconciliation."""
        self.balance_fen += change_fen
        self.outstanding.entries[fact.originator_version] = StatementLine(
            voucher_no, fact.effective_on, change_fen, fact.TOPIC
        )

    def _undone(self, fact: Fact, voucher_no: str, change_fen: int, *entries: int) -> None:
        """Take bookings back.  The bank never saw them, so what of their entries is still open goes with them."""
        left_fen = self.outstanding.take_off(entries, change_fen)
        self.balance_fen += change_fen - left_fen
        if left_fen:
            self._moved(fact, voucher_no, left_fen)

    # Questions

    def available(self, purpose: Purpose) -> ByChannel:
        """What a purpose can still pay from this account, channel by channel."""
        purse = self.purses.get(purpose)
        return purse.available() if purse else {}

    def check_open(self) -> None:
        """Raise AccountClosed."""
        if self.closed:
            raise AccountClosed(self.code)

    def check_voucher(self, on: date, voucher_no: str) -> None:
        """Raise AccountClosed, DatesOutOfOrder (before it was opened), VoucherUsed, in that order."""
        self.check_open()
        day_is_not_before("effective_on", on, self.opened_on)
        if (on.year, lookup_key(voucher_no)) in self.vouchers:
            raise VoucherUsed(self.code, on.year, voucher_no)

    def check_room(self, amount_fen: int) -> None:
        """Raise AmountOutOfRange when the balance would be larger than any amount may be."""
        check_amount(self.balance_fen + amount_fen, "balance_fen", smallest_fen=0)

    def check_channels(
        self, on: date, purpose: Purpose, sources: tuple[SourceShare, ...], refusal: type[AboveLimit]
    ) -> None:
        """Check that a purpose holds what the sources ask for, channel by channel.

        Raises `refusal` for the first channel that holds less, DatesOutOfOrder when it held less on that day.
        """
        purse = self.purses.get(purpose)
        available = purse.available() if purse else {}
        for part in sources:
            left_fen = available.get(part.channel, 0)
            if part.amount_fen > left_fen:
                raise refusal(part.amount_fen, left_fen, f"{part.document_no} {part.level}")
        if purse is not None:
            asked = ((part.channel, part.amount_fen) for part in sources)
            money_leaves_after_it_came(on, asked, available, purse.came_in)

    def paid_for(self, purpose: Purpose, *stages: str) -> ByChannel:
        """What was paid for a purpose at these stages and did not come back, channel by channel."""
        amounts: ByChannel = {}
        self.add_paid_for(amounts, purpose, stages)
        return amounts

    def add_paid_for(self, amounts: ByChannel, purpose: Purpose, stages: Iterable[str]) -> None:
        """Add to `amounts` what was paid for a purpose at these stages and did not come back."""
        purse = self.purses.get(purpose)
        if purse is not None:
            for stage in stages:
                add_amounts(amounts, purse.paid_by_stage.get(stage, {}))

    def paid_of_document(self, document_no: str) -> int:
        """What was paid of the money of a document and did not come back, for all purposes together, in fen."""
        paid = [purse.paid for purse in self.purses.values()]
        return sum(fen for by in paid for (number, _), fen in by.items() if number == document_no)

    def payment(self, payment_no: str) -> Payment:
        """The payment under this number, however it is spelt.  Raises PaymentUnknown."""
        found = self.payments.get(payment_no)
        if found is None:
            found = self.payments.get(self.numbers.get(lookup_key(payment_no), ""))
        if found is None:
            raise PaymentUnknown(self.code, payment_no)
        return found

    def check_number(self, number: str) -> None:
        """Raise PaymentNumberUsed: payments and refunds share their numbers."""
        if lookup_key(number) in self.numbers:
            raise PaymentNumberUsed(self.code, number)
