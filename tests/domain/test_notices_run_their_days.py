"""公示公告: complete fields, the right level, their days, every objection answered."""

from typing import Any

import pytest

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.funds.fund import Fund
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.notices.notice_runs_its_days import first_closing_day, notice_runs_its_days
from domain.notices.objection_refusals import OpenObjections, UnknownObjection
from domain.notices.refusals import (
    NoticeDaysTooFew,
    NoticeFieldsMissing,
    NoticeLevelDiffers,
    NoticePlaceDiffers,
    NoticeStateDiffers,
    PostedAheadOfItsFirstDay,
    SubjectUnknown,
)
from domain.projects.project import Project
from domain.refusal import AlreadyRecorded, OutsideScope, UnknownRecord
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.refusals import NotInRulebook
from domain.rulebook.working_calendar import WorkingCalendar, YearDays
from domain.rules.refusals import (
    DatedBeforeFormerStep,
    DatesOutOfOrder,
    NumberUsedTwice,
    PersonalNumber,
    ReasonMissing,
)
from tests.domain.project_papers import CODE, FUND, HASH, PLACE, REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.notices import a_notice

SUBJECT = Project.id_of(CODE)
FIELDS = tuple(FieldText(f.code, f.name_zh) for f in REGULATIONS.notice_kind("completion").fields)


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books, on=day("2024-06-09")).worked_money().proposed()


def draft(story: Story, by: Act | None = None, **changes: Any) -> None:
    story.books.draft_notice(
        by or story.act("u-publisher"), **a_notice("GG-1", "completion", SUBJECT, fields=FIELDS) | changes
    )


def notice_of(story: Story, notice_no: str = "GG-1") -> Notice:
    return story.stream(Notice, notice_no)


def test_a_draft_names_every_field_of_its_kind_and_all_missing_ones_are_said(story: Story) -> None:
    blank = (FieldText("funds_used", "50万元"), FieldText("results", " "))
    with refused(story, NoticeFieldsMissing, missing="results,acceptance,targets_met"):
        draft(story, fields=blank)
    with refused(story, NumberUsedTwice, number="funds_used"):
        draft(story, fields=(*FIELDS, FIELDS[0]))
    with refused(story, NoticeLevelDiffers, level="national"):
        draft(story, level="national")
    with refused(story, NotInRulebook, asked="rumour"):
        draft(story, kind="rumour")
    with refused(story, SubjectUnknown):
        draft(story, subject="weather/today")
    with refused(story, UnknownRecord):
        draft(story, subject="project/none")
    with refused(story, UnknownRecord):
        draft(story, replaces_notice_no="GG-0")
    with refused(story, PersonalNumber, kind="a bank card number"):
        draft(story, fields=(FieldText("funds_used", "账号 6222 0212 3456 7894"), *FIELDS[1:]))
    with refused(story, OutsideScope):
        draft(story, place_code="350302")
    for elsewhere in ("511703101202", "511703102", "511704"):
        with refused(story, NoticePlaceDiffers, subject=SUBJECT, subject_place=PLACE):
            draft(story, story.act("u-publisher", scope=""), place_code=elsewhere)
    draft(story)
    draft(story, notice_no="GG-2", subject=Fund.id_of(FUND))
    with refused(story, AlreadyRecorded):
        draft(story)


def test_9_to_18_june_are_ten_days_and_the_notice_may_close(story: Story) -> None:
    draft(story)
    story.posted("GG-1", day("2024-06-09"))
    assert notice_of(story).closes_on == day("2024-06-18")
    with refused(story, NoticeDaysTooFew, days=9, minimum=10, closes_on="2024-06-18"):
        story.books.close_notice(story.act(on=day("2024-06-17")), notice_no="GG-1")
    story.books.close_notice(story.act(on=day("2024-06-19")), notice_no="GG-1")
    closed = story.books.events.get(Notice.id_of("GG-1"))
    assert [fact.days_posted for fact in closed if isinstance(fact, Notice.Closed)] == [11]


def test_working_days_count_make_up_days_and_skip_holidays() -> None:
    kind = NoticeKind("k", "公示", "notice", ("village",), (), 5, "working_day", (), "规章")
    holidays = frozenset({day("2024-06-10")})
    june = YearDays(2024, holidays, frozenset({day("2024-06-15")}))
    calendar = WorkingCalendar({2024: june}.get)
    # Friday 7, Tuesday 11, 12, 13, 14 are five; Monday the 10th is a holiday.
    assert first_closing_day(kind, calendar, day("2024-06-07")) == day("2024-06-14")
    assert notice_runs_its_days(kind, calendar, "GG", day("2024-06-07"), day("2024-06-15")) == 6


def test_a_notice_is_not_closed_while_an_objection_is_open(story: Story) -> None:
    draft(story)
    books, publisher = story.books, story.act("u-publisher", day("2024-06-12"))
    with refused(story, NoticeStateDiffers, state="drafted", needed="posted"):
        books.close_notice(publisher, notice_no="GG-1")
    story.posted("GG-1", day("2024-06-09"))
    objection = {"notice_no": "GG-1", "objection_no": "Y-1", "objector_id": "p-7", "summary": "厚度不足"}
    with refused(story, PersonalNumber):
        books.record_objection(publisher, **(objection | {"summary": "请电 13912345678"}))
    books.record_objection(publisher, **objection)
    with refused(story, NumberUsedTwice, number="Y-1"):
        books.record_objection(publisher, **objection)
    later = story.act("u-publisher", day("2024-06-25"))
    with refused(story, OpenObjections, open=1):
        books.close_notice(later, notice_no="GG-1")
    with refused(story, OpenObjections, open=1):
        books.withdraw_notice(later, notice_no="GG-1", reason="异议太多")
    with refused(story, UnknownObjection, objection_no="Y-2"):
        books.answer_objection(later, notice_no="GG-1", objection_no="Y-2", answer="已核", upheld=False)
    books.answer_objection(later, notice_no="GG-1", objection_no="Y-1", answer="钻芯合格", upheld=False)
    with refused(story, DatedBeforeFormerStep):
        books.close_notice(story.act(on=day("2024-06-24")), notice_no="GG-1")
    books.close_notice(later, notice_no="GG-1")
    with refused(story, NoticeStateDiffers, state="closed"):
        books.close_notice(later, notice_no="GG-1")


def test_the_days_start_again_when_a_notice_is_changed(story: Story) -> None:
    draft(story)
    story.posted("GG-1", day("2024-06-09"))
    changed = story.act("u-publisher", day("2024-06-15"))
    with refused(story, ReasonMissing):
        story.books.extend_notice(changed, notice_no="GG-1", reason="", fields=FIELDS)
    with refused(story, NoticeFieldsMissing):
        story.books.extend_notice(changed, notice_no="GG-1", reason="更正", fields=FIELDS[:1])
    story.books.extend_notice(changed, notice_no="GG-1", reason="更正金额", fields=FIELDS)
    with refused(story, NoticeDaysTooFew, days=6, closes_on="2024-06-24"):
        story.books.close_notice(story.act(on=day("2024-06-20")), notice_no="GG-1")
    story.books.close_notice(story.act(on=day("2024-06-24")), notice_no="GG-1")


def test_a_notice_hangs_from_the_day_it_is_posted_and_a_withdrawn_notice_stays_down(story: Story) -> None:
    draft(story)
    ahead = {"notice_no": "GG-1", "place_text": "公开栏", "photo_sha256": HASH}
    with refused(
        story, PostedAheadOfItsFirstDay, first_day_on="2024-06-10", effective_on="2024-06-09"
    ) as said:
        story.books.post_notice(story.act("u-publisher"), first_day_on=day("2024-06-10"), **ahead)
    assert said.value.detail_zh == (
        "公示 GG-1 的公示首日为 2024-06-10，登记张贴的业务日期为 2024-06-09，不能预先登记。"
    )
    with refused(story, DatesOutOfOrder):
        story.books.post_notice(story.act("u-publisher"), first_day_on=day("2024-06-08"), **ahead)
    story.books.withdraw_notice(story.act("u-publisher"), notice_no="GG-1", reason="稿件有误")
    with refused(story, NoticeStateDiffers, state="withdrawn"):
        story.posted("GG-1", day("2024-06-09"))
