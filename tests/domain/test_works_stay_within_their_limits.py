"""项目实施: measuring, acceptance, settlement and changes stay inside their limits; a refusal records nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.accounts.refusals import SourceNotArrived
from domain.assets.asset import Asset
from domain.books.books import Books
from domain.money.refusals import SourcesDoNotAddUp
from domain.money.sources import SourceShare
from domain.person import PersonMisread
from domain.projects.acceptance_refusals import (
    AcceptanceOutOfOrder,
    DefectsOpen,
    NotAnOpenDefect,
    TooFewRepresentatives,
)
from domain.projects.codes import Phase
from domain.projects.contract_refusals import (
    ContractCutBelowWork,
    MeasuredAboveContract,
    MeasurementPaid,
    PriceAbovePlan,
    RouteDoesNotFit,
)
from domain.projects.proposal_refusals import ChangeNeedsApproval, PlanNotCovered, SourceOverdrawn
from domain.projects.refusals import ProjectNotActive, ProjectNotSuspended, StepOutOfOrder
from domain.projects.settlement_refusals import DefectPeriodRuns, RetentionAboveCap, SettlementAboveContract
from domain.projects.values import Defect
from domain.refusal import AlreadyRecorded, UnknownRecord
from domain.rules.refusals import (
    CountOutOfRange,
    DatesOutOfOrder,
    NothingGiven,
    NumberUsedTwice,
    PersonOnBothSides,
)
from tests.domain.project_papers import (
    ACCEPTORS,
    APPROVER,
    CODE,
    FUND,
    HASH,
    RECORDER,
    YUAN,
    day,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.projects import a_hand_over, an_acceptance


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money()


def test_measured_work_stays_within_the_contract_and_can_be_reversed_while_unpaid(story: Story) -> None:
    story.approved().contracted().started().measured(600_000 * YUAN)
    with refused(story, MeasuredAboveContract, asked_fen=960_001 * YUAN, limit_fen=960_000 * YUAN):
        story.measured(360_001 * YUAN)
    certificate = next(iter(story.project.certificates))
    with refused(story, NumberUsedTwice, number=certificate):
        story.books.measure_work(
            story.act(), code=CODE, certificate_no=certificate, amount_fen=1, work="同号"
        )
    with refused(story, UnknownRecord):
        story.books.reverse_measurement(story.act(), code=CODE, certificate_no="JL-none", reason="误登")
    paid = story.claims_and_is_paid("progress", 480_000 * YUAN, day("2024-03-05"))
    with refused(story, MeasurementPaid, asked_fen=360_000 * YUAN, limit_fen=72_000 * YUAN):
        story.books.reverse_measurement(story.act(), code=CODE, certificate_no=certificate, reason="误登")
    story.books.reverse_payment(
        story.act("u-fund", day("2024-03-06")), code="ZZ-01", payment_no=paid, reason="误付"
    )
    story.books.reverse_measurement(story.act(), code=CODE, certificate_no=certificate, reason="误登")
    assert story.project.measured_fen == 0


def test_acceptance_goes_level_by_level_with_representatives_and_by_others(story: Story) -> None:
    story.approved().contracted().started().measured(900_000 * YUAN).completed()
    with refused(story, AcceptanceOutOfOrder, level="county", next_level="village"):
        story.passed("county")
    with refused(story, TooFewRepresentatives, present=0, needed=1):
        accept(story, ("u-village",), representatives=0)
    with refused(story, NothingGiven):
        accept(story, ())
    with refused(story, PersonOnBothSides, person=RECORDER):
        accept(story, ("u-village", RECORDER))
    for spelt in ("f-builder", "F-BUILDER", "ｆ-builder", " f-builder "):
        with refused(story, PersonOnBothSides, person="f-builder"):
            accept(story, (spelt,))
    with refused(story, PersonMisread):
        accept(story, ("村民代表",))
    story.accepted()
    with refused(story, StepOutOfOrder, phase="accepted"):
        story.passed("county")
    assert story.project.accepted_on == day("2024-09-10")


def accept(story: Story, acceptors: tuple[str, ...], representatives: int = 1) -> None:
    story.books.pass_acceptance(
        story.act("u-village", day("2024-09-10")),
        code=CODE,
        **an_acceptance("village", *acceptors, representatives=representatives),
    )


def test_defects_are_rectified_before_the_level_passes(story: Story) -> None:
    story.approved().contracted().started().completed().passed("village")
    books, town = story.books, story.act(ACCEPTORS["town"], day("2024-09-10"))
    rejection = {
        "code": CODE,
        "level": "town",
        "form_no": "YS-2",
        "acceptors": (ACCEPTORS["town"],),
        "defects": (Defect("D1", "路肩开裂"), Defect("D2", "标线缺失")),
        "rectify_by_on": day("2024-10-01"),
    }
    for change, kind in (
        ({"defects": ()}, NothingGiven),
        ({"defects": (Defect("D1", "一"), Defect("D1", "二"))}, NumberUsedTwice),
        ({"rectify_by_on": day("2024-09-09")}, DatesOutOfOrder),
        ({"level": "county"}, AcceptanceOutOfOrder),
    ):
        with refused(story, kind):
            books.reject_acceptance(town, **(rejection | change))  # type: ignore[arg-type]  # the form, changed
    books.reject_acceptance(town, **rejection)  # type: ignore[arg-type]  # the form as it stands
    with refused(story, DefectsOpen, open=2):
        story.passed("town", day("2024-09-12"))
    builder = story.act(on=day("2024-09-15"))
    with refused(story, NotAnOpenDefect, given="D3"):
        books.rectify_defects(builder, code=CODE, level="town", defect_nos=("D1", "D3"), evidence_sha256=HASH)
    with refused(story, NothingGiven):
        books.rectify_defects(builder, code=CODE, level="town", defect_nos=(), evidence_sha256=HASH)
    books.rectify_defects(builder, code=CODE, level="town", defect_nos=("D1",), evidence_sha256=HASH)
    with refused(story, DefectsOpen, open=1, numbers="D2"):
        story.passed("town", day("2024-09-16"))
    books.rectify_defects(builder, code=CODE, level="town", defect_nos=("D2",), evidence_sha256=HASH)
    story.passed("town", day("2024-09-16")).passed("county", day("2024-09-17"))
    assert story.project.phase is Phase.ACCEPTED


def test_settlement_and_retention_stay_within_their_limits(story: Story) -> None:
    story.approved().contracted().started().measured(900_000 * YUAN).completed().accepted()
    with refused(story, SettlementAboveContract, asked_fen=960_001 * YUAN, limit_fen=960_000 * YUAN):
        story.settled(960_001 * YUAN)
    with refused(story, RetentionAboveCap, asked_fen=47_000 * YUAN, limit_fen=28_200 * YUAN):
        story.settled(940_000 * YUAN, retention_bp=500)
    for rate_bp in (-1, 10_001):
        with refused(story, CountOutOfRange, given=str(rate_bp), smallest=0, largest=10_000):
            story.settled(940_000 * YUAN, retention_bp=rate_bp)
    story.settled(940_000 * YUAN).handed_over()
    with refused(story, DefectPeriodRuns, on="2025-09-09", release_from_on="2025-09-10"):
        story.books.release_retention(
            story.act(on=day("2025-09-09")), code=CODE, inspection_no="ZB", inspected_on=day("2025-09-09")
        )
    story.released()
    assert story.project.retention_kept_fen == 0


def test_a_settlement_below_the_measured_work_takes_back_payables_first_and_then_the_offset(
    story: Story,
) -> None:
    story.approved().contracted().started()
    story.claims_and_is_paid("advance", 288_000 * YUAN, day("2024-02-26"))
    story.measured(300_000 * YUAN).completed().accepted().settled(200_000 * YUAN)
    project = story.project
    assert sum(project.payable.values()) == 0
    assert sum(project.offset.values()) == 200_000 * YUAN
    assert project.measured_fen == 200_000 * YUAN


def test_changes_beyond_the_share_need_an_approval_also_when_they_come_in_parts(story: Story) -> None:
    story.approved().contracted(900_000 * YUAN).started().measured(500_000 * YUAN)
    change(story, "C1", contract_change_fen=50_000 * YUAN)
    with refused(story, ChangeNeedsApproval, share_bp=1001, limit_bp=1000):
        change(story, "C2", contract_change_fen=-40_001 * YUAN)
    change(story, "C2", contract_change_fen=-40_001 * YUAN, approval_no="县批2号")
    assert story.project.price_fen == 909_999 * YUAN
    with refused(story, ContractCutBelowWork, asked_fen=500_000 * YUAN, limit_fen=499_999 * YUAN):
        change(story, "C3", contract_change_fen=-410_000 * YUAN, approval_no="县批3号")
    with refused(story, PriceAbovePlan):
        change(story, "C3", contract_change_fen=100_000 * YUAN, approval_no="县批3号")
    cut = (SourceShare(FUND, "central", -300_000 * YUAN),)
    with refused(story, SourceOverdrawn, asked_fen=300_000 * YUAN, limit_fen=294_000 * YUAN):
        change(story, "C3", plan_change_fen=-300_000 * YUAN, sources=cut, approval_no="县批3号")
    more = (SourceShare(FUND, "central", 1),)
    with refused(story, PlanNotCovered, asked_fen=594_000 * YUAN + 1):
        change(story, "C3", plan_change_fen=1, sources=more, approval_no="县批3号")
    with refused(story, SourcesDoNotAddUp):
        change(story, "C3", plan_change_fen=2, approval_no="县批3号")


def test_a_contract_is_not_cut_below_what_was_paid(story: Story) -> None:
    story.approved().contracted().started().claims_and_is_paid("advance", 288_000 * YUAN, day("2024-03-01"))
    cut = {"asked_fen": 288_000 * YUAN, "limit_fen": 288_000 * YUAN - 1}
    with refused(story, ContractCutBelowWork, **cut):
        change(story, "C1", contract_change_fen=-672_000 * YUAN - 1, approval_no="县批1号")
    change(story, "C1", contract_change_fen=-672_000 * YUAN, approval_no="县批1号")


def test_a_contract_does_not_grow_past_the_way_it_was_made(books: Books) -> None:
    story = Story(books).opens().receives(6_000_000 * YUAN, 0)
    story.money_arrives(story.allocates(6_000_000 * YUAN, 0), 6_000_000 * YUAN, 0)
    story.approved((SourceShare(FUND, "central", 6_000_000 * YUAN),))
    story.contracted(300_000 * YUAN, route="direct")
    with refused(story, RouteDoesNotFit, route="direct", price_fen=4_300_000 * YUAN):
        change(story, "C1", contract_change_fen=4_000_000 * YUAN, approval_no="县批1号")


def test_an_asset_is_handed_over_once_under_its_number_and_for_money_that_arrived(story: Story) -> None:
    story.approved().contracted().started().measured(900_000 * YUAN).completed().accepted()
    story.settled(900_000 * YUAN)
    hand_over(story, "ZC-1")
    other = replace(story, code="P2", fund="达市财农〔2024〕9号").receives(1_000 * YUAN, 0)
    allocation_no = other.allocates(1_000 * YUAN, 0)
    other.approved((SourceShare(other.fund, "central", 1_000 * YUAN),)).contracted(1_000 * YUAN).started()
    other.measured(1_000 * YUAN).completed().accepted().settled(1_000 * YUAN)
    with refused(story, SourceNotArrived, asked_fen=1_000 * YUAN, limit_fen=0):
        hand_over(other, "ZC-2")
    other.money_arrives(allocation_no, 1_000 * YUAN, 0)
    with refused(story, AlreadyRecorded):
        hand_over(other, " ZC-1 ")
    hand_over(other, "ZC-2")
    assert story.stream(Asset, "ZC-2").exists


def test_money_that_a_handed_over_asset_is_worth_did_arrive(story: Story) -> None:
    story.money_arrives(story.allocates(6_000 * YUAN, 4_000 * YUAN), 6_000 * YUAN, 4_000 * YUAN)
    story.approved().contracted().started().measured(900_000 * YUAN).completed().accepted()
    story.settled(900_000 * YUAN)
    hand_over(story, "ZC-1")
    with refused(story, SourceNotArrived, asked_fen=540_000 * YUAN, limit_fen=6_000 * YUAN):
        reverse_arrival(story, "V-2")
    reverse_arrival(story, "V-4")


def reverse_arrival(story: Story, voucher_no: str) -> None:
    story.reverses_arrival(voucher_no, day("2024-10-11"))


def hand_over(story: Story, asset_no: str) -> None:
    story.books.hand_over_project(story.act(on=day("2024-10-10")), code=story.code, **a_hand_over(asset_no))


def change(story: Story, change_no: str, **fields: object) -> None:
    story.books.change_project(
        story.act(APPROVER),
        code=CODE,
        change_no=change_no,
        subject="contract",
        reason="设计变更",
        **fields,  # type: ignore[arg-type]  # fields by name
    )


def test_a_suspended_project_rests_and_an_ended_one_is_over(story: Story) -> None:
    story.approved().contracted().started()
    books, act = story.books, story.act(APPROVER, day("2024-03-01"))
    with refused(story, ProjectNotSuspended):
        books.resume_project(act, code=CODE, reason="复工", decision_no="J1")
    books.suspend_project(act, code=CODE, reason="汛期", decision_no="J1")
    with refused(story, ProjectNotActive, state="suspended"):
        story.measured(1, day("2024-03-02"))
    with refused(story, ProjectNotActive, state="suspended"):
        books.suspend_project(act, code=CODE, reason="汛期", decision_no="J1")
    books.resume_project(act, code=CODE, reason="复工", decision_no="J2")
    story.measured(1, day("2024-03-02"))
    later = story.act(APPROVER, day("2024-03-02") + timedelta(1))
    books.end_project(later, code=CODE, reason="选址不可行", decision_no="J3")
    for attempt in (books.suspend_project, books.resume_project, books.end_project):
        with refused(story, ProjectNotActive, state="ended"):
            attempt(later, code=CODE, reason="再办", decision_no="J4")


def test_a_settled_project_is_not_ended(story: Story) -> None:
    story.approved().contracted().started().completed().accepted().settled(900_000 * YUAN)
    with refused(story, StepOutOfOrder, phase="settled"):
        story.books.end_project(
            story.act(APPROVER, day("2024-12-01")), code=CODE, reason="不办了", decision_no="J"
        )


def test_no_retention_is_held_that_the_payment_scheme_never_pays_back(books: Books) -> None:
    story = (
        Story(books)
        .worked_money()
        .approved(scheme="seventy_thirty")
        .contracted()
        .started()
        .completed()
        .accepted()
    )
    with refused(story, RetentionAboveCap, asked_fen=9_000 * YUAN, limit_fen=0):
        story.settled(900_000 * YUAN, retention_bp=100)
    story.settled(900_000 * YUAN)
    assert story.project.retention_fen == 0
