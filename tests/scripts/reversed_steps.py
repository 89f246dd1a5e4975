"""Steps of the demo's projects taken back and done anew: a hand-over, a settlement, an acceptance, a contract."""

from datetime import date
from typing import Any

from domain.books.desk.act import Act
from domain.projects.project import Project
from scripts.demo.clerk import APPROVER, COUNTY_ACCEPTOR, RECORDER, REVIEWER, Clerk
from scripts.demo.papers import scan

DAY = date(2026, 2, 2)
HANDED_OVER, SETTLED, PLANNED, OUT = "B03-2", "B03-3", "A06-05", "A06-04"
REASON = "登记有误"


def take_steps_back(clerk: Clerk) -> None:
    """Take each step back and record it once more."""
    hand_over_again(clerk)
    settle_again(clerk)
    contract_again(clerk)
    terminate(clerk)
    correct_names(clerk)
    clerk.act(
        APPROVER, DAY, clerk.books.leave_library, code=OUT, decision_no="出库-1", reason="选址不符合规划"
    )


def hand_over_again(clerk: Clerk) -> None:
    """The asset goes to another owner, under its number."""
    clerk.act(RECORDER, DAY, clerk.books.reverse_hand_over, code=HANDED_OVER, reason="权属有误")
    clerk.act(
        RECORDER,
        DAY,
        clerk.books.hand_over_project,
        code=HANDED_OVER,
        asset_no=f"演示-资产-{HANDED_OVER}",
        asset_class="public",
        owner_level="town",
        owner="密山市和平乡人民政府",
        keeper="密山市和平乡人民政府",
    )


def settle_again(clerk: Clerk) -> None:
    """The settlement and the county's acceptance were recorded wrongly."""
    books = clerk.books
    clerk.act(RECORDER, DAY, books.reverse_settlement, code=SETTLED, reason=REASON)
    clerk.act(COUNTY_ACCEPTOR, DAY, books.reverse_acceptance, code=SETTLED, level="county", reason=REASON)
    clerk.act(
        COUNTY_ACCEPTOR,
        DAY,
        books.pass_acceptance,
        code=SETTLED,
        level="county",
        form_no="重验-1",
        acceptors=(COUNTY_ACCEPTOR,),
        representatives=2,
        verdict="合格",
    )
    clerk.act(
        REVIEWER,
        DAY,
        books.settle_project,
        code=SETTLED,
        audit_no="重审-1",
        auditor_unit="造价咨询单位（演示）",
        settlement_fen=52_500_000,
    )


def contract_again(clerk: Clerk) -> None:
    """A contract was recorded at a wrong price."""
    sign(clerk, 150_000_000)
    clerk.act(RECORDER, DAY, clerk.books.reverse_contract, code=PLANNED, reason="合同价有误")
    sign(clerk, 160_000_000)


def terminate(clerk: Clerk) -> None:
    """The contractor gives up; what it built is owed to it."""
    books, done_fen = clerk.books, 1_234_500
    clerk.act(
        RECORDER, DAY, books.start_project, code=PLANNED, start_order_no="开工-1", photo_sha256=scan("start")
    )
    clerk.act(
        RECORDER,
        DAY,
        books.measure_work,
        code=PLANNED,
        certificate_no="计量-1",
        amount_fen=done_fen,
        work="完成基础",
    )
    clerk.act(
        APPROVER,
        DAY,
        books.terminate_contract,
        code=PLANNED,
        termination_no="解除-1",
        owed_fen=done_fen,
        reason="承包单位违约",
    )


def correct_names(clerk: Clerk) -> None:
    """A project, a contractor and a fund were called otherwise."""
    books = clerk.books
    for name in ("和平乡道路硬化", "和平乡村道硬化"):
        clerk.act(RECORDER, DAY, books.correct_project_name, code=HANDED_OVER, name=name, reason="笔误")
    clerk.act(
        RECORDER,
        DAY,
        books.correct_contractor_name,
        code=PLANNED,
        contractor_name="施工单位二（演示）",
        reason="笔误",
    )
    with books.turn(Act(by=RECORDER, effective_on=DAY)) as turn:
        document_no = next(number for number, _ in turn.get(Project, PLANNED).plan)
    clerk.act(
        RECORDER, DAY, books.correct_fund_title, document_no=document_no, title="衔接补助资金", reason="笔误"
    )


def sign(clerk: Clerk, price_fen: int, **changes: Any) -> None:
    """Sign the contract of a project."""
    contract: dict[str, Any] = {
        "contract_no": "重签-1",
        "route": "open_tender",
        "contractor_id": "f-sign-1",
        "contractor_name": "施工单位（演示）",
        "price_fen": price_fen,
        "signed_on": DAY,
        "ends_on": date(2026, 10, 1),
        "defect_months": 12,
    }
    clerk.act(RECORDER, DAY, clerk.books.contract_project, code=PLANNED, **(contract | changes))
