"""The road of a county's year: from proposal to 97% of its price; the bank returned the advance once."""

from datetime import date

from domain.claims.document import Document
from domain.projects.values import DecisionStep, Defect, Target
from tests.given.accounts import an_entry
from tests.given.claims import a_claim
from tests.given.projects import a_contract, a_proposal, an_acceptance
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT, PROJECT, measure, pay, settle, split

VILLAGE = "511703100201"


def intake(given: GivenBooks) -> None:
    """From the proposal to the library."""
    given.record(
        "project.proposed",
        PROJECT,
        on=date(2024, 1, 5),
        **a_proposal(
            PROJECT,
            name="桥头村道路硬化",
            place_code=VILLAGE,
            implementing_unit="交通局",
            proposer_unit="桥头村委会",
            content="硬化村道 3.2 公里",
            beneficiaries="280 户 862 人",
            estimate_fen=1_000_000_00,
        ),
    )
    given.record(
        "project.village_decided",
        PROJECT,
        on=date(2024, 1, 12),
        checklist="4+2",
        steps=(DecisionStep("representatives", date(2024, 1, 10), 40, 30, 28, None, None, "a1"),),
    )
    given.record("project.reviewed", PROJECT, on=date(2024, 1, 15), level="town", opinion="属实")
    given.record(
        "project.appraised",
        PROJECT,
        on=date(2024, 1, 20),
        unit="农业农村局",
        opinion="可行",
        estimate_fen=995_000_00,
    )
    given.record(
        "project.entered_library",
        PROJECT,
        on=date(2024, 1, 25),
        library_no="XMK-1",
        targets=(Target("length", "硬化里程", "米", 3200),),
    )


def contract(given: GivenBooks) -> None:
    given.record("project.approved", PROJECT, on=date(2024, 3, 2), approval_no="PF1")
    given.record(
        "project.contracted",
        PROJECT,
        on=date(2024, 3, 10),
        **a_contract(
            "HT1",
            950_000_00,
            route="inquiry",
            contractor_id="f-1",
            contractor_name="达川建筑公司",
            signed_on=date(2024, 3, 10),
            awarded_on=None,
            ends_on=date(2024, 9, 1),
        ),
    )
    given.record(
        "project.changed",
        PROJECT,
        on=date(2024, 3, 12),
        change_no="BG1",
        subject="contract",
        plan_change_fen=0,
        sources=(),
        contract_change_fen=10_000_00,
        share_bp=105,
        approval_no="",
        reason="增设涵管",
        text="",
    )
    given.record("project.started", PROJECT, on=date(2024, 3, 15), start_order_no="KG1", photo_sha256="b2")


def claim(given: GivenBooks) -> None:
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


def works(given: GivenBooks) -> None:
    """Measured, paid, completed, accepted, settled, paid up to the retention."""
    measure(given)
    pay(given, 2, "progress", split(192_000_00), date(2024, 6, 10))
    given.record("project.completed", PROJECT, on=date(2024, 8, 1), report_no="WG1")
    acceptance(given)
    settle(given)
    pay(given, 3, "settlement", split(434_031_00), date(2024, 9, 30))


def acceptance(given: GivenBooks) -> None:
    """The village rejects once, then accepts; the county accepts last."""
    given.record(
        "project.acceptance_rejected",
        PROJECT,
        on=date(2024, 8, 5),
        level="village",
        form_no="YS0",
        acceptors=("u-4",),
        defects=(Defect("1", "路肩缺损"),),
        rectify_by_on=date(2024, 8, 20),
    )
    given.record(
        "project.defects_rectified",
        PROJECT,
        on=date(2024, 8, 15),
        level="village",
        defect_nos=("1",),
        evidence_sha256="d4",
    )
    for level, form_no, on, last in (
        ("village", "YS1", date(2024, 8, 16), False),
        ("county", "YS2", date(2024, 9, 1), True),
    ):
        given.record(
            "project.acceptance_passed",
            PROJECT,
            on=on,
            **an_acceptance(level, "u-4", "u-5", form_no=form_no, last_level=last),
        )
