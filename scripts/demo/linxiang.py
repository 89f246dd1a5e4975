"""临翔 2025-01: forest rangers, 700 a month; 260,200 paid and not 376 × 700, one of them less after assessment."""

from collections.abc import Iterator

from domain.money.amount_text import wan_text
from domain.projects.values import Target
from domain.rolls.values import RollLine
from scripts.demo.allocation_notice import announce
from scripts.demo.case import LEVELS, Case
from scripts.demo.clerk import Clerk
from scripts.demo.money_path import allocate, arrive, give_indicator, open_ledger
from scripts.demo.papers import of_level, shares
from scripts.demo.project_path import enter_library, plan_and_approve
from scripts.demo.roll_path import Roll, RollDays, pay_roll
from scripts.demo.work import Work


def record(clerk: Clerk, case: Case) -> None:
    """Plan a year's wages, and pay January by a roll whose lines add up to each town's printed sum."""
    document_no, given = (
        case.text("document_no"),
        of_level(LEVELS[case.text("level")], case.fen(case.text("amount"))),
    )
    work = _work(clerk, case)
    enter_library(clerk, work, case.day("proposed_on"))
    title = "2025年脱贫人口生态护林员补助资金"
    give_indicator(clerk, case, document_no, title, "云南省财政厅", given, year=2025)
    open_ledger(clerk, case)
    allocate(clerk, case, document_no, work, given)
    announce(clerk, case, document_no, title, given, f"{work.name} {wan_text(work.estimate_fen)} 万元")
    planned_on, approved_on = case.day("planned_on"), case.day("approved_on")
    plan_and_approve(clerk, work, shares(document_no, given), planned_on, approved_on, case.day("ends_on"))
    arrive(clerk, case, document_no, work, given)
    sent_on, confirmed_on = case.days("paid_on")
    days = RollDays(
        drawn_up_on=case.day("drawn_up_on"),
        posted_on=case.day("noticed_on"),
        closed_on=case.day("notice_closed_on"),
        approved_on=case.day("approved_roll_on"),
        sent_on=sent_on,
        confirmed_on=confirmed_on,
    )
    roll = Roll(
        title=case.title,
        period="2025 年 1 月",
        standard=f"每人每月 {case.text('standard_month')} 元，按考核发放",
        phone="演示假定：12317",
        lines=tuple(_lines(case)),
    )
    pay_roll(clerk, work, roll, days)
    clerk.flag(
        "376 人 × 700 元为 263,200 元，实发 260,200 元：按考核少发 3,000 元；名册 372 行，500 元一行写明原因。"
    )


def _lines(case: Case) -> Iterator[RollLine]:
    """As many full wages as each town's sum holds; what is left is one wage after assessment."""
    standard_fen, number = case.fen(case.text("standard_month")), 0
    for row in case.rows():
        whole, part_fen = divmod(case.fen(row["补助金额_元"]), standard_fen)
        for amount_fen in [standard_fen] * whole + [part_fen] * bool(part_fen):
            number += 1
            reason = "" if amount_fen == standard_fen else "考核后部分发放"
            yield RollLine(number, f"p-C04-{number:03}", 1, standard_fen, amount_fen, reason)


def _work(clerk: Clerk, case: Case) -> Work:
    return Work(
        regulations=clerk.regulations_on(case.day("received_on")),
        code=case.case_id,
        name="临翔区2025年脱贫人口生态护林员",
        use=case.text("use"),
        kind="subsidy",
        place_code=case.text("place_code"),
        unit=case.issuer,
        proposer="临翔区各乡镇街道",
        content="脱贫人口生态护林员管护补助",
        beneficiaries=f"{case.text('rangers')} 人",
        estimate_fen=case.fen(case.text("amount")),
        target=Target("rangers", "护林员", "人", int(case.text("rangers"))),
        scheme=case.text("scheme"),
        budget_code=case.text("budget_code"),
        account_code=case.text("account_code"),
    )
