"""利息 (interest): earned by the account, owned by the treasury or by the aid fund, and paid over."""

from dataclasses import dataclass
from datetime import date

from domain.accounts.arrivals import AccountArrivals
from domain.accounts.refusals import InterestNotDue, InterestNotForTreasury
from domain.fact import Fact, applies
from domain.money.fen import check_amount
from domain.stamp import Stamp


class AccountInterest(AccountArrivals):
    """利息."""

    @dataclass(frozen=True, kw_only=True)
    class InterestReceived(Fact):
        """利息收入; `owner` is treasury or aid_fund."""

        TOPIC = "account.interest_received"
        voucher_no: str
        amount_fen: int
        period_from: date
        period_to: date
        owner: str

    @dataclass(frozen=True, kw_only=True)
    class InterestPaidOver(Fact):
        """利息上缴."""

        TOPIC = "account.interest_paid_over"
        voucher_no: str
        amount_fen: int
        receiver: str
        owner: str

    def __init__(self, stream_id: str) -> None:
        """Begin without interest."""
        super().__init__(stream_id)
        self.interest_fen = 0

    @applies(InterestReceived)
    def _interest_received(self, fact: InterestReceived) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.interest_fen += fact.amount_fen
        self._moved(fact, fact.voucher_no, fact.amount_fen)

    @applies(InterestPaidOver)
    def _interest_paid_over(self, fact: InterestPaidOver) -> None:
        self._take_voucher(fact, fact.voucher_no)
        self.interest_fen -= fact.amount_fen
        self._moved(fact, fact.voucher_no, -fact.amount_fen)

    def earn_interest(
        self, stamp: Stamp, *, voucher_no: str, amount_fen: int, period_from: date, period_to: date
    ) -> None:
        """利息收入.

        Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order.
        """
        check_amount(amount_fen)
        self.check_voucher(stamp.effective_on, voucher_no)
        self.check_room(amount_fen)
        self.record(
            self.InterestReceived,
            **stamp.fields,
            voucher_no=voucher_no,
            amount_fen=amount_fen,
            period_from=period_from,
            period_to=period_to,
            owner=self.interest_owner,
        )

    def pay_over_interest(self, stamp: Stamp, *, voucher_no: str, amount_fen: int, receiver: str) -> None:
        """利息上缴.

        Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, InterestNotForTreasury, InterestNotDue,
        in that order.
        """
        check_amount(amount_fen)
        self.check_voucher(stamp.effective_on, voucher_no)
        if self.interest_owner != "treasury":
            raise InterestNotForTreasury(self.code, self.interest_owner)
        if amount_fen > self.interest_fen:
            raise InterestNotDue(amount_fen, self.interest_fen)
        self.record(
            self.InterestPaidOver,
            **stamp.fields,
            voucher_no=voucher_no,
            amount_fen=amount_fen,
            receiver=receiver,
            owner=self.interest_owner,
        )
