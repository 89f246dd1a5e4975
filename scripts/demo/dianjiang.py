"""垫江 2021: the plan for 57 dilapidated houses in 23 towns, 115.65万 by two standards."""

from scripts.demo.allocation_notice import allocation_notice
from scripts.demo.case import LEVELS, Case
from scripts.demo.clerk import APPROVER, Clerk
from scripts.demo.money_path import give_indicator
from scripts.demo.notice_path import run
from scripts.demo.papers import of_level


def record(clerk: Clerk, case: Case) -> None:
    """Receive the batch and allocate each town its line of the table."""
    level = LEVELS[case.text("level")]
    total_fen = case.fen(case.printed["totals"]["all"][1])
    title = "垫江县2021年第一批农村低收入群体等重点对象危房改造专项补助资金"
    given = of_level(level, total_fen)
    give_indicator(clerk, case, case.text("document_no"), title, "演示发文机关", given, year=2021)
    for row in case.rows():
        fen = case.fen(row["合计_万元"])
        clerk.act(
            APPROVER,
            case.day("allocated_on"),
            clerk.books.allocate_fund,
            document_no=case.text("document_no"),
            allocation_no=f"{int(row['序号']):02}-{row['乡镇街道']}",
            decision_no=case.text("decision_no"),
            purpose_kind="unit",
            purpose_code=row["乡镇街道"],
            use=case.text("use"),
            budget_code=case.text("budget_code"),
            sources=of_level(level, fen),
            amount_fen=fen,
        )
    result = "；".join(f"{row['乡镇街道']} {row['总户数']} 户 {row['合计_万元']} 万元" for row in case.rows())
    notice = allocation_notice(case, case.text("document_no"), case.title, given, result)
    run(clerk, notice, case.published_on, case.day("closed_on"))
