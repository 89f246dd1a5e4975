"""待付 (payable): many projects, each with two approved claims, one on an account of its own and one on the common one.

Both claims of a project are alike but for the account, so payments on them differ in nothing else.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.rulebook.rulebook import RulesInForce
from projections.journal.database import Database
from scripts.bench.callers import calls_per_second
from scripts.bench.data.multiply import multiply, tag_of
from scripts.bench.data.sample_county import COUNTY, TAG, SampleCounty, publish_rules, two_levels
from scripts.bench.data.sample_works import YUAN
from scripts.demo.claim_path import submit_claim
from scripts.demo.clerk import APPROVER, RECORDER, REVIEWER, Clerk
from scripts.demo.papers import claim_papers
from scripts.demo.project_path import Contract, contract_and_start, enter_library

ESTIMATE_FEN = 900_000 * YUAN
CLAIMED_FEN = 100_000 * YUAN
SIGNED_ON = date(2025, 3, 28)
CLAIMED_ON = SIGNED_ON + timedelta(5)
PAID_ON = SIGNED_ON + timedelta(10)
COMMON_ACCOUNT = "hot"


@dataclass(frozen=True)
class Payable:
    """Approved claims by number: those on the one common account, and those on accounts of their own.

    numbers  each payment takes one.
    """

    database: Database
    hot: tuple[str, ...]
    cold: tuple[str, ...]
    numbers: Iterator[int]


def make_payable(database: Database, seed: int, projects: int) -> Payable:
    """Record one project, multiply it, and give every copy its claim on the common account."""
    env = {"DATABASE_URL": database.url, "BOOKS_SCHEMA": database.schema}
    with closing(Books(env)) as books:
        rules = publish_rules(books)
        common = books.recorder.max_notification_id() or 0
        _record_one(books, rules, seed)
        sample = (books.recorder.max_notification_id() or 0) - common
    multiply(database, common + sample * projects)
    tags = [tag_of(number) for number in range(projects)]
    with closing(Books(env)) as books:
        _open_common_account(books)
        for act in _claims_on_it(books, rules, tags):
            calls_per_second(act, projects)
    hot, cold = (tuple(f"{kind}-{tag}" for tag in tags) for kind in ("hot", "cold"))
    return Payable(database, hot, cold, count())


def _record_one(books: Books, rules: RulesInForce, seed: int) -> None:
    """One project under contract; half of its money is on its account, where an advance is claimed and approved."""
    clerk = Clerk(books, TAG, (rules,))
    county = SampleCounty(clerk, Random(seed))  # noqa: S311 - a seed, no secret
    county.open_account()
    work = county.work(f"{TAG}-1", "works", ESTIMATE_FEN)
    enter_library(clerk, work, date(2024, 10, 8))
    county.receive(_document_no(TAG), ESTIMATE_FEN)
    county.fund(_document_no(TAG), work, ESTIMATE_FEN // 2)
    contract = Contract("样本建筑公司", ESTIMATE_FEN, "inquiry", SIGNED_ON, SIGNED_ON, date(2025, 12, 20))
    contract_and_start(clerk, work, contract, SIGNED_ON + timedelta(3))
    claim_no = f"cold-{TAG}"
    submit_claim(clerk, work, claim_no, "advance", CLAIMED_FEN, CLAIMED_ON, payee=contract.contractor)
    clerk.act(REVIEWER, CLAIMED_ON, books.review_claim, claim_no=claim_no, opinion="资料齐全")
    clerk.act(
        APPROVER, CLAIMED_ON, books.approve_claim, claim_no=claim_no, approved_fen=CLAIMED_FEN, opinion="同意"
    )


def _open_common_account(books: Books) -> None:
    books.open_account(
        Act(by=APPROVER, effective_on=date(2024, 10, 8)),
        code=COMMON_ACCOUNT,
        name="样本县衔接资金专账",
        mode="special_ledger",
        place_code=COUNTY,
        holder_unit="样本县财政局",
        interest_owner="treasury",
    )


def _claims_on_it(books: Books, rules: RulesInForce, tags: list[str]) -> list[Callable[[int], object]]:
    """What each project still needs, step by step: money on the common account, a claim, its review, its approval."""
    sources = two_levels(ESTIMATE_FEN // 2)

    def act(by: str, on: date = CLAIMED_ON) -> Act:
        return Act(by=by, effective_on=on)

    def arrive(number: int) -> None:
        tag = tags[number]
        books.record_cash_arrival(
            act(RECORDER, date(2025, 3, 3)),
            document_no=_document_no(tag),
            allocation_no=f"{tag}-1",
            account_code=COMMON_ACCOUNT,
            voucher_no=f"arrived-{tag}",
            sources=sources,
            amount_fen=ESTIMATE_FEN // 2,
        )

    def submit(number: int) -> None:
        tag = tags[number]
        books.submit_claim(
            act(RECORDER),
            claim_no=f"hot-{tag}",
            purpose_kind="project",
            purpose_code=f"{tag}-1",
            account_code=COMMON_ACCOUNT,
            stage="advance",
            amount_fen=CLAIMED_FEN,
            payee_id=f"f-{tag}-1",
            payee_name="样本建筑公司",
            documents=claim_papers(rules.regulations, "advance", f"hot-{tag}", CLAIMED_FEN, CLAIMED_ON),
        )

    def review(number: int) -> None:
        books.review_claim(act(REVIEWER), claim_no=f"hot-{tags[number]}", opinion="资料齐全")

    def approve(number: int) -> None:
        claim_no = f"hot-{tags[number]}"
        books.approve_claim(act(APPROVER), claim_no=claim_no, approved_fen=CLAIMED_FEN, opinion="同意")

    return [arrive, submit, review, approve]


def payment_of(number: int) -> dict[str, Any]:
    """The body of one small payment; `number` is its own."""
    return {
        "payment_no": f"pay-{number}",
        "voucher_no": f"voucher-{number}",
        "amount_fen": YUAN,
    }


def _document_no(tag: str) -> str:
    return f"示财农〔2024〕{tag}号"
