"""逾期事项, 查询 (late acts, reading): what was to be done by a day of the law, and is late or not done, on a day.

Limit and article are those of the rulebook that judged the fact which opened the clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.code import texts
from domain.rulebook.codes import LATE_ACTS, ActState
from domain.rulebook.working_calendar import WorkingCalendar
from projections.reading.due_days import calendar_in, due_day, state_on
from projections.reading.judged_pages import read_judged_page
from projections.reading.paging import Cursor, Page, Paging, read_rows

STATES = texts(ActState)
LATE = frozenset(texts(LATE_ACTS))

OWED = "opened_on <= %(on)s AND (void_on IS NULL OR void_on > %(on)s)"
"""Begun by the day, and not of an act that was taken back by then."""


@dataclass(frozen=True)
class Act:
    """One act with its time limit, judged on the day that was asked for.

    position      the fact that opened the clock, about `subject` (a stream id); the days count from `opened_on`.
    code, name_*  the limit, of version `rulebook`; source, source_en  its law and article.
    days, unit    what it allows; 0 where the law names the day.
    due_on        the last day in time; None when the calendar of `calendar_missing` is not recorded.
    done_on       when it was done; None while it is not.
    days_late     days between due_on and done_on (or the day asked for); 0 when in time, None when unknown.
    """

    position: int
    code: str
    subject: str
    name_zh: str
    name_en: str
    source: str
    source_en: str
    opened_on: date
    rulebook: int
    days: int
    unit: str
    due_on: date | None
    calendar_missing: int | None
    done_on: date | None
    state: str
    days_late: int | None


@dataclass(frozen=True)
class _Clock:
    """A clock as it is kept."""

    position: int
    code: str
    subject: str
    name_zh: str
    name_en: str
    source: str
    source_en: str
    opened_on: date
    rulebook: int
    days: int
    unit: str
    due_fixed_on: date | None
    met_on: date | None


@dataclass(frozen=True)
class _Alike:
    """How many clocks have the same days."""

    opened_on: date
    days: int
    unit: str
    due_fixed_on: date | None
    met_on: date | None
    count: int


def acts(
    cursor: Cursor,
    on: date,
    paging: Paging,
    *,
    states: frozenset[str] = LATE,
    subject: str | None = None,
    code: str | None = None,
) -> Page[Act]:
    """The acts begun by `on`, in the order of the journal, that are in one of `states` (of STATES) on that day.

    What was done after `on` counts as not yet done.  Errors: CursorMismatch.
    """
    calendar = calendar_in(cursor, "late_acts_calendar")
    query = f"""SELECT * FROM late_acts WHERE {OWED}
        AND (%(subject)s::text IS NULL OR subject = %(subject)s)
        AND (%(code)s::text IS NULL OR code = %(code)s)"""
    filters = {"on": on, "subject": subject, "code": code}

    def judged(rows: tuple[_Clock, ...]) -> Iterator[Act]:
        return (act for act in _judged(rows, calendar, on) if act.state in states)

    return read_judged_page(
        cursor, _Clock, query, filters, paging, keys=["position", "code", "subject"], judged=judged
    )


def counts(cursor: Cursor, on: date) -> dict[str, int]:
    """How many acts are in each of STATES on a day."""
    query = f"""
        SELECT opened_on, days, unit, due_fixed_on, CASE WHEN met_on <= %(on)s THEN met_on END AS met_on,
               count(*)::int AS count
          FROM late_acts WHERE {OWED} GROUP BY 1, 2, 3, 4, 5"""
    calendar = calendar_in(cursor, "late_acts_calendar")
    found = dict.fromkeys(STATES, 0)
    for alike in read_rows(cursor, _Alike, query, {"on": on}):
        due_on, _ = _due(alike, calendar)
        state, _ = state_on(due_on, alike.met_on, on)
        found[state] += alike.count
    return found


def _judged(clocks: tuple[_Clock, ...], calendar: WorkingCalendar, on: date) -> Iterator[Act]:
    for clock in clocks:
        due_on, missing = _due(clock, calendar)
        done_on = clock.met_on if clock.met_on is not None and clock.met_on <= on else None
        state, days_late = state_on(due_on, done_on, on)
        yield Act(
            position=clock.position,
            code=clock.code,
            subject=clock.subject,
            name_zh=clock.name_zh,
            name_en=clock.name_en,
            source=clock.source,
            source_en=clock.source_en,
            opened_on=clock.opened_on,
            rulebook=clock.rulebook,
            days=clock.days,
            unit=clock.unit,
            due_on=due_on,
            calendar_missing=missing,
            done_on=done_on,
            state=state,
            days_late=days_late,
        )


def _due(clock: _Clock | _Alike, calendar: WorkingCalendar) -> tuple[date | None, int | None]:
    if clock.due_fixed_on is not None:
        return clock.due_fixed_on, None
    return due_day(calendar, clock.opened_on, clock.days, clock.unit)
