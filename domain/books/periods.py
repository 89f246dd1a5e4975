"""账期 (periods): closing a month of the books, and reopening it with a reason."""

from datetime import date

from domain.accounts.account import Account
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.funds.fund import Fund
from domain.periods.in_transit import InTransit
from domain.periods.months_close_in_order import months_close_in_order
from domain.periods.period import Period, last_day_of
from domain.transfers.transfer import Transfer


class PeriodDesk(Desk):
    """结账与反结账."""

    @command
    def close_period(self, turn: DecisionTurn, *, month: str) -> None:
        """结账: from now on nothing is dated into `month` (YYYY-MM); the transfers in transit at its end are named.

        Raises OutsideScope (a month is the county's), MonthMisread, EarlierMonthOpen, PeriodClosed, PeriodNotOver, in
        that order.
        """
        turn.check_county()
        months_close_in_order(month, self._begun_on(), lambda earlier: turn.find(Period, earlier).closed)
        in_transit = _in_transit(turn, last_day_of(month))
        turn.find(Period, month).close(turn.unjudged_stamp, month, in_transit)

    def _begun_on(self) -> date | None:
        """The first day on which the books held an account or an indicator: money comes by one of the two."""
        kinds = (Account.Opened, Fund.IndicatorReceived)
        return min(
            (fact.effective_on for kind in kinds for fact in self.streams.facts_of(kind)), default=None
        )

    @command
    def reopen_period(self, turn: DecisionTurn, *, month: str, reason: str) -> None:
        """反结账.  Raises OutsideScope, then what `Period.reopen` raises."""
        turn.check_county()
        turn.find(Period, month).reopen(turn.unjudged_stamp, month, reason)


def _in_transit(turn: DecisionTurn, on: date) -> tuple[InTransit, ...]:
    """The transfers in transit when a day ended, in the order in which they were sent."""
    orders = [transfer.order for transfer in turn.every(Transfer) if transfer.in_transit_on(on)]
    return tuple(
        InTransit(
            order.transfer_no,
            order.from_account_code,
            order.to_account_code,
            order.effective_on,
            order.amount_fen,
        )
        for order in orders
    )
