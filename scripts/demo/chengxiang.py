"""城厢 2025: 200,000 was paid for works audited at 191,266, with nothing held back.  The books refuse the claim."""

from datetime import date

from domain.money.amount_text import wan_text, yuan_text
from domain.notices.notice_amount import NoticeAmount
from domain.projects.values import Target
from domain.rulebook.codes import Figure
from scripts.demo.allocation_notice import announce
from scripts.demo.case import Case
from scripts.demo.claim_path import claim_and_pay
from scripts.demo.clerk import RECORDER, REVIEWER, Clerk
from scripts.demo.money_path import allocate, arrive, give_indicator, open_ledger
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import claim_papers, of_level, shares
from scripts.demo.project_path import (
    Contract,
    accept,
    contract_and_start,
    enter_library,
    measure_and_complete,
    plan_and_approve,
    settle,
)
from scripts.demo.work import Work


def record(clerk: Clerk, case: Case) -> None:
    """Build and audit as published; refuse what was published as paid, and pay what the rules allow."""
    given = of_level("provincial", case.fen(case.text("allocated")))
    document_no = case.text("fund_document")
    work = _work(clerk, case)
    enter_library(clerk, work, case.day("proposed_on"))
    title = "2024年度省级衔接资金（整村推进）"
    give_indicator(clerk, case, document_no, title, "福建省财政厅", given, year=2025)
    open_ledger(clerk, case)
    allocate(clerk, case, document_no, work, given)
    announce(clerk, case, document_no, title, given, f"{work.name} {wan_text(work.estimate_fen)} 万元")
    planned = shares(document_no, given)
    plan_and_approve(
        clerk, work, planned, case.day("planned_on"), case.day("approved_on"), case.day("finished")
    )
    arrive(clerk, case, document_no, work, given)
    contract = Contract(
        contractor=case.text("contractor"),
        price_fen=case.fen(case.text("bid_price")),
        route="inquiry",
        awarded_on=case.day("awarded_on"),
        signed_on=case.day("signed_on"),
        ends_on=case.day("finished"),
    )
    contract_and_start(clerk, work, contract, case.day("started"))
    audited_fen = case.fen(case.text("audited_price"))
    measure_and_complete(clerk, work, audited_fen, case.day("measured_on"), case.day("finished"))
    accept(clerk, work, {level: date.fromisoformat(on) for level, on in case.assumed["accepted"].items()})
    settle(clerk, work, audited_fen, case.day("audited"))
    run(clerk, completion_notice(case, work), case.day("noticed_on"), case.day("notice_closed_on"))
    due_fen = audited_fen - work.retention_fen(audited_fen)
    _ask_for_too_much(clerk, case, work, due_fen)
    claim_and_pay(clerk, work, "settlement", due_fen, case.published_on, payee=contract.contractor)


def _ask_for_too_much(clerk: Clerk, case: Case, work: Work, due_fen: int) -> None:
    """Ask for what was published as paid: refused with both figures.  The invoice itself is sent back by a person."""
    books, on, paid_fen = clerk.books, case.published_on, case.fen(case.text("paid"))
    claim_no = "演示-报账-B05-原额"
    papers = claim_papers(work.regulations, "settlement", claim_no, paid_fen, on)
    claim = {
        "claim_no": claim_no,
        "purpose_kind": "project",
        "purpose_code": work.code,
        "account_code": work.account_code,
        "stage": "settlement",
        "payee_id": f"f-{work.code}",
        "payee_name": case.text("contractor"),
    }
    clerk.refused(
        "above_ceiling", RECORDER, on, books.submit_claim, **claim, amount_fen=paid_fen, documents=papers
    )
    clerk.act(RECORDER, on, books.submit_claim, **claim, amount_fen=due_fen, documents=papers)
    clerk.act(
        REVIEWER,
        on,
        books.refuse_claim,
        claim_no=claim_no,
        reason_code="invoice_above_audit",
        reason=f"发票 {yuan_text(paid_fen)} 元高于审定价 {yuan_text(case.fen(case.text('audited_price')))} 元，"
        f"且未扣质保金；请按 {yuan_text(due_fen)} 元重新开票报账",
    )


def _work(clerk: Clerk, case: Case) -> Work:
    return Work(
        regulations=clerk.regulations_on(case.published_on),
        code=case.case_id,
        name=case.text("project"),
        use=case.text("use"),
        kind="works",
        place_code=case.text("village_code"),
        unit="华亭镇后塘村村民委员会",
        proposer="后塘村",
        content=case.text("project"),
        beneficiaries="后塘村村民",
        estimate_fen=case.fen(case.text("allocated")),
        target=Target("built", case.text("project"), "处", 1),
        scheme=case.text("scheme"),
        budget_code=case.text("budget_code"),
        account_code=case.text("account_code"),
    )


def completion_notice(case: Case, work: Work) -> NoticeText:
    """The four headings of a completion notice, in the village."""
    return NoticeText(
        notice_no=f"演示-完工公告-{work.code}",
        kind="completion",
        level="village",
        place_code=work.place_code,
        subject=f"project/{work.code}",
        title=f"{work.name}完成公告",
        fields={
            "funds_used": f"审定价 {case.text('audited_price')} 元，省级衔接资金 {case.text('allocated')} 元",
            "results": work.content,
            "acceptance": "村、镇、区三级验收合格",
            "targets_met": "已实现",
        },
        amounts=(
            NoticeAmount("审定价", case.fen(case.text("audited_price")), Figure.SETTLEMENT.code),
            NoticeAmount("计划", work.estimate_fen, Figure.PLAN.code),
            NoticeAmount(
                "已支付",
                case.fen(case.text("paid")),
                Figure.PAID.code,
                otherwise_reason="原公告按全额刊登，高于审定价且未扣质保金，账上未按此支付",
            ),
        ),
    )
