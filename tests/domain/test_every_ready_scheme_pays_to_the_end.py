"""付款方案: every scheme of the ready rulebooks pays a project to its end, each row once its conditions hold.

The works cost 960,000 yuan of a plan of 990,000; 500,000 are measured half-way, 940,000 when finished, and 950,000 are
audited.  What is paid in all after each step stands in PAID, to the yuan; one fen more is refused.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest

from domain.books.books import Books
from domain.claims.refusals import AboveCeiling, BelowLeast, ConditionsNotMet, StageUnknown
from domain.projects.refusals import StepOutOfOrder
from domain.rolls.values import RollLine
from domain.rulebook.codes import SCHEME_STAGES
from domain.rulebook.payment_rules import PaymentScheme
from domain.rulebook.ready.ready import READY, ready_rulebook
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.rulebook_is_whole import rulebook_is_whole
from tests.domain.project_papers import APPROVER, CODE, HASH, REVIEWER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import answer, approve, draw_up, post_and_close, send

EDITIONS = tuple(code for code in READY if code.endswith("-3"))


@dataclass(frozen=True)
class Step:
    """What happens before something is asked, and the stage and the day of the claim."""

    happens: Callable[[Story], object]
    stage: str
    on: date


SUBSIDY_HELD_BP = 500
"""4:5:1 holds back at most 10% of the subsidy; here 5%, 49,500 yuan of the plan, since the audit saved 40,000."""


def settled_and_posted(story: Story) -> Story:
    rate_bp = SUBSIDY_HELD_BP if story.project.scheme == "four_five_one" else None
    return story.passed("county").settled(950_000 * YUAN, rate_bp).completion_posted()


STEPS = {
    "contracted": Step(lambda story: story.contracted(), "advance", day("2024-02-21")),
    "started": Step(lambda story: story.started(), "advance", day("2024-02-26")),
    "half done": Step(
        lambda story: story.measured(500_000 * YUAN, day("2024-06-03")), "progress", day("2024-06-04")
    ),
    "completed": Step(
        lambda story: story.measured(440_000 * YUAN, day("2024-08-30")).completed(),
        "progress",
        day("2024-09-02"),
    ),
    "town accepted": Step(
        lambda story: story.passed("village").passed("town"), "progress", day("2024-09-11")
    ),
    "posted": Step(settled_and_posted, "settlement", day("2024-10-08")),
    "period over": Step(lambda story: story.handed_over().released(), "retention", day("2025-09-15")),
}
"""The life of a project, step by step."""

PAID = {
    "four_five_one": {"contracted": 396_000, "completed": 891_000, "posted": 900_500, "period over": 950_000},
    "thirty_rest": {"contracted": 288_000, "posted": 921_500, "period over": 950_000},
    "works_2004": {
        "contracted": 288_000,
        "half done": 450_000,
        "completed": 846_000,
        "posted": 902_500,
        "period over": 950_000,
    },
    "works_2017": {
        "contracted": 288_000,
        "half done": 450_000,
        "completed": 846_000,
        "posted": 921_500,
        "period over": 950_000,
    },
    "works_2022": {
        "contracted": 288_000,
        "half done": 485_000,
        "completed": 911_800,
        "posted": 921_500,
        "period over": 950_000,
    },
    "thirty_fifty_eighty": {
        "started": 288_000,
        "half done": 480_000,
        "town accepted": 752_000,
        "posted": 950_000,
    },
    "seventy_thirty": {"completed": 672_000, "posted": 950_000},
    "seventy_of_audited": {"posted": 210_000},
    "after_acceptance": {"posted": 950_000},
}
"""What is paid in all, in yuan, by scheme and step."""


def claimed_schemes() -> Iterator[tuple[str, PaymentScheme]]:
    for edition in EDITIONS:
        for scheme in ready_rulebook(edition).payment_schemes:
            if scheme.stages[0].stage in {stage.value for stage in SCHEME_STAGES}:
                yield edition, scheme


@pytest.mark.parametrize(
    ("edition", "scheme"), [pytest.param(e, s, id=f"{e} {s.code}") for e, s in claimed_schemes()]
)
def test_a_contract_is_paid_to_its_end(books: Books, edition: str, scheme: PaymentScheme) -> None:
    story = Story(books).worked_money(ready_rulebook(edition)).approved(scheme=scheme.code)
    paid_yuan = 0
    for name, step in STEPS.items():
        if name == "period over" and not scheme.rows("retention"):
            break
        step.happens(story)
        reached_yuan = PAID[scheme.code].get(name, paid_yuan)
        if reached_yuan == paid_yuan:
            continue
        asked_fen = (reached_yuan - paid_yuan) * YUAN
        with refused(story, AboveCeiling, paid_fen=paid_yuan * YUAN, ceiling_fen=reached_yuan * YUAN):
            story.submits(step.stage, asked_fen + 1, step.on)
        story.claims_and_is_paid(step.stage, asked_fen, step.on)
        paid_yuan = reached_yuan
    assert paid_yuan == list(PAID[scheme.code].values())[-1]
    account = story.account
    assert sum(account.available(("project", CODE)).values()) == (990_000 - paid_yuan) * YUAN


# Persons are paid by rolls


LINES = tuple(RollLine(number, f"p-{number}", 1, 20_000 * YUAN, 20_000 * YUAN, "") for number in range(1, 26))


def draws_up(story: Story, roll_no: str, lines: tuple[RollLine, ...], on: date) -> None:
    """Draw up a roll, post it for a week and close the notice."""
    draw_up(story, lines, on, roll_no=roll_no, standard_text="每户20,000元", again_reason="分次付款")
    post_and_close(story, roll_no, f"GS-{roll_no}", on)


def sends(story: Story, roll_no: str, on: date) -> None:
    send(story, f"DF-{roll_no}", roll_no, on)
    answer(story, f"DF-{roll_no}", roll_no=roll_no, on=on)


@pytest.mark.parametrize("edition", EDITIONS)
def test_half_of_a_house_is_paid_once_started_and_the_rest_when_accepted_and_posted(
    books: Books, edition: str
) -> None:
    story = Story(books).worked_money(ready_rulebook(edition), "subsidy")
    story.approved(scheme="house_half_first", kind="subsidy")
    # 24 houses are half of 960,000 yuan and a little less than half of the plan; 25 are more.
    draws_up(story, "FF-1", LINES[:24], day("2024-02-26"))
    with refused(story, ConditionsNotMet, stage="roll", missing="started"):
        approve(story, "FF-1", day("2024-03-05"))
    story.books.start_project(
        story.act(on=day("2024-03-05")), code=CODE, start_order_no="KG-1", photo_sha256=HASH
    )
    approve(story, "FF-1", day("2024-03-06"))
    sends(story, "FF-1", day("2024-03-07"))
    draws_up(story, "FF-2", LINES[:25], day("2024-03-08"))
    with refused(
        story,
        AboveCeiling,
        asked_fen=500_000 * YUAN,
        paid_fen=480_000 * YUAN,
        ceiling_fen=495_000 * YUAN,
    ):
        approve(story, "FF-2", day("2024-03-18"))
    story.completed().accepted()
    with refused(story, AboveCeiling, ceiling_fen=495_000 * YUAN):
        approve(story, "FF-2", day("2024-09-19"))
    story.completion_posted()
    approve(story, "FF-2", day("2024-10-08"))
    sends(story, "FF-2", day("2024-10-09"))
    assert sum(story.account.available(("project", CODE)).values()) == 10_000 * YUAN


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_grant_is_paid_at_once_when_its_notice_has_run(books: Books, edition: str) -> None:
    story = Story(books).worked_money(ready_rulebook(edition), "subsidy")
    story.approved(scheme="roll_after_notice", kind="subsidy")
    draws_up(story, "FF-1", LINES, day("2024-02-26"))
    approve(story, "FF-1", day("2024-03-05"))
    sends(story, "FF-1", day("2024-03-06"))
    assert sum(story.account.available(("project", CODE)).values()) == 490_000 * YUAN
    with refused(story, StageUnknown, stage="advance"):
        story.submits("advance", 1, day("2024-03-07"))


def test_works_do_not_start_without_a_contract(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2")).approved()
    with refused(story, StepOutOfOrder, needed="contracted"):
        story.started()


# The least


def test_a_progress_claim_is_not_cut_below_eighty_percent_of_the_work(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2")).approved(scheme="works_2022")
    story.contracted().started().measured(500_000 * YUAN, day("2024-06-03"))
    on = day("2024-06-04")
    claim_no = story.submits("progress", 450_000 * YUAN, on)
    story.books.review_claim(story.act(REVIEWER, on), claim_no=claim_no, opinion="齐全")
    with refused(
        story,
        BelowLeast,
        approved_fen=400_000 * YUAN - 1,
        paid_fen=0,
        total_fen=400_000 * YUAN - 1,
        least_fen=400_000 * YUAN,
        asked_fen=450_000 * YUAN,
    ):
        story.books.approve_claim(
            story.act(APPROVER, on), claim_no=claim_no, approved_fen=400_000 * YUAN - 1, opinion="核减"
        )
    story.books.approve_claim(
        story.act(APPROVER, on), claim_no=claim_no, approved_fen=400_000 * YUAN, opinion="核减"
    )
    story.pays(claim_no, 400_000 * YUAN, on)


def test_who_asks_for_less_than_the_least_is_given_what_was_asked(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2")).approved(scheme="works_2022")
    story.contracted().started().measured(500_000 * YUAN, day("2024-06-03"))
    story.claims_and_is_paid("progress", 100_000 * YUAN, day("2024-06-04"))
    assert sum(story.account.paid_for(("project", CODE), "progress").values()) == 100_000 * YUAN


def test_a_least_above_its_ceiling_and_a_roll_of_another_base_than_the_plan_are_no_scheme() -> None:
    rules = ready_rulebook("2021-2")
    works, house = rules.scheme("works_2022"), rules.scheme("house_half_first")
    for scheme, change, where in (
        (works, {"least_bp": 3_001}, "payment_schemes.works_2022.advance.least_bp"),
        (house, {"of": "audited"}, "payment_schemes.house_half_first.roll.of"),
    ):
        broken = replace(scheme, stages=(replace(scheme.stages[0], **change),))
        with pytest.raises(RulebookMisread) as misread:
            rulebook_is_whole(replace(rules, payment_schemes=(broken,)))
        assert misread.value.field == where


def test_the_first_editions_stay_as_release_0_1_0_had_them() -> None:
    first, second = ready_rulebook("2021"), ready_rulebook("2021-2")
    assert first.scheme("works_2022").rows("progress")[0].share_bp == 8_000
    assert "direct" in first.routes_for("works", 199_999_999, "infrastructure")
    assert second.scheme("works_2022").rows("progress")[0].least_bp == 8_000
    assert "direct" not in second.routes_for("works", 20_000_000, "infrastructure")
    assert "self_build" in second.routes_for("works", 199_999_999, "infrastructure")
    kept = tuple(replace(kind, figures=()) for kind in second.notice_kinds)
    assert kept[: len(first.notice_kinds)] == first.notice_kinds


def by_scheme(edition: str) -> Mapping[str, PaymentScheme]:
    return {scheme.code: scheme for scheme in ready_rulebook(edition).payment_schemes}


def test_every_scheme_has_its_example() -> None:
    known = {code for edition in EDITIONS for code in by_scheme(edition)}
    assert known == set(PAID) | {"house_half_first", "roll_after_notice"}
