"""拟稿、张贴与期满 (posting): a notice is drafted, hangs its days, is changed, closed or taken down."""

from datetime import date

from domain.notices.codes import NoticeState
from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from domain.notices.notice_names_its_fields import notice_names_its_fields
from domain.notices.notice_runs_its_days import first_closing_day, no_objection_is_open, notice_runs_its_days
from domain.notices.objection_refusals import NoticeReplacesOther, ObjectionUncorrected
from domain.notices.refusals import PostedAheadOfItsFirstDay
from domain.notices.state import NoticeStanding
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.working_calendar import WorkingCalendar
from domain.rules.steps_follow_in_time import day_is_not_before, steps_follow_in_time
from domain.stamp import Stamp


def draft(
    notice: NoticeStanding,
    stamp: Stamp,
    *,
    notice_no: str,
    kind: str,
    level: str,
    place_code: str,
    subject: str,
    title: str,
    fields: tuple[FieldText, ...],
    amounts: tuple[NoticeAmount, ...],
    replaces_notice_no: str,
    public_lines: tuple[str, ...],
) -> None:
    """拟稿.  Its rules stand with its kind, its subject and the books, and the caller has asked them."""
    notice.record(
        notice.Drafted,
        **stamp.fields,
        notice_no=notice_no,
        kind=kind,
        level=level,
        place_code=place_code,
        subject=subject,
        title=title,
        fields=fields,
        amounts=amounts,
        replaces_notice_no=replaces_notice_no,
        public_lines=public_lines,
    )


def check_replaces(notice: NoticeStanding, stamp: Stamp, subject: str, kind: str) -> None:
    """Refuse a notice in the place of this one unless this one was withdrawn and says the same of the same.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, NoticeReplacesOther, in that order.
    """
    notice.check_is(NoticeState.WITHDRAWN, stamp)
    if (subject, kind) != (notice.subject, notice.kind):
        raise NoticeReplacesOther(notice.notice_no, notice.subject, notice.kind, subject, kind)


def check_waits(notice: NoticeStanding, stamp: Stamp, first_day_on: date) -> None:
    """Refuse a posting of what is no draft, or on another day than that of the act.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, PostedAheadOfItsFirstDay, DatesOutOfOrder, in that order.
    """
    notice.check_is(NoticeState.DRAFTED, stamp)
    if first_day_on > stamp.effective_on:
        raise PostedAheadOfItsFirstDay(notice.notice_no, first_day_on, stamp.effective_on)
    day_is_not_before("first_day_on", first_day_on, stamp.effective_on)


def post(
    notice: NoticeStanding,
    stamp: Stamp,
    kind: NoticeKind,
    calendar: WorkingCalendar,
    *,
    place_text: str,
    photo_sha256: str,
    first_day_on: date,
    recorded_on: date | None,
) -> None:
    """张贴.  Its days count from the day it is posted: neither from a day before nor from one to come.

    Raises what `check_waits` raises, then CalendarUnknown.
    """
    check_waits(notice, stamp, first_day_on)
    notice.record(
        notice.Posted,
        **stamp.fields,
        place_text=place_text,
        photo_sha256=photo_sha256,
        first_day_on=first_day_on,
        closes_on=first_closing_day(kind, calendar, first_day_on),
        recorded_on=recorded_on,
    )


def extend(
    notice: NoticeStanding,
    stamp: Stamp,
    kind: NoticeKind,
    calendar: WorkingCalendar,
    *,
    reason: str,
    fields: tuple[FieldText, ...],
    amounts: tuple[NoticeAmount, ...],
    public_lines: tuple[str, ...] = (),
) -> None:
    """更正延期.  The changed fields are complete again, and the days start again on this day.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, NumberUsedTwice (a field), NoticeFieldsMissing,
    CalendarUnknown, in this order.
    """
    notice.check_is(NoticeState.POSTED, stamp)
    notice_names_its_fields(kind, fields)
    notice.record(
        notice.Extended,
        **stamp.fields,
        reason=reason,
        fields=fields,
        amounts=amounts,
        public_lines=public_lines,
        closes_on=first_closing_day(kind, calendar, stamp.effective_on),
    )


def close(notice: NoticeStanding, stamp: Stamp, kind: NoticeKind, calendar: WorkingCalendar) -> None:
    """公示期满.  Every objection is answered, what was right in it corrected, and the days are over.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, OpenObjections, ObjectionUncorrected, CalendarUnknown,
    NoticeDaysTooFew, in this order.
    """
    notice.check_is(NoticeState.POSTED, stamp)
    no_objection_is_open(notice.notice_no, notice.open_objections)
    if notice.uncorrected:
        raise ObjectionUncorrected(notice.notice_no, notice.uncorrected)
    days = notice_runs_its_days(kind, calendar, notice.notice_no, notice.runs_from_on, stamp.effective_on)
    notice.record(notice.Closed, **stamp.fields, days_posted=days, objections_count=len(notice.objections))


def withdraw(notice: NoticeStanding, stamp: Stamp, reason: str) -> None:
    """撤回 of a draft, and of a notice that hangs or hung its days: what comes later waits for another.

    An objection is answered first, never made to disappear; an objection that comes later is one to the notice that
    takes its place.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, OpenObjections, in this order.
    """
    if notice.state == NoticeState.WITHDRAWN:
        raise notice.differs(NoticeState.POSTED)
    steps_follow_in_time(notice.id, notice.latest_on, stamp.effective_on)
    no_objection_is_open(notice.notice_no, notice.open_objections)
    notice.record(notice.Withdrawn, **stamp.fields, reason=reason)
