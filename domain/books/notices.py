"""公示业务 (business of notices): drafted, posted, objected to, answered, extended, closed, withdrawn."""

from datetime import date

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.book_figures import BookFigures
from domain.books.parts.notices_about import NoticesAbout
from domain.fact import STREAMS
from domain.keys import business_key
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.notices.notice_amount import NoticeAmount
from domain.notices.notice_hangs_where_its_subject_is import notice_hangs_where_its_subject_is
from domain.notices.notice_names_its_fields import (
    notice_hangs_at_its_level,
    notice_names_its_amounts,
    notice_names_its_fields,
)
from domain.notices.objection_refusals import NoticeReplacedAlready
from domain.notices.posting_is_believed import kept_day_of_recording
from domain.notices.public_lines import beside_public_lines, public_lines_of
from domain.notices.refusals import SubjectUnknown
from domain.person import person_id
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class NoticeDesk(Desk):
    """公示公告.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    notices: NoticesAbout

    @staticmethod
    def _subject(turn: DecisionTurn, subject: str, place_code: str) -> str:
        """Give the id of the record that a notice is about.

        Raises SubjectUnknown for what no notice is about, what `named` raises, NoticePlaceDiffers, PlaceUnknown, in
        this order.  A notice hangs where its subject is, also when that place has ended or never was registered.
        """
        kind, _, key = subject.partition("/")
        stream = STREAMS.get(kind)
        if stream is None or not stream.SUBJECT_OF_NOTICES or not key:
            kinds = {kind: one.WORD[0] for kind, one in STREAMS.items() if one.SUBJECT_OF_NOTICES}
            raise SubjectUnknown(subject, sorted(kinds.items()))
        record = turn.named(stream, key)
        subject_place = turn.place_of(record)
        notice_hangs_where_its_subject_is(place_code, record.id, subject_place, turn.places.name_of)
        if place_code != subject_place:
            turn.places.check_known(place_code)
        return record.id

    def _replaced(self, turn: DecisionTurn, notice_no: str, subject: str, kind: str) -> str:
        """Give the number of the withdrawn notice that another takes the place of.

        Raises what `DecisionTurn.named` and `Notice.check_replaces` raise, then NoticeReplacedAlready.
        """
        former = turn.named(Notice, notice_no)
        former.check_replaces(turn.stamp, subject, kind)
        for other in self.notices.of_id(turn, subject):
            if other.replaces == former.notice_no:
                raise NoticeReplacedAlready(former.notice_no, other.notice_no)
        return former.notice_no

    @command
    def draft_notice(
        self,
        turn: DecisionTurn,
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

        Raises OutsideScope, KeyMisread, AlreadyRecorded, what `_subject` and `_replaced` raise, NotInRulebook,
        NoticeLevelDiffers, NumberUsedTwice, NoticeFieldsMissing, PersonalNumber, what `BookFigures.compared` raises,
        then NoticeAmountsMissing, in this order.
        """
        turn.check_scope(place_code)
        key = business_key(notice_no, "notice_no")
        notice = turn.new(Notice, key)
        subject = self._subject(turn, subject, place_code)
        if replaces_notice_no:
            replaces_notice_no = self._replaced(turn, replaces_notice_no, subject, kind)
        rules = turn.regulations.notice_kind(kind)
        notice_hangs_at_its_level(rules, level)
        notice_names_its_fields(rules, fields)
        public_lines = public_lines_of(turn.regulations.public_lines, fields)
        _check_texts(fields, public_lines, title=title)
        compared = BookFigures(turn).compared(amounts, subject)
        notice_names_its_amounts(rules, subject, compared)
        notice.draft(
            turn.stamp,
            notice_no=key,
            kind=kind,
            level=level,
            place_code=place_code,
            subject=subject,
            title=title,
            fields=fields,
            amounts=compared,
            replaces_notice_no=replaces_notice_no,
            public_lines=public_lines,
        )
        self.notices.add(subject, key)

    @command
    def post_notice(
        self, turn: DecisionTurn, *, notice_no: str, place_text: str, photo_sha256: str, first_day_on: date
    ) -> None:
        """公示张贴.  Its amounts are compared with the books once more.

        Raises what `Notice.check_waits` raises, FigureDiffers, CalendarUnknown where working days count.
        """
        notice = turn.get_in_scope(Notice, notice_no)
        kind = turn.regulations.notice_kind(notice.kind)
        notice.check_waits(turn.stamp, first_day_on)
        BookFigures(turn).check_still(notice.amounts)
        notice.post(
            turn.stamp,
            kind,
            turn.calendar,
            place_text=place_text,
            photo_sha256=photo_sha256,
            first_day_on=first_day_on,
            recorded_on=kept_day_of_recording(turn.regulations.posting_day, turn.act.recorded_on),
        )

    @command
    def record_objection(
        self, turn: DecisionTurn, *, notice_no: str, objection_no: str, objector_id: str, summary: str
    ) -> None:
        """登记异议.  The rulebook's limit says until when it is answered.

        Raises NotInRulebook, PersonMisread, PersonalNumber, KeyMisread, then what `Notice.object_to` raises.
        """
        notice = turn.get_in_scope(Notice, notice_no)
        limit = turn.regulations.day_limit("objection_answer")
        objector_id = person_id(objector_id, "objector_id")
        facts_hold_no_personal_numbers(summary=summary)
        notice.object_to(
            turn.stamp,
            objection_no=business_key(objection_no, "objection_no"),
            objector_id=objector_id,
            summary=summary,
            answer_by_on=turn.calendar.add_days(turn.act.effective_on, limit.days, limit.unit),
        )

    @command
    def answer_objection(
        self, turn: DecisionTurn, *, notice_no: str, objection_no: str, answer: str, upheld: bool
    ) -> None:
        """答复异议.  Raises PersonalNumber, then what `Notice.answer` raises."""
        notice = turn.get_in_scope(Notice, notice_no)
        facts_hold_no_personal_numbers(answer=answer)
        notice.answer(turn.stamp, objection_no, answer, upheld=upheld)

    @command
    def extend_notice(
        self,
        turn: DecisionTurn,
        *,
        notice_no: str,
        reason: str,
        fields: tuple[FieldText, ...],
        amounts: tuple[NoticeAmount, ...] = (),
    ) -> None:
        """更正并续公示: its days start again.

        Raises ReasonMissing, PersonalNumber, what `BookFigures.compared` raises, NoticeAmountsMissing, then what
        `Notice.extend` raises.
        """
        notice = turn.get_in_scope(Notice, notice_no)
        taking_back_says_why(reason)
        public_lines = public_lines_of(turn.regulations.public_lines, fields)
        _check_texts(fields, public_lines)
        rules = turn.regulations.notice_kind(notice.kind)
        compared = BookFigures(turn).compared(amounts, notice.subject)
        notice_names_its_amounts(rules, notice.subject, compared)
        notice.extend(
            turn.stamp,
            rules,
            turn.calendar,
            reason=reason,
            fields=fields,
            amounts=compared,
            public_lines=public_lines,
        )

    @command
    def close_notice(self, turn: DecisionTurn, *, notice_no: str) -> None:
        """公示期满.  Raises what `Notice.close` raises."""
        notice = turn.get_in_scope(Notice, notice_no)
        kind = turn.regulations.notice_kind(notice.kind)
        notice.close(turn.stamp, kind, turn.calendar)

    @command
    def withdraw_notice(self, turn: DecisionTurn, *, notice_no: str, reason: str) -> None:
        """撤回公示.  Raises ReasonMissing, PersonalNumber, then what `Notice.withdraw` raises."""
        notice = turn.get_in_scope(Notice, notice_no)
        taking_back_says_why(reason)
        notice.withdraw(turn.stamp, reason)


def _check_texts(fields: tuple[FieldText, ...], public_lines: tuple[str, ...], **texts: str) -> None:
    """Raise PersonalNumber for a text of a notice that holds one; the number of a public line is none."""
    checked = beside_public_lines(fields, public_lines)
    facts_hold_no_personal_numbers(**texts, **{field.code: field.text for field in checked})
