"""逾期未公示, 查询 (late or missing notices): which duties to disclose are open or were met too late, on a given day.

The days a duty allows are those of the rulebook that judged the fact which raised it.  When they are working days
they are counted through the recorded calendars; where a year has none, the due day is unknown, and the answer says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.code import texts
from domain.notices.codes import LATE_DUTIES, DutyState
from domain.rulebook.working_calendar import WorkingCalendar
from projections.reading.due_days import calendar_in, due_day, state_on
from projections.reading.judged_pages import read_judged_page
from projections.reading.paging import Cursor, Page, Paging, read_rows

STATES = texts(DutyState)
LATE = frozenset(texts(LATE_DUTIES))

OWED = "raised_on <= %(on)s AND (void_on IS NULL OR void_on > %(on)s)"
"""Raised by the day, and not of a record that was taken back by then."""


@dataclass(frozen=True)
class Duty:
    """One duty to post a notice, judged on the day that was asked for.

    position    the fact that raised it, of `topic`, about `subject` (a stream id), on `raised_on`.
    due_on      the last day in time; None when the calendar of `calendar_missing` is not recorded.
    notice_no   the notice that met it, first hung on `posted_on`; "" and None while it is open.
    days_late   days between due_on and the posting (or the day asked for); 0 when in time, None when unknown.
    """

    position: int
    kind: str
    kind_zh: str
    kind_en: str
    level: str
    subject: str
    topic: str
    raised_on: date
    rulebook: int
    days: int
    unit: str
    due_on: date | None
    calendar_missing: int | None
    notice_no: str
    posted_on: date | None
    state: str
    days_late: int | None


@dataclass(frozen=True)
class _Raised:
    """A duty as it is kept."""

    position: int
    kind: str
    level: str
    kind_zh: str
    kind_en: str
    subject: str
    topic: str
    raised_on: date
    rulebook: int
    days: int
    unit: str
    answered_by: str
    posted_on: date | None


@dataclass(frozen=True)
class _Alike:
    """How many duties have the same days."""

    raised_on: date
    days: int
    unit: str
    posted_on: date | None
    count: int


def duties(
    cursor: Cursor,
    on: date,
    paging: Paging,
    *,
    states: frozenset[str] = LATE,
    subject: str | None = None,
    level: str | None = None,
) -> Page[Duty]:
    """The duties raised by `on`, oldest first, that are in one of `states` (of STATES) on that day.

    A posting after `on` counts as not yet done.  Errors: CursorMismatch.
    """
    calendar = calendar_in(cursor, "late_notices_calendar")
    query = f"""SELECT * FROM late_notices WHERE {OWED}
        AND (%(subject)s::text IS NULL OR subject = %(subject)s)
        AND (%(level)s::text IS NULL OR level = %(level)s)"""
    filters = {"on": on, "subject": subject, "level": level}

    def judged(rows: tuple[_Raised, ...]) -> Iterator[Duty]:
        return (duty for duty in _judged(rows, calendar, on) if duty.state in states)

    return read_judged_page(
        cursor, _Raised, query, filters, paging, keys=["position", "kind", "level"], judged=judged
    )


def counts(cursor: Cursor, on: date) -> dict[str, int]:
    """How many duties are in each of STATES on a day."""
    # Duties of the same days share their state: there are far fewer such days than duties.
    query = f"""
        SELECT raised_on, days, unit, CASE WHEN posted_on <= %(on)s THEN posted_on END AS posted_on,
               count(*)::int AS count
          FROM late_notices WHERE {OWED} GROUP BY 1, 2, 3, 4"""
    calendar = calendar_in(cursor, "late_notices_calendar")
    found = dict.fromkeys(STATES, 0)
    for alike in read_rows(cursor, _Alike, query, {"on": on}):
        due_on, _ = due_day(calendar, alike.raised_on, alike.days, alike.unit)
        state, _ = state_on(due_on, alike.posted_on, on)
        found[state] += alike.count
    return found


def _judged(rows: tuple[_Raised, ...], calendar: WorkingCalendar, on: date) -> Iterator[Duty]:
    for raised in rows:
        due_on, missing = due_day(calendar, raised.raised_on, raised.days, raised.unit)
        posted = raised.posted_on is not None and raised.posted_on <= on
        state, days_late = state_on(due_on, raised.posted_on if posted else None, on)
        yield Duty(
            position=raised.position,
            kind=raised.kind,
            kind_zh=raised.kind_zh,
            kind_en=raised.kind_en,
            level=raised.level,
            subject=raised.subject,
            topic=raised.topic,
            raised_on=raised.raised_on,
            rulebook=raised.rulebook,
            days=raised.days,
            unit=raised.unit,
            due_on=due_on,
            calendar_missing=missing,
            notice_no=raised.answered_by if posted else "",
            posted_on=raised.posted_on if posted else None,
            state=state,
            days_late=days_late,
        )
