"""追溯施行: a version over days with facts is proposed by one and confirmed by another; facts keep their version."""

from dataclasses import replace
from datetime import date

import pytest

from domain.books.books import Books
from domain.refusal import OutsideScope
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.refusals import (
    RulebookMisread,
    RulebookNotProposed,
    RulebookOutOfOrder,
    RulebookProposalOpen,
    RulebookReachesBack,
)
from domain.rulebook.regulations import Regulations
from domain.rulebook.regulations_differ import ChangedParameter, differences
from domain.rulebook.rulebook import Rulebook
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, PersonOnBothSides, ReasonMissing
from tests.domain.project_papers import REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.rulebooks import a_rulebook

FIRST, SECOND = "u-admin", "u-admin-2"
STRICTER = replace(REGULATIONS, fee=replace(REGULATIONS.fee, cap_bp=50))
MARCH = day("2024-03-01")
JUDGED_ON = "2024-01-02"
"""The day of the first judged fact of the story: its account was opened."""


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books, on=MARCH).opens().receives(600, 400)


def publishes(
    story: Story, in_force_from: date, version: int = 2, regulations: Regulations = STRICTER
) -> None:
    story.books.publish_rulebook(
        story.act(FIRST), **a_rulebook(regulations, version, in_force_from=in_force_from)
    )


def proposes(
    story: Story,
    in_force_from: date = date(2021, 1, 1),
    *,
    version: int = 2,
    by: str = FIRST,
    reason: str = "第一版管理费写错",
    regulations: Regulations = STRICTER,
    scope: str = "511703",
) -> None:
    story.books.propose_rulebook(
        story.act(by, scope=scope),
        version=version,
        title="规章",
        document_no="县规2号",
        in_force_from=in_force_from,
        regulations=regulations,
        reason=reason,
    )


def confirms(story: Story, by: str = SECOND, version: int = 2, on: date = MARCH) -> None:
    story.books.confirm_rulebook(story.act(by, on), version=version)


def rulebook(story: Story) -> Rulebook:
    return story.stream(Rulebook, "county")


def test_one_person_does_not_publish_over_judged_facts(story: Story) -> None:
    with refused(story, RulebookReachesBack, version=2, in_force_from="2021-01-01", judged_on=JUDGED_ON):
        publishes(story, day("2021-01-01"))
    with refused(story, RulebookReachesBack, in_force_from="2024-01-10", judged_on="2024-01-10"):
        publishes(story, day("2024-01-10"))


def test_one_person_publishes_on_empty_days(story: Story) -> None:
    publishes(story, day("2024-01-11"))
    publishes(story, day("2001-01-01"), version=3, regulations=ready_rulebook("2001"))
    in_force = rulebook(story).in_force_on
    assert [
        rules.version for on in ("2020-12-31", "2024-01-10", "2024-01-11") if (rules := in_force(day(on)))
    ] == [
        3,
        1,
        2,
    ]


def test_days_between_two_versions_are_empty_when_no_fact_stands_on_them(story: Story) -> None:
    """What begins before facts is ended by a version that begins before them."""
    publishes(story, day("2020-01-01"))
    with refused(story, RulebookReachesBack):
        publishes(story, day("2021-06-01"), version=3)


def test_a_second_person_confirms_and_facts_keep_the_version_that_judged_them(story: Story) -> None:
    proposes(story)
    assert [rules.version for rules in rulebook(story).versions] == [1]
    story.receives(600, 0, "达市财农〔2024〕4号")
    confirms(story)
    story.receives(600, 0, "达市财农〔2024〕5号")
    published = story.books.streams.recorded_facts("rulebook/county")[-1]
    assert isinstance(published, Rulebook.Published)
    assert (published.by, published.proposed_by, published.version) == (SECOND, FIRST, 2)
    assert published.regulations == STRICTER
    versions = [
        story.books.streams.recorded_facts(f"fund/达市财农〔2024〕{number}号")[0].rulebook_version
        for number in (3, 4, 5)
    ]
    assert versions == [1, 1, 2]


def test_who_proposed_does_not_confirm(story: Story) -> None:
    proposes(story)
    with refused(story, PersonOnBothSides, person=FIRST, duty="confirmation", other="drawing up"):
        confirms(story, by=FIRST)


def test_a_confirmation_twice_is_refused_with_both_versions(story: Story) -> None:
    proposes(story)
    confirms(story)
    with refused(story, RulebookOutOfOrder, given=2, next=3):
        confirms(story)
    with refused(story, RulebookNotProposed, version=3):
        confirms(story, version=3)


def test_a_version_published_meanwhile_voids_the_proposal(story: Story) -> None:
    proposes(story)
    publishes(story, day("2025-01-01"), regulations=REGULATIONS)
    with refused(story, RulebookOutOfOrder, given=2, next=3):
        confirms(story)
    with refused(story, RulebookNotProposed, version=3):
        confirms(story, version=3)
    proposes(story, version=3)
    confirms(story, version=3)
    assert [rules.version for rules in rulebook(story).versions] == [1, 2, 3]


def test_one_proposal_waits_at_a_time_and_may_be_withdrawn(story: Story) -> None:
    with refused(story, RulebookNotProposed, version=2):
        story.books.withdraw_rulebook(story.act(FIRST), version=2, reason="误拟")
    proposes(story)
    with refused(story, RulebookProposalOpen, version=2, by=FIRST):
        proposes(story, by=SECOND)
    with refused(story, ReasonMissing):
        story.books.withdraw_rulebook(story.act(FIRST), version=2, reason=" ")
    story.books.withdraw_rulebook(story.act(FIRST), version=2, reason="误拟")
    with refused(story, RulebookNotProposed, version=2):
        confirms(story)
    proposes(story, by=SECOND)
    confirms(story, by=FIRST)


def test_what_is_not_right_is_not_proposed(story: Story) -> None:
    with refused(story, RulebookOutOfOrder, given=3, next=2):
        proposes(story, version=3)
    with refused(story, ReasonMissing):
        proposes(story, reason="")
    with refused(story, PersonalNumber):
        proposes(story, reason="问 13812345678")
    with refused(story, OutsideScope):
        proposes(story, scope="511703101")
    with refused(story, RulebookMisread):
        proposes(story, regulations=replace(STRICTER, fee=replace(STRICTER.fee, source="")))
    proposes(story)
    with refused(story, DatedBeforeFormerStep):
        confirms(story, on=day("2024-02-29"))
    with refused(story, OutsideScope):
        story.books.confirm_rulebook(story.act(SECOND, scope="511703101"), version=2)


# What changes hands


def test_what_differs_is_told_with_both_values() -> None:
    shorter = replace(REGULATIONS, day_limits=REGULATIONS.day_limits[1:])
    assert differences(REGULATIONS, REGULATIONS) == ()
    assert differences(REGULATIONS, STRICTER) == (ChangedParameter("fee.cap_bp", "100", "50"),)
    assert differences(REGULATIONS, shorter) == (
        ChangedParameter("day_limits.pass_down", "省级转下达县级", "—"),
    )


def test_the_second_editions_differ_from_the_first_where_they_say_so() -> None:
    told = {one.where: (one.was, one.becomes) for one in differences(REGULATIONS, ready_rulebook("2021-2"))}
    assert told["payment_schemes.works_2022.stages.progress.share_bp"] == ("8000", "9700")
    assert told["payment_schemes.works_2022.stages.progress.least_bp"] == ("0", "8000")
    assert told["payment_schemes.thirty_fifty_eighty.stages.progress#2.of"] == ("audited", "measured")
    assert told["payment_schemes.roll_after_notice"] == ("—", "到户补助：公示期满一次发放")
    assert told["tender_lines.works.20000000"] == ("—", "有")
    assert told["notices_before.library_entry.project_library.village"] == ("—", "有")
    assert {where.partition(".")[0] for where in told} == {
        "payment_schemes",
        "tender_lines",
        "acceptance_levels",
        "checklists",
        "slip",
        "fund_year",
        "duties_apart",
        "notices_before",
        "posting_day",
        "notice_kinds",
        "spending_items",
        "public_lines",
        "pools",
        "act_limits",
    }
