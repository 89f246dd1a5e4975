"""合同解除: a contract on which work or money stands ends with what it owes; once that is paid, another is signed."""

from datetime import date

import pytest

from domain.books.books import Books
from domain.claims.refusals import AboveCeiling, PayeeIsNotContractor, StageUnknown
from domain.projects.codes import Phase
from domain.projects.contract_refusals import MeasuredAboveContract, PriceAbovePlan
from domain.projects.refusals import StepOutOfOrder
from domain.projects.reversal_refusals import StepClaimedUpon
from domain.projects.termination_refusals import (
    AdvanceNotWorkedOff,
    CertificateOfTerminatedContract,
    FormerContractOwed,
    LevelsPassed,
    OwedDiffers,
    SettlementBelowTerminated,
)
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import NumberUsedTwice, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCOUNT, APPROVER, CODE, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.projects import a_contract

MAY, JUNE, JULY = day("2024-05-06"), day("2024-06-03"), day("2024-07-01")
SECOND = "f-second"
OWED_FEN = 62_000 * YUAN


@pytest.fixture
def story(books: Books) -> Story:
    """288,000 yuan of advance paid, 500,000 measured, 150,000 of progress paid: 62,000 are owed."""
    story = Story(books).worked_money(ready_rulebook("2021-2"))
    story.approved().contracted().started()
    story.claims_and_is_paid("advance", 288_000 * YUAN, MAY)
    story.measured(500_000 * YUAN, MAY)
    story.claims_and_is_paid("progress", 150_000 * YUAN, MAY)
    return story


def terminate(story: Story, owed_fen: int = OWED_FEN, on: date = JUNE, reason: str = "承包人违约") -> None:
    story.books.terminate_contract(
        story.act(APPROVER, on), code=CODE, termination_no="JC-1", owed_fen=owed_fen, reason=reason
    )


def contract_anew(story: Story, price_fen: int = 450_000 * YUAN, contract_no: str = "HT-2") -> None:
    story.books.contract_project(
        story.act(on=JULY),
        code=CODE,
        **a_contract(
            contract_no,
            price_fen,
            contractor_id=SECOND,
            contractor_name="第二建设有限公司",
            signed_on=JULY,
            awarded_on=None,
        ),
    )


def start_anew(story: Story) -> None:
    story.books.start_project(story.act(on=JULY), code=CODE, start_order_no="KG-2", photo_sha256="0" * 64)


def pay_owed(story: Story) -> str:
    return story.claims_and_is_paid("progress", OWED_FEN, JUNE)


def claim_second(story: Story, stage: str, amount_fen: int, on: date) -> str:
    claim_no = story.submits(stage, amount_fen, on, payee_id=SECOND)
    story.approves(claim_no, amount_fen, on)
    return story.pays(claim_no, amount_fen, on)


def test_a_contract_ends_with_its_certified_work_as_its_price(story: Story) -> None:
    terminate(story)
    project = story.project
    fact = project.terminated
    assert fact is not None
    assert (fact.price_fen, fact.certified_fen, fact.paid_fen, fact.owed_fen) == (
        960_000 * YUAN,
        500_000 * YUAN,
        438_000 * YUAN,
        OWED_FEN,
    )
    assert sum(share.amount_fen for share in fact.owed) == OWED_FEN
    assert (project.phase, project.price_fen, project.contract_fen) == (Phase.APPROVED, 500_000 * YUAN, 0)


def test_what_is_owed_is_what_the_books_say(story: Story) -> None:
    with refused(
        story,
        OwedDiffers,
        given_fen=60_000 * YUAN,
        owed_fen=OWED_FEN,
        certified_fen=500_000 * YUAN,
        paid_fen=438_000 * YUAN,
    ):
        terminate(story, 60_000 * YUAN)
    with refused(story, ReasonMissing):
        terminate(story, reason="")
    with refused(story, PersonalNumber):
        terminate(story, reason="电话13800138000")


def test_an_advance_beyond_the_work_comes_back_first(books: Books) -> None:
    story = Story(books).worked_money(ready_rulebook("2021-2"))
    story.approved().contracted().started()
    payment_no = story.claims_and_is_paid("advance", 288_000 * YUAN, MAY)
    story.measured(200_000 * YUAN, MAY)
    with refused(story, AdvanceNotWorkedOff, asked_fen=172_800 * YUAN, limit_fen=120_000 * YUAN):
        terminate(story, 0)
    books.record_refund(
        story.act("u-payer", MAY),
        code=ACCOUNT,
        refund_no="TK-1",
        payment_no=payment_no,
        amount_fen=88_000 * YUAN,
        reason="退回预付款",
    )
    terminate(story, 0)
    contract_anew(story, 790_000 * YUAN)
    assert story.project.price_fen == 990_000 * YUAN


def test_a_contract_is_terminated_once_and_before_an_acceptance(story: Story) -> None:
    story.completed().passed("village")
    with refused(story, LevelsPassed, passed=1, levels="village"):
        terminate(story, on=day("2024-09-20"))
    story.books.reverse_acceptance(
        story.act(on=day("2024-09-20")), code=CODE, level="village", reason="未完工"
    )
    terminate(story, on=day("2024-09-20"))
    with refused(story, StepOutOfOrder, phase="approved", needed="contracted"):
        terminate(story, on=day("2024-09-20"))


def test_the_former_contractor_is_paid_what_is_owed_and_nothing_more(story: Story) -> None:
    terminate(story)
    with refused(story, StageUnknown):
        story.submits("advance", 1, JUNE)
    with refused(story, PayeeIsNotContractor):
        story.submits("progress", OWED_FEN, JUNE, payee_id=SECOND)
    with refused(
        story, AboveCeiling, asked_fen=OWED_FEN + 1, paid_fen=438_000 * YUAN, ceiling_fen=500_000 * YUAN
    ):
        story.submits("progress", OWED_FEN + 1, JUNE)
    pay_owed(story)
    assert story.account.available(("project", CODE)) == {
        channel: plan_fen - story.project.measured[channel]
        for channel, plan_fen in story.project.plan.items()
    }


def test_the_project_contracts_anew_within_its_plan_when_the_former_contract_is_paid(story: Story) -> None:
    terminate(story)
    claim_no = story.submits("progress", OWED_FEN, JUNE)
    story.approves(claim_no, OWED_FEN, JUNE)
    story.pays(claim_no, 20_000 * YUAN, JUNE)
    with refused(story, FormerContractOwed, asked_fen=OWED_FEN, limit_fen=20_000 * YUAN):
        contract_anew(story)
    story.pays(claim_no, 42_000 * YUAN, JUNE)
    with refused(story, NumberUsedTwice, number="ＨＴ-1"):
        contract_anew(story, contract_no="ＨＴ-1")
    with refused(story, PriceAbovePlan, asked_fen=490_001 * YUAN, limit_fen=490_000 * YUAN):
        contract_anew(story, 490_001 * YUAN)
    contract_anew(story)
    project = story.project
    assert (project.price_fen, project.contract_fen) == (950_000 * YUAN, 450_000 * YUAN)
    assert (project.contractor_id, project.terminated) == (SECOND, None)


def test_the_second_contract_is_paid_by_its_own_figures_to_the_end(story: Story) -> None:
    terminate(story)
    pay_owed(story)
    contract_anew(story)
    start_anew(story)
    with refused(story, AboveCeiling, asked_fen=135_001 * YUAN, paid_fen=0, ceiling_fen=135_000 * YUAN):
        story.submits("advance", 135_001 * YUAN, JULY, payee_id=SECOND)
    claim_second(story, "advance", 135_000 * YUAN, JULY)
    story.measured(450_000 * YUAN, JULY)
    with refused(story, MeasuredAboveContract, asked_fen=950_001 * YUAN, limit_fen=950_000 * YUAN):
        story.measured(1 * YUAN, JULY)
    with refused(story, AboveCeiling, asked_fen=301_501 * YUAN, paid_fen=135_000 * YUAN):
        story.submits("progress", 301_501 * YUAN, JULY, payee_id=SECOND)
    story.completed().accepted()
    story.books.reverse_acceptance(
        story.act("u-county", day("2024-09-10")), code=CODE, level="county", reason="漏签"
    )
    story.passed("county")
    with refused(
        story,
        SettlementBelowTerminated,
        settlement_fen=499_999 * YUAN,
        terminated_fen=500_000 * YUAN,
    ):
        story.settled(499_999 * YUAN)
    story.settled(940_000 * YUAN).completion_posted()
    assert story.project.retention_fen == 13_200 * YUAN
    claim_second(story, "settlement", (440_000 - 135_000) * YUAN - 13_200 * YUAN, day("2024-10-08"))
    story.handed_over().released()
    claim_second(story, "retention", 13_200 * YUAN, day("2025-09-20"))
    left = story.account.available(("project", CODE))
    assert left == story.project.saving
    assert sum(left.values()) == 50_000 * YUAN


def test_a_second_contract_that_was_recorded_wrongly_is_reversed(story: Story) -> None:
    terminate(story)
    pay_owed(story)
    contract_anew(story)
    story.books.reverse_contract(story.act(on=JULY), code=CODE, reason="合同价有误")
    assert (story.project.phase, story.project.price_fen) == (Phase.APPROVED, 500_000 * YUAN)
    contract_anew(story, 460_000 * YUAN)
    assert story.project.contract_fen == 460_000 * YUAN


def test_a_project_whose_terminated_contract_has_certified_work_stays_in_the_library(story: Story) -> None:
    terminate(story)
    with refused(story, StepClaimedUpon, step="library entry", paid_fen=500_000 * YUAN):
        story.books.leave_library(
            story.act(APPROVER, JUNE), code=CODE, decision_no="县办2号", reason="不再实施"
        )


def test_work_that_a_termination_counted_is_not_reversed(story: Story) -> None:
    terminate(story)
    pay_owed(story)
    contract_anew(story)
    start_anew(story)
    (certificate_no,) = story.project.certificates
    with refused(story, CertificateOfTerminatedContract, certificate_no=certificate_no):
        story.books.reverse_measurement(
            story.act(on=JULY), code=CODE, certificate_no=certificate_no, reason="误登"
        )


def test_a_payment_to_the_former_contractor_that_the_bank_returns_is_paid_again(story: Story) -> None:
    terminate(story)
    claim_no = story.submits("progress", OWED_FEN, JUNE)
    story.approves(claim_no, OWED_FEN, JUNE)
    payment_no = story.pays(claim_no, OWED_FEN, JUNE)
    contract_anew(story)
    story.books.return_payment(
        story.act("u-fund", JULY),
        code=ACCOUNT,
        payment_no=payment_no,
        bank_reference="T-1",
        reason="户名不符",
    )
    story.pays(claim_no, OWED_FEN, JULY)
    assert story.claim(claim_no).paid_fen == OWED_FEN
