"""密山 2025: three works of one batch, built, accepted and settled; two of them paid, their savings taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.notices.notice_amount import NoticeAmount
from domain.projects.values import Target
from domain.rulebook.codes import Figure
from scripts.demo.allocation_notice import announce
from scripts.demo.case import Case
from scripts.demo.claim_path import claim_and_pay
from scripts.demo.clerk import APPROVER, PAYER, Clerk
from scripts.demo.money_path import allocate, arrive, give_indicator, open_ledger
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import of_level, shares
from scripts.demo.project_path import (
    Contract,
    accept,
    contract_and_start,
    enter_library,
    hand_over,
    measure_and_complete,
    plan_and_approve,
    settle,
)
from scripts.demo.work import Work

LEVEL = "central"
WITH_FEE = "原公告计划含管理费，账上管理费另列"
ROUNDED_SAVING = "原公告以万元刊登，结余按四舍五入计"


@dataclass(frozen=True)
class Line:
    """One line of the table; the third stops after its settlement, and its days are assumed."""

    work: Work
    row: Mapping[str, str]
    contractor: str
    awarded_on: date
    signed_on: date
    settled_on: date
    accepted: Mapping[str, date]
    plan_fen: int
    fee_fen: int
    settlement_fen: int

    @property
    def works_fen(self) -> int:
        """What is planned for the works themselves: the plan without the fee."""
        return self.plan_fen - self.fee_fen


def record(clerk: Clerk, case: Case) -> None:
    """Three projects from the library to the audited price, two of them to the last yuan."""
    lines = [_line(clerk, case, number, row) for number, row in enumerate(case.rows())]
    document_no = case.text("doc_no_of_fund")
    given = of_level(LEVEL, sum(line.plan_fen for line in lines))
    title = "2025年中央财政衔接资金（少数民族发展任务）"
    give_indicator(clerk, case, document_no, title, "黑龙江省财政厅", given, year=2025)
    open_ledger(clerk, case)
    for line in lines:
        _prepare(clerk, case, document_no, line)
    result = "；".join(f"{line.work.name} {line.row['计划投资_万元']} 万元" for line in lines)
    announce(clerk, case, document_no, title, given, result)
    for line in lines:
        _build(clerk, line)
    for line in lines[:2]:
        run(clerk, _completion_notice(case, line), case.day("noticed_on"), case.day("notice_closed_on"))
    for line in lines[:2]:
        _pay(clerk, case, document_no, line)
    clerk.flag(
        "项目一：计划 117.98 万元，而结算、管理费、结余相加为 117.99 万元：四舍五入差 100 元，账上结余 4.06 万元。"
    )
    clerk.flag("项目一、二同址分标，合计 154.34 万元，低于 400 万元招标限额。")


def _line(clerk: Clerk, case: Case, number: int, row: dict[str, str]) -> Line:
    third = case.assumed["third"]
    whole = bool(row["验收完成"])
    name, plan_fen, fee_fen = row["项目"], case.fen(row["计划投资_万元"]), case.fen(row["管理费_万元"] or "0")
    accepted = case.assumed["accepted"][number] if whole else {}
    return Line(
        work=Work(
            regulations=clerk.regulations_on(case.day("received_on")),
            code=f"B03-{number + 1}",
            name=name,
            use=case.text("use"),
            kind="works",
            place_code=case.text("town_code"),
            unit="密山市民族宗教事务局",
            proposer=name[: name.index("村") + 1],
            content=name,
            beneficiaries=row["受益脱贫户"] or "演示假定：全村村民",
            estimate_fen=plan_fen,
            target=Target("built", name, "处", 1),
            scheme=case.text("scheme"),
            budget_code=case.text("budget_code"),
            account_code=case.text("account_code"),
        ),
        row=row,
        contractor=case.assumed["contractors"][number],
        awarded_on=date.fromisoformat(row["开标"] or third["awarded_on"]),
        signed_on=date.fromisoformat(row["签约"] or third["signed_on"]),
        settled_on=case.day("settled_on") if whole else date.fromisoformat(third["settled_on"]),
        accepted={level: date.fromisoformat(on) for level, on in (accepted or third["accepted"]).items()},
        plan_fen=plan_fen,
        fee_fen=fee_fen,
        settlement_fen=case.fen(row["结算价_万元"]),
    )


def _prepare(clerk: Clerk, case: Case, document_no: str, line: Line) -> None:
    """Library, allocation of works and fee, plan and approval."""
    enter_library(clerk, line.work, case.day("proposed_on"))
    works = of_level(LEVEL, line.works_fen)
    allocate(clerk, case, document_no, line.work, works)
    if line.fee_fen:
        clerk.act(
            APPROVER,
            case.day("allocated_on"),
            clerk.books.allocate_fund,
            document_no=document_no,
            allocation_no=f"{line.work.code}-管理费",
            decision_no=f"演示-分配-{case.case_id}",
            purpose_kind="fee",
            purpose_code="",
            use=case.text("use"),
            budget_code=case.text("budget_code"),
            sources=of_level(LEVEL, line.fee_fen),
            amount_fen=line.fee_fen,
        )
    planned_on, approved_on = case.day("planned_on"), case.day("approved_on")
    plan_and_approve(
        clerk, line.work, shares(document_no, works), planned_on, approved_on, case.day("ends_on")
    )
    arrive(clerk, case, document_no, line.work, works)


def _build(clerk: Clerk, line: Line) -> None:
    """From the contract to the audited price; the notice prints no contract price, so it is that of the settlement."""
    completed_on = min(line.accepted.values()) - timedelta(3)
    contract = Contract(
        contractor=line.contractor,
        price_fen=line.settlement_fen,
        route="open_tender",
        awarded_on=line.awarded_on,
        signed_on=line.signed_on,
        ends_on=completed_on,
    )
    contract_and_start(clerk, line.work, contract, line.signed_on + timedelta(3))
    measure_and_complete(clerk, line.work, line.settlement_fen, completed_on - timedelta(2), completed_on)
    accept(clerk, line.work, line.accepted)
    settle(clerk, line.work, line.settlement_fen, line.settled_on)


def _pay(clerk: Clerk, case: Case, document_no: str, line: Line) -> None:
    """Pay all but the retention, hand the work over, and take the saving back to its source."""
    due_fen = line.settlement_fen - line.work.retention_fen(line.settlement_fen)
    claim_and_pay(clerk, line.work, "settlement", due_fen, case.day("paid_on"), payee=line.contractor)
    hand_over(clerk, line.work, case.day("paid_on"))
    saving_fen = line.works_fen - line.settlement_fen
    clerk.act(
        PAYER,
        case.day("recovered_on"),
        clerk.books.recover_surplus,
        document_no=document_no,
        allocation_no=line.work.code,
        account_code=case.text("account_code"),
        voucher_no=f"演示-收回-{line.work.code}",
        sources=of_level(LEVEL, saving_fen),
        amount_fen=saving_fen,
        reason="结余资金财政已收回",
    )


def _completion_notice(case: Case, line: Line) -> NoticeText:
    row = line.row
    saving_fen = case.fen(row["结余_万元"])
    rounded = "" if saving_fen == line.works_fen - line.settlement_fen else ROUNDED_SAVING
    return NoticeText(
        notice_no=f"演示-完工公告-{line.work.code}",
        kind="completion",
        level="village",
        place_code=line.work.place_code,
        subject=f"project/{line.work.code}",
        title=case.title,
        fields={
            "funds_used": f"计划 {row['计划投资_万元']} 万元，结算 {row['结算价_万元']} 万元，"
            f"管理费 {row['管理费_万元']} 万元，结余 {row['结余_万元']} 万元，结余资金财政已收回",
            "results": f"{line.work.name}已建成",
            "acceptance": f"{row['验收完成']} 验收合格",
            "targets_met": f"受益脱贫户 {row['受益脱贫户']}",
        },
        amounts=(
            NoticeAmount("结算价", line.settlement_fen, Figure.SETTLEMENT.code),
            NoticeAmount("结余", saving_fen, Figure.SAVING.code, otherwise_reason=rounded),
            NoticeAmount(
                "计划",
                case.fen(row["计划投资_万元"]),
                Figure.PLAN.code,
                otherwise_reason=WITH_FEE if line.fee_fen else "",
            ),
            NoticeAmount("已支付", 0, Figure.PAID.code, otherwise_reason="原公告未刊登已支付金额"),
        ),
    )
