"""达川 2024: the first batch of 10,782万, split over thirteen lines, its two fees on two different bases."""

from dataclasses import replace

from scripts.demo.allocation_notice import allocation_notice
from scripts.demo.case import LEVELS, Case
from scripts.demo.clerk import APPROVER, Clerk
from scripts.demo.money_path import give_indicator
from scripts.demo.notice_path import draft, run
from scripts.demo.papers import of_level

NOT_PRINTED = ("allocation_principle", "responsible_unit", "hotline_12317")
FEE = "按1%提取项目管理费"


def record(clerk: Clerk, case: Case) -> None:
    """Receive the document, allocate every line, and post the result as far as the notice lets us."""
    document_no = case.text("doc_no")
    title = "2024年第一批中央和省级财政衔接推进乡村振兴补助资金"
    given = case.sources("source_split")
    give_indicator(clerk, case, document_no, title, "达州市财政局", given, year=2024)
    for number, row in enumerate(case.rows(), 1):
        _allocate(clerk, case, number, row)
    _post_the_result(clerk, case, document_no)


def _allocate(clerk: Clerk, case: Case, number: int, row: dict[str, str]) -> None:
    """Allocate one line; the books take the fee's base less works relief and state farms, as the notice does."""
    line, fen = row["用途"], case.fen(row["金额_万元"])
    fee = line == FEE
    clerk.act(
        APPROVER,
        case.day("allocated_on"),
        clerk.books.allocate_fund,
        document_no=case.text("doc_no"),
        allocation_no=f"{number:02}-{line}",
        decision_no=case.text("decision_no"),
        purpose_kind="fee" if fee else "unit",
        purpose_code="" if fee else f"{row['资金级次']}-{line}",
        use=case.text("use") if fee else case.assumed["uses"][line],
        budget_code=case.text("budget_code"),
        sources=of_level(LEVELS[row["资金级次"]], fen),
        amount_fen=fen,
    )


def _post_the_result(clerk: Clerk, case: Case, document_no: str) -> None:
    """The notice as published lacks three of the fields that its kind demands: refused, then completed."""
    result = "；".join(f"{row['资金级次']}{row['用途']} {row['金额_万元']} 万元" for row in case.rows())
    complete = allocation_notice(case, document_no, case.title, case.sources("source_split"), result)
    published = {code: text for code, text in complete.fields.items() if code not in NOT_PRINTED}
    first_day_on = case.day("posted_on")
    draft(clerk, replace(complete, fields=published), first_day_on, refused="notice_fields_missing")
    run(clerk, complete, first_day_on, case.day("closed_on"), "达川区人民政府网站")
