"""Bad business is refused with both figures, and nothing of it is recorded."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.books.desk.act import Receipt
from domain.claims.document import Document
from tests.api.books_over_http import BooksOverHttp, Refused
from tests.api.service import Service
from tests.domain.project_papers import ACCOUNT, APPROVER, FUND, HASH, REVIEWER, YUAN, day, papers
from tests.domain.project_story import Story
from tests.given.claims import a_claim
from tests.sources import levels

CLAIM = "BZ-1"


@pytest.fixture(scope="module")
def story(service: Service) -> Story:
    """A county with money, a started project, an approved claim, and a closed month."""
    told = Story(BooksOverHttp(service))  # type: ignore[arg-type]  # it speaks the words of Books, over HTTP
    told.worked_money().approved().contracted().started()
    claims_an_advance(told, CLAIM, 200_000 * YUAN)
    told.approves(CLAIM, 200_000 * YUAN, day("2024-02-26"))
    told.books.close_period(told.act("u-chief", day("2025-03-01")), month="2023-12")
    return told


def claims_an_advance(story: Story, claim_no: str, amount_fen: int) -> Receipt:
    """Claim an advance with the papers it needs and an invoice, always the same one."""
    on = day("2024-02-26")
    invoice = Document("invoice", "24512000000000000007", HASH, amount_fen, on)
    return story.books.submit_claim(
        story.act(on=on),
        **a_claim(claim_no, "advance", amount_fen, (*papers("advance", claim_no, amount_fen, on), invoice)),
    )


def over_allocation(story: Story) -> object:
    return story.allocates(10_000 * YUAN, 0)


def an_unknown_fund(story: Story) -> object:
    return replace(story, fund="没有的文号").allocates(1, 0)


def a_closed_period(story: Story) -> object:
    act = story.act("u-fund", day("2023-12-31"))
    return story.books.record_interest(
        act,
        code=ACCOUNT,
        voucher_no="V-99",
        amount_fen=1,
        period_from=day("2023-10-01"),
        period_to=day("2023-12-31"),
    )


def a_day_before_the_fund(story: Story) -> object:
    act = story.act("u-fund", day("2024-01-09"))
    return story.books.cut_indicator(
        act, document_no=FUND, decision_no="J", sources=levels(1, 0), amount_fen=1, reason="核减"
    )


def more_than_was_approved(story: Story) -> object:
    return story.pays(CLAIM, 200_000 * YUAN + 1, day("2024-02-27"))


def an_approver_who_pays(story: Story) -> object:
    return story.pays(CLAIM, 200_000 * YUAN, day("2024-02-27"), by=APPROVER)


def progress_before_any_work(story: Story) -> object:
    return story.submits("progress", 1_000 * YUAN, day("2024-03-01"))


def the_last_share_before_acceptance(story: Story) -> object:
    return story.submits("settlement", 1_000 * YUAN, day("2024-03-01"))


def an_acceptor_before_completion(story: Story) -> object:
    return story.passed("village", day("2024-03-02"))


def sources_that_do_not_add_up(story: Story) -> object:
    return story.books.add_to_indicator(
        story.act("u-fund", day("2024-03-01")),
        document_no=FUND,
        decision_no="J-9",
        sources=levels(1, 1),
        amount_fen=3,
        reason="追加",
    )


def an_invoice_that_was_used(story: Story) -> object:
    return claims_an_advance(story, "BZ-again", 1_000 * YUAN)


def the_number_of_a_person(story: Story) -> object:
    return story.books.review_claim(
        story.act(REVIEWER, day("2024-02-28")), claim_no=CLAIM, opinion="经办人 11010519491231002X 已核"
    )


CASES = [
    (over_allocation, 422, "over_allocated", {"asked_fen": 1_000_000, "limit_fen": 600_000}),
    (an_unknown_fund, 404, "unknown_record", {"stream": "fund/没有的文号"}),
    (a_closed_period, 409, "period_closed", {"month": "2023-12"}),
    (a_day_before_the_fund, 422, "fact_before_fund", {"on": "2024-01-09", "received_on": "2024-01-10"}),
    (more_than_was_approved, 409, "claim_overdrawn", {"asked_fen": 20_000_001, "limit_fen": 20_000_000}),
    (an_approver_who_pays, 403, "person_on_both_sides", {"person": APPROVER}),
    (progress_before_any_work, 409, "above_ceiling", {"total_fen": 20_100_000, "ceiling_fen": 0}),
    (the_last_share_before_acceptance, 409, "conditions_not_met", {"stage": "settlement"}),
    (an_acceptor_before_completion, 409, "step_out_of_order", {"needed": "completed"}),
    (sources_that_do_not_add_up, 422, "sources_do_not_add_up", {"sum_fen": 2, "amount_fen": 3}),
    (an_invoice_that_was_used, 409, "invoice_used_before", {}),
    (the_number_of_a_person, 422, "personal_number", {}),
]


@pytest.mark.parametrize(
    ("tries", "status", "code", "figures"), CASES, ids=[case[0].__name__ for case in CASES]
)
def test_bad_business_is_refused_with_its_figures_and_records_nothing(
    service: Service,
    story: Story,
    *,
    tries: Callable[[Story], object],
    status: int,
    code: str,
    figures: dict[str, Any],
) -> None:
    head = service.head()
    with pytest.raises(Refused) as refused:
        tries(story)
    problem = refused.value.problem
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["figures"].items() >= figures.items()
    assert problem["remedy_zh"], "what the caller can do about it"
    assert service.head() == head
