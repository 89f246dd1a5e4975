"""What a unit of the demo spends: a course whose sheet was wrong at first, and an advance of which a part came back."""

from datetime import date

from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.codes import Figure
from domain.rulebook.ready.ready import ready_rulebook
from scripts.demo.claim_path import pay_claim
from scripts.demo.clerk import COUNTY_ACCEPTOR, PAYER, RECORDER, Clerk
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import claim_papers, scan

RULES = ready_rulebook("2021-2")
ACCOUNT, UNIT, PLACE = "演示-郏县专账", "演示-郏县原项目单位", "410425"
CLAIMED_ON, PAID_ON = date(2023, 11, 8), date(2023, 11, 17)
COURSE, ADVANCE, GIFT = "培训-1", "工作队-1", "捐-产业-1"
COURSE_FEN, ADVANCE_FEN, SPENT_FEN = 1_290_000, 2_000_000, 1_950_000


def record_spending(clerk: Clerk) -> None:
    """Claim, post, prove and pay both."""
    books = clerk.books
    promise(clerk)
    claim(clerk, COURSE, "training", COURSE_FEN)
    accept(clerk, COURSE, COURSE_FEN - 100, CLAIMED_ON)
    clerk.act(COUNTY_ACCEPTOR, CLAIMED_ON, books.take_back_delivery, claim_no=COURSE, reason="签到表少一人次")
    accept(clerk, COURSE, COURSE_FEN, CLAIMED_ON)
    claim(clerk, ADVANCE, "work_team", ADVANCE_FEN)
    for claim_no, fen in ((COURSE, COURSE_FEN), (ADVANCE, ADVANCE_FEN)):
        announce(clerk, claim_no, fen)
        pay_claim(clerk, claim_no, fen, PAID_ON)
    accept(clerk, ADVANCE, SPENT_FEN, PAID_ON)
    clerk.act(
        PAYER,
        PAID_ON,
        books.record_refund,
        code=ACCOUNT,
        refund_no="退-工作队-1",
        payment_no=f"{ADVANCE}-付",
        amount_fen=ADVANCE_FEN - SPENT_FEN,
        reason="未用完退回",
    )


def promise(clerk: Clerk) -> None:
    """A firm pledges money for two items, and consents to one other."""
    books = clerk.books
    clerk.act(
        RECORDER,
        CLAIMED_ON,
        books.pledge_gift,
        gift_no=GIFT,
        donor_id="f-gift",
        donor_kind="firm",
        amount_fen=8_000_000,
        purpose="发展产业",
        place_code=PLACE,
        agreed_items=("gift_industry", "gift_works"),
    )
    clerk.act(
        RECORDER,
        PAID_ON,
        books.change_gift_purpose,
        gift_no=GIFT,
        purpose="慰问困难户",
        consent_sha256=scan(GIFT, "consent"),
        agreed_items=("gift_relief",),
    )


def claim(clerk: Clerk, claim_no: str, item: str, fen: int) -> None:
    """Claim the money of the unit for an item, with every paper that the rulebook asks for."""
    kinds = RULES.spending_item(item).kinds
    clerk.act(
        RECORDER,
        CLAIMED_ON,
        clerk.books.submit_claim,
        claim_no=claim_no,
        purpose_kind="unit",
        purpose_code=UNIT,
        account_code=ACCOUNT,
        stage="unit",
        amount_fen=fen,
        payee_id="f-A17-unit",
        payee_name="培训学校",
        documents=claim_papers(RULES, "unit", claim_no, fen, CLAIMED_ON, kinds),
        spending_item=item,
    )


def accept(clerk: Clerk, claim_no: str, fen: int, on: date) -> None:
    """Prove so much of the claim by a signed sheet."""
    clerk.act(
        COUNTY_ACCEPTOR,
        on,
        clerk.books.accept_delivery,
        claim_no=claim_no,
        sheet_sha256=scan(claim_no, "sheet"),
        delivered_quantity=86,
        delivered_unit="人次",
        accepted_fen=fen,
    )


def announce(clerk: Clerk, claim_no: str, fen: int) -> None:
    """Post the spending at the county until its days are over."""
    fields = {field.code: "略" for field in RULES.notice_kind("unit_spending").fields}
    number, subject = f"公示-{claim_no}", f"claim/{claim_no}"
    amounts = (NoticeAmount("金额", fen, Figure.CLAIMED.code),)
    text = NoticeText(number, "unit_spending", "county", PLACE, subject, claim_no, fields, amounts)
    run(clerk, text, CLAIMED_ON, PAID_ON)
