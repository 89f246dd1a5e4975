"""演示 (practice): a county passes money down to a town and the town to a village, whose road is paid from it.

No notice prints this.  A document sent to the wrong town is taken back, and a misprinted title is corrected.
"""

from datetime import date

from domain.money.amount_text import wan_text
from domain.places.rows import DivisionRow
from domain.projects.values import Target
from scripts.demo import village_road
from scripts.demo.allocation_notice import announce
from scripts.demo.case import Case, practice_places
from scripts.demo.clerk import ADMINISTRATOR, RECORDER, Clerk
from scripts.demo.money_path import Sources, allocate, give_indicator
from scripts.demo.papers import shares, total_fen
from scripts.demo.project_path import enter_library, plan_and_approve
from scripts.demo.work import Work


def record(clerk: Clerk, case: Case) -> None:
    """Pass the money down, plan the road with what the village has, and build a part of it."""
    _register_places(clerk, case)
    work = _work(clerk, case)
    enter_library(clerk, work, case.day("proposed_on"))
    document_no, title, received = (
        case.text("document"),
        case.text("document_title"),
        case.sources("received"),
    )
    give_indicator(clerk, case, document_no, title, "演示省财政厅", received, year=int(case.text("year")))
    _pass_down(clerk, case, "wrong")
    _take_back(clerk, case)
    _pass_down(clerk, case, "town")
    given = _pass_down(clerk, case, "village")
    document_no = _correct_title(clerk, case)
    allocate(clerk, case, document_no, work, given)
    result = f"{work.name} {wan_text(total_fen(given))} 万元"
    announce(clerk, case, document_no, case.text("title_corrected"), given, result)
    planned_on, approved_on = case.day("planned_on"), case.day("approved_on")
    plan_and_approve(clerk, work, shares(document_no, given), planned_on, approved_on, case.day("ends_on"))
    village_road.build(clerk, case, document_no, work, given)
    clerk.flag(
        f"逐级下达：县、镇、村三份文件，全县收到的资金只计一次，为 {wan_text(total_fen(received))} 万元。"
    )


def _register_places(clerk: Clerk, case: Case) -> None:
    """Register a county, two towns and a village that are nowhere."""
    clerk.act(
        ADMINISTRATOR,
        case.day("proposed_on"),
        clerk.books.register_divisions,
        rows=tuple(DivisionRow(code, name) for code, name in practice_places().items()),
        source="演示：虚构的县、镇、村",
    )


def _pass_down(clerk: Clerk, case: Case, name: str) -> Sources:
    """Pass money down by the document of this name; what the place below has."""
    paper = case.assumed["passed_down"][name]
    sources, on = case.split(paper["sources"]), date.fromisoformat(paper["on"])
    clerk.act(
        RECORDER,
        on,
        clerk.books.pass_fund_down,
        document_no=paper["above"],
        to_document_no=paper["number"],
        title=paper["title"],
        year=int(case.text("year")),
        place_code=paper["place_code"],
        issuer=paper["issuer"],
        issued_on=on,
        use=case.text("use"),
        nature="grant",
        budget_code=case.text("budget_code"),
        sources=sources,
        amount_fen=total_fen(sources),
    )
    return sources


def _take_back(clerk: Clerk, case: Case) -> None:
    """Take back what was passed down to the wrong town."""
    wrong = case.assumed["passed_down"]["wrong"]
    clerk.act(
        RECORDER,
        case.day("withdrawn_on"),
        clerk.books.reverse_passing_down,
        document_no=wrong["above"],
        to_document_no=wrong["number"],
        decision_no=case.text("withdrawal_document"),
        reason=case.text("withdrawal_reason"),
    )


def _correct_title(clerk: Clerk, case: Case) -> str:
    """Correct the year in the title of the village's document; its number."""
    document_no: str = case.assumed["passed_down"]["village"]["number"]
    clerk.act(
        RECORDER,
        case.day("title_corrected_on"),
        clerk.books.correct_fund_title,
        document_no=document_no,
        title=case.text("title_corrected"),
        reason=case.text("title_reason"),
    )
    return document_no


def _work(clerk: Clerk, case: Case) -> Work:
    village = case.assumed["passed_down"]["village"]
    return Work(
        regulations=clerk.regulations_on(case.day("received_on")),
        code=case.case_id,
        name=case.text("project"),
        use=case.text("use"),
        kind="works",
        place_code=village["place_code"],
        unit="演示甲村村民委员会",
        proposer="演示甲村",
        content=case.text("content"),
        beneficiaries="演示甲村村民",
        estimate_fen=total_fen(case.split(village["sources"])),
        target=Target("built", "硬化道路", "公里", 1),
        scheme=case.text("scheme"),
        budget_code=case.text("budget_code"),
        account_code=case.text("town_account_code"),
    )
