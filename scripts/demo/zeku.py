"""泽库 2023: the plan for 1,259万 over five projects and a fee of 14万, which is too much for this base."""

from typing import Any

from domain.projects.values import Target
from domain.rulebook.regulations import Regulations
from scripts.demo.allocation_notice import allocation_notice
from scripts.demo.case import Case
from scripts.demo.clerk import APPROVER, Clerk
from scripts.demo.money_path import give_indicator
from scripts.demo.notice_path import run
from scripts.demo.papers import of_level, shares
from scripts.demo.project_path import enter_library, plan_and_approve
from scripts.demo.work import Work

FEE_CLASS = "项目管理"


def record(clerk: Clerk, case: Case) -> None:
    """Receive the document, post the plan for its ten days, approve the five projects; the fee waits."""
    regulations = clerk.regulations_on(case.day("received_on"))
    document_no = case.text("doc_no")
    given = of_level("central", case.fen(case.text("total")))
    title = "2023年第二批中央财政衔接推进乡村振兴补助资金"
    give_indicator(clerk, case, document_no, title, "青海省财政厅", given, year=2023)
    works = {
        number: _work(regulations, case, number, row)
        for number, row in enumerate(case.rows(), 1)
        if row["类别"] != FEE_CLASS
    }
    for work in works.values():
        enter_library(clerk, work, case.day("proposed_on"))
    for number, row in enumerate(case.rows(), 1):
        _allocate(clerk, case, number, row)
    _post_the_plan(clerk, case, document_no)
    for work in works.values():
        sources = shares(document_no, of_level("central", work.estimate_fen))
        approved_on = case.day("approved_on")
        plan_and_approve(clerk, work, sources, approved_on, approved_on, case.day("ends_on"))
    clerk.flag("管理费 14 万元按本批 1259 万元计为 1.11%，超过 1%：公告没有写明计提基数，应先问清基数。")


def _work(regulations: Regulations, case: Case, number: int, row: dict[str, str]) -> Work:
    name, fen = row["项目名称"], case.fen(row["投资_万元"])
    return Work(
        regulations=regulations,
        code=f"A06-{number:02}",
        name=name,
        use=case.assumed["uses"][row["类别"]],
        kind="works",
        place_code=case.text("place_code"),
        unit=row["实施单位"],
        proposer="演示假定：项目所在村",
        content=name,
        beneficiaries="演示假定：项目所在村农牧户",
        estimate_fen=fen,
        target=Target("built", name, "处", 1),
        scheme=case.text("scheme"),
        budget_code=case.assumed["budget_codes"][row["类别"]],
    )


def _allocate(clerk: Clerk, case: Case, number: int, row: dict[str, str]) -> None:
    fee, fen = row["类别"] == FEE_CLASS, case.fen(row["投资_万元"])
    values: dict[str, Any] = {
        "document_no": case.text("doc_no"),
        "allocation_no": f"{number:02}",
        "decision_no": case.text("decision_no"),
        "purpose_kind": "fee" if fee else "project",
        "purpose_code": "" if fee else f"A06-{number:02}",
        "use": case.text("use") if fee else case.assumed["uses"][row["类别"]],
        "budget_code": case.text("budget_code") if fee else case.assumed["budget_codes"][row["类别"]],
    }
    allocate_fund, on = clerk.books.allocate_fund, case.day("allocated_on")
    sources = of_level("central", fen)
    if fee:
        clerk.refused("fee_above_cap", APPROVER, on, allocate_fund, **values, sources=sources, amount_fen=fen)
    else:
        clerk.act(APPROVER, on, allocate_fund, **values, sources=sources, amount_fen=fen)


def _post_the_plan(clerk: Clerk, case: Case, document_no: str) -> None:
    """Posted on 9 June and closed on 19 June: eleven days, both counted."""
    first_day_on, last_day_on = case.period("notice_period")
    result = "；".join(f"{row['项目名称']} {row['投资_万元']} 万元" for row in case.rows())
    notice = allocation_notice(case, document_no, case.title, case.sources("source_split"), result)
    run(clerk, notice, first_day_on, last_day_on, "泽库县人民政府网站")
