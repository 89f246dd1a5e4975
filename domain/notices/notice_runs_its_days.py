"""A notice hangs its days, counted with both ends, and is closed with every objection answered (公示期满).

9 June to 19 June are 11 days.  Source: 国开办发〔2018〕11号 and local rules, as parameters of the notice kinds.
"""

from collections.abc import Sequence
from datetime import date

from domain.notices.objection_refusals import OpenObjections
from domain.notices.refusals import NoticeDaysTooFew
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.working_calendar import ONE_DAY, WorkingCalendar


def first_closing_day(kind: NoticeKind, calendar: WorkingCalendar, first_day_on: date) -> date:
    """The first day on which so many days are counted from the first day as the kind demands."""
    if kind.minimum_days == 0:
        return first_day_on
    return calendar.add_days(first_day_on - ONE_DAY, kind.minimum_days, kind.unit)


def notice_runs_its_days(
    kind: NoticeKind, calendar: WorkingCalendar, notice_no: str, first_day_on: date, on: date
) -> int:
    """The days from the first day to `on`, both counted.  Raises NoticeDaysTooFew below the minimum of the kind."""
    days = calendar.days_between(first_day_on, on, kind.unit)
    if days < kind.minimum_days:
        closes_on = first_closing_day(kind, calendar, first_day_on)
        raise NoticeDaysTooFew(notice_no, days, kind.minimum_days, kind.unit, closes_on)
    return days


def no_objection_is_open(notice_no: str, open_objections: Sequence[str]) -> None:
    """Raise OpenObjections when an objection to the notice has no answer."""
    if open_objections:
        raise OpenObjections(notice_no, open_objections)
