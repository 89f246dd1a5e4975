"""公示业务 (business of notices): drafted, posted, objected to, answered, extended, closed, withdrawn."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from eventsourcing.utils import EnvType

from domain.accounts.account import Account
from domain.assets.asset_register import AssetRegister
from domain.books.act import Act
from domain.books.desk import Desk, command
from domain.claims.claim import Claim
from domain.fact import Stream
from domain.funds.fund import Fund
from domain.gifts.gift import Gift
from domain.keys import business_key
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice, NoticeAmount
from domain.notices.notice_hangs_where_its_subject_is import notice_hangs_where_its_subject_is
from domain.notices.notice_names_its_fields import notice_hangs_at_its_level, notice_names_its_fields
from domain.notices.notice_runs_its_days import no_objection_is_open
from domain.notices.refusals import SubjectUnknown
from domain.person import person_id
from domain.projects.project import Project
from domain.rolls.roll import Roll
from domain.rulebook.rulebook import Rulebook
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why

SUBJECTS: dict[str, type[Stream]] = {
    kind.KIND: kind for kind in (Fund, Account, Project, Claim, Roll, Gift, AssetRegister, Rulebook, Notice)
}
"""What a notice may be about, by the kind of its stream."""

PAGE = 1000


class NoticeDesk(Desk):
    """公示公告.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    def __init__(self, env: EnvType | None = None) -> None:
        """Open the books and learn from the drafts which notices are about what."""
        super().__init__(env)
        self._notices_by_subject: dict[str, list[str]] = {}
        for fact in self._drafts():
            self._notices_by_subject.setdefault(fact.subject, []).append(fact.notice_no)

    def _drafts(self) -> Iterator[Notice.Drafted]:
        """Every draft in the journal, page by page."""
        start: int | None = 1
        while start is not None:
            page = self.recorder.select_notifications(start, PAGE, topics=[Notice.Drafted.TOPIC])
            for notification in page:
                yield cast("Notice.Drafted", self.mapper.to_domain_event(notification))
            start = page[-1].id + 1 if page else None

    def _notices_about(self, stream: Stream) -> list[Notice]:
        """The notices about a record that were drafted and not withdrawn."""
        numbers = self._notices_by_subject.get(stream.id, [])
        # A draft whose commit was lost is in the list and not in the journal.
        found = [self._find(Notice, number) for number in numbers]
        return [notice for notice in found if notice.exists and notice.state != "withdrawn"]

    def _refuse_open_objections(self, stream: Stream) -> None:
        """Raise OpenObjections while a notice about the record has an objection without an answer."""
        for notice in self._notices_about(stream):
            no_objection_is_open(notice.notice_no, notice.open_objections)

    def _notice(self, act: Act, notice_no: str) -> Notice:
        """Give the notice, when it exists and lies inside the caller's scope."""
        notice = self._get(Notice, notice_no)
        self._within(act, notice.place_code)
        return notice

    def _check_subject(self, subject: str, place_code: str) -> None:
        """Raise SubjectUnknown for what no notice is about, UnknownRecord, NoticePlaceDiffers, in this order."""
        kind, _, key = subject.partition("/")
        stream = SUBJECTS.get(kind)
        if stream is None or not key:
            raise SubjectUnknown(subject, list(SUBJECTS))
        notice_hangs_where_its_subject_is(place_code, subject, self._place_of(self._get(stream, key)))

    def _place_of(self, stream: Stream) -> str:
        """The place that a record belongs to; "" for what is nobody's alone."""
        match stream:
            case Fund() | Account() | Project() | Gift() | Notice():
                return stream.place_code
            case Claim(purpose_kind="project"):
                return self._get(Project, stream.purpose_code).place_code
            case Claim():
                return self._get(Account, stream.account_code).place_code
            case Roll():
                return self._get(Project, stream.project_code).place_code
            case AssetRegister():
                return stream.id.partition("/")[2]
            case _:
                return ""

    @command
    def draft_notice(
        self,
        act: Act,
        *,
        notice_no: str,
        kind: str,
        level: str,
        place_code: str,
        subject: str,
        title: str,
        fields: tuple[FieldText, ...],
        amounts: tuple[NoticeAmount, ...] = (),
        replaces_notice_no: str = "",
    ) -> None:
        """公示拟稿.

        Raises OutsideScope, KeyMisread, AlreadyRecorded, SubjectUnknown, UnknownRecord, NoticePlaceDiffers,
        NotInRulebook, NoticeLevelDiffers, NumberUsedTwice, NoticeFieldsMissing, PersonalNumber, in this order.
        """
        self._within(act, place_code)
        key = business_key(notice_no, "notice_no")
        notice = self._new(Notice, key)
        self._check_subject(subject, place_code)
        if replaces_notice_no:
            self._get(Notice, replaces_notice_no)
        rules = self._rules(act).regulations.notice_kind(kind)
        notice_hangs_at_its_level(rules, level)
        notice_names_its_fields(rules, fields)
        facts_hold_no_personal_numbers(title=title, **{field.code: field.text for field in fields})
        notice.record(
            Notice.Drafted,
            **self._stamp(act).fields,
            notice_no=key,
            kind=kind,
            level=level,
            place_code=place_code,
            subject=subject,
            title=title,
            fields=fields,
            amounts=amounts,
            replaces_notice_no=replaces_notice_no,
        )
        self._notices_by_subject.setdefault(subject, []).append(key)

    @command
    def post_notice(
        self, act: Act, *, notice_no: str, place_text: str, photo_sha256: str, first_day_on: date
    ) -> None:
        """公示张贴.  Raises CalendarUnknown where working days count, then what `Notice.post` raises."""
        notice = self._notice(act, notice_no)
        kind = self._rules(act).regulations.notice_kind(notice.kind)
        notice.post(
            self._stamp(act),
            kind,
            self._calendar(),
            place_text=place_text,
            photo_sha256=photo_sha256,
            first_day_on=first_day_on,
        )

    @command
    def record_objection(
        self, act: Act, *, notice_no: str, objection_no: str, objector_id: str, summary: str
    ) -> None:
        """登记异议.  The rulebook's limit says until when it is answered.

        Raises NotInRulebook, PersonMisread, PersonalNumber, KeyMisread, then what `Notice.object_to` raises.
        """
        notice = self._notice(act, notice_no)
        limit = self._rules(act).regulations.day_limit("objection_answer")
        objector_id = person_id(objector_id, "objector_id")
        facts_hold_no_personal_numbers(summary=summary)
        notice.object_to(
            self._stamp(act),
            objection_no=business_key(objection_no, "objection_no"),
            objector_id=objector_id,
            summary=summary,
            answer_by_on=self._calendar().add_days(act.effective_on, limit.days, limit.unit),
        )

    @command
    def answer_objection(
        self, act: Act, *, notice_no: str, objection_no: str, answer: str, upheld: bool
    ) -> None:
        """答复异议.  Raises what `Notice.answer` raises."""
        notice = self._notice(act, notice_no)
        facts_hold_no_personal_numbers(answer=answer)
        notice.answer(self._stamp(act), objection_no, answer, upheld=upheld)

    @command
    def extend_notice(
        self,
        act: Act,
        *,
        notice_no: str,
        reason: str,
        fields: tuple[FieldText, ...],
        amounts: tuple[NoticeAmount, ...] = (),
    ) -> None:
        """更正并续公示: its days start again.  Raises ReasonMissing, then what `Notice.extend` raises."""
        notice = self._notice(act, notice_no)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(**{field.code: field.text for field in fields})
        notice.extend(
            self._stamp(act),
            self._rules(act).regulations.notice_kind(notice.kind),
            self._calendar(),
            reason=reason,
            fields=fields,
            amounts=amounts,
        )

    @command
    def close_notice(self, act: Act, *, notice_no: str) -> None:
        """公示期满.  Raises what `Notice.close` raises."""
        notice = self._notice(act, notice_no)
        kind = self._rules(act).regulations.notice_kind(notice.kind)
        notice.close(self._stamp(act), kind, self._calendar())

    @command
    def withdraw_notice(self, act: Act, *, notice_no: str, reason: str) -> None:
        """撤回公示.  Raises ReasonMissing, PersonalNumber, then what `Notice.withdraw` raises."""
        notice = self._notice(act, notice_no)
        taking_back_says_why(reason)
        notice.withdraw(self._stamp(act), reason)
