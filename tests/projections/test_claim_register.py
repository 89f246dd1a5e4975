"""The claim register: who handled a claim, what it brought, what was paid on it and what came back."""

from datetime import date

from projections.claim_register.fold import PROJECTION
from projections.claim_register.query import ClaimFilter, claim, claims
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.year.claims import claim_advance

ALL = Paging(100)


def test_a_claim_reads_with_its_steps_and_papers(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = claim(cursor, "BZ1")
    assert found is not None
    figures = "state asked_fen approved_fen paid_fen undone_fen submitted_on reviewed_on decided_on"
    assert page([found.total], figures) == (
        "paid | 288,000.00 | 288,000.00 | 576,000.00 | 288,000.00 | 2024-03-16 | 2024-03-18 | 2024-03-19"
    )
    assert page(found.steps, "effective_on kind reference amount_fen text") == block("""
        2024-03-16 | submitted | - | 288,000.00 | -
        2024-03-18 | reviewed | - | 0.00 | 资料齐全
        2024-03-19 | approved | - | 288,000.00 | 同意
        2024-03-20 | paid | ZF1 | 288,000.00 | -
        2024-03-21 | payment_returned | ZF1 | 288,000.00 | 户名不符
        2024-03-22 | paid | ZF11 | 288,000.00 | -""")
    assert (
        page(found.total.documents, "kind number amount_fen issued_on")
        == "invoice | FP1 | 288,000.00 | 2024-03-16"
    )
    assert page(found.invoices, "number claim_no amount_fen used_on released_on") == (
        "FP1 | BZ1 | 288,000.00 | 2024-03-16 | -"
    )


def test_a_payment_that_came_back_opens_the_claim_again(given: GivenBooks) -> None:
    claim_advance(given)
    given.record("claim.payment_refunded", "BZ1", payment_no="ZF11", amount_fen=1_00, reason="多付")
    given.follow(PROJECTION)
    with given.look() as cursor:
        (found,) = claims(cursor, ALL, ClaimFilter(purpose_kind="project", stage="advance")).rows
    assert (found.state, found.paid_fen - found.undone_fen) == ("approved", 287_999_00)


def test_a_withdrawn_claim_says_why_and_keeps_who_approved_it(given: GivenBooks) -> None:
    claim_advance(given)
    given.record("claim.payment_returned", "BZ1", payment_no="ZF11", amount_fen=288_000_00, reason="户名不符")
    given.record("claim.withdrawn", "BZ1", on=date(2024, 3, 25), reason="收款单位有误")
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = claim(cursor, "BZ1")
        assert claims(cursor, ALL, ClaimFilter(state="approved")).rows == ()
    assert found is not None
    figures = "state approved_fen decided_on withdrawn_on withdrawn_reason"
    assert page([found.total], figures) == "withdrawn | 288,000.00 | 2024-03-19 | 2024-03-25 | 收款单位有误"
    assert found.steps[-1].sentence_zh == "撤回报账，原因：收款单位有误"
    assert found.steps[-1].sentence_en.startswith("The claim was withdrawn")


def test_a_refused_claim_says_why_and_frees_its_invoice(given: GivenBooks) -> None:
    claim_advance(given)
    given.record("claim.refused", "BZ1", reason_code="not_in_plan", reason="未列入当年计划")
    given.record("invoice.released", "FP1", claim_no="BZ1", reason="退回报账")
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = claim(cursor, "BZ1")
        assert claims(cursor, ALL, ClaimFilter(state="approved")).rows == ()
        assert claim(cursor, "BZ9") is None
    assert found is not None
    assert (
        page([found.total], "state refused_because refused_reason")
        == "refused | not_in_plan | 未列入当年计划"
    )
    assert found.steps[-1].sentence_zh == "退回报账（not_in_plan），原因：未列入当年计划"
    assert page(found.invoices, "number released_on reason") == "FP1 | 2024-03-01 | 退回报账"


def test_what_a_sheet_proves_stands_until_it_is_taken_back(given: GivenBooks) -> None:
    claim_advance(given)
    given.record(
        "claim.delivery_accepted",
        "BZ1",
        on=date(2024, 3, 25),
        sheet="attendance_sheet",
        sheet_sha256="a1",
        delivered_quantity=86,
        delivered_unit="人次",
        accepted_fen=12_900_00,
    )
    given.follow(PROJECTION)
    figures = "accepted_fen sheet delivered_quantity delivered_unit delivered_on"
    with given.look() as cursor:
        found = claim(cursor, "BZ1")
    assert found is not None
    assert page([found.total], figures) == "12,900.00 | attendance_sheet | 86 | 人次 | 2024-03-25"
    assert page(found.steps[-1:], "kind amount_fen") == "delivery_accepted | 12,900.00"
    given.record("claim.delivery_taken_back", "BZ1", on=date(2024, 3, 26), reason="签到表有误")
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = claim(cursor, "BZ1")
    assert found is not None
    assert page([found.total], figures) == "0.00 | - | 0 | - | -"
    assert found.steps[-1].sentence_zh == "撤销用款验收，原因：签到表有误"
