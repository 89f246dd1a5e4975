"""区划名册: once the county has one, a record opens only for a place that it holds on that day."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.gifts.gift import Gift
from domain.notices.refusals import NoticeFieldsMissing, NoticePlaceDiffers
from domain.places.refusals import PlaceEnded, PlaceUnknown
from domain.places.rows import DivisionRow, UnitRow
from domain.refusal import OutsideScope
from tests.domain.project_papers import COUNTY, HASH, PLACE, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.accounts import an_account
from tests.given.funds import an_allocation, an_indicator
from tests.given.gifts import a_pledge, some_oil
from tests.given.notices import a_notice
from tests.given.projects import a_proposal
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
        replace(story.act(), scope=""), **a_pledge(number, 100 * YUAN, place_code=place_code)
    )


def open_account(story: Story, place_code: str) -> None:
    story.books.open_account(replace(story.act(), scope=""), **an_account("ZZ-99", place_code=place_code))


def survey(story: Story, place_code: str) -> None:
    story.books.survey_assets(
        replace(story.act(), scope=""),
        place_code=place_code,
        survey_no="QC-1",
        as_of_on=day("2023-12-31"),
        cuts=(),
    )


def propose(story: Story, place_code: str) -> None:
    story.books.propose_project(replace(story.act(), scope=""), **a_proposal("P-99", place_code=place_code))


def receive(story: Story, place_code: str, by: Act | None = None) -> None:
    story.books.receive_indicator(
        by or replace(story.act(), scope=""),
        **an_indicator("达市财农〔2024〕99号", levels(100 * YUAN, 0), place_code=place_code),
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
    pledged = story.fact(Gift, "JZ-9")
    assert isinstance(pledged, Gift.Pledged)
    assert pledged.place_code == NOWHERE


def test_what_was_opened_before_the_register_goes_on(story: Story) -> None:
    pledge(story, NOWHERE)
    register(story)
    story.books.receive_gift_goods(replace(story.act(), scope=""), gift_no="JZ-9", **some_oil(3, 120 * YUAN))
    assert isinstance(story.fact(Gift, "JZ-9"), Gift.GoodsReceived)


def test_a_code_counts_on_the_days_on_which_it_is_in_force(story: Story) -> None:
    register(story)
    pledge(story, PLACE)
    story.on = day("2025-01-01")
    with refused(story, PlaceEnded, place_code=PLACE, until_on="2024-12-31", on="2025-01-01"):
        pledge(story, PLACE, "JZ-10")


def test_a_place_that_does_not_exist_is_said_before_the_scope(story: Story) -> None:
    with refused(story, OutsideScope):
        receive(story, NOWHERE, story.act(scope=COUNTY))
    register(story)
    with refused(story, PlaceUnknown):
        receive(story, NOWHERE, story.act(scope=COUNTY))


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
        **an_allocation(f"FP-{unit}", levels(100 * YUAN, 0), ("unit", unit)),
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
    told = f"公示地点为 511704，项目 P-99 属于 {PLACE} 红星村。"
    with pytest.raises(NoticePlaceDiffers, match=told):
        story.books.draft_notice(
            replace(story.act(), scope=""),
            **a_notice("GS-98", "completion", "project/P-99", place_code="511704"),
        )


def test_a_notice_hangs_where_its_subject_is_also_after_the_place_ended(story: Story) -> None:
    propose(story, PLACE)
    register(story)
    story.on = day("2025-01-02")
    with pytest.raises(NoticeFieldsMissing):
        story.books.draft_notice(
            replace(story.act(), scope=""), **a_notice("GS-99", "completion", "project/P-99")
        )


@pytest.mark.parametrize("subject", ["project/P-99", "rulebook/county"])
def test_a_notice_hangs_at_no_place_that_was_never_registered(story: Story, subject: str) -> None:
    propose(story, COUNTY)
    register(story)
    with refused(story, PlaceUnknown, place_code=f"{COUNTY}999", registered=3):
        story.books.draft_notice(
            replace(story.act(), scope=""),
            **a_notice("GS-97", "completion", subject, place_code=f"{COUNTY}999"),
        )


def test_a_notice_about_an_old_record_hangs_at_its_place_that_was_never_registered(story: Story) -> None:
    propose(story, NOWHERE)
    register(story)
    with pytest.raises(NoticeFieldsMissing):
        story.books.draft_notice(
            replace(story.act(), scope=""),
            **a_notice("GS-96", "completion", "project/P-99", place_code=NOWHERE),
        )
