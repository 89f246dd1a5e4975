"""项目: every step waits for the one before it, and every guard refuses with both figures and records nothing."""

from typing import Any

import pytest

from domain.books.books import Books
from domain.money.refusals import AmountOutOfRange, SourceNamedTwice, SourcesDoNotAddUp
from domain.money.sources import SourceShare
from domain.notices.objection_refusals import OpenObjections
from domain.projects.contract_refusals import PriceAbovePlan, RouteDoesNotFit
from domain.projects.project import Project
from domain.projects.proposal_refusals import (
    BudgetCodeNotOfMoney,
    DecisionIncomplete,
    NoTargetNoEntry,
    PlanNotCovered,
)
from domain.projects.refusals import StepOutOfOrder
from domain.projects.settlement_refusals import DefectPeriodTooLong
from domain.projects.values import Target
from domain.refusal import AlreadyRecorded, OutsideScope, UnknownRecord
from domain.rulebook.refusals import NotInRulebook
from domain.rules.refusals import (
    DatedBeforeFormerStep,
    DatesOutOfOrder,
    PersonalNumber,
    PersonOnBothSides,
    UseOnNegativeList,
)
from tests.domain.project_papers import (
    APPROVER,
    CHECKLIST,
    CODE,
    FUND,
    REGULATIONS,
    REVIEWER,
    WORKED_SOURCES,
    YUAN,
    day,
    steps,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.projects import a_plan, a_proposal


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money()


def test_no_step_is_taken_out_of_turn(story: Story) -> None:
    story.proposed()
    act, books = story.act(), story.books
    with refused(story, StepOutOfOrder, phase="proposed", needed="decided"):
        books.review_project(act, code=CODE, opinion="属实")
    with refused(story, StepOutOfOrder, needed="appraised"):
        books.enter_library(act, code=CODE, library_no="K", targets=(Target("t", "里程", "米", 1),))
    with refused(story, StepOutOfOrder, needed="approved"):
        story.contracted()
    with refused(story, StepOutOfOrder, needed="contracted"):
        story.started()
    with refused(story, StepOutOfOrder, needed="started"):
        story.measured(1)
    with refused(story, StepOutOfOrder, needed="completed"):
        story.passed("village")
    with refused(story, StepOutOfOrder, needed="accepted"):
        story.settled(1)
    with refused(story, StepOutOfOrder, needed="settled"):
        story.handed_over()
    with refused(story, StepOutOfOrder, needed="handed over"):
        story.released()


def test_a_project_is_proposed_once_in_scope_for_a_permitted_use(story: Story) -> None:
    story.proposed()
    with refused(story, AlreadyRecorded):
        propose(story, code=CODE)
    forbidden = REGULATIONS.negative_list[0].code
    for use, kind in ((forbidden, UseOnNegativeList), ("nothing_known", NotInRulebook)):
        with refused(story, kind):
            propose(story, use=use)
    with refused(story, OutsideScope, place_code="350302"):
        propose(story, place_code="350302")
    with refused(story, AmountOutOfRange):
        propose(story, estimate_fen=0)
    with refused(story, PersonalNumber):
        propose(story, content="联系人 13800138000")
    with refused(story, UnknownRecord):
        story.books.review_project(story.act(), code="P-none", opinion="属实")


def propose(story: Story, **changes: Any) -> None:
    story.books.propose_project(story.act(), **a_proposal("P2") | changes)


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (2, {"present_count": 19, "in_favour_count": 19}),
        (2, {"in_favour_count": 15}),
        (3, {"present_count": 20, "in_favour_count": 10}),
        (3, {"in_favour_count": 29}),
        (4, {"posted_to": day("2024-01-14")}),
        (4, {"posted_from": None}),
        (4, {"posted_from": day("2024-01-07"), "posted_to": day("2024-01-17")}),
        (1, {"held_on": day("2024-01-04")}),
    ],
    ids=[
        "quorum",
        "majority of due",
        "majority of present",
        "more votes than persons",
        "days",
        "no days",
        "posted before the vote",
        "order",
    ],
)
def test_a_village_decision_without_quorum_majority_order_or_days_is_refused(
    story: Story, number: int, change: dict[str, object]
) -> None:
    story.proposed()
    with refused(story, DecisionIncomplete, step=CHECKLIST.steps[number].code):
        story.decides(number, **change)


def test_a_village_decision_takes_every_step_of_its_checklist(story: Story) -> None:
    story.proposed()
    with refused(story, DecisionIncomplete, step="four_two"):
        story.books.record_village_decision(
            story.act(on=day("2024-01-20")),
            code=CODE,
            checklist="four_two",
            steps=steps(day("2024-01-05"))[:-1],
        )
    with refused(story, DatedBeforeFormerStep):
        story.books.record_village_decision(
            story.act(on=day("2024-01-02")), code=CODE, checklist="four_two", steps=steps(day("2024-01-05"))
        )


@pytest.mark.parametrize(
    "targets",
    [(), (Target("t", "里程", "米", 0),), (Target("t", "", "米", 5),)],
    ids=["none", "zero", "nameless"],
)
def test_no_target_no_entry(story: Story, targets: tuple[Target, ...]) -> None:
    story.proposed().decides()
    books, on = story.books, day("2024-01-20")
    books.review_project(story.act(REVIEWER, on), code=CODE, opinion="属实")
    books.appraise_project(story.act(APPROVER, on), code=CODE, unit="组", opinion="可行", estimate_fen=100)
    with refused(story, NoTargetNoEntry, needed=1):
        books.enter_library(story.act(on=on), code=CODE, library_no="K-2", targets=targets)


def test_an_open_objection_keeps_a_project_from_its_approval(story: Story) -> None:
    story.in_library()
    plan(story)
    story.drafted("GS-1", "project_library", Project.id_of(CODE), day("2024-01-21"))
    story.posted("GS-1", day("2024-01-22"))
    publisher = story.act("u-publisher", day("2024-01-25"))
    story.books.record_objection(
        publisher, notice_no="GS-1", objection_no="Y-1", objector_id="p-9", summary="面积不实"
    )
    approver = story.act(APPROVER, day("2024-02-05"))
    with refused(story, OpenObjections, open=1):
        story.books.approve_project(approver, code=CODE, approval_no="P-1")
    story.books.answer_objection(publisher, notice_no="GS-1", objection_no="Y-1", answer="已核", upheld=False)
    story.books.approve_project(approver, code=CODE, approval_no="P-1")


def plan(story: Story, sources: tuple[SourceShare, ...] = WORKED_SOURCES, **changes: Any) -> None:
    act = story.act(REVIEWER, day("2024-02-02"))
    story.books.plan_project(act, code=CODE, **a_plan(sources) | changes)


def entered(story: Story) -> None:
    story.decides()
    books, on = story.books, day("2024-01-20")
    books.review_project(story.act(REVIEWER, on), code=CODE, opinion="属实")
    books.appraise_project(story.act(APPROVER, on), code=CODE, unit="组", opinion="可行", estimate_fen=100)
    target = Target("t", "里程", "米", 1)
    books.enter_library(story.act(on=on), code=CODE, library_no="K-2", targets=(target,))


def test_a_plan_is_covered_source_by_source(story: Story) -> None:
    story.proposed()
    with refused(story, StepOutOfOrder, needed="in library"):
        plan(story)
    entered(story)
    with refused(story, SourcesDoNotAddUp, sum_fen=990_000 * YUAN, amount_fen=1):
        plan(story, plan_fen=1)
    with refused(story, SourceNamedTwice):
        plan(story, (WORKED_SOURCES[0], WORKED_SOURCES[0]))
    with refused(story, PlanNotCovered, asked_fen=600_000 * YUAN, limit_fen=594_000 * YUAN):
        plan(story, (SourceShare(FUND, "central", 600_000 * YUAN),))
    with refused(story, UnknownRecord):
        plan(story, (SourceShare("无此文号", "central", 1),))
    with refused(story, AmountOutOfRange):
        plan(story, (SourceShare(FUND, "central", 0),))
    with refused(story, NotInRulebook):
        plan(story, scheme="by_feeling")
    with refused(story, BudgetCodeNotOfMoney, asked="2130505", allocated="2130504"):
        plan(story, budget_code="2130505")
    with refused(story, DatesOutOfOrder):
        plan(story, ends_on=day("2024-02-19"))


def test_who_planned_does_not_approve(story: Story) -> None:
    story.in_library()
    plan(story)
    with refused(story, PersonOnBothSides, person=REVIEWER):
        story.books.approve_project(story.act(REVIEWER, day("2024-02-05")), code=CODE, approval_no="P-1")


def test_the_contract_fits_the_route_the_plan_and_the_days(story: Story) -> None:
    story.receives(5_000_000 * YUAN, 0, "大额1号")
    story.allocates(5_000_000 * YUAN, 0, document_no="大额1号")
    story.approved((SourceShare("大额1号", "central", 5_000_000 * YUAN),))
    with refused(story, RouteDoesNotFit, price_fen=4_500_000 * YUAN):
        story.contracted(4_500_000 * YUAN, route="self_build")
    with refused(story, PriceAbovePlan, asked_fen=5_000_001 * YUAN, limit_fen=5_000_000 * YUAN):
        story.contracted(5_000_001 * YUAN)
    contract = {
        "code": CODE,
        "contract_no": "HT-1",
        "route": "open_tender",
        "contractor_id": "f-1",
        "contractor_name": "公司",
        "price_fen": 4_500_000 * YUAN,
        "signed_on": day("2024-02-19"),
        "awarded_on": day("2024-02-15"),
        "ends_on": day("2024-10-01"),
        "defect_months": 12,
    }
    for change, kind in (
        ({"awarded_on": day("2024-02-20")}, DatesOutOfOrder),
        ({"signed_on": day("2024-02-21")}, DatesOutOfOrder),
        ({"ends_on": day("2024-02-18")}, DatesOutOfOrder),
        ({"defect_months": 25}, DefectPeriodTooLong),
        ({"price_fen": -1}, AmountOutOfRange),
    ):
        with refused(story, kind):
            story.books.contract_project(story.act(on=day("2024-02-20")), **(contract | change))  # type: ignore[arg-type]  # the form, changed
