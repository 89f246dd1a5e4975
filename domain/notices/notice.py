"""公示公告 (notice): drafted with its fields, posted, objected to, answered, extended, closed or withdrawn."""

from dataclasses import dataclass, replace
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.notices.codes import NoticeState
from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from domain.notices.notice_names_its_fields import notice_names_its_fields
from domain.notices.notice_runs_its_days import first_closing_day, no_objection_is_open, notice_runs_its_days
from domain.notices.objection_refusals import NoticeReplacesOther, ObjectionUncorrected, UnknownObjection
from domain.notices.public_lines import beside_public_lines
from domain.notices.refusals import NoticeStateDiffers
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.working_calendar import WorkingCalendar
from domain.rules.refusals import NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before, steps_follow_in_time
from domain.stamp import Stamp


@dataclass(frozen=True, kw_only=True)
class NoticeContent(Fact):
    """公示内容: what a notice says in its fields.  `public_lines` are the codes of those that hold a public number."""

    fields: tuple[FieldText, ...]
    amounts: tuple[NoticeAmount, ...]
    public_lines: tuple[str, ...] = ()

    def scanned(self) -> Fact:
        """Everything but the numbers of the public lines."""
        if not self.public_lines:
            return self
        return replace(self, fields=beside_public_lines(self.fields, self.public_lines))


class Notice(Stream):
    """公示公告: `notice/{notice_no}`."""

    KIND = "notice"
    WORD = "公告", "notice"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Drafted(NoticeContent):
        """拟稿.  `subject` is the id of the stream that the notice is about, e.g. `project/P1`."""

        TOPIC = "notice.drafted"
        OPENS = True
        notice_no: str
        kind: str
        level: str
        place_code: str
        subject: str
        title: str
        replaces_notice_no: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Posted(Fact):
        """张贴: it hangs at a place since `first_day_on`; `closes_on` is the first day on which it may be closed.

        recorded_on  the day on which this was recorded, where the rulebook counts the later of both; else None.
        """

        TOPIC = "notice.posted"
        place_text: str
        photo_sha256: str
        first_day_on: date
        closes_on: date
        recorded_on: date | None = None

        @property
        def counted_on(self) -> date:
            """The day on which it hung for the duty that it meets."""
            return max(self.first_day_on, self.recorded_on or self.first_day_on)

    @dataclass(frozen=True, kw_only=True)
    class Objected(Fact):
        """异议: somebody objected; an answer is due by a day."""

        TOPIC = "notice.objected"
        objection_no: str
        objector_id: str
        summary: str
        answer_by_on: date

    @dataclass(frozen=True, kw_only=True)
    class Answered(Fact):
        """答复: the objection was answered; `upheld` when it was right."""

        TOPIC = "notice.answered"
        objection_no: str
        answer: str
        upheld: bool

    @dataclass(frozen=True, kw_only=True)
    class Extended(NoticeContent):
        """更正延期: the notice was changed and its days start again."""

        TOPIC = "notice.extended"
        reason: str
        closes_on: date

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """公示期满: it hung its days; `days_posted` counts both ends, in the unit of its kind."""

        TOPIC = "notice.closed"
        days_posted: int
        objections_count: int

    @dataclass(frozen=True, kw_only=True)
    class Withdrawn(Fact):
        """撤回: the notice was taken down, or a draft of it was thrown away."""

        TOPIC = "notice.withdrawn"
        reason: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.notice_no = self.kind = self.level = self.place_code = self.subject = self.replaces = ""
        self.state = ""
        self.first_day_on = self.runs_from_on = self.closes_on = self.latest_on = date.min
        self.objections: dict[str, bool] = {}
        self.uncorrected: list[str] = []
        self.amounts: tuple[NoticeAmount, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether it hung its days and was closed."""
        return self.state == NoticeState.CLOSED

    @property
    def open_objections(self) -> list[str]:
        """The numbers of objections without an answer."""
        return [number for number, answered in self.objections.items() if not answered]

    # What the facts add up to

    @applies(Drafted)
    def _drafted(self, fact: Drafted) -> None:
        self.state, self.latest_on = NoticeState.DRAFTED.code, fact.effective_on
        self.notice_no, self.kind, self.level = fact.notice_no, fact.kind, fact.level
        self.place_code, self.subject = fact.place_code, fact.subject
        self.amounts, self.replaces = fact.amounts, fact.replaces_notice_no

    @applies(Posted)
    def _posted(self, fact: Posted) -> None:
        self.state, self.latest_on = NoticeState.POSTED.code, fact.effective_on
        self.first_day_on = self.runs_from_on = fact.first_day_on
        self.closes_on = fact.closes_on

    @applies(Objected)
    def _objected(self, fact: Objected) -> None:
        self.latest_on = fact.effective_on
        self.objections[fact.objection_no] = False

    @applies(Answered)
    def _answered(self, fact: Answered) -> None:
        self.latest_on = fact.effective_on
        self.objections[fact.objection_no] = True
        if fact.upheld:
            self.uncorrected.append(fact.objection_no)

    @applies(Extended)
    def _extended(self, fact: Extended) -> None:
        self.latest_on = self.runs_from_on = fact.effective_on
        self.closes_on, self.amounts, self.uncorrected = fact.closes_on, fact.amounts, []

    @applies(Closed)
    def _closed(self, fact: Closed) -> None:
        self.state, self.latest_on = NoticeState.CLOSED.code, fact.effective_on

    @applies(Withdrawn)
    def _withdrawn(self, fact: Withdrawn) -> None:
        self.state, self.latest_on = NoticeState.WITHDRAWN.code, fact.effective_on

    # What may be decided

    def check_waits(self, stamp: Stamp, first_day_on: date) -> None:
        """Refuse a posting of what is no draft, or on another day than that of the act.

        Raises NoticeStateDiffers, DatedBeforeFormerStep, DatesOutOfOrder, in that order.
        """
        self._is(NoticeState.DRAFTED, stamp)
        steps_follow_in_time("first_day_on", first_day_on, stamp.effective_on)
        day_is_not_before("first_day_on", first_day_on, stamp.effective_on)

    def check_replaces(self, stamp: Stamp, subject: str, kind: str) -> None:
        """Refuse a notice in the place of this one unless this one was withdrawn and says the same of the same.

        Raises NoticeStateDiffers, DatedBeforeFormerStep, NoticeReplacesOther, in that order.
        """
        self._is(NoticeState.WITHDRAWN, stamp)
        if (subject, kind) != (self.subject, self.kind):
            raise NoticeReplacesOther(self.notice_no, self.subject, self.kind, subject, kind)

    def post(
        self,
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

        Raises what `check_waits` raises.
        """
        self.check_waits(stamp, first_day_on)
        self.record(
            self.Posted,
            **stamp.fields,
            place_text=place_text,
            photo_sha256=photo_sha256,
            first_day_on=first_day_on,
            closes_on=first_closing_day(kind, calendar, first_day_on),
            recorded_on=recorded_on,
        )

    def object_to(
        self, stamp: Stamp, *, objection_no: str, objector_id: str, summary: str, answer_by_on: date
    ) -> None:
        """异议, as long as the notice hangs."""
        self._is(NoticeState.POSTED, stamp)
        if objection_no in self.objections:
            raise NumberUsedTwice("objection_no", objection_no)
        self.record(
            self.Objected,
            **stamp.fields,
            objection_no=objection_no,
            objector_id=objector_id,
            summary=summary,
            answer_by_on=answer_by_on,
        )

    def answer(self, stamp: Stamp, objection_no: str, answer: str, *, upheld: bool) -> None:
        """答复 of an open objection, once."""
        self._is(NoticeState.POSTED, stamp)
        if objection_no not in self.open_objections:
            raise UnknownObjection(objection_no, self.open_objections)
        self.record(self.Answered, **stamp.fields, objection_no=objection_no, answer=answer, upheld=upheld)

    def extend(
        self,
        stamp: Stamp,
        kind: NoticeKind,
        calendar: WorkingCalendar,
        *,
        reason: str,
        fields: tuple[FieldText, ...],
        amounts: tuple[NoticeAmount, ...],
        public_lines: tuple[str, ...] = (),
    ) -> None:
        """更正延期.  The changed fields are complete again, and the days start again on this day."""
        self._is(NoticeState.POSTED, stamp)
        notice_names_its_fields(kind, fields)
        self.record(
            self.Extended,
            **stamp.fields,
            reason=reason,
            fields=fields,
            amounts=amounts,
            public_lines=public_lines,
            closes_on=first_closing_day(kind, calendar, stamp.effective_on),
        )

    def close(self, stamp: Stamp, kind: NoticeKind, calendar: WorkingCalendar) -> None:
        """公示期满.  Every objection is answered, what was right in it corrected, and the days are over.

        Raises NoticeStateDiffers, DatedBeforeFormerStep, OpenObjections, ObjectionUncorrected, NoticeDaysTooFew.
        """
        self._is(NoticeState.POSTED, stamp)
        no_objection_is_open(self.notice_no, self.open_objections)
        if self.uncorrected:
            raise ObjectionUncorrected(self.notice_no, self.uncorrected)
        days = notice_runs_its_days(kind, calendar, self.notice_no, self.runs_from_on, stamp.effective_on)
        self.record(self.Closed, **stamp.fields, days_posted=days, objections_count=len(self.objections))

    def withdraw(self, stamp: Stamp, reason: str) -> None:
        """撤回 of a draft, and of a notice that hangs or hung its days: what comes later waits for another.

        An objection is answered first, never made to disappear; an objection that comes later is one to the notice that
        takes its place.
        """
        if self.state == NoticeState.WITHDRAWN:
            raise self._differs(NoticeState.POSTED)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        no_objection_is_open(self.notice_no, self.open_objections)
        self.record(self.Withdrawn, **stamp.fields, reason=reason)

    def _is(self, state: NoticeState, stamp: Stamp) -> None:
        if self.state != state:
            raise self._differs(state)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)

    def _differs(self, needed: NoticeState) -> NoticeStateDiffers:
        return NoticeStateDiffers(self.notice_no, NoticeState.of(self.state).word, needed.word)
