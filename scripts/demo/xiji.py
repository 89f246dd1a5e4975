"""西吉 2024: 198 toilets accepted, 4,000 each, the first half paid after ten days of notice."""

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
    """Plan the whole subsidy of 792,000; pay half of it, 2,000 a household."""
    document_no, given = (
        case.text("doc_no"),
        of_level(LEVELS[case.text("level")], case.fen(case.text("subsidy"))),
    )
    work = _work(clerk, case)
    enter_library(clerk, work, case.day("proposed_on"))
    title = "2023年农村户厕改造补助资金"
    give_indicator(clerk, case, document_no, title, "西吉县财政局", given, year=2023)
    open_ledger(clerk, case)
    allocate(clerk, case, document_no, work, given)
    announce(clerk, case, document_no, title, given, f"{work.name} {wan_text(work.estimate_fen)} 万元")
    planned_on, approved_on = case.day("planned_on"), case.day("approved_on")
    plan_and_approve(clerk, work, shares(document_no, given), planned_on, approved_on, case.day("ends_on"))
    arrive(clerk, case, document_no, work, given)
    half_fen = case.fen(case.text("standard")) * int(case.text("this_payment_pct")) // 100
    lines = tuple(
        RollLine(number, f"p-C02-{number:03}", 1, half_fen, half_fen, "")
        for number in range(1, int(case.text("accepted")) + 1)
    )
    posted_on, closed_on = case.period("notice_period")
    days = RollDays(
        drawn_up_on=posted_on,
        posted_on=posted_on,
        closed_on=closed_on,
        approved_on=case.day("approved_roll_on"),
        sent_on=case.day("sent_on"),
        confirmed_on=case.day("confirmed_on"),
    )
    standard = f"每户 {case.text('standard')} 元，本次拨付 {case.text('this_payment_pct')}%"
    roll = Roll(
        title=case.title,
        period="2023 年",
        standard=standard,
        phone=case.text("supervision_phone"),
        lines=lines,
    )
    pay_roll(clerk, work, roll, days)


def _work(clerk: Clerk, case: Case) -> Work:
    return Work(
        regulations=clerk.regulations_on(case.day("received_on")),
        code=case.case_id,
        name="偏城乡2023年农村户厕改造",
        use=case.text("use"),
        kind="subsidy",
        place_code=case.text("town_code"),
        unit=case.issuer,
        proposer="偏城乡",
        content=f"新建 {case.text('built_new')} 户，补建 {case.text('made_up_2021')} 户",
        beneficiaries=f"{case.text('accepted')} 户",
        estimate_fen=case.fen(case.text("subsidy")),
        target=Target("toilets", "改造户厕", "户", int(case.text("accepted"))),
        scheme=case.text("scheme"),
        budget_code=case.text("budget_code"),
        account_code=case.text("account_code"),
    )
