"""公示撤回与更正: a wrong notice is withdrawn with its reason, and one that refers to it takes its place."""

from typing import Any

import pytest

from domain.books.books import Books
from domain.claims.refusals import ConditionsNotMet
from domain.funds.fund import Fund
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.notices.notice_amount import NoticeAmount
from domain.notices.objection_refusals import (
    NoticeReplacedAlready,
    NoticeReplacesOther,
    ObjectionUncorrected,
    OpenObjections,
)
from domain.notices.refusals import NoticeStateDiffers
from domain.projects.project import Project
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import CODE, FUND, REGULATIONS, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.notices import a_notice

ON = day("2024-10-08")
SUBJECT = Project.id_of(CODE)
FIELDS = tuple(FieldText(f.code, f.name_zh) for f in REGULATIONS.notice_kind("completion").fields)


@pytest.fixture
def story(books: Books) -> Story:
    """A project whose completion notice has hung its days."""
    story = Story(books).worked_money().approved().contracted().started().measured(900_000 * YUAN)
    story.completed().accepted().settled(942_300 * YUAN).completion_posted()
    story.on = ON
    return story


def withdraw(story: Story, notice_no: str = "GG-1", reason: str = "结算价有误") -> None:
    story.books.withdraw_notice(story.act("u-publisher"), notice_no=notice_no, reason=reason)


def draft(story: Story, notice_no: str, replaces: str = "GG-1", **changes: Any) -> None:
    amounts = (NoticeAmount("结算价", 942_300 * YUAN, "settlement"),)
    notice = a_notice(notice_no, "completion", SUBJECT, fields=FIELDS, amounts=amounts)
    story.books.draft_notice(story.act("u-publisher"), replaces_notice_no=replaces, **notice | changes)


def test_a_closed_notice_is_withdrawn_once_and_says_why(story: Story) -> None:
    with refused(story, ReasonMissing):
        withdraw(story, reason=" ")
    with refused(story, PersonalNumber):
        withdraw(story, reason="请电 13912345678")
    story.on = day("2024-10-02")
    with refused(story, DatedBeforeFormerStep):
        withdraw(story)
    story.on = ON
    withdraw(story)
    with refused(story, NoticeStateDiffers, state="withdrawn"):
        withdraw(story)


def test_what_waits_for_a_notice_waits_again_when_it_is_withdrawn(story: Story) -> None:
    story.submits("settlement", 1, ON)
    withdraw(story)
    with refused(story, ConditionsNotMet, missing="notice_closed", levels="village"):
        story.submits("settlement", 1, ON)
    draft(story, "GG-2")
    story.posted("GG-2", ON)
    story.on = day("2024-10-20")
    story.books.close_notice(story.act("u-publisher"), notice_no="GG-2")
    story.submits("settlement", 1, story.on)


def test_only_a_withdrawn_notice_of_the_same_matter_is_replaced(story: Story) -> None:
    with refused(story, NoticeStateDiffers, state="closed", needed="withdrawn"):
        draft(story, "GG-2")
    withdraw(story)
    fund: dict[str, Any] = {"subject": Fund.id_of(FUND), "amounts": ()}
    with refused(story, NoticeReplacesOther, subject=SUBJECT, given_subject=Fund.id_of(FUND)):
        draft(story, "GG-2", **fund)
    plan = tuple(FieldText(f.code, f.name_zh) for f in REGULATIONS.notice_kind("project_plan").fields)
    with refused(story, NoticeReplacesOther, kind="completion", given_kind="project_plan"):
        draft(story, "GG-2", kind="project_plan", fields=plan)
    draft(story, "GG-2")
    notice = story.stream(Notice, "GG-2")
    assert notice.replaces == "GG-1"


def test_a_notice_is_replaced_once_unless_the_replacement_was_a_mistake(story: Story) -> None:
    withdraw(story)
    draft(story, "GG-2")
    with refused(story, NoticeReplacedAlready, notice_no="GG-1", replaced_by="GG-2"):
        draft(story, "GG-3")
    withdraw(story, "GG-2", "拟稿有误")
    draft(story, "GG-3")


def test_an_objection_that_was_right_is_corrected_before_the_notice_ends(story: Story) -> None:
    withdraw(story)
    draft(story, "GG-2")
    story.posted("GG-2", ON)
    books, publisher = story.books, story.act("u-publisher", day("2024-10-09"))
    books.record_objection(
        publisher, notice_no="GG-2", objection_no="Y-1", objector_id="p-7", summary="结算价不符"
    )
    later = story.act("u-publisher", day("2024-10-20"))
    with refused(story, OpenObjections, open=1):
        books.withdraw_notice(later, notice_no="GG-2", reason="有误")
    books.answer_objection(publisher, notice_no="GG-2", objection_no="Y-1", answer="属实", upheld=True)
    with refused(story, ObjectionUncorrected, notice_no="GG-2", objections="Y-1"):
        books.close_notice(later, notice_no="GG-2")
    books.extend_notice(later, notice_no="GG-2", reason="更正结算价", fields=FIELDS)
    books.close_notice(story.act("u-publisher", day("2024-10-30")), notice_no="GG-2")


def test_a_wrong_notice_may_also_be_withdrawn_when_its_objection_was_right(story: Story) -> None:
    withdraw(story)
    draft(story, "GG-2")
    story.posted("GG-2", ON)
    books, publisher = story.books, story.act("u-publisher")
    books.record_objection(
        publisher, notice_no="GG-2", objection_no="Y-1", objector_id="p-7", summary="结算价不符"
    )
    books.answer_objection(publisher, notice_no="GG-2", objection_no="Y-1", answer="属实", upheld=True)
    withdraw(story, "GG-2")
    with refused(story, NoticeStateDiffers, state="withdrawn"):
        books.record_objection(
            publisher, notice_no="GG-2", objection_no="Y-2", objector_id="p-7", summary="再次反映"
        )
    draft(story, "GG-3", "GG-2")
