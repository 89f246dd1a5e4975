"""账期 (period): one month of the books, closed and, with a reason, reopened."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.periods.in_transit import InTransit
from domain.periods.refusals import MonthMisread, PeriodClosed, PeriodNotClosed, PeriodNotOver
from domain.rules.taking_back_says_why import taking_back_says_why
from domain.stamp import Stamp


def last_day_of(month: str) -> date:
    """The last day of a month written YYYY-MM.  Raises MonthMisread."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise MonthMisread(month) from None
    if f"{first:%Y-%m}" != month:
        raise MonthMisread(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


class Period(Stream):
    """账期 `period/{YYYY-MM}`: open until it is closed; nothing is dated into a closed one."""

    KIND = "period"
    WORD = "账期", "period"

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """结账, with the transfers that were in transit when the month ended."""

        TOPIC = "period.closed"
        month: str
        in_transit: tuple[InTransit, ...] = ()

    @dataclass(frozen=True, kw_only=True)
    class Reopened(Fact):
        """反结账, with its reason."""

        TOPIC = "period.reopened"
        month: str
        reason: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.closed = False

    @applies(Closed)
    def _closed(self, _: Closed) -> None:
        self.closed = True

    @applies(Reopened)
    def _reopened(self, _: Reopened) -> None:
        self.closed = False

    def close(self, stamp: Stamp, month: str, in_transit: tuple[InTransit, ...] = ()) -> None:
        """结账; it names the money in transit.  Raises MonthMisread, PeriodClosed, PeriodNotOver, in that order."""
        last_on = last_day_of(month)
        if self.closed:
            raise PeriodClosed(month, last_on)
        if stamp.effective_on <= last_on:
            raise PeriodNotOver(month, last_on, stamp.effective_on)
        self.record(self.Closed, **stamp.fields, month=month, in_transit=in_transit)

    def reopen(self, stamp: Stamp, month: str, reason: str) -> None:
        """反结账.  Raises MonthMisread, ReasonMissing, PersonalNumber, PeriodNotClosed, in that order."""
        last_day_of(month)
        taking_back_says_why(reason)
        if not self.closed:
            raise PeriodNotClosed(month)
        self.record(self.Reopened, **stamp.fields, month=month, reason=reason)
