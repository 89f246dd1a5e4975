"""程序真实、先后有序: what no paper of the trade may say is refused with both figures, and nothing is recorded."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.funds.fund_year_fits_its_document import fund_year_fits_its_document
from domain.funds.year_refusals import FundYearAhead
from domain.notices.notice import Notice
from domain.notices.posting_is_believed import kept_day_of_recording
from domain.notices.refusals import NoticeNotPosted
from domain.periods.refusals import EarlierMonthOpen
from domain.places.refusals import PlaceUnknown
from domain.places.rows import UnitRow
from domain.projects.acceptance_refusals import AcceptorsOfFormerLevels
from domain.projects.contract_refusals import PriceUnusual
from domain.projects.price_is_no_slip import price_is_no_slip
from domain.projects.project import Project
from domain.projects.proposal_refusals import DecisionIncomplete
from domain.projects.settlement_refusals import AuditorIsImplementer
from domain.projects.values import Target
from domain.refusal import UnknownRecord
from domain.rulebook.codes import Duty
from domain.rulebook.procedure_rules import PostingDayRule
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import PersonOnBothSides
from tests.domain.project_papers import (
    ACCOUNT,
    APPROVER,
    CHECKLIST,
    CODE,
    HASH,
    RECORDER,
    REVIEWER,
    YUAN,
    day,
    steps,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused

RULES = ready_rulebook("2021-2")


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money(RULES)


def test_a_contract_whose_price_lost_its_wan_is_asked_back(story: Story) -> None:
    story.approved()
    with refused(story, PriceUnusual, price_fen=96 * YUAN, plan_fen=990_000 * YUAN, times=10_000):
        story.contracted(96 * YUAN)
    with refused(story, PriceUnusual):
        story.contracted(99 * YUAN, confirm_unusual=" ")
    story.contracted(99 * YUAN, confirm_unusual="只计图纸工本费")
    signed = story.fact(Project, CODE)
    assert isinstance(signed, Project.Contracted)
    assert signed.confirm_unusual == "只计图纸工本费"


def test_a_price_that_lost_nothing_needs_no_word(story: Story) -> None:
    story.approved().contracted(99 * YUAN + 1)
    assert story.project.price_fen == 99 * YUAN + 1


def test_a_document_gives_money_of_its_year_or_of_the_next(story: Story) -> None:
    story.receives(1, 0, "提前下达1号", year=2025)
    with refused(story, FundYearAhead, year=2026, issued_on="2024-01-08", latest_year=2025):
        story.receives(1, 0, "提前下达2号", year=2026)


@pytest.mark.parametrize(
    "auditor_unit", ["宏远建设有限公司", " 宏远建设 有限公司", "F-Builder", "华亭镇后塘村"]
)
def test_who_carried_out_a_work_does_not_audit_its_price(story: Story, auditor_unit: str) -> None:
    story.approved().contracted().started().completed().accepted()
    with refused(story, AuditorIsImplementer, auditor_unit=auditor_unit):
        story.settled(942_300 * YUAN, auditor_unit=auditor_unit)
    story.settled(942_300 * YUAN)


def test_no_level_is_accepted_by_the_persons_of_former_levels_alone(story: Story) -> None:
    story.approved().contracted().started().completed().passed("village", None, "u-a", "u-b")
    autumn = day("2024-09-10")
    with refused(story, AcceptorsOfFormerLevels, level="town", acceptors="u-a", fresh=0, needed=1):
        story.passed("town", autumn, "u-a")
    story.passed("town", autumn, "u-a", "u-c")
    with refused(story, AcceptorsOfFormerLevels, level="county", acceptors="u-b、u-c", fresh=0):
        story.passed("county", autumn, "u-b", "u-c")
    story.passed("county", autumn, "u-d")
    assert story.project.accepted_on == autumn


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (0, {"due_count": 5, "present_count": 1, "in_favour_count": 1}),
        (1, {"due_count": 5, "present_count": 2, "in_favour_count": 2}),
        (1, {"in_favour_count": 14}),
    ],
    ids=["one of five in the branch", "two of five in the committees", "half of those present in favour"],
)
def test_no_vote_of_a_village_is_carried_by_one_of_five(
    story: Story, number: int, change: dict[str, int]
) -> None:
    story.proposed()
    with refused(story, DecisionIncomplete, step=CHECKLIST.steps[number].code):
        story.decides(number, **change)


def test_no_claim_is_for_a_gift_or_a_unit_that_the_books_do_not_know(story: Story) -> None:
    with refused(story, UnknownRecord, stream="gift/JZ-9"):
        story.submits("gift", 100, story.on, purpose=("gift", "JZ-9"))
    story.receives(100, 0, "工作队1号")
    allocation_no = story.allocates(100, 0, ("unit", "D-XCJ"), "工作队1号")
    with refused(story, UnknownRecord, stream="unit/D-XCJ"):
        story.submits("unit", 100, story.on, purpose=("unit", "D-XCJ"))
    story.money_arrives(allocation_no, 100, 0, "工作队1号")
    story.submits("unit", 100, story.on, purpose=("unit", "D-XCJ"), spending_item="work_team")
    office = UnitRow("D-NYJ", "农业农村局", "office")
    story.books.register_units(story.act("u-admin"), rows=(office,), source="编办")
    with refused(story, PlaceUnknown, place_code="D-XCJ"):
        story.submits("unit", 100, story.on, purpose=("unit", "D-XCJ"))


def test_months_are_closed_one_after_another(story: Story) -> None:
    chief, books = story.act("u-chief", day("2024-05-01")), story.books
    books.close_period(chief, month="2023-12")
    with refused(story, EarlierMonthOpen, month="2024-03", open_month="2024-01"):
        books.close_period(chief, month="2024-03")
    for month in ("2024-01", "2024-02"):
        books.close_period(chief, month=month)
    with refused(story, EarlierMonthOpen, month="2024-04", open_month="2024-03"):
        books.close_period(chief, month="2024-04")
    books.close_period(chief, month="2024-03")
    books.reopen_period(chief, month="2024-01", reason="漏记一笔")
    with refused(story, EarlierMonthOpen, month="2024-04", open_month="2024-01"):
        books.close_period(chief, month="2024-04")
    for month in ("2024-01", "2024-04"):
        books.close_period(chief, month=month)


def test_a_project_enters_the_library_and_is_approved_when_its_notice_hangs(story: Story) -> None:
    story.proposed()
    books, on, target = story.books, day("2024-01-20"), Target("length", "硬化里程", "米", 2000)
    books.record_village_decision(
        story.act(on=on), code=CODE, checklist="four_two", steps=steps(day("2024-01-05"))
    )
    books.review_project(story.act(REVIEWER, on), code=CODE, opinion="属实")
    books.appraise_project(story.act(APPROVER, on), code=CODE, unit="组", opinion="可行", estimate_fen=1)

    def enters() -> None:
        books.enter_library(story.act(REVIEWER, on), code=CODE, library_no="K-1", targets=(target,))

    with refused(story, NoticeNotPosted, kind="project_library", level="village", posted="—"):
        enters()
    story.drafted("GS-1", "project_library", Project.id_of(CODE), on, "town")
    story.drafted("GS-2", "project_library", Project.id_of(CODE), on)
    story.posted("GS-1", on)
    with refused(story, NoticeNotPosted, level="village", posted="town"):
        enters()
    story.posted("GS-2", day("2024-01-21"))
    with refused(story, NoticeNotPosted, on="2024-01-20"):
        enters()
    on = day("2024-01-21")
    enters()
    story.planned()
    with refused(story, NoticeNotPosted, kind="project_plan", level="county", on="2024-02-05"):
        books.approve_project(story.act(APPROVER, day("2024-02-05")), code=CODE, approval_no="P-1")


def test_one_recorder_does_not_take_a_project_into_the_library_alone(story: Story) -> None:
    books, on, target = story.books, day("2024-01-20"), Target("length", "硬化里程", "米", 2000)
    story.proposed()
    books.record_village_decision(
        story.act(on=on), code=CODE, checklist="four_two", steps=steps(day("2024-01-05"))
    )
    with refused(story, PersonOnBothSides, person=RECORDER, duty="town review", other="proposal"):
        books.review_project(story.act(on=on), code=CODE, opinion="属实")
    books.review_project(story.act(REVIEWER, on), code=CODE, opinion="属实")
    for person, other in ((RECORDER, "proposal"), (REVIEWER, "town review")):
        with refused(story, PersonOnBothSides, person=person, duty="appraisal", other=other):
            books.appraise_project(
                story.act(person, on), code=CODE, unit="组", opinion="可行", estimate_fen=1
            )
    books.appraise_project(story.act(APPROVER, on), code=CODE, unit="组", opinion="可行", estimate_fen=1)
    story.is_posted(Duty.LIBRARY_ENTRY, on)
    for person, other in ((RECORDER, "proposal"), (APPROVER, "appraisal")):
        with refused(story, PersonOnBothSides, person=person, duty="library entry", other=other):
            books.enter_library(story.act(person, on), code=CODE, library_no="K-1", targets=(target,))
    story.is_posted(Duty.LIBRARY_ENTRY, on)
    books.enter_library(story.act(REVIEWER, on), code=CODE, library_no="K-1", targets=(target,))


def test_both_days_of_a_posting_are_kept_and_the_later_one_counts(story: Story) -> None:
    said_on, recorded_on = day("2024-02-01"), day("2024-02-20")
    for notice_no, told_on in (("GS-1", recorded_on), ("GS-2", None)):
        story.drafted(notice_no, "before_start", f"account/{ACCOUNT}", said_on)
        story.books.post_notice(
            replace(story.act("u-publisher", said_on), recorded_on=told_on),
            notice_no=notice_no,
            place_text="村务公开栏",
            photo_sha256=HASH,
            first_day_on=said_on,
        )
    late, believed = story.fact(Notice, "GS-1"), story.fact(Notice, "GS-2")
    assert isinstance(late, Notice.Posted)
    assert isinstance(believed, Notice.Posted)
    assert (late.first_day_on, late.recorded_on, late.counted_on) == (said_on, recorded_on, recorded_on)
    assert (believed.recorded_on, believed.counted_on) == (None, said_on)
    assert kept_day_of_recording(None, recorded_on) is None
    assert kept_day_of_recording(PostingDayRule("said", "x"), recorded_on) is None


def test_a_rulebook_without_these_rules_asks_for_nothing() -> None:
    price_is_no_slip(None, 1, 990_000 * YUAN, "")
    fund_year_fits_its_document(None, 2030, day("2024-01-08"))
    assert RULES.slip is not None
    assert RULES.fund_year is not None
