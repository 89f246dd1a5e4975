"""冲销开工、完工: works that had not begun, or were not done, go back while nothing stands on the step."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.books.books import Books
from domain.projects.codes import Phase
from domain.projects.refusals import ProjectNotActive, StepOutOfOrder
from domain.projects.reversal_refusals import CompletionAcceptedUpon, StartMeasuredUpon, StepPaidUpon
from domain.projects.values import Defect
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCEPTORS, ACCOUNT, APPROVER, CODE, HASH, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

MARCH, OCTOBER = day("2024-03-10"), day("2024-10-10")
REASON = "登记有误"


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money().approved().contracted().started()


def reverse_start(story: Story, on: date = MARCH, reason: str = REASON) -> None:
    story.books.reverse_start(story.act(on=on), code=CODE, reason=reason)


def start_again(story: Story, on: date = MARCH) -> None:
    story.books.start_project(story.act(on=on), code=CODE, start_order_no="KG-2", photo_sha256=HASH)


def reverse_completion(story: Story, on: date = OCTOBER, reason: str = REASON) -> None:
    story.books.reverse_completion(story.act(on=on), code=CODE, reason=reason)


def reject(story: Story, *defect_nos: str) -> None:
    defects = tuple(Defect(number, "路肩缺土") for number in defect_nos)
    story.books.reject_acceptance(
        story.act(ACCEPTORS["village"], day("2024-09-10")),
        code=CODE,
        level="village",
        form_no="YS-0",
        acceptors=(ACCEPTORS["village"],),
        defects=defects,
        rectify_by_on=OCTOBER,
    )


def take_payment_back(story: Story, payment_no: str, on: date) -> None:
    story.books.reverse_payment(story.act("u-fund", on), code=ACCOUNT, payment_no=payment_no, reason="误付")


def test_works_that_had_not_begun_start_anew_on_their_day(story: Story) -> None:
    reverse_start(story)
    assert (story.project.phase, story.project.started) == (Phase.CONTRACTED, None)
    start_again(story)
    assert story.project.phase is Phase.STARTED


def test_with_its_start_a_contract_can_go_too(story: Story) -> None:
    reverse_start(story)
    story.books.reverse_contract(story.act(on=MARCH), code=CODE, reason=REASON)
    assert (story.project.phase, story.project.contract_no) == (Phase.APPROVED, "")


def test_persons_who_build_for_themselves_are_approved_again(books: Books) -> None:
    story = Story(books).worked_money(kind="subsidy").approved(kind="subsidy").started()
    reverse_start(story)
    assert story.project.phase is Phase.APPROVED


def test_works_that_were_not_done_are_under_way_again_with_their_measured_work(story: Story) -> None:
    story.measured(900_000 * YUAN).completed()
    reverse_completion(story)
    project = story.project
    assert (project.phase, project.completed, project.measured_fen) == (Phase.STARTED, None, 900_000 * YUAN)
    story.measured(10_000 * YUAN, OCTOBER)
    story.books.complete_project(story.act(on=OCTOBER), code=CODE, report_no="WG-2")
    story.passed("village", OCTOBER)
    assert story.project.levels_passed == ["village"]


def test_neither_is_taken_back_twice(story: Story) -> None:
    story.completed()
    reverse_completion(story)
    with refused(story, StepOutOfOrder, phase="started", needed="completed"):
        reverse_completion(story)
    reverse_start(story, OCTOBER)
    with refused(story, StepOutOfOrder, phase="contracted", needed="started"):
        reverse_start(story, OCTOBER)


def test_a_start_stays_while_work_is_certified_upon_it(story: Story) -> None:
    story.measured(900_000 * YUAN, MARCH)
    (number,) = story.project.certificates
    with refused(story, StartMeasuredUpon, numbers=number, measured_fen=900_000 * YUAN):
        reverse_start(story)
    story.books.reverse_measurement(story.act(on=MARCH), code=CODE, certificate_no=number, reason=REASON)
    reverse_start(story)
    assert story.project.phase is Phase.CONTRACTED


def test_work_of_a_terminated_contract_does_not_stand_on_the_start_of_the_next(story: Story) -> None:
    story.measured(100_000 * YUAN, MARCH)
    story.books.terminate_contract(
        story.act(APPROVER, MARCH),
        code=CODE,
        termination_no="JC-1",
        owed_fen=100_000 * YUAN,
        reason="承包单位违约",
    )
    story.claims_and_is_paid("progress", 100_000 * YUAN, MARCH)
    sign_again(story)
    start_again(story)
    reverse_start(story)
    assert (story.project.phase, story.project.measured_fen) == (Phase.CONTRACTED, 100_000 * YUAN)


def sign_again(story: Story) -> None:
    story.books.contract_project(
        story.act(on=MARCH),
        code=CODE,
        contract_no="HT-2",
        route="open_tender",
        contractor_id="f-other",
        contractor_name="另一施工单位",
        price_fen=800_000 * YUAN,
        signed_on=MARCH,
        ends_on=day("2024-09-30"),
        defect_months=12,
    )


def test_a_start_goes_in_turn_before_its_completion(story: Story) -> None:
    story.completed()
    with refused(story, StepOutOfOrder, phase="completed", needed="started"):
        reverse_start(story, OCTOBER)


def test_a_completion_stays_while_a_level_has_passed_or_a_defect_is_open(story: Story) -> None:
    story.completed()
    reject(story, "1", "2")
    with refused(story, CompletionAcceptedUpon, levels="", open="1,2"):
        reverse_completion(story)
    story.books.rectify_defects(
        story.act(on=day("2024-09-10")),
        code=CODE,
        level="village",
        defect_nos=("1", "2"),
        evidence_sha256=HASH,
    )
    story.passed("village")
    with refused(story, CompletionAcceptedUpon, levels="village", open=""):
        reverse_completion(story)
    story.books.reverse_acceptance(
        story.act(ACCEPTORS["village"], OCTOBER), code=CODE, level="village", reason=REASON
    )
    reverse_completion(story)
    assert story.project.phase is Phase.STARTED


def test_a_start_stays_while_the_advance_that_waited_for_it_is_paid(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2")).approved(scheme="thirty_fifty_eighty")
    story.contracted().started()
    payment_no = story.claims_and_is_paid("advance", 288_000 * YUAN, MARCH)
    with refused(story, StepPaidUpon, asked_fen=288_000 * YUAN, limit_fen=0):
        reverse_start(story)
    take_payment_back(story, payment_no, MARCH)
    reverse_start(story)
    assert story.project.phase is Phase.CONTRACTED


def test_a_start_goes_while_only_an_advance_is_paid_that_did_not_wait_for_it(story: Story) -> None:
    story.claims_and_is_paid("advance", 288_000 * YUAN, MARCH)
    reverse_start(story)
    assert story.project.phase is Phase.CONTRACTED


def test_a_completion_stays_while_the_share_that_waited_for_it_is_paid(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2")).approved(scheme="seventy_thirty")
    story.contracted().started().measured(900_000 * YUAN).completed()
    payment_no = story.claims_and_is_paid("progress", 600_000 * YUAN, OCTOBER)
    with refused(story, StepPaidUpon, asked_fen=600_000 * YUAN, limit_fen=0):
        reverse_completion(story)
    take_payment_back(story, payment_no, OCTOBER)
    reverse_completion(story)
    assert story.project.phase is Phase.STARTED


@pytest.mark.parametrize(
    ("given", "reverse"),
    [(lambda story: story, reverse_start), (lambda story: story.completed(), reverse_completion)],
)
def test_each_says_why_is_not_dated_before_its_step_and_waits_while_the_project_rests(
    story: Story, given: Callable[[Story], object], reverse: Callable[..., None]
) -> None:
    given(story)
    with refused(story, ReasonMissing):
        reverse(story, reason=" ")
    with refused(story, PersonalNumber):
        reverse(story, reason="经办13800138000")
    with refused(story, DatedBeforeFormerStep):
        reverse(story, on=day("2024-02-01"))
    story.books.suspend_project(story.act(APPROVER, OCTOBER), code=CODE, reason="停工", decision_no="县办1号")
    with refused(story, ProjectNotActive):
        reverse(story, on=OCTOBER)
