"""郏县 2023: 15.457万 of savings return, 9.747 central and 5.71 provincial, and are planned again."""

from domain.money.sources import SourceAmount
from domain.projects.values import Target
from scripts.demo.allocation_notice import announce
from scripts.demo.case import Case
from scripts.demo.clerk import APPROVER, PAYER, RECORDER, Clerk
from scripts.demo.money_path import give_indicator, open_ledger
from scripts.demo.papers import shares
from scripts.demo.project_path import enter_library, plan_and_approve
from scripts.demo.work import Work

FIRST, AGAIN = "01-原项目", "02-结余再安排"


def record(clerk: Clerk, case: Case) -> None:
    """Receive 356万, let it arrive, take the savings back and give them to the greenhouses."""
    document_no, books = case.text("doc_no"), clerk.books
    original, surplus = case.sources("original_split"), case.sources("source_split")
    original_fen, surplus_fen = case.fen(case.text("original_fund")), case.fen(case.text("surplus"))
    title = "2023年中央和省级财政衔接推进乡村振兴补助资金（少数民族发展）"
    give_indicator(clerk, case, document_no, title, "河南省财政厅", original, year=2023)
    open_ledger(clerk, case)
    _allocate(clerk, case, FIRST, original, original_fen)
    announce(clerk, case, document_no, title, original, "演示假定：原项目 356 万元")
    moved = {
        "document_no": document_no,
        "allocation_no": FIRST,
        "account_code": case.text("account_code"),
    }
    clerk.act(
        RECORDER,
        case.day("arrived_on"),
        books.record_cash_arrival,
        **moved,
        voucher_no="演示-A17-到位",
        sources=original,
        amount_fen=original_fen,
    )
    clerk.act(
        PAYER,
        case.day("recovered_on"),
        books.recover_surplus,
        **moved,
        voucher_no="演示-A17-收回",
        sources=surplus,
        amount_fen=surplus_fen,
        reason="评审、招投标结余",
    )
    work = _greenhouses(clerk, case, surplus_fen)
    enter_library(clerk, work, case.day("proposed_on"))
    _allocate(clerk, case, AGAIN, surplus, surplus_fen)
    planned_on, approved_on = case.published_on, case.day("approved_on")
    plan_and_approve(clerk, work, shares(document_no, surplus), planned_on, approved_on, case.day("ends_on"))


def _allocate(
    clerk: Clerk, case: Case, allocation_no: str, sources: tuple[SourceAmount, ...], amount_fen: int
) -> None:
    again = allocation_no == AGAIN
    clerk.act(
        APPROVER,
        case.published_on if again else case.day("allocated_on"),
        clerk.books.allocate_fund,
        document_no=case.text("doc_no"),
        allocation_no=allocation_no,
        decision_no=case.text("decision_no"),
        purpose_kind="project" if again else "unit",
        purpose_code=case.case_id if again else case.text("unit_code"),
        use=case.text("project_use") if again else case.text("use"),
        budget_code=case.text("budget_code"),
        sources=sources,
        amount_fen=amount_fen,
        from_recovered=again,
    )


def _greenhouses(clerk: Clerk, case: Case, fen: int) -> Work:
    return Work(
        regulations=clerk.regulations_on(case.published_on),
        code=case.case_id,
        name=case.text("project"),
        use=case.text("project_use"),
        kind="works",
        place_code=case.text("place_code"),
        unit=case.issuer,
        proposer="姚庄回族乡人民政府",
        content=case.text("content"),
        beneficiaries=case.text("beneficiary"),
        estimate_fen=fen,
        target=Target("greenhouses", "温室大棚", "栋", 4),
        scheme=case.text("scheme"),
        budget_code=case.text("budget_code"),
    )
