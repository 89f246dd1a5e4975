"""报账: what may be claimed when, by whom, up to which figure; a refused claim or payment records nothing."""

from dataclasses import replace
from typing import Any

import pytest

from domain.accounts.refusals import SourceNotArrived
from domain.books.books import Books
from domain.books.parts.claim_ceiling import COMPLETION_NOTICE
from domain.claims.refusals import (
    AboveCeiling,
    AbovePayable,
    ClaimOverdrawn,
    ClaimStepOutOfOrder,
    ConditionsNotMet,
    DocumentsMissing,
    FeeUseNotAllowed,
    InvoicesDoNotCover,
    InvoiceUsedBefore,
    PayeeIsNotContractor,
    StageUnknown,
)
from domain.money.sources import SourceShare
from domain.notices.notice import Notice
from domain.projects.project import Project
from domain.projects.refusals import ProjectNotActive
from domain.refusal import AlreadyRecorded, OutsideScope
from domain.rules.refusals import DatesOutOfOrder, NothingGiven, PersonOnBothSides
from tests.domain.project_papers import (
    ACCOUNT,
    APPROVER,
    CODE,
    FUND,
    PAYER,
    RECORDER,
    REGULATIONS,
    REVIEWER,
    YUAN,
    day,
    papers,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.claims import a_claim

SPRING = day("2024-03-05")
AUTUMN = day("2024-10-08")


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money().approved()


def submit(story: Story, stage: str, amount_fen: int, **changes: Any) -> None:
    """Submit a claim whose form differs in a few fields."""
    claim = a_claim("BZ-x", stage, amount_fen, papers(stage, "BZ-x", amount_fen, SPRING))
    story.books.submit_claim(story.act(on=SPRING), **claim | changes)


def test_the_case_of_chengxiang_paid_above_the_audited_price_without_retention_is_refused(
    books: Books,
) -> None:
    story = Story(books).opens().receives(0, 200_000 * YUAN)
    story.money_arrives(story.allocates(0, 200_000 * YUAN), 0, 200_000 * YUAN)
    story.approved((SourceShare(FUND, "provincial", 200_000 * YUAN),)).contracted(193_036 * YUAN).started()
    story.completed().accepted().settled(191_266 * YUAN).completion_posted()
    with refused(
        story, AboveCeiling, asked_fen=200_000 * YUAN, total_fen=200_000 * YUAN, ceiling_fen=18_552_802
    ):
        story.submits("settlement", 200_000 * YUAN, AUTUMN)
    story.claims_and_is_paid("settlement", 18_552_802, AUTUMN)
    with refused(story, AboveCeiling, asked_fen=1, paid_fen=18_552_802, ceiling_fen=18_552_802):
        story.submits("settlement", 1, AUTUMN)


def test_the_last_share_waits_for_acceptance_settlement_and_the_closed_notice(story: Story) -> None:
    story.contracted().started().measured(900_000 * YUAN).completed()
    with refused(story, ConditionsNotMet, missing="accepted_all, settled, notice_closed"):
        story.submits("settlement", 1, AUTUMN)
    story.accepted().settled(942_300 * YUAN)
    with refused(story, ConditionsNotMet, missing="notice_closed"):
        story.submits("settlement", 1, AUTUMN)
    story.completion_posted(close_on=None)
    with refused(story, ConditionsNotMet, missing="notice_closed"):
        story.submits("settlement", 1, AUTUMN)
    story.books.close_notice(story.act("u-publisher", day("2024-10-03")), notice_no="GG-1")
    with refused(story, DatesOutOfOrder, given="2024-09-09", earliest="2024-09-10"):
        story.submits("settlement", 1, day("2024-09-09"))
    story.submits("settlement", 1, AUTUMN)
    with refused(story, ConditionsNotMet, missing="defect_period_over"):
        story.submits("retention", 1, AUTUMN)


def test_the_desk_knows_the_notices_again_after_it_was_closed(books_env: dict[str, str]) -> None:
    with Books(books_env) as books:
        story = Story(books).worked_money().approved().contracted().started()
        story.completed().accepted().settled(942_300 * YUAN).completion_posted()
    with Books(books_env) as reopened:
        again = Story(reopened, numbers=story.numbers)
        assert [notice.kind for notice in notices(again)] == [COMPLETION_NOTICE]
        again.claims_and_is_paid("settlement", 914_031 * YUAN, AUTUMN)


def notices(story: Story) -> list[Notice]:
    with story.books.turn(story.act()) as turn:
        return story.books.notices.of(turn, story.project)


def test_nothing_is_advanced_before_the_contract_nor_beyond_its_share(story: Story) -> None:
    with refused(story, ConditionsNotMet, missing="contract_signed"):
        story.submits("advance", 1, SPRING)
    story.contracted()
    with refused(story, AboveCeiling, asked_fen=288_000 * YUAN + 1, paid_fen=0, ceiling_fen=288_000 * YUAN):
        story.submits("advance", 288_000 * YUAN + 1, SPRING)
    with refused(story, ConditionsNotMet, missing="started"):
        story.submits("progress", 1, SPRING)
    story.started()
    with refused(story, AboveCeiling, ceiling_fen=0):
        story.submits("progress", 1, SPRING)
    with refused(story, StageUnknown, stage="bonus"):
        story.submits("bonus", 1, SPRING)


def test_two_open_claims_do_not_pass_the_ceiling_together(story: Story) -> None:
    story.contracted()
    first, second = (story.submits("advance", 200_000 * YUAN, SPRING) for _ in range(2))
    story.approves(first, 200_000 * YUAN, SPRING)
    with refused(
        story, AboveCeiling, asked_fen=100_000 * YUAN, paid_fen=200_000 * YUAN, ceiling_fen=288_000 * YUAN
    ):
        story.submits("advance", 100_000 * YUAN, SPRING)
    story.books.review_claim(story.act(REVIEWER, SPRING), claim_no=second, opinion="齐全")
    with refused(story, AboveCeiling, asked_fen=88_001 * YUAN, paid_fen=200_000 * YUAN):
        story.books.approve_claim(
            story.act(APPROVER, SPRING), claim_no=second, approved_fen=88_001 * YUAN, opinion="同意"
        )
    story.books.approve_claim(
        story.act(APPROVER, SPRING), claim_no=second, approved_fen=88_000 * YUAN, opinion="核减"
    )
    story.pays(first, 200_000 * YUAN, SPRING)
    story.pays(second, 88_000 * YUAN, SPRING)
    assert sum(story.account.paid_for(("project", CODE), "advance").values()) == 288_000 * YUAN


def test_a_claim_brings_its_papers_and_each_invoice_counts_once(story: Story) -> None:
    story.contracted().started().measured(600_000 * YUAN, SPRING)
    complete = papers("progress", "BZ-x", 100, SPRING)
    with refused(story, DocumentsMissing, missing="invoice、measurement_certificate"):
        submit(story, "progress", 100, documents=complete[:1])
    with refused(story, InvoicesDoNotCover, asked_fen=101, limit_fen=100):
        submit(story, "progress", 101, documents=complete)
    with refused(story, DatesOutOfOrder):
        submit(story, "progress", 100, documents=(replace(complete[0], issued_on=AUTUMN), *complete[1:]))
    with refused(story, InvoiceUsedBefore):
        submit(story, "progress", 100, documents=(*complete, complete[1]))
    with refused(story, PayeeIsNotContractor, payee_id="f-other"):
        submit(story, "progress", 100, payee_id="f-other")
    with refused(story, OutsideScope):
        story.books.submit_claim(
            story.act(on=SPRING, scope="350302"), **a_claim("BZ-x", "progress", 100, complete)
        )
    submit(story, "progress", 100, documents=complete)
    with refused(story, AlreadyRecorded):
        submit(story, "progress", 100, documents=complete)
    with refused(story, InvoiceUsedBefore, number="BZ-x-invoice", claim_no="BZ-x"):
        submit(story, "progress", 100, claim_no="BZ-y", documents=complete)
    story.books.refuse_claim(
        story.act(REVIEWER, SPRING), claim_no="BZ-x", reason_code="wrong_quantity", reason="数量不实"
    )
    submit(story, "progress", 100, claim_no="BZ-y", documents=complete)
    assert story.claim("BZ-x").refused


def test_the_last_share_waits_for_a_completion_notice_that_hung_after_the_acceptance(story: Story) -> None:
    story.contracted()
    story.drafted("GG-0", "completion", Project.id_of(CODE), day("2024-02-20"))
    story.posted("GG-0", day("2024-02-21"))
    story.books.close_notice(story.act("u-publisher", day("2024-03-04")), notice_no="GG-0")
    story.started().measured(942_300 * YUAN, SPRING).completed().accepted().settled(942_300 * YUAN)
    with refused(story, ConditionsNotMet):
        story.submits("settlement", 100, AUTUMN)
    story.completion_posted()
    story.submits("settlement", 100, AUTUMN)


def test_the_rulebook_that_planned_a_project_judges_its_payment_scheme(story: Story) -> None:
    story.contracted().started()
    without = tuple(scheme for scheme in REGULATIONS.payment_schemes if scheme.code != "works_2022")
    story.publishes_again(replace(REGULATIONS, payment_schemes=without), day("2021-01-01"), SPRING)
    story.claims_and_is_paid("advance", 288_000 * YUAN, SPRING)
    story.measured(942_300 * YUAN, SPRING).completed().accepted().settled(942_300 * YUAN)
    assert story.project.retention_fen > 0


def test_submitter_reviewer_approver_and_payer_are_kept_apart(story: Story) -> None:
    story.contracted()
    claim_no = story.submits("advance", 1000, SPRING)
    books = story.books
    with refused(story, ClaimStepOutOfOrder, state="submitted", needed="reviewed"):
        books.approve_claim(story.act(APPROVER, SPRING), claim_no=claim_no, approved_fen=1, opinion="同意")
    with refused(story, PersonOnBothSides, person=RECORDER, other="submission"):
        books.review_claim(story.act(RECORDER, SPRING), claim_no=claim_no, opinion="自审")
    with refused(story, PersonOnBothSides, person=RECORDER):
        books.refuse_claim(story.act(RECORDER, SPRING), claim_no=claim_no, reason_code="x", reason="自退")
    with refused(story, NothingGiven):
        books.refuse_claim(story.act(REVIEWER, SPRING), claim_no=claim_no, reason_code="x", reason=" ")
    books.review_claim(story.act(REVIEWER, SPRING), claim_no=claim_no, opinion="齐全")
    with refused(story, PersonOnBothSides, person=RECORDER):
        books.approve_claim(story.act(RECORDER, SPRING), claim_no=claim_no, approved_fen=1, opinion="自批")
    with refused(story, ClaimOverdrawn, asked_fen=1001, limit_fen=1000):
        books.approve_claim(story.act(APPROVER, SPRING), claim_no=claim_no, approved_fen=1001, opinion="多批")
    with refused(story, ClaimStepOutOfOrder, state="reviewed", needed="approved"):
        story.pays(claim_no, 1, SPRING)
    books.approve_claim(story.act(APPROVER, SPRING), claim_no=claim_no, approved_fen=900, opinion="核减")
    for person, other in ((RECORDER, "submission"), (APPROVER, "claim approval")):
        with refused(story, PersonOnBothSides, person=person, other=other):
            story.pays(claim_no, 1, SPRING, by=person)
    with refused(story, ClaimOverdrawn, asked_fen=901, limit_fen=900):
        story.pays(claim_no, 901, SPRING)
    story.pays(claim_no, 400, SPRING)
    story.pays(claim_no, 500, SPRING)
    with refused(story, ClaimOverdrawn, asked_fen=1, limit_fen=0):
        story.pays(claim_no, 1, SPRING)
    with refused(story, ClaimStepOutOfOrder, state="paid"):
        books.refuse_claim(story.act(REVIEWER, SPRING), claim_no=claim_no, reason_code="x", reason="迟了")


def test_what_the_bank_returns_or_the_payee_refunds_may_be_paid_again(story: Story) -> None:
    story.contracted()
    claim_no = story.submits("advance", 1001, SPRING)
    story.approves(claim_no, 1001, SPRING)
    bank = story.act("u-fund", SPRING)
    first = story.pays(claim_no, 1001, SPRING)
    story.books.return_payment(bank, code=ACCOUNT, payment_no=first, bank_reference="T-1", reason="户名不符")
    assert story.claim(claim_no).open_fen == 1001
    second = story.pays(claim_no, 1001, SPRING)
    story.books.record_refund(
        bank, code=ACCOUNT, refund_no="R-1", payment_no=second, amount_fen=500, reason="多付"
    )
    assert story.claim(claim_no).open_fen == 500
    story.pays(claim_no, 500, SPRING)
    assert sum(story.account.paid_for(("project", CODE), "advance").values()) == 1001


def test_a_project_at_rest_is_not_paid_and_a_source_pays_only_what_arrived(books: Books) -> None:
    story = Story(books).opens().receives(600_000 * YUAN, 400_000 * YUAN)
    allocation = story.allocates(594_000 * YUAN, 396_000 * YUAN)
    story.money_arrives(allocation, 594_000 * YUAN, 1 * YUAN)
    story.approved().contracted()
    claim_no = story.submits("advance", 288_000 * YUAN, SPRING)
    story.approves(claim_no, 288_000 * YUAN, SPRING)
    with refused(story, SourceNotArrived, asked_fen=115_200 * YUAN, limit_fen=1 * YUAN):
        story.pays(claim_no, 288_000 * YUAN, SPRING)
    books.suspend_project(story.act(APPROVER, SPRING), code=CODE, reason="汛期", decision_no="J1")
    with refused(story, ProjectNotActive, state="suspended"):
        story.pays(claim_no, 1, SPRING)


def test_nothing_is_paid_beyond_what_works_made_payable(story: Story) -> None:
    story.contracted().started()
    story.measured(100_000 * YUAN, SPRING)
    story.claims_and_is_paid("progress", 80_000 * YUAN, SPRING)
    story.claims_and_is_paid("advance", 208_000 * YUAN, SPRING)
    story.measured(200_000 * YUAN, SPRING).completed().accepted().settled(300_000 * YUAN).completion_posted()
    # The advance is offset by the second certificate, so only 20,000 of the first are owed, less the retention.
    claim_no = story.submits("settlement", 3_000 * YUAN, AUTUMN)
    story.approves(claim_no, 3_000 * YUAN, AUTUMN)
    story.pays(claim_no, 3_000 * YUAN, AUTUMN)
    with refused(story, AboveCeiling, asked_fen=1, paid_fen=291_000 * YUAN, ceiling_fen=291_000 * YUAN):
        story.submits("settlement", 1, AUTUMN)


def test_an_approved_claim_is_not_paid_when_its_certificate_was_reversed(story: Story) -> None:
    story.contracted().started().measured(400_000 * YUAN, SPRING)
    certificate = next(iter(story.project.certificates))
    claim_no = story.submits("progress", 320_000 * YUAN, SPRING)
    story.approves(claim_no, 320_000 * YUAN, SPRING)
    story.books.reverse_measurement(
        story.act(on=SPRING), code=CODE, certificate_no=certificate, reason="误登"
    )
    with refused(story, AboveCeiling, ceiling_fen=0):
        story.pays(claim_no, 320_000 * YUAN, SPRING)


def test_the_fee_pays_for_listed_things_only_and_comes_from_what_is_held(books: Books) -> None:
    story = Story(books).opens().receives(600_000 * YUAN, 400_000 * YUAN)
    allocation = story.allocates(6_000 * YUAN, 4_000 * YUAN, purpose=("fee", ""))
    story.money_arrives(allocation, 6_000 * YUAN, 4_000 * YUAN)
    fee = ("fee", "")
    with refused(story, FeeUseNotAllowed, fee_use="travel"):
        story.submits("fee", 1, SPRING, purpose=fee, fee_use="travel")
    with refused(story, StageUnknown, stage="progress"):
        story.submits("progress", 1, SPRING, purpose=fee, fee_use="design")
    claim_no = story.submits(
        "fee", 10_001 * YUAN, SPRING, purpose=fee, fee_use="design", payee_id="f-designer"
    )
    story.approves(claim_no, 10_001 * YUAN, SPRING)
    with refused(story, SourceNotArrived, asked_fen=10_001 * YUAN, limit_fen=10_000 * YUAN):
        story.pays(claim_no, 10_001 * YUAN, SPRING)
    payment_no = story.pays(claim_no, 5_000 * YUAN, SPRING)
    paid = story.account.payment(payment_no).fact
    assert (paid.year, paid.budget_code) == (2024, "2130504")
    assert paid.sources == (
        SourceShare(FUND, "central", 3_000 * YUAN),
        SourceShare(FUND, "provincial", 2_000 * YUAN),
    )
    assert paid.by == PAYER
    assert story.claim(claim_no).documents == papers("fee", claim_no, 10_001 * YUAN, SPRING)


def test_a_share_of_the_contract_is_not_paid_before_work_was_certified(books: Books) -> None:
    story = Story(books).worked_money().approved(scheme="seventy_thirty").contracted().started().completed()
    claim_no = story.submits("progress", 672_000 * YUAN, AUTUMN)
    story.approves(claim_no, 672_000 * YUAN, AUTUMN)
    with refused(story, AbovePayable, asked_fen=672_000 * YUAN, limit_fen=0):
        story.pays(claim_no, 672_000 * YUAN, AUTUMN)


def test_a_town_claims_for_its_project_and_only_the_county_pays_from_the_county_account(story: Story) -> None:
    story.contracted()
    town = replace(story.act(on=SPRING), scope="511703101")
    story.books.submit_claim(
        town, **a_claim("BZ-town", "advance", 100, papers("advance", "BZ-town", 100, SPRING))
    )
    story.approves("BZ-town", 100, SPRING)
    with refused(story, OutsideScope, place_code="511703", scope="511703101"):
        story.books.pay_claim(
            replace(town, by=PAYER), claim_no="BZ-town", payment_no="FK-t", voucher_no="V-t", amount_fen=100
        )
    with refused(story, OutsideScope, scope="511703102"):
        story.books.review_claim(
            replace(town, by=REVIEWER, scope="511703102"), claim_no="BZ-town", opinion="齐全"
        )
    story.pays("BZ-town", 100, SPRING)
