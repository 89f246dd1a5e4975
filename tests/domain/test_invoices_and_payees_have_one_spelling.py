"""一票一报、一人一码: an invoice counts once and a payee is one, however they are spelt."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.claims.document import Document
from domain.claims.refusals import InvoiceUsedBefore
from domain.keys import KeyMisread
from domain.person import PersonMisread
from tests.domain.project_papers import CONTRACTOR, REVIEWER, YUAN, day, papers
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.test_claims_are_paid_for_accepted_work import submit

SPRING = day("2024-03-05")


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money().approved()


@pytest.mark.parametrize(
    "spelt",
    [
        "fp-0012345",
        "ＦＰ００１２３４５",
        "FP 0012345",
        "FP-0012345 ",
        "FP\u00a00012345",
        "00FP0012345",
        "发票FP0012345",
        "发票号码：No.FP-0012345",
        "№FP0012345",
    ],
)
def test_an_invoice_counts_once_however_its_number_is_spelt(story: Story, spelt: str) -> None:
    story.contracted().started().measured(600_000 * YUAN, SPRING)
    others = papers("progress", "BZ-x", 100, SPRING)

    def with_invoice(number: str) -> tuple[Document, ...]:
        return tuple(replace(paper, number=number) if paper.kind == "invoice" else paper for paper in others)

    submit(story, "progress", 100, documents=with_invoice("FP0012345"))
    with refused(story, InvoiceUsedBefore, number=spelt, claim_no="BZ-x"):
        submit(story, "progress", 100, claim_no="BZ-y", documents=with_invoice(spelt))
    submit(story, "progress", 100, claim_no="BZ-y", documents=with_invoice("FP00123456"))
    story.books.refuse_claim(
        story.act(REVIEWER, SPRING), claim_no="BZ-x", reason_code="wrong_quantity", reason="数量不实"
    )
    submit(story, "progress", 100, claim_no="BZ-z", documents=with_invoice(spelt))
    assert spelt in {paper.number for paper in story.claim("BZ-z").documents}


def test_a_number_of_an_invoice_has_letters_or_digits(story: Story) -> None:
    story.contracted().started().measured(600_000 * YUAN, SPRING)
    with refused(story, KeyMisread):
        papers_of = papers("progress", "BZ-x", 100, SPRING)
        nameless = tuple(replace(one, number="发票号码：") for one in papers_of if one.kind == "invoice")
        submit(story, "progress", 100, documents=(*papers_of, *nameless))


def test_the_payee_is_the_contractor_in_one_spelling_of_both(story: Story) -> None:
    story.contracted()
    submit(story, "advance", 100, payee_id=" F-Builder", documents=papers("advance", "BZ-x", 100, SPRING))
    assert story.claim("BZ-x").payee_id == CONTRACTOR
    with refused(story, PersonMisread):
        submit(story, "advance", 100, claim_no="BZ-y", payee_id="宏远")
