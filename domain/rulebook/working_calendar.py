"""工作日历 (working calendar): days off and make-up days of known years, and counting working days with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.code import texts
from domain.rulebook.codes import DayUnit
from domain.rulebook.refusals import CalendarUnknown

UNITS = texts(DayUnit)
SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class YearDays:
    """One year's holidays on weekdays or weekends (放假) and its weekends that are worked (调休上班)."""

    year: int
    days_off: frozenset[date]
    make_up_days: frozenset[date]


class WorkingCalendar:
    """The known years.  Any question that touches another year raises CalendarUnknown: nothing is guessed."""

    def __init__(self, days_of: Callable[[int], YearDays | None]) -> None:
        """Ask `days_of(year)` for each year needed; None means that it was never published."""
        self._days_of = days_of

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on `day`.  Raises CalendarUnknown for a year that was never published."""
        year = self._days_of(day.year)
        if year is None:
            raise CalendarUnknown(day.year)
        if day in year.make_up_days:
            return True
        return day.weekday() < SATURDAY and day not in year.days_off

    def add_working_days(self, start: date, days: int) -> date:
        """The `days`-th working day after `start`; `start` itself is not counted (`days` >= 0; 0 gives `start`)."""
        day = start
        while days > 0:
            day += ONE_DAY
            days -= self.is_working_day(day)
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie in `first`..`last`, both ends counted; 0 when `last` is before `first`."""
        span = (last - first).days + 1
        return sum(self.is_working_day(first + timedelta(days=i)) for i in range(max(span, 0)))

    def add_days(self, start: date, days: int, unit: str) -> date:
        """`start` plus so many days of `unit` (`day` natural, `working_day` working); the start is not counted."""
        assert unit in UNITS, unit
        if unit == DayUnit.WORKING_DAY:
            return self.add_working_days(start, days)
        return start + timedelta(days=days)

    def days_between(self, first: date, last: date, unit: str) -> int:
        """Days of `unit` in `first`..`last`, both ends counted (9 June to 19 June are 11 natural days)."""
        assert unit in UNITS, unit
        if unit == DayUnit.WORKING_DAY:
            return self.working_days_between(first, last)
        return max((last - first).days + 1, 0)
