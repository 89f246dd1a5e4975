"""A number inside a record is used once and found in any spelling: authorisations, objections, surveys, defects."""

import pytest

from domain.assets.asset_register import SurveyCut, SurveyRow
from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.refusals import NumberUsedInFund
from domain.notices.objection_refusals import UnknownObjection
from domain.projects.values import Defect
from domain.rules.refusals import NumberUsedTwice
from tests.domain.project_papers import ACCEPTORS, CODE, COUNTY, FUND, HASH, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.funds import an_allocation
from tests.sources import levels

SPRING, JUNE, AUTUMN = day("2024-03-05"), day("2024-06-12"), day("2024-09-10")


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money()


def authorise(story: Story, number: str) -> None:
    story.books.authorise_integration(
        story.act("u-fund", SPRING),
        document_no=FUND,
        authorisation_no=number,
        document_no_of_authority="县整合〔2024〕1号",
        level="central",
        from_use="comprehensive",
        to_use="industry",
        amount_fen=1_000,
        valid_until=day("2024-06-30"),
    )


def test_an_authorisation_is_granted_once_and_used_as_it_was_recorded(story: Story) -> None:
    authorise(story, "整合〔2024〕1号")
    with refused(story, NumberUsedInFund, number="整合(2024)1"):
        authorise(story, "整合(2024)1")
    story.books.allocate_fund(
        story.act("u-fund", SPRING),
        document_no=FUND,
        **an_allocation(
            "A-9",
            levels(900, 0),
            ("project", CODE),
            use="industry",
            budget_code="2130505",
            authorisation_no=" 整合 [２０２４] 1 ",
        ),
    )
    fund = story.stream(Fund, FUND)
    assert (fund.allocations["A-9"].authorisation_no, fund.authorisations["整合〔2024〕1号"].used_fen) == (
        "整合〔2024〕1号",
        900,
    )


def object_to(story: Story, number: str) -> None:
    story.books.record_objection(
        story.act("u-publisher", JUNE),
        notice_no="GG-1",
        objection_no=number,
        objector_id="p-7",
        summary="厚度不足",
    )


def answer(story: Story, number: str) -> None:
    story.books.answer_objection(
        story.act("u-publisher", JUNE), notice_no="GG-1", objection_no=number, answer="合格", upheld=False
    )


def test_an_objection_is_raised_once_and_answered_in_any_spelling(story: Story) -> None:
    story.drafted("GG-1", "project_plan", f"project/{CODE}", day("2024-06-09"))
    story.posted("GG-1", day("2024-06-09"))
    object_to(story, "异议-1号")
    with refused(story, NumberUsedTwice, number="异议－１"):
        object_to(story, "异议－１")
    with refused(story, UnknownObjection, objection_no="异议-2"):
        answer(story, "异议-2")
    answer(story, "异议—1")
    with refused(story, UnknownObjection):
        answer(story, "异议—1")


def survey(story: Story, number: str) -> None:
    rows = (SurveyRow("经营性", 1, 100),)
    story.books.survey_assets(
        story.act(on=SPRING),
        place_code=COUNTY,
        survey_no=number,
        as_of_on=day("2024-02-29"),
        cuts=(SurveyCut("nature", rows, 100, 1),),
    )


def test_a_survey_of_a_place_is_recorded_once(story: Story) -> None:
    survey(story, "QC-2024-1号")
    with refused(story, NumberUsedTwice, number="qc-2024-1"):
        survey(story, "qc-2024-1")


def reject(story: Story, *numbers: str) -> None:
    story.books.reject_acceptance(
        story.act(ACCEPTORS["village"], AUTUMN),
        code=CODE,
        level="village",
        form_no="YS-0",
        acceptors=(ACCEPTORS["village"],),
        defects=tuple(Defect(number, "路肩缺土") for number in numbers),
        rectify_by_on=AUTUMN,
    )


def test_a_defect_is_found_once_and_mended_in_any_spelling(story: Story) -> None:
    story.approved().contracted().started().completed()
    with refused(story, NumberUsedTwice, number="ｑ１"):
        reject(story, "Q1", "ｑ１")
    reject(story, "Q1")
    story.books.rectify_defects(
        story.act(on=AUTUMN), code=CODE, level="village", defect_nos=("ｑ１",), evidence_sha256=HASH
    )
    assert story.project.open_defects == {"village": []}
