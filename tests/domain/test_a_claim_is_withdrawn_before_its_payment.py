"""撤回报账: a claim is taken back in every state before its payment; its invoices and its share are free again."""

import pytest

from domain.books.books import Books
from domain.claims.codes import DocumentKind
from domain.claims.invoice import Invoice
from domain.claims.refusals import AboveCeiling, ClaimPaidAlready, ClaimStepOutOfOrder
from domain.keys import invoice_key
from domain.refusal import OutsideScope, UnknownRecord
from domain.rules.refusals import DatedBeforeFormerStep, PersonalNumber, ReasonMissing
from tests.domain.project_papers import (
    ACCOUNT,
    APPROVER,
    PAYER,
    REVIEWER,
    YUAN,
    day,
    papers,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.claims import a_claim

SPRING = day("2024-03-05")
LATER = day("2024-03-06")
ADVANCE = 288_000 * YUAN
"""All that the payment scheme lets be advanced on the contract."""


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money().approved().contracted()


def withdraw(story: Story, claim_no: str, reason: str = "发票开错", scope: str = "") -> None:
    act = story.act(on=LATER, scope=scope) if scope else story.act(on=LATER)
    story.books.withdraw_claim(act, claim_no=claim_no, reason=reason)


def test_a_submitted_claim_is_withdrawn_and_another_brings_its_invoice(story: Story) -> None:
    story.started().measured(600_000 * YUAN, SPRING)
    claim_no = story.submits("progress", 100, SPRING)
    documents = papers("progress", claim_no, 100, SPRING)
    withdraw(story, claim_no)
    assert story.claim(claim_no).withdrawn
    story.books.submit_claim(story.act(on=LATER), **a_claim("BZ-again", "progress", 100, documents))
    story.approves("BZ-again", 100, LATER)
    story.pays("BZ-again", 100, LATER)
    (number,) = (paper.number for paper in documents if paper.kind == DocumentKind.INVOICE)
    with story.books.turn(story.act()) as turn:
        assert turn.get(Invoice, invoice_key(number, "documents")).claim_no == "BZ-again"


def test_a_reviewed_claim_is_withdrawn_and_no_step_follows(story: Story) -> None:
    claim_no = story.submits("advance", ADVANCE, SPRING)
    books = story.books
    books.review_claim(story.act(REVIEWER, SPRING), claim_no=claim_no, opinion="齐全")
    withdraw(story, claim_no)
    approver, reviewer = story.act(APPROVER, LATER), story.act(REVIEWER, LATER)
    with refused(story, ClaimStepOutOfOrder, state="withdrawn", needed="reviewed"):
        books.approve_claim(approver, claim_no=claim_no, approved_fen=1, opinion="同意")
    with refused(story, ClaimStepOutOfOrder, state="withdrawn"):
        books.review_claim(reviewer, claim_no=claim_no, opinion="齐全")
    with refused(story, ClaimStepOutOfOrder, state="withdrawn"):
        books.refuse_claim(reviewer, claim_no=claim_no, reason_code="x", reason="迟了")
    with refused(story, ClaimStepOutOfOrder, state="withdrawn", needed="approved"):
        story.pays(claim_no, 1, LATER, by=PAYER)


def test_what_an_approved_claim_held_of_the_ceiling_is_free_again(story: Story) -> None:
    claim_no = story.submits("advance", ADVANCE, SPRING)
    story.approves(claim_no, ADVANCE, SPRING)
    with refused(story, AboveCeiling, asked_fen=1, paid_fen=ADVANCE, ceiling_fen=ADVANCE):
        story.submits("advance", 1, LATER)
    withdraw(story, claim_no)
    assert (story.claim(claim_no).open_fen, story.claim(claim_no).awaits_payment) == (0, False)
    story.claims_and_is_paid("advance", ADVANCE, LATER)


def test_a_claim_that_is_paid_in_part_is_withdrawn_only_when_all_of_it_came_back(story: Story) -> None:
    claim_no = story.submits("advance", 1_000, SPRING)
    story.approves(claim_no, 900, SPRING)
    payment_no = story.pays(claim_no, 400, SPRING)
    with refused(story, ClaimPaidAlready, claim_no=claim_no, paid_fen=400, approved_fen=900):
        withdraw(story, claim_no)
    story.books.return_payment(
        story.act("u-fund", LATER),
        code=ACCOUNT,
        payment_no=payment_no,
        bank_reference="T-1",
        reason="户名不符",
    )
    withdraw(story, claim_no)
    assert story.claim(claim_no).withdrawn


def test_a_claim_ends_once(story: Story) -> None:
    first, second = (story.submits("advance", 1_000, SPRING) for _ in range(2))
    withdraw(story, first)
    with refused(story, ClaimStepOutOfOrder, state="withdrawn", needed="under way"):
        withdraw(story, first)
    story.books.refuse_claim(
        story.act(REVIEWER, SPRING), claim_no=second, reason_code="wrong", reason="数量不实"
    )
    with refused(story, ClaimStepOutOfOrder, state="refused", needed="under way"):
        withdraw(story, second)


def test_a_withdrawal_says_why_in_its_place_and_after_the_former_step(story: Story) -> None:
    claim_no = story.submits("advance", 1_000, SPRING)
    with refused(story, ReasonMissing):
        withdraw(story, claim_no, " ")
    with refused(story, PersonalNumber):
        withdraw(story, claim_no, "联系人 13812345678")
    with refused(story, OutsideScope):
        withdraw(story, claim_no, scope="350302")
    with refused(story, UnknownRecord):
        withdraw(story, "BZ-none")
    with refused(story, DatedBeforeFormerStep):
        story.books.withdraw_claim(story.act(on=day("2024-03-04")), claim_no=claim_no, reason="发票开错")
