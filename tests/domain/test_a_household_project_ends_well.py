"""到户项目办结: its rolls closed, accepted where its payment scheme asks for it, its saving free to be recovered."""

import pytest

from domain.books.books import Books
from domain.funds.refusals import RecoveryAboveSaving
from domain.projects.codes import Phase
from domain.projects.refusals import ProjectOwes, StepOutOfOrder
from domain.projects.reversal_refusals import SavingReturned
from domain.rolls.refusals import PaidAgainWithoutReason, RollKindDiffers
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import ReasonMissing
from tests.domain.project_papers import APPROVER, CODE, FUND, HASH, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import APRIL, MARCH, MAY, PURPOSE, ROLL, draw_up, household_story, line, paid

LEVELS = ("central", "provincial")


@pytest.fixture
def story(books: Books) -> Story:
    return household_story(books)


def close_roll(story: Story) -> None:
    story.books.close_roll(story.act(APPROVER, MAY), roll_no=ROLL)


def close_project(story: Story) -> None:
    story.books.close_household_project(story.act(APPROVER, MAY), code=CODE)


def test_a_project_closes_after_its_rolls_and_states_what_each_source_has_over(story: Story) -> None:
    draw_up(story, tuple(line(number) for number in range(1, 46)))
    with refused(story, ProjectOwes, rolls=ROLL):
        close_project(story)
    paid(story, 7)
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason="迁出")
    with refused(story, ProjectOwes, rolls=ROLL):
        close_project(story)
    close_roll(story)
    close_project(story)

    project = story.project
    closed = next(f for f in story.books.events.get(project.id) if isinstance(f, project.HouseholdClosed))
    assert (closed.paid_fen, closed.saving_fen) == (44_000 * YUAN, 6_000 * YUAN)
    assert sum(part.amount_fen for part in closed.saving) == 6_000 * YUAN
    assert project.phase is Phase.CLOSED
    assert (project.settlement_fen, sum(project.saving.values())) == (44_000 * YUAN, 6_000 * YUAN)


def test_a_closed_project_is_closed_once_and_pays_nobody_any_more(story: Story) -> None:
    draw_up(story, (line(1),))
    paid(story)
    close_roll(story)
    close_project(story)
    with refused(story, StepOutOfOrder, phase="closed"):
        close_project(story)
    with refused(story, StepOutOfOrder, phase="closed"):
        draw_up(story, (line(1, person="p-9"),), roll_no="FF-2")


def recover(story: Story, central_fen: int, provincial_fen: int, voucher_no: str = "SH-1") -> None:
    story.recovers(voucher_no, central_fen, provincial_fen, on=MAY)


def test_the_saving_goes_back_to_the_fund_and_so_does_what_a_person_pays_back_later(story: Story) -> None:
    draw_up(story, tuple(line(number) for number in range(1, 46)))
    paid(story)
    central_fen, provincial_fen = (story.account.available(PURPOSE)[FUND, level] for level in LEVELS)
    assert central_fen + provincial_fen == 5_000 * YUAN
    with refused(story, RecoveryAboveSaving):
        recover(story, central_fen, provincial_fen)
    close_roll(story)
    close_project(story)
    recover(story, central_fen, provincial_fen)
    story.books.pay_back_line(
        story.act(PAYER, MAY),
        roll_no=ROLL,
        line_no=3,
        refund_no="TK-1",
        amount_fen=1_000 * YUAN,
        reason="不符合条件",
    )
    central_fen, provincial_fen = (story.account.available(PURPOSE)[FUND, level] for level in LEVELS)
    recover(story, central_fen, provincial_fen, "SH-2")
    assert story.account.balance_fen == 0


def test_where_the_scheme_asks_for_acceptance_a_project_is_not_closed_before_it(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2"), "subsidy")
    story.approved(scheme="house_half_first", kind="subsidy")
    story.books.start_project(story.act(on=MARCH), code=CODE, start_order_no="KG-1", photo_sha256=HASH)
    draw_up(story, (line(1),))
    paid(story)
    close_roll(story)
    with refused(story, PaidAgainWithoutReason, other_roll_no=ROLL, persons="p-1"):
        draw_up(story, (line(1),), roll_no="FF-2")
    with refused(story, StepOutOfOrder, phase="started", needed="accepted"):
        close_project(story)
    story.completed().accepted()
    story.books.close_household_project(story.act(APPROVER, day("2024-10-08")), code=CODE)
    assert story.project.phase is Phase.CLOSED


def reverse_closing(story: Story, reason: str = "漏发一户") -> None:
    story.books.reverse_household_closing(story.act(APPROVER, MAY), code=CODE, reason=reason)


def test_a_closing_is_taken_back_once_and_the_project_pays_on(story: Story) -> None:
    draw_up(story, (line(1),))
    paid(story)
    close_roll(story)
    with refused(story, StepOutOfOrder, phase="approved", needed="closed"):
        reverse_closing(story)
    close_project(story)
    with refused(story, ReasonMissing):
        reverse_closing(story, " ")
    reverse_closing(story)
    project = story.project
    assert (project.phase, project.settlement_fen, project.saving) == (Phase.APPROVED, 0, {})
    with refused(story, StepOutOfOrder, phase="approved", needed="closed"):
        reverse_closing(story)
    draw_up(story, (line(2),), roll_no="FF-2")
    assert story.project.roll_nos == [ROLL, "FF-2"]


def test_a_closing_stays_when_its_saving_went_back(story: Story) -> None:
    draw_up(story, tuple(line(number) for number in range(1, 46)))
    paid(story)
    close_roll(story)
    close_project(story)
    central_fen, provincial_fen = (story.account.available(PURPOSE)[FUND, level] for level in LEVELS)
    recover(story, central_fen, provincial_fen)
    with refused(story, SavingReturned, asked_fen=33_333 * YUAN, limit_fen=33_333 * YUAN - central_fen):
        reverse_closing(story)


def test_only_a_project_of_households_is_closed_so(books: Books) -> None:
    story = household_story(books)
    works = Story(books, on=story.on, code="P2")
    works.in_library()
    with refused(story, RollKindDiffers, kind="works"):
        books.close_household_project(story.act(APPROVER, MAY), code="P2")
