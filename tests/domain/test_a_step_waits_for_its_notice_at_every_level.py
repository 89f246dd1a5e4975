"""各级都要公示: a notice opens a step only where the rulebook wants it; for the county, at the county."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.claims.refusals import ConditionsNotMet
from domain.notices.notice_hangs_at_every_level import level_owed, levels_missing
from domain.notices.refusals import NoticeNotClosed
from domain.projects.project import Project
from domain.rolls.roll import Roll
from domain.rulebook.regulations import Regulations
from tests.domain.project_papers import (
    APPROVER,
    CODE,
    COUNTY,
    PLACE,
    REGULATIONS,
    YUAN,
    day,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import FIFTY, draw_up

AUTUMN = day("2024-10-08")
SUBJECT = Project.id_of(CODE)


@pytest.fixture
def story(books: Books) -> Story:
    built = Story(books).worked_money().approved().contracted().started().measured(900_000 * YUAN)
    return built.completed().accepted().settled(942_300 * YUAN)


def post_and_close(
    story: Story, notice_no: str, level: str, *, kind: str = "completion", subject: str
) -> None:
    story.drafted(notice_no, kind, subject, day("2024-09-21"), level)
    story.posted(notice_no, day("2024-09-22"))
    story.books.close_notice(story.act("u-publisher", day("2024-10-03")), notice_no=notice_no)


def demanding(*levels: str) -> Regulations:
    """The rules, with a duty to post the completion at each of these levels."""
    kinds = []
    for kind in REGULATIONS.notice_kinds:
        one = kind.duties[0]
        duties = tuple(replace(one, level=level) for level in levels)
        kinds.append(replace(kind, duties=duties) if kind.code == "completion" else kind)
    return replace(REGULATIONS, notice_kinds=tuple(kinds))


def test_a_county_notice_does_not_open_the_settlement_of_a_village_road(story: Story) -> None:
    post_and_close(story, "GG-X", "county", subject=SUBJECT)
    missing = {"missing": "notice_closed", "notice_kind": "completion", "levels": "village"}
    with refused(story, ConditionsNotMet, **missing):
        story.submits("settlement", 1, AUTUMN)
    with pytest.raises(ConditionsNotMet, match=r"完工公示期满（“[^”]+公[示告]”缺村级）"):
        story.submits("settlement", 1, AUTUMN)
    post_and_close(story, "GG-C", "village", subject=SUBJECT)
    story.submits("settlement", 1, AUTUMN)


def test_every_level_that_is_missing_is_named(story: Story) -> None:
    regulations = demanding("village", "town", "county")
    story.publishes_again(regulations, in_force_from=day("2024-09-20"), on=day("2024-09-20"))
    with refused(story, ConditionsNotMet, levels="village, town, county"):
        story.submits("settlement", 1, AUTUMN)
    post_and_close(story, "GG-T", "town", subject=SUBJECT)
    with refused(story, ConditionsNotMet, levels="village, county"):
        story.submits("settlement", 1, AUTUMN)
    post_and_close(story, "GG-V", "village", subject=SUBJECT)
    post_and_close(story, "GG-C", "county", subject=SUBJECT)
    story.submits("settlement", 1, AUTUMN)


def test_a_town_notice_does_not_approve_a_roll_of_a_village(books: Books) -> None:
    story = Story(books).worked_money(kind="subsidy").approved(kind="subsidy", scheme="after_acceptance")
    draw_up(story, FIFTY[:1], day("2024-09-01"))
    post_and_close(story, "GG-T", "town", kind="roll", subject=Roll.id_of("FF-1"))
    with refused(story, NoticeNotClosed, subject="roll/FF-1", kind="roll", levels="village"):
        story.books.approve_roll(story.act(APPROVER, AUTUMN), roll_no="FF-1")
    post_and_close(story, "GG-V", "village", kind="roll", subject=Roll.id_of("FF-1"))
    story.books.approve_roll(story.act(APPROVER, AUTUMN), roll_no="FF-1")


def test_what_concerns_the_county_waits_for_no_village() -> None:
    completion = REGULATIONS.notice_kind("completion")
    demanded = [duty.level for duty in completion.duties]
    assert levels_missing(demanded, completion.levels, COUNTY, ()) == ("county",)
    assert levels_missing(demanded, completion.levels, COUNTY, {"county"}) == ()
    assert levels_missing(demanded, completion.levels, COUNTY, {"village"}) == ()
    assert levels_missing(demanded, completion.levels, PLACE, {"county"}) == ("village",)
    assert levels_missing(("county", "village"), completion.levels, COUNTY, ()) == ("county",)


def test_what_may_not_hang_at_the_county_stays_where_the_rulebook_wants_it() -> None:
    assert level_owed("site", REGULATIONS.notice_kind("before_start").levels, COUNTY) == "site"


def test_where_no_level_is_demanded_one_closed_notice_is_enough() -> None:
    assert levels_missing((), ("county", "village"), PLACE, {"village"}) == ()
    assert levels_missing((), ("county", "village"), PLACE, ()) == ("county", "village")
