"""报账 (claims): the bank returned the advance once."""

from datetime import date

from domain.claims.document import Document
from tests.given.accounts import an_entry
from tests.given.claims import a_claim
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT, PROJECT, pay, split


def claim_advance(given: GivenBooks) -> None:
    """The advance: claimed, reviewed, approved, paid, sent back by the bank, paid again."""
    invoice = Document("invoice", "FP1", "c3", 288_000_00, date(2024, 3, 16))
    given.record("project.claim_opened", PROJECT, on=date(2024, 3, 16), claim_no="BZ1", stage="advance")
    given.record(
        "claim.submitted",
        "BZ1",
        on=date(2024, 3, 16),
        **a_claim(
            "BZ1",
            "advance",
            288_000_00,
            (invoice,),
            account_code=ACCOUNT,
            payee_id="f-1",
            payee_name="达川建筑公司",
        ),
    )
    given.record(
        "invoice.used", "FP1", on=date(2024, 3, 16), number="FP1", claim_no="BZ1", amount_fen=288_000_00
    )
    given.record("claim.reviewed", "BZ1", on=date(2024, 3, 18), opinion="资料齐全")
    given.record("claim.approved", "BZ1", on=date(2024, 3, 19), approved_fen=288_000_00, opinion="同意")
    pay_returned_and_again(given)


def pay_claim(given: GivenBooks, number: int, on: date) -> None:
    """Pay the advance."""
    said = {"payment_no": f"ZF{number}", "account_code": ACCOUNT, "amount_fen": 288_000_00}
    given.record("claim.paid", "BZ1", on=on, **said)
    pay(given, number, "advance", split(288_000_00), on)


def pay_returned_and_again(given: GivenBooks) -> None:
    pay_claim(given, 1, date(2024, 3, 20))
    given.record(
        "account.payment_returned",
        ACCOUNT,
        on=date(2024, 3, 21),
        payment_no="ZF1",
        bank_reference="TP1",
        reason="户名不符",
        stage="advance",
        claim_no="BZ1",
        **an_entry(split(288_000_00)),
    )
    given.record(
        "claim.payment_returned",
        "BZ1",
        on=date(2024, 3, 21),
        payment_no="ZF1",
        amount_fen=288_000_00,
        reason="户名不符",
    )
    pay_claim(given, 11, date(2024, 3, 22))


CHAPTERS = {
    140: claim_advance,
}
