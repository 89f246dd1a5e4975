"""账期 (periods): closing a month of the books, and reopening it with a reason."""

from domain.books.act import Act
from domain.books.desk import Desk, command
from domain.periods.period import Period
from domain.rules.county_matters_are_the_countys import county_matters_are_the_countys
from domain.stamp import Stamp


class PeriodDesk(Desk):
    """结账与反结账."""

    @command
    def close_period(self, act: Act, *, month: str) -> None:
        """结账: from now on nothing is dated into `month` (YYYY-MM).

        Raises OutsideScope (a month is the county's), MonthMisread, PeriodClosed, PeriodNotOver, in that order.
        """
        county_matters_are_the_countys(act.scope)
        self._find(Period, month).close(Stamp(act.by, act.effective_on), month)

    @command
    def reopen_period(self, act: Act, *, month: str, reason: str) -> None:
        """反结账.  Raises OutsideScope, MonthMisread, ReasonMissing, PeriodNotClosed, in that order."""
        county_matters_are_the_countys(act.scope)
        self._find(Period, month).reopen(Stamp(act.by, act.effective_on), month, reason)
