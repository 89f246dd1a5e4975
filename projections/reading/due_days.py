"""期限 (due days): by which day something had to be done, and what that makes of it on a day that is asked for.

Working days are counted through the recorded calendars; where a year has none, the due day is unknown, and the answer
says so.
"""

from dataclasses import dataclass
from datetime import date

from domain.code import texts
from domain.rulebook.codes import ActState
from domain.rulebook.refusals import CalendarUnknown
from domain.rulebook.working_calendar import WorkingCalendar, YearDays
from projections.reading.paging import Cursor, read_rows

MISSING, LATE, DUE, MET, UNKNOWN = texts(ActState)


@dataclass(frozen=True)
class _Year:
    year: int
    days_off: tuple[date, ...]
    make_up_days: tuple[date, ...]


def calendar_in(cursor: Cursor, table: str) -> WorkingCalendar:
    """The working calendar that a ledger keeps in one of its tables."""
    years = read_rows(cursor, _Year, f"SELECT * FROM {table} ORDER BY year", {})
    known = {
        year.year: YearDays(year.year, frozenset(year.days_off), frozenset(year.make_up_days))
        for year in years
    }
    return WorkingCalendar(known.get)


def due_day(calendar: WorkingCalendar, from_on: date, days: int, unit: str) -> tuple[date | None, int | None]:
    """The last day in time, or the year whose calendar is missing."""
    try:
        return calendar.add_days(from_on, days, unit), None
    except CalendarUnknown as unknown:
        return None, int(unknown.figures["year"])


def state_on(due_on: date | None, done_on: date | None, on: date) -> tuple[str, int | None]:
    """The state (as in DutyState and ActState) and the days late on a day; None where nobody can tell."""
    if due_on is None:
        return (UNKNOWN if done_on is None else MET), None
    days_late = max(((done_on or on) - due_on).days, 0)
    if done_on is not None:
        return (LATE if days_late else MET), days_late
    return (MISSING if days_late else DUE), days_late
