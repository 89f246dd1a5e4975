"""到账 (arrivals): money comes in for an allocation or a gift, and surplus leaves, channel by channel."""

from dataclasses import dataclass
from datetime import date

from domain.accounts.cash import AccountCash, Purpose, PurposeFact
from domain.accounts.refusals import ArrivalSpent, ArrivalUnknown
from domain.fact import Fact, applies
from domain.funds.refusals import RecoveryAboveArrived
from domain.money.fen import check_amount
from domain.money.shares import add_shares
from domain.money.sources import SourceShare
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

GIFT_LEVEL = "social"


def gift_share(gift_no: str, amount_fen: int) -> SourceShare:
    """The channel of a gift: its own number stands for the document, 社会捐赠 for the level."""
    return SourceShare(gift_no, GIFT_LEVEL, amount_fen)


class AccountArrivals(AccountCash):
    """到账与缴回."""

    @dataclass(frozen=True, kw_only=True)
    class MoneyArrived(PurposeFact):
        """资金到账 for one allocation of one document."""

        TOPIC = "account.money_arrived"
        voucher_no: str
        document_no: str
        allocation_no: str

    @dataclass(frozen=True, kw_only=True)
    class ArrivalReversed(PurposeFact):
        """到账冲销: an arrival of `arrived_year` was recorded by mistake and is taken back whole."""

        TOPIC = "account.arrival_reversed"
        reversed_voucher_no: str
        arrived_year: int
        document_no: str
        allocation_no: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class SurplusReturned(PurposeFact):
        """结余缴回: unspent money leaves the account."""

        TOPIC = "account.surplus_returned"
        voucher_no: str
        document_no: str
        allocation_no: str

    @dataclass(frozen=True, kw_only=True)
    class GiftArrived(Fact):
        """捐款到账."""

        TOPIC = "account.gift_arrived"
        voucher_no: str
        gift_no: str
        amount_fen: int

    def __init__(self, stream_id: str) -> None:
        """Begin without arrivals; those that were not reversed are found by year and voucher."""
        super().__init__(stream_id)
        self.arrivals: dict[tuple[int, str], AccountArrivals.MoneyArrived] = {}

    # State

    @applies(MoneyArrived)
    def _money_arrived(self, fact: MoneyArrived) -> None:
        self.arrivals[fact.effective_on.year, fact.voucher_no] = fact
        self._take_voucher(fact, fact.voucher_no)
        purse = self._purse(fact.purpose)
        add_shares(purse.arrived, fact.sources)
        purse.take_in(fact.effective_on, fact.sources)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(ArrivalReversed)
    def _arrival_reversed(self, fact: ArrivalReversed) -> None:
        arrival = self.arrivals.pop((fact.arrived_year, fact.reversed_voucher_no))
        add_shares(self._purse(fact.purpose).arrived, fact.sources, times=-1)
        self._undone(fact, arrival.originator_version, fact.reversed_voucher_no, -fact.amount_fen)

    @applies(SurplusReturned)
    def _surplus_returned(self, fact: SurplusReturned) -> None:
        self._take_voucher(fact, fact.voucher_no)
        add_shares(self._purse(fact.purpose).returned, fact.sources)
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    @applies(GiftArrived)
    def _gift_arrived(self, fact: GiftArrived) -> None:
        self._take_voucher(fact, fact.voucher_no)
        purse, shares = self._purse(("gift", fact.gift_no)), (gift_share(fact.gift_no, fact.amount_fen),)
        add_shares(purse.arrived, shares)
        purse.take_in(fact.effective_on, shares)
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    # Decisions

    def receive(
        self,
        stamp: Stamp,
        *,
        voucher_no: str,
        document_no: str,
        allocation_no: str,
        purpose: Purpose,
        year: int,
        budget_code: str,
        sources: tuple[SourceShare, ...],
        amount_fen: int,
    ) -> None:
        """资金到账.  Raises AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order."""
        self.check_voucher(stamp.effective_on, voucher_no)
        self.check_room(amount_fen)
        self.record(
            self.MoneyArrived,
            **stamp.fields,
            voucher_no=voucher_no,
            document_no=document_no,
            allocation_no=allocation_no,
            purpose_kind=purpose[0],
            purpose_code=purpose[1],
            year=year,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
        )

    def arrival(self, arrived_year: int, voucher_no: str, document_no: str) -> MoneyArrived:
        """The arrival of a fund's money under this voucher.  Raises ArrivalUnknown, also when it was reversed."""
        found = self.arrivals.get((arrived_year, voucher_no))
        if found is None or found.document_no != document_no:
            raise ArrivalUnknown(self.code, arrived_year, voucher_no)
        return found

    def check_arrival_reversal(self, on: date, arrival: MoneyArrived) -> None:
        """Check the reversal of an arrival before anything is recorded.

        Raises AccountClosed, ArrivalSpent when a channel of the arrival was spent meanwhile, DatesOutOfOrder (before it
        arrived), in that order.
        """
        self.check_open()
        self.check_channels(on, arrival.purpose, arrival.sources, ArrivalSpent)
        day_is_not_before("effective_on", on, arrival.effective_on)

    def reverse_arrival(self, stamp: Stamp, arrival: MoneyArrived, reason: str) -> None:
        """冲销到账.  Raises what `check_arrival_reversal` raises."""
        self.check_arrival_reversal(stamp.effective_on, arrival)
        self.record(
            self.ArrivalReversed,
            **stamp.fields,
            **arrival.purpose_fields,
            reversed_voucher_no=arrival.voucher_no,
            arrived_year=arrival.effective_on.year,
            document_no=arrival.document_no,
            allocation_no=arrival.allocation_no,
            reason=reason,
        )

    def check_surplus(
        self, stamp: Stamp, *, voucher_no: str, purpose: Purpose, sources: tuple[SourceShare, ...]
    ) -> None:
        """Check a return of surplus before anything is recorded.

        Raises AccountClosed, DatesOutOfOrder, VoucherUsed, RecoveryAboveArrived (beyond the unspent money of a
        channel), DatesOutOfOrder (before it arrived), in that order.
        """
        self.check_voucher(stamp.effective_on, voucher_no)
        self.check_channels(stamp.effective_on, purpose, sources, RecoveryAboveArrived)

    def return_surplus(
        self,
        stamp: Stamp,
        *,
        voucher_no: str,
        document_no: str,
        allocation_no: str,
        purpose: Purpose,
        year: int,
        budget_code: str,
        sources: tuple[SourceShare, ...],
        amount_fen: int,
    ) -> None:
        """结余缴回.  Raises what `check_surplus` raises."""
        self.check_surplus(stamp, voucher_no=voucher_no, purpose=purpose, sources=sources)
        self.record(
            self.SurplusReturned,
            **stamp.fields,
            voucher_no=voucher_no,
            document_no=document_no,
            allocation_no=allocation_no,
            purpose_kind=purpose[0],
            purpose_code=purpose[1],
            year=year,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
        )

    def receive_gift(self, stamp: Stamp, *, voucher_no: str, gift_no: str, amount_fen: int) -> None:
        """捐款到账.

        Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order.
        """
        check_amount(amount_fen)
        self.check_voucher(stamp.effective_on, voucher_no)
        self.check_room(amount_fen)
        self.record(
            self.GiftArrived, **stamp.fields, voucher_no=voucher_no, gift_no=gift_no, amount_fen=amount_fen
        )
