"""Months are closed one after another (逐月结账): a later month begins with what the earlier ones ended with."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from domain.periods.period import last_day_of
from domain.periods.refusals import EarlierMonthOpen


def months_close_in_order(month: str, begun_on: date | None, is_closed: Callable[[str], bool]) -> None:
    """Raise MonthMisread, then EarlierMonthOpen for the first month since the books began that is open.

    begun_on  the first day on which the books held an account or an indicator; None when they hold neither.
    """
    last_on = last_day_of(month)
    if begun_on is None:
        return
    for earlier in _months(begun_on, last_on.replace(day=1)):
        if not is_closed(earlier):
            raise EarlierMonthOpen(month, earlier)


def _months(from_on: date, until_on: date) -> Iterator[str]:
    """The months from that of one day until before another, which is the first of its month."""
    while from_on < until_on:
        month = from_on.isoformat()[: len("2024-01")]
        yield month
        from_on = last_day_of(month) + timedelta(days=1)
