"""报账与付款 (claims): what the road is paid at each stage, and what the unit claims; some payments come back."""

from collections.abc import Iterator

from api.story.notices import PHONE, posted
from api.story.step import COUNTY, REVIEWER, ROAD, Said, Step, step, texts

INVOICE = "invoice"


def papers(claim_no: str, on: str, invoice_fen: int, *kinds: str) -> list[Said]:
    """Say the papers of a claim; an invoice has a number and an amount, the others have none."""
    invoice_no = f"255120000000{claim_no.removeprefix('BZ-').replace('-', '')}"
    return [
        {
            "kind": kind,
            "number": invoice_no if kind == INVOICE else "",
            "sha256": "",
            "amount_fen": invoice_fen if kind == INVOICE else 0,
            "issued_on": on,
        }
        for kind in kinds
    ]


def examined(claim_no: str, review_on: str, approve_on: str, fen: int) -> Iterator[Step]:
    """Review a claim and approve it in full."""
    yield step("review_claim", review_on, by=REVIEWER, claim_no=claim_no)
    yield step("approve_claim", approve_on, claim_no=claim_no, approved_fen=fen, opinion="同意支付")


def paid(claim_no: str, on: str, payment_no: str, fen: int) -> Step:
    """Pay a claim; the voucher has the number of the payment."""
    return step(
        "pay_claim",
        on,
        claim_no=claim_no,
        payment_no=payment_no,
        voucher_no=payment_no.replace("ZF", "银付"),
        amount_fen=fen,
    )


def of_road(claim_no: str, on: str, stage: str, fen: int, *kinds: str) -> Step:
    """Claim money for the road."""
    return step(
        "submit_claim",
        on,
        claim_no=claim_no,
        purpose_code=ROAD,
        stage=stage,
        amount_fen=fen,
        documents=papers(claim_no, on, fen, *kinds),
    )


def of_unit(claim_no: str, on: str, fen: int) -> Step:
    """Claim money of the unit for the upkeep of public works."""
    return step(
        "submit_claim",
        on,
        claim_no=claim_no,
        purpose_kind="unit",
        purpose_code="DW-014",
        stage="unit",
        amount_fen=fen,
        payee_id="f-2040",
        payee_name="红星村公益设施管护队",
        documents=papers(claim_no, on, fen, "application", "expense_list", "upkeep_agreement", INVOICE),
        spending_item="upkeep",
    )


def upkeep(months: int) -> Said:
    """Say how many months of upkeep were delivered, at 5,000 yuan each."""
    return {"delivered_quantity": months, "delivered_unit": "月", "accepted_fen": months * 500_000}


CHAPTER = 90
STEPS = (
    of_road(
        "BZ-2025-018", "2025-04-07", "advance", 28_000_000, "application", "responsibility_letter", "contract"
    ),
    *examined("BZ-2025-018", "2025-04-08", "2025-04-09", 28_000_000),
    paid("BZ-2025-018", "2025-04-10", "ZF-2025-036", 28_000_000),
    step("return_payment", "2025-04-14", payment_no="ZF-2025-036", reason="收款账号有误，银行退回"),
    paid("BZ-2025-018", "2025-04-16", "ZF-2025-037", 28_000_000),
    of_road(
        "BZ-2025-019", "2025-05-28", "progress", 10_000_000, "application", INVOICE, "measurement_certificate"
    ),
    *examined("BZ-2025-019", "2025-05-29", "2025-05-30", 10_000_000),
    paid("BZ-2025-019", "2025-06-03", "ZF-2025-038", 10_000_000),
    step("reverse_payment", "2025-06-04", payment_no="ZF-2025-038", reason="付款误登，银行尚未付出"),
    paid("BZ-2025-019", "2025-06-05", "ZF-2025-039", 10_000_000),
    of_unit("BZ-2025-021", "2025-07-08", 3_000_000),
    *examined("BZ-2025-021", "2025-07-09", "2025-07-10", 3_000_000),
    *posted(
        "GS-2025-038",
        "2025-07-11",
        close_on="2025-07-18",
        place_text="达川区人民政府公开栏",
        kind="unit_spending",
        level="county",
        place_code=COUNTY,
        subject="claim/BZ-2025-021",
        title="公益设施管护用款公示",
        fields=texts(
            responsible_unit="达川区民政局",
            task="红星村公益设施管护",
            standard="每月 5,000.00 元，6 个月",
            amount="30,000.00 元",
            period="2025年上半年",
            supervision_phone=PHONE,
        ),
        amounts=[{"label": "本次用款", "amount_fen": 3_000_000, "figure": "claimed"}],
    ),
    step("accept_delivery", "2025-07-18", claim_no="BZ-2025-021", **upkeep(5)),
    step("take_back_delivery", "2025-07-18", claim_no="BZ-2025-021", reason="漏记六月份的管护"),
    step("accept_delivery", "2025-07-18", claim_no="BZ-2025-021", **upkeep(6)),
    paid("BZ-2025-021", "2025-07-21", "ZF-2025-040", 3_000_000),
    step(
        "record_refund",
        "2025-07-28",
        payment_no="ZF-2025-040",
        amount_fen=200_000,
        reason="一处设施未管护，款项退回",
    ),
    of_unit("BZ-2025-022", "2025-08-04", 1_000_000),
    step("refuse_claim", "2025-08-06", claim_no="BZ-2025-022", reason="支出明细没有盖章"),
    of_unit("BZ-2025-023", "2025-08-11", 1_000_000),
    step("withdraw_claim", "2025-08-12", claim_no="BZ-2025-023", reason="与下月支出合并报账"),
    of_road(
        "BZ-2025-026",
        "2025-11-12",
        "settlement",
        53_403_100,
        "application",
        INVOICE,
        "acceptance_form",
        "audit_report",
    ),
    *examined("BZ-2025-026", "2025-11-13", "2025-11-14", 53_403_100),
    paid("BZ-2025-026", "2025-11-17", "ZF-2025-052", 53_403_100),
    of_road("BZ-2026-004", "2026-04-20", "retention", 2_826_900, "application", "inspection_form"),
    *examined("BZ-2026-004", "2026-04-21", "2026-04-22", 2_826_900),
    paid("BZ-2026-004", "2026-04-23", "ZF-2026-011", 2_826_900),
)
