"""报账的路 (the way of a claim) in the demo: handed in with its papers, reviewed, approved, paid."""

from datetime import date

from scripts.demo.clerk import APPROVER, PAYER, RECORDER, REVIEWER, Clerk
from scripts.demo.papers import claim_papers
from scripts.demo.work import Work


def submit_claim(
    clerk: Clerk, work: Work, claim_no: str, stage: str, fen: int, on: date, *, payee: str
) -> None:
    """Hand in a claim with the papers that the rulebook asks for."""
    clerk.act(
        RECORDER,
        on,
        clerk.books.submit_claim,
        claim_no=claim_no,
        purpose_kind="project",
        purpose_code=work.code,
        account_code=work.account_code,
        stage=stage,
        amount_fen=fen,
        payee_id=f"f-{work.code}",
        payee_name=payee,
        documents=claim_papers(work.regulations, stage, claim_no, fen, on),
    )


def approve_claim(clerk: Clerk, claim_no: str, fen: int, on: date) -> None:
    """Review and approve a claim: two persons, neither of them who submitted it."""
    books = clerk.books
    clerk.act(REVIEWER, on, books.review_claim, claim_no=claim_no, opinion="资料齐全")
    clerk.act(APPROVER, on, books.approve_claim, claim_no=claim_no, approved_fen=fen, opinion="同意")


def pay_claim(clerk: Clerk, claim_no: str, fen: int, on: date) -> None:
    """Review, approve and pay a claim: three persons, none of them who submitted it."""
    approve_claim(clerk, claim_no, fen, on)
    clerk.act(
        PAYER,
        on,
        clerk.books.pay_claim,
        claim_no=claim_no,
        payment_no=f"{claim_no}-付",
        voucher_no=f"{claim_no}-凭",
        amount_fen=fen,
    )


def claim_and_pay(clerk: Clerk, work: Work, stage: str, fen: int, on: date, *, payee: str) -> None:
    """One claim of a stage, paid in full on the same day."""
    claim_no = f"演示-报账-{work.code}-{stage}"
    submit_claim(clerk, work, claim_no, stage, fen, on, payee=payee)
    pay_claim(clerk, claim_no, fen, on)
