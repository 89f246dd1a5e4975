"""Which notices are owed: at the county alone for the whole county, and again when what met them is withdrawn."""

import dataclasses
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.rulebook.notice_rules import NoticeDuty
from projections.late_notices.fold import PROJECTION as LATE_NOTICES
from projections.late_notices.query import STATES, duties
from projections.ledger.page import fact_of
from projections.reading.paging import Paging
from tests.projections.examples import example_fact
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import FUND
from tests.projections.year.rulebooks import regulations, rules

BASE = {"effective_on", "by", "rulebook_version"}
LEVELS = ("county", "village")


def plain(given: GivenBooks, topic: str, key: str, on: date, **said: Any) -> None:
    """Record a fact of which only what is said matters."""
    fact = example_fact(fact_of(topic), **said)
    values = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
    given.record(topic, key, on=on, **{name: value for name, value in values.items() if name not in BASE})


def allocate(given: GivenBooks, on: date) -> None:
    plain(given, "fund.allocated", FUND, on, allocation_no=f"A{given.position}", sources=())


def draft(given: GivenBooks, number: str, on: date) -> None:
    subject = f"fund/{FUND}"
    said = {"notice_no": number, "kind": "allocation_result", "level": "county", "subject": subject}
    plain(given, "notice.drafted", number, on, **said)


def hang(given: GivenBooks, number: str, on: date) -> None:
    draft(given, number, on)
    plain(given, "notice.posted", number, on, first_day_on=on, recorded_on=None)


def withdraw(given: GivenBooks, number: str, on: date) -> None:
    given.record("notice.withdrawn", number, on=on, reason="金额有误")


def owed(given: GivenBooks, on: date, shown: str) -> str:
    given.follow(LATE_NOTICES)
    with given.look() as cursor:
        return page(duties(cursor, on, Paging(100), states=frozenset(STATES)).rows, shown)


@pytest.fixture
def ruled(given: GivenBooks) -> GivenBooks:
    rules(given)
    return given


def test_a_withdrawn_notice_opens_every_duty_that_it_met(ruled: GivenBooks) -> None:
    allocate(ruled, date(2024, 3, 1))
    hang(ruled, "GS1", date(2024, 3, 4))
    allocate(ruled, date(2024, 3, 4))
    withdraw(ruled, "GS1", date(2024, 3, 5))
    assert owed(ruled, date(2024, 3, 10), "raised_on state notice_no") == block("""
        2024-03-01 | due | -
        2024-03-04 | due | -""")
    hang(ruled, "GS2", date(2024, 3, 11))
    assert owed(ruled, date(2024, 3, 12), "state notice_no") == block("""
        met | GS2
        met | GS2""")


def test_a_notice_that_hung_later_covers_what_a_withdrawn_one_had_met(ruled: GivenBooks) -> None:
    allocate(ruled, date(2024, 3, 1))
    hang(ruled, "GS1", date(2024, 3, 4))
    allocate(ruled, date(2024, 5, 6))
    hang(ruled, "GS2", date(2024, 5, 8))
    withdraw(ruled, "GS1", date(2024, 5, 9))
    assert owed(ruled, date(2024, 5, 10), "raised_on state notice_no posted_on") == block("""
        2024-03-01 | late | GS2 | 2024-05-08
        2024-05-06 | met | GS2 | 2024-05-08""")


def test_a_notice_that_hung_before_covers_nothing_later(ruled: GivenBooks) -> None:
    allocate(ruled, date(2024, 3, 1))
    hang(ruled, "GS1", date(2024, 3, 4))
    allocate(ruled, date(2024, 5, 6))
    hang(ruled, "GS2", date(2024, 5, 8))
    withdraw(ruled, "GS2", date(2024, 5, 9))
    assert owed(ruled, date(2024, 5, 10), "raised_on state notice_no") == block("""
        2024-03-01 | met | GS1
        2024-05-06 | due | -""")


def test_a_withdrawn_draft_changes_no_duty(ruled: GivenBooks) -> None:
    allocate(ruled, date(2024, 3, 1))
    draft(ruled, "GS1", date(2024, 3, 4))
    withdraw(ruled, "GS1", date(2024, 3, 5))
    assert owed(ruled, date(2024, 3, 10), "state notice_no") == "due | -"


@pytest.fixture
def asking_at_two_levels(given: GivenBooks) -> GivenBooks:
    """Rules that ask after an approval and after a roll at the county and in the village."""
    plain_rules = regulations()
    kind = replace(plain_rules.notice_kinds[0], levels=LEVELS)
    asks = {"project_plan": "project.approved", "roll": "roll.drawn_up"}
    kinds = [
        replace(kind, code=code, duties=tuple(NoticeDuty(after, level, 20, "day") for level in LEVELS))
        for code, after in asks.items()
    ]
    rules = replace(plain_rules, notice_kinds=tuple(kinds))
    plain(given, "rulebook.published", "county", date(2024, 1, 1), version=1, regulations=rules)
    return given


@pytest.mark.parametrize(("place_code", "levels"), [("511703", ["county"]), ("511703100201", [*LEVELS])])
def test_no_village_owes_a_notice_of_what_concerns_the_whole_county(
    asking_at_two_levels: GivenBooks, place_code: str, levels: list[str]
) -> None:
    given = asking_at_two_levels
    plain(given, "project.proposed", "P9", date(2024, 2, 1), code="P9", place_code=place_code)
    plain(given, "project.approved", "P9", date(2024, 3, 1))
    assert owed(given, date(2024, 3, 10), "level").splitlines() == levels
    plain(given, "roll.drawn_up", "R9", date(2024, 3, 1), roll_no="R9", project_code="P9")
    assert owed(given, date(2024, 3, 10), "level").splitlines() == levels * 2


def test_what_no_record_placed_is_owed_where_the_rulebook_says(asking_at_two_levels: GivenBooks) -> None:
    plain(asking_at_two_levels, "roll.drawn_up", "R9", date(2024, 3, 1), roll_no="R9", project_code="P9")
    assert owed(asking_at_two_levels, date(2024, 3, 10), "level").splitlines() == [*LEVELS]


def test_nothing_is_owed_of_a_roll_that_was_taken_back(asking_at_two_levels: GivenBooks) -> None:
    given = asking_at_two_levels
    for roll, way_back in (("R8", "roll.withdrawn"), ("R9", "roll.cancelled")):
        plain(given, "roll.drawn_up", roll, date(2024, 3, 1), roll_no=roll, project_code="P9")
        plain(given, way_back, roll, date(2024, 3, 5), reason="名单有误")
    assert owed(given, date(2024, 3, 4), "level state").splitlines() == ["county | due", "village | due"] * 2
    assert owed(given, date(2024, 5, 1), "level") == ""


def test_a_notice_of_a_roll_that_was_taken_back_is_withdrawn_without_being_owed_again(
    asking_at_two_levels: GivenBooks,
) -> None:
    given = asking_at_two_levels
    plain(given, "roll.drawn_up", "R9", date(2024, 3, 1), roll_no="R9", project_code="P9")
    said = {"notice_no": "GS9", "kind": "roll", "level": "village", "subject": "roll/R9"}
    plain(given, "notice.drafted", "GS9", date(2024, 3, 2), **said)
    plain(given, "notice.posted", "GS9", date(2024, 3, 2), first_day_on=date(2024, 3, 2), recorded_on=None)
    plain(given, "roll.withdrawn", "R9", date(2024, 3, 5), reason="名单有误")
    assert owed(given, date(2024, 5, 1), "level state") == "village | met"
    withdraw(given, "GS9", date(2024, 3, 6))
    assert owed(given, date(2024, 5, 1), "level state") == ""
