"""单位用款不切块、不超定额: a unit is given money for a listed item, within the cap of its year."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.claims.spending_refusals import AboveYearCap
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.rulebook_is_whole import rulebook_is_whole
from domain.rules.refusals import SpendingItemNotAllowed
from tests.domain.project_papers import YUAN, day
from tests.domain.refusing import refused
from tests.domain.spending_story import PAID, RULES, UNIT, Spender

BUDGET = 20_000 * YUAN
"""The budget of a work team for a year (阿坝州, 2019)."""
SPENT = 12_000 * YUAN
CAPPED = ready_rulebook("2021-3")


@pytest.fixture
def team(books: Books) -> Spender:
    """A work team that was given 60,000 yuan for its work."""
    story = Spender(books)
    story.opens(CAPPED)
    story.given_for("work_team", 3 * BUDGET, "县农计〔2024〕7号")
    return story


def approved(team: Spender) -> str:
    """A claim of the work team that was posted and approved."""
    claim_no = team.claims("work_team", SPENT)
    team.is_announced(claim_no, "county")
    team.is_approved(claim_no, SPENT)
    return claim_no


def test_a_work_team_claims_no_more_than_the_cap_of_its_year(team: Spender) -> None:
    assert CAPPED.spending_item("work_team").year_cap_fen == BUDGET
    with refused(team, AboveYearCap, asked_fen=BUDGET + 1, limit_fen=BUDGET, where="work_team"):
        team.claims("work_team", BUDGET + 1)
    first = approved(team)
    team.pays(first, SPENT, PAID)
    team.is_delivered(first, SPENT, PAID)
    with refused(team, AboveYearCap, asked_fen=8_000 * YUAN + 1, limit_fen=8_000 * YUAN):
        team.claims("work_team", 8_000 * YUAN + 1, PAID)
    team.claims("work_team", 8_000 * YUAN, PAID)
    team.claims("work_team", BUDGET, day("2025-01-06"))


def test_of_two_claims_within_the_cap_the_second_is_paid_what_is_left_of_it(team: Spender) -> None:
    first, second = approved(team), approved(team)
    team.pays(first, SPENT, PAID)
    team.is_delivered(first, SPENT, PAID)
    with refused(team, AboveYearCap, asked_fen=SPENT, limit_fen=8_000 * YUAN, where="work_team"):
        team.pays(second, SPENT, PAID)
    (payment_no,) = team.claim(first).payments
    team.refunds(payment_no, 4_000 * YUAN)
    team.pays(second, SPENT, PAID)


def test_a_unit_is_given_no_lump_sum(team: Spender) -> None:
    team.receives(100, 0, "县农计〔2024〕8号")
    allowed = ",".join(item.code for item in CAPPED.spending_items if item.paid_for == "unit")
    with refused(team, SpendingItemNotAllowed, spending_item="", allowed=allowed):
        team.allocates(60, 0, UNIT, "县农计〔2024〕8号")
    team.allocates(60, 0, UNIT, "县农计〔2024〕8号", spending_item="training")
    pool = CAPPED.pools[0].code
    team.allocates(40, 0, ("pool", pool), "县农计〔2024〕8号")


def test_a_lump_sum_of_an_older_version_is_spent_on_any_item(books: Books) -> None:
    story = Spender(books)
    story.opens(RULES)
    story.given()
    story.publishes_again(CAPPED, day("2024-03-01"), on=day("2024-03-02"))
    claim_no = story.claims("training", 100)
    story.is_delivered(claim_no, 100)
    story.is_announced(claim_no, "county")
    story.is_approved(claim_no, 100)
    story.pays(claim_no, 100, PAID)


@pytest.mark.parametrize("regime", ["2001", "2011", "2017", "2021"])
def test_the_newest_edition_of_each_regime_lists_what_units_spend_on_and_what_notices_name(
    regime: str,
) -> None:
    rules = ready_rulebook(f"{regime}-3")
    assert {item.paid_for for item in rules.spending_items} == {"unit", "gift"}
    assert rules.must_name_item("unit")
    assert not rules.must_name_item("project")
    named = {kind.code for kind in rules.notice_kinds if kind.figures}
    assert {"allocation_result", "project_plan", "completion", "roll", "unit_spending", "gift_use"} <= named


def test_a_rulebook_asks_for_an_item_only_where_it_lists_some() -> None:
    with pytest.raises(RulebookMisread) as raised:
        rulebook_is_whole(replace(CAPPED, spending_items=()))
    assert raised.value.field == "allocated_item.purpose_kind"
