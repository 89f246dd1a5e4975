"""冲销: a step of the works that was recorded by mistake goes, the last one first, while nothing stands on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from domain.assets.asset import Asset
from domain.books.books import Books
from domain.projects.codes import Phase
from domain.projects.refusals import ProjectNotActive, StepOutOfOrder
from domain.projects.reversal_refusals import (
    AcceptanceNotTheLast,
    AcceptancePaidUpon,
    SavingReturned,
    SettlementPaidUpon,
    StepClaimedUpon,
)
from domain.refusal import AlreadyRecorded, StreamMoved
from domain.rolls.refusals import RollProjectDiffers
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCEPTORS, ACCOUNT, APPROVER, CODE, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import draw_up, line

SETTLED_FEN = 942_300 * YUAN
RETENTION_FEN = 28_269 * YUAN
OCTOBER, LATER = day("2024-10-10"), day("2025-09-20")
REASON = "登记有误"


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money()


def works(story: Story) -> Story:
    return story.approved().contracted().started().measured(900_000 * YUAN).completed()


def settled(story: Story) -> Story:
    return works(story).accepted().settled(SETTLED_FEN)


def reverse_contract(story: Story, on: date = OCTOBER, reason: str = REASON) -> None:
    story.books.reverse_contract(story.act(on=on), code=CODE, reason=reason)


def reverse_acceptance(story: Story, level: str, on: date = OCTOBER, reason: str = REASON) -> None:
    story.books.reverse_acceptance(story.act(ACCEPTORS[level], on), code=CODE, level=level, reason=reason)


def reverse_settlement(story: Story, on: date = OCTOBER, reason: str = REASON) -> None:
    story.books.reverse_settlement(story.act(on=on), code=CODE, reason=reason)


def settle_again(story: Story, on: date) -> None:
    story.books.settle_project(
        story.act("u-reviewer", on),
        code=CODE,
        audit_no="SJ-2",
        auditor_unit="正信造价咨询",
        settlement_fen=SETTLED_FEN,
    )


def reverse_hand_over(story: Story, on: date = OCTOBER, reason: str = REASON) -> None:
    story.books.reverse_hand_over(story.act(on=on), code=CODE, reason=reason)


def reverse_release(story: Story, on: date = LATER, reason: str = REASON) -> None:
    story.books.reverse_retention_release(story.act(on=on), code=CODE, reason=reason)


def test_every_step_goes_back_and_is_taken_anew(story: Story) -> None:
    settled(story).handed_over().released()
    before = story.project
    phases = []
    for reverse in (reverse_release, reverse_hand_over, reverse_settlement):
        reverse(story, LATER)
        phases.append(story.project.phase)
    assert phases == [Phase.HANDED_OVER, Phase.SETTLED, Phase.ACCEPTED]
    project = story.project
    assert (project.settlement_fen, project.retention_fen, project.measured_fen) == (0, 0, 900_000 * YUAN)
    for level in ("county", "town", "village"):
        reverse_acceptance(story, level, LATER)
    project = story.project
    assert (project.phase, project.levels_passed, project.accepted_on) == (Phase.COMPLETED, [], None)
    assert project.acceptors == set()

    for level in ("village", "town", "county"):
        story.passed(level, LATER)
    settle_again(story, LATER)
    project = story.project
    assert (project.payable, project.offset) == (before.payable, before.offset)
    assert (project.retention, project.saving) == (before.retention, before.saving)


def test_nothing_is_taken_back_twice(story: Story) -> None:
    settled(story).handed_over().released()
    reverse_release(story)
    with refused(story, StepOutOfOrder, phase="handed over", needed="released"):
        reverse_release(story)
    reverse_hand_over(story, LATER)
    with refused(story, StepOutOfOrder, phase="settled", needed="handed over"):
        reverse_hand_over(story, LATER)
    reverse_settlement(story, LATER)
    with refused(story, StepOutOfOrder, phase="accepted", needed="settled"):
        reverse_settlement(story, LATER)
    reverse_acceptance(story, "county", LATER)
    with refused(story, AcceptanceNotTheLast, level="county", last_level="town"):
        reverse_acceptance(story, "county", LATER)


def test_of_two_persons_who_reverse_at_once_one_is_told_that_the_other_was_first(story: Story) -> None:
    settled(story)
    seen = (story.project.id, story.project.version)
    first, second = (replace(story.act(who, OCTOBER), seen=seen) for who in ("u-recorder", "u-reviewer"))
    story.books.reverse_settlement(first, code=CODE, reason=REASON)
    with refused(story, StepOutOfOrder, phase="accepted", needed="settled"):
        story.books.reverse_settlement(second, code=CODE, reason=REASON)
    settle_again(story, OCTOBER)
    with refused(story, StreamMoved, seen_version=seen[1], version=seen[1] + 3):
        story.books.reverse_settlement(second, code=CODE, reason=REASON)


def test_what_was_built_upon_stays(story: Story) -> None:
    settled(story)
    with refused(story, StepOutOfOrder, phase="settled", needed="completed"):
        reverse_acceptance(story, "county")
    story.handed_over()
    with refused(story, StepOutOfOrder, phase="handed over", needed="settled"):
        reverse_settlement(story)
    story.released()
    with refused(story, StepOutOfOrder, phase="released", needed="handed over"):
        reverse_hand_over(story, LATER)
    with refused(story, StepOutOfOrder, phase="released", needed="contracted"):
        reverse_contract(story, LATER)


REVERSALS: list[tuple[Callable[[Story], object], Callable[..., None]]] = [
    (lambda story: story.approved().contracted(), reverse_contract),
    (lambda story: works(story).passed("village"), lambda *a, **k: reverse_acceptance(a[0], "village", **k)),
    (settled, reverse_settlement),
    (lambda story: settled(story).handed_over(), reverse_hand_over),
    (lambda story: settled(story).handed_over().released(), reverse_release),
]


@pytest.mark.parametrize(("given", "reverse"), REVERSALS)
def test_a_reversal_says_why_is_not_dated_before_its_step_and_waits_while_the_project_rests(
    story: Story, given: Callable[[Story], object], reverse: Callable[..., None]
) -> None:
    given(story)
    with refused(story, ReasonMissing):
        reverse(story, reason=" ")
    with refused(story, PersonalNumber):
        reverse(story, reason="经办13800138000")
    with refused(story, DatedBeforeFormerStep):
        reverse(story, on=day("2024-02-01"))
    rest = {"code": CODE, "reason": "停工", "decision_no": "县办1号"}
    story.books.suspend_project(story.act(APPROVER, LATER), **rest)
    with refused(story, ProjectNotActive):
        reverse(story, on=LATER)


def test_acceptances_are_reversed_from_the_last_one_backwards(story: Story) -> None:
    works(story)
    with refused(story, AcceptanceNotTheLast, level="village", last_level=""):
        reverse_acceptance(story, "village")
    story.passed("village").passed("town")
    with refused(story, AcceptanceNotTheLast, level="village", last_level="town"):
        reverse_acceptance(story, "village")
    reverse_acceptance(story, "town")
    assert story.project.acceptors == {ACCEPTORS["village"]}
    story.passed("town", OCTOBER)
    assert story.project.levels_passed == ["village", "town"]


def test_an_acceptance_stays_while_more_is_paid_than_the_scheme_gives_without_it(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2"))
    story.approved(scheme="thirty_fifty_eighty").contracted().started().measured(900_000 * YUAN)
    story.completed().passed("village").passed("town")
    claim_no = story.submits("progress", 600_000 * YUAN, OCTOBER)
    story.approves(claim_no, 600_000 * YUAN, OCTOBER)
    story.pays(claim_no, 480_000 * YUAN, OCTOBER)
    payment_no = story.pays(claim_no, 120_000 * YUAN, OCTOBER)
    with refused(story, AcceptancePaidUpon, asked_fen=600_000 * YUAN, limit_fen=480_000 * YUAN):
        reverse_acceptance(story, "town")
    story.books.reverse_payment(
        story.act("u-fund", OCTOBER), code=ACCOUNT, payment_no=payment_no, reason="误付"
    )
    reverse_acceptance(story, "town")
    assert story.project.levels_passed == ["village"]


def test_a_settlement_stays_while_a_claim_that_waited_for_it_is_under_way_or_paid(story: Story) -> None:
    settled(story).completion_posted()
    claim_no = story.submits("settlement", 10_000 * YUAN, OCTOBER)
    with refused(story, StepClaimedUpon, step="settlement", under_way_fen=10_000 * YUAN, paid_fen=0):
        reverse_settlement(story)
    story.approves(claim_no, 10_000 * YUAN, OCTOBER)
    payment_no = story.pays(claim_no, 4_000 * YUAN, OCTOBER)
    with refused(story, StepClaimedUpon, under_way_fen=6_000 * YUAN, paid_fen=4_000 * YUAN):
        reverse_settlement(story)
    story.books.reverse_payment(
        story.act("u-fund", OCTOBER), code=ACCOUNT, payment_no=payment_no, reason="误付"
    )
    story.books.withdraw_claim(story.act(on=OCTOBER), claim_no=claim_no, reason="结算有误")
    reverse_settlement(story)
    assert story.project.phase is Phase.ACCEPTED


def test_a_settlement_stays_while_what_it_made_payable_is_paid(books: Books) -> None:
    story = settled(Story(books).worked_money(ready_rulebook("2021-2")))
    story.claims_and_is_paid("progress", SETTLED_FEN - RETENTION_FEN, OCTOBER)
    with refused(story, SettlementPaidUpon, asked_fen=25_380 * YUAN):
        reverse_settlement(story)


def test_a_settlement_below_the_measured_work_can_be_taken_back(story: Story) -> None:
    works(story).accepted().settled(890_000 * YUAN)
    reverse_settlement(story)
    assert story.project.measured_fen == 900_000 * YUAN


def test_a_settlement_stays_when_its_saving_went_back(story: Story) -> None:
    settled(story)
    story.recovers("SH-1", 28_620 * YUAN, on=OCTOBER)
    with refused(story, SavingReturned, asked_fen=594_000 * YUAN, limit_fen=565_380 * YUAN):
        reverse_settlement(story)


def test_a_release_stays_while_its_retention_is_claimed_or_paid(story: Story) -> None:
    settled(story).completion_posted().handed_over().released()
    claim_no = story.submits("retention", RETENTION_FEN, LATER)
    with refused(story, StepClaimedUpon, under_way_fen=RETENTION_FEN, paid_fen=0):
        reverse_release(story)
    story.approves(claim_no, RETENTION_FEN, LATER)
    story.pays(claim_no, RETENTION_FEN, LATER)
    with refused(story, StepClaimedUpon, under_way_fen=0, paid_fen=RETENTION_FEN):
        reverse_release(story)


def test_the_number_of_an_asset_is_free_again_when_its_hand_over_goes(story: Story) -> None:
    settled(story).handed_over()
    with refused(story, AlreadyRecorded, stream="asset/ZC-1"):
        story.handed_over()
    reverse_hand_over(story)
    story.handed_over()
    kinds = [type(fact) for fact in story.books.events.get(Asset.id_of("ZC-1"))]
    assert kinds == [Asset.Registered, Asset.RegistrationReversed, Asset.Registered]


def test_a_contract_goes_before_the_start_and_is_recorded_anew_under_its_number(story: Story) -> None:
    story.approved().contracted(930_000 * YUAN)
    reverse_contract(story, day("2024-02-20"))
    project = story.project
    assert (project.phase, project.contract_no, project.price_fen) == (Phase.APPROVED, "", 0)
    story.contracted(960_000 * YUAN)
    assert story.project.price_fen == 960_000 * YUAN
    story.started()
    with refused(story, StepOutOfOrder, phase="started", needed="contracted"):
        reverse_contract(story)


def test_a_contract_stays_while_it_is_claimed_or_paid_upon(story: Story) -> None:
    story.approved().contracted()
    claim_no = story.submits("advance", 288_000 * YUAN, day("2024-02-21"))
    with refused(story, StepClaimedUpon, step="contract", under_way_fen=288_000 * YUAN, paid_fen=0):
        reverse_contract(story)
    story.approves(claim_no, 288_000 * YUAN, day("2024-02-21"))
    story.pays(claim_no, 288_000 * YUAN, day("2024-02-21"))
    with refused(story, StepClaimedUpon, under_way_fen=0, paid_fen=288_000 * YUAN):
        reverse_contract(story)


def test_a_project_of_households_whose_contract_goes_may_be_paid_by_a_roll(books: Books) -> None:
    story = Story(books).worked_money(kind="subsidy")
    story.approved(kind="subsidy").contracted(route="self_build")
    with refused(story, RollProjectDiffers):
        draw_up(story, (line(1),))
    reverse_contract(story)
    draw_up(story, (line(1),))
    assert story.project.roll_nos == ["FF-1"]
