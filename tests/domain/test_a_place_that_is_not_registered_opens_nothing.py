"""区划名册: once the county has one, a record opens only for a place that it holds on that day."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.notices.refusals import NoticeFieldsMissing, NoticePlaceDiffers
from domain.places.refusals import PlaceEnded, PlaceUnknown
from domain.places.rows import DivisionRow, UnitRow
from domain.refusal import OutsideScope
from tests.domain.project_papers import COUNTY, HASH, PLACE, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.sources import levels

NOWHERE = "999999"
DIVISIONS = (
    DivisionRow(COUNTY, "达川区"),
    DivisionRow(PLACE[:9], "石桥镇"),
    DivisionRow(PLACE, "红星村", until_on=day("2024-12-31")),
)


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).opens()


def register(story: Story) -> None:
    story.books.register_divisions(story.act(), rows=DIVISIONS, source="民政部 2023 年区划代码")


def pledge(story: Story, place_code: str, number: str = "JZ-9") -> None:
    story.books.pledge_gift(
        replace(story.act(), scope=""),
        gift_no=number,
        donor_id="f-oil",
        donor_kind="firm",
        amount_fen=100 * YUAN,
        purpose="助学",
        place_code=place_code,
    )


def open_account(story: Story, place_code: str) -> None:
    story.books.open_account(
        replace(story.act(), scope=""),
        code="ZZ-99",
        name="专账",
        mode="special_ledger",
        place_code=place_code,
        holder_unit="财政局",
        bank="农商行",
        approval_no="",
        interest_owner="aid_fund",
    )


def survey(story: Story, place_code: str) -> None:
    story.books.survey_assets(
        replace(story.act(), scope=""),
        place_code=place_code,
        survey_no="QC-1",
        as_of_on=day("2023-12-31"),
        cuts=(),
    )


def propose(story: Story, place_code: str) -> None:
    story.books.propose_project(
        replace(story.act(), scope=""),
        code="P-99",
        name="村组道路",
        kind="works",
        nature="new",
        use="infrastructure",
        place_code=place_code,
        implementing_unit="镇政府",
        proposer_unit="村委会",
        content="硬化 1 公里",
        estimate_fen=100 * YUAN,
        beneficiaries="20 户",
    )


def receive(story: Story, place_code: str) -> None:
    story.books.receive_indicator(
        replace(story.act(), scope=""),
        document_no="达市财农〔2024〕99号",
        title="衔接资金",
        year=2024,
        place_code=place_code,
        issuer="达州市财政局",
        issued_on=day("2024-02-20"),
        use="comprehensive",
        nature="grant",
        budget_code="2130599",
        sources=levels(100 * YUAN, 0),
        amount_fen=100 * YUAN,
    )


@pytest.mark.parametrize("opens", [receive, pledge, open_account, survey, propose])
def test_an_unknown_code_opens_no_record_of_any_kind(
    story: Story, opens: Callable[[Story, str], None]
) -> None:
    register(story)
    with refused(story, PlaceUnknown, place_code=NOWHERE, registered=3):
        opens(story, NOWHERE)


def test_books_without_a_register_go_on_as_they_are(story: Story) -> None:
    pledge(story, NOWHERE)


def test_what_was_opened_before_the_register_goes_on(story: Story) -> None:
    pledge(story, NOWHERE)
    register(story)
    story.books.receive_gift_goods(
        replace(story.act(), scope=""),
        gift_no="JZ-9",
        item="食用油",
        quantity=3,
        unit="桶",
        value_fen=120 * YUAN,
        evidence_kind="invoice",
        evidence_sha256=HASH,
    )


def test_a_code_counts_on_the_days_on_which_it_is_in_force(story: Story) -> None:
    register(story)
    pledge(story, PLACE)
    story.on = day("2025-01-01")
    with refused(story, PlaceEnded, place_code=PLACE, until_on="2024-12-31", on="2025-01-01"):
        pledge(story, PLACE, "JZ-10")


def test_a_place_that_does_not_exist_is_said_before_the_scope(story: Story) -> None:
    def receives(place_code: str) -> None:
        story.books.receive_indicator(
            story.act(scope=COUNTY),
            document_no="达市财农〔2024〕99号",
            title="衔接资金",
            year=2024,
            place_code=place_code,
            issuer="达州市财政局",
            issued_on=day("2024-01-02"),
            use="industry",
            nature="grant",
            budget_code="2130505",
            sources=levels(100, 0),
            amount_fen=100,
        )

    with refused(story, OutsideScope):
        receives(NOWHERE)
    register(story)
    with refused(story, PlaceUnknown):
        receives(NOWHERE)


def test_who_acts_outside_the_scope_reads_the_names_of_both_places(story: Story) -> None:
    register(story)
    pledge(story, COUNTY)
    with pytest.raises(OutsideScope, match="记录属于 511703 达川区，您的管辖范围是 511703101201 红星村。"):
        story.books.change_gift_purpose(
            story.act(scope=PLACE), gift_no="JZ-9", purpose="助老", consent_sha256=HASH
        )


def allocate(story: Story, unit: str) -> None:
    story.books.allocate_fund(
        replace(story.act(), scope=""),
        document_no=story.fund,
        allocation_no=f"FP-{unit}",
        decision_no="县财〔2024〕1号",
        purpose_kind="unit",
        purpose_code=unit,
        use="infrastructure",
        budget_code="2130504",
        sources=levels(100 * YUAN, 0),
        amount_fen=100 * YUAN,
    )


def test_money_goes_to_no_unit_that_is_not_registered(story: Story) -> None:
    story.receives(1_000 * YUAN, 0)
    allocate(story, "D-NOPE")
    register(story)
    units = (
        UnitRow("D-1", "财政局", "office"),
        UnitRow("D-2", "扶贫局", "office", until_on=day("2023-12-31")),
    )
    story.books.register_units(story.act(), rows=units, source="编办")
    with refused(story, PlaceUnknown, place_code="D-NO"):
        allocate(story, "D-NO")
    with refused(story, PlaceEnded, place_code="D-2"):
        allocate(story, "D-2")
    allocate(story, "D-1")


def test_a_notice_that_hangs_elsewhere_is_told_both_places_by_name(story: Story) -> None:
    propose(story, PLACE)
    register(story)
    told = f"公示地点为 511704，project/P-99 属于 {PLACE} 红星村。"
    with pytest.raises(NoticePlaceDiffers, match=told):
        story.books.draft_notice(
            replace(story.act(), scope=""),
            notice_no="GS-98",
            kind="completion",
            level="village",
            subject="project/P-99",
            place_code="511704",
            title="竣工公告",
            fields=(),
            amounts=(),
        )


def test_a_notice_hangs_where_its_subject_is_also_after_the_place_ended(story: Story) -> None:
    propose(story, PLACE)
    register(story)
    story.on = day("2025-01-02")
    with pytest.raises(NoticeFieldsMissing):
        story.books.draft_notice(
            replace(story.act(), scope=""),
            notice_no="GS-99",
            kind="completion",
            level="village",
            subject="project/P-99",
            place_code=PLACE,
            title="竣工公告",
            fields=(),
            amounts=(),
        )
