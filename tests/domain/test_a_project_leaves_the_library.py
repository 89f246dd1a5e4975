"""出库: a project leaves the library with a reason; its plan falls, and its money goes back to the pool."""

from datetime import date

import pytest

from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.refusals import PlanLosesItsMoney, RecoveryAboveSaving
from domain.projects.codes import Phase
from domain.projects.proposal_refusals import PlanNotCovered
from domain.projects.refusals import ProjectOwes, StepOutOfOrder
from domain.projects.reversal_refusals import StepClaimedUpon
from domain.projects.values import Target
from domain.rules.refusals import ReasonMissing
from tests.domain.project_papers import APPROVER, CODE, FUND, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import APRIL, MARCH, ROLL, draw_up, household_story, line, paid

BOTH = (594_000 * YUAN, 396_000 * YUAN)
POOL = {"central": 600_000 * YUAN, "provincial": 400_000 * YUAN}


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).opens().receives(600_000 * YUAN, 400_000 * YUAN)


def leave(story: Story, on: date = MARCH, reason: str = "选址不符") -> None:
    story.books.leave_library(story.act(APPROVER, on), code=CODE, decision_no="县办2号", reason=reason)


def take_back(story: Story, on: date = MARCH) -> None:
    story.takes_allocation_back("A-1", *BOTH, on=on)


def recover(story: Story, on: date = MARCH) -> None:
    story.recovers("SH-1", *BOTH, on=on)


def fund_of(story: Story) -> Fund:
    return story.stream(Fund, FUND)


@pytest.mark.parametrize("known", [False, True])
def test_what_was_allocated_to_a_project_that_never_enters_goes_back_to_the_pool(
    story: Story, *, known: bool
) -> None:
    if known:
        story.proposed()
    story.allocates(*BOTH)
    take_back(story)
    assert fund_of(story).unallocated.levels == POOL


def test_what_arrived_for_a_project_that_never_enters_is_recovered(story: Story) -> None:
    story.proposed()
    story.money_arrives(story.allocates(*BOTH), *BOTH)
    recover(story)
    assert story.account.balance_fen == 0
    assert fund_of(story).recovered.levels == dict(zip(POOL, BOTH, strict=True))


def test_a_project_that_leaves_needs_its_money_no_more(story: Story) -> None:
    story.allocates(*BOTH)
    story.approved()
    with refused(story, PlanLosesItsMoney, asked_fen=BOTH[0], limit_fen=0):
        take_back(story)
    leave(story)
    project = story.project
    assert (project.phase, project.plan_fen, project.plan, project.targets) == (Phase.APPRAISED, 0, {}, ())
    take_back(story)
    assert fund_of(story).unallocated.levels == POOL
    with refused(story, StepOutOfOrder, phase="appraised", needed="planned"):
        story.books.approve_project(story.act(APPROVER, MARCH), code=CODE, approval_no="P-2")


def test_what_arrived_for_a_project_that_leaves_is_recovered(story: Story) -> None:
    story.money_arrives(story.allocates(*BOTH), *BOTH)
    story.approved()
    with refused(story, RecoveryAboveSaving, asked_fen=BOTH[0], limit_fen=0):
        recover(story)
    leave(story)
    recover(story)
    assert story.account.balance_fen == 0


def test_a_project_that_left_enters_anew_and_is_planned_with_money_of_its_own(story: Story) -> None:
    story.allocates(*BOTH)
    story.in_library()
    leave(story, day("2024-01-30"))
    take_back(story, day("2024-01-30"))
    story.books.enter_library(
        story.act("u-reviewer", day("2024-02-01")),
        code=CODE,
        library_no="K-2",
        targets=(Target("length", "硬化里程", "米", 1800),),
    )
    with refused(story, PlanNotCovered, asked_fen=BOTH[0], limit_fen=0):
        story.planned()
    story.allocates(*BOTH, on=day("2024-02-01"))
    story.planned()
    assert story.project.phase is Phase.PLANNED


def test_a_project_leaves_once_before_its_contract_and_says_why(story: Story) -> None:
    story.allocates(*BOTH)
    story.approved()
    with refused(story, ReasonMissing):
        leave(story, reason=" ")
    story.contracted()
    with refused(story, StepOutOfOrder, phase="contracted", needed="in library"):
        leave(story)
    story.books.reverse_contract(story.act(on=MARCH), code=CODE, reason="合同有误")
    leave(story)
    with refused(story, StepOutOfOrder, phase="appraised", needed="in library"):
        leave(story)


def test_a_project_that_pays_persons_does_not_leave(books: Books) -> None:
    story = household_story(books)
    draw_up(story, (line(1),))
    with refused(story, ProjectOwes, rolls=ROLL):
        leave(story)
    paid(story)
    books.close_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    with refused(story, StepClaimedUpon, step="library entry", under_way_fen=0, paid_fen=1_000 * YUAN):
        leave(story, APRIL)
