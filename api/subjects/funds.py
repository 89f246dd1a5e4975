"""资金 (funds): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.funds import (
    AdjustAllocation,
    AllocateFund,
    AuthoriseIntegration,
    CarryOverFund,
    ChangeIndicator,
    CorrectFundTitle,
    FileFundReport,
    PassFundDown,
    PlanInterest,
    ReceiveIndicator,
    RecordCashArrival,
    RecoverSurplus,
    ReverseCarryOver,
    ReverseCashArrival,
    ReversePassingDown,
    ReverseRecovery,
    TakeBackAllocation,
    WithdrawFundReport,
)
from api.requests.path_keys import path_key
from api.requests.words import PlaceAround
from domain.funds.fund import Fund
from projections.access.roles import Role
from projections.fund_ledger import query as fund_ledger
from projections.reading.paging import Page

DocumentNo = Annotated[str, path_key("document_no")]
SUBJECT = Subject(
    "资金", "Funds", chapter=10, stream=Fund.id_of("{document_no}"), keys={"document_no": DocumentNo}
)

COMMANDS = (
    SUBJECT.post(
        "/funds",
        "receive_indicator",
        ReceiveIndicator,
        by=Role.RECORDER,
        zh=("登记指标", "登记上级下达的指标文件，写明各级来源的金额。"),
        en=("Receive indicator", "Register an indicator document with its split by source level."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/additions",
        "add_to_indicator",
        ChangeIndicator,
        by=Role.RECORDER,
        zh=("追加指标", "依据追加文件增加指标，写明各级来源的金额。"),
        en=("Add to indicator", "Add to an indicator by a decision, with its split by source level."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/cuts",
        "cut_indicator",
        ChangeIndicator,
        by=Role.RECORDER,
        zh=("核减指标", "依据核减文件减少指标，写明各级来源的金额。"),
        en=("Cut indicator", "Cut an indicator by a decision, with its split by source level."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/title-corrections",
        "correct_fund_title",
        CorrectFundTitle,
        by=Role.RECORDER,
        zh=("更正资金名称", "更正登记有误的资金名称，原名称划去后一并显示。"),
        en=("Correct fund title", "Correct the title of a fund; the former one stays to be seen, struck."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/passings-down",
        "pass_fund_down",
        PassFundDown,
        by=Role.RECORDER,
        zh=("下达下级", "把未分配的指标下达给辖区内的乡镇或村，下级凭下达文件登记为自己的指标。"),
        en=(
            "Pass fund down",
            "Pass free money down to a town or village inside the place, as an indicator of its own.",
        ),
    ),
    SUBJECT.post(
        "/funds/{document_no}/passing-down-reversals",
        "reverse_passing_down",
        ReversePassingDown,
        by=Role.RECORDER,
        zh=("冲销下达", "下级尚未使用时，把下达的资金全部冲回原指标，写明原因。"),
        en=("Reverse passing down", "Take back all that was passed down while nothing below stands on it."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/reports",
        "file_fund_report",
        FileFundReport,
        by=Role.RECORDER,
        zh=("登记报送", "登记向上级报送的分配方案或使用计划，法定时限算到报送之日。"),
        en=(
            "File fund report",
            "Record a split proposal or use plan sent up; the limits of the law count to it.",
        ),
    ),
    SUBJECT.post(
        "/funds/{document_no}/report-withdrawals",
        "withdraw_fund_report",
        WithdrawFundReport,
        by=Role.RECORDER,
        zh=("撤回报送", "撤回误登或被退回的报送材料，时限继续计算。"),
        en=(
            "Withdraw fund report",
            "Withdraw a report recorded by mistake or given back; its limit runs on.",
        ),
    ),
    SUBJECT.post(
        "/funds/{document_no}/allocations",
        "allocate_fund",
        AllocateFund,
        by=Role.RECORDER,
        zh=("分配资金", "把指标分配给已申报的项目、单位、规章列明的资金池或项目管理费。"),
        en=("Allocate fund", "Allocate to a proposed project, a unit, a pool of the rulebook or the fee."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/adjustments",
        "adjust_allocation",
        AdjustAllocation,
        by=Role.RECORDER,
        zh=("调剂分配", "在同一指标文件内，把一笔分配的金额调到另一笔。"),
        en=("Adjust allocation", "Move money from one allocation to another of the same document."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/take-backs",
        "take_back_allocation",
        TakeBackAllocation,
        by=Role.RECORDER,
        zh=("收回分配", "收回尚未到位的分配金额。"),
        en=("Take back allocation", "Take back what has not arrived yet."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/arrivals",
        "record_cash_arrival",
        RecordCashArrival,
        by=Role.RECORDER,
        zh=("登记到位", "登记某笔分配的资金到达账户。"),
        en=("Record cash arrival", "Record cash that arrived on an account for an allocation."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/interest-plans",
        "plan_interest",
        PlanInterest,
        by=Role.RECORDER,
        zh=("安排利息", "把归入帮扶资金的利息安排给一项分配，此后按该指标的资金使用。"),
        en=(
            "Plan interest",
            "Make interest that is the aid fund's money of an allocation, in the same account.",
        ),
    ),
    SUBJECT.post(
        "/funds/{document_no}/arrival-reversals",
        "reverse_cash_arrival",
        ReverseCashArrival,
        by=Role.RECORDER,
        zh=("冲销到位", "用红字冲销登记有误的到位。"),
        en=("Reverse cash arrival", "Reverse an arrival that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/recoveries",
        "recover_surplus",
        RecoverSurplus,
        by=Role.RECORDER,
        zh=("收回结余", "从账户收回结余资金，各级来源不变。"),
        en=("Recover surplus", "Take surplus back from an account, source split kept."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/carry-overs",
        "carry_over_fund",
        CarryOverFund,
        by=Role.RECORDER,
        zh=("结转下年", "把未用完的资金结转到下一年度。"),
        en=("Carry over fund", "Carry unspent money over to the next year."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/recovery-reversals",
        "reverse_recovery",
        ReverseRecovery,
        by=Role.RECORDER,
        zh=("冲销收回结余", "用红字冲销登记有误的收回结余，资金仍在原账户、原分配。"),
        en=("Reverse recovery", "Reverse a recovery of surplus that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/carry-over-reversals",
        "reverse_carry_over",
        ReverseCarryOver,
        by=Role.RECORDER,
        zh=("冲销结转", "用红字冲销登记有误的最近一次结转。"),
        en=("Reverse carry-over", "Reverse the last carry-over, that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/funds/{document_no}/authorisations",
        "authorise_integration",
        AuthoriseIntegration,
        by=Role.APPROVER,
        zh=("登记统筹整合授权", "登记把一种用途的资金统筹用于另一种用途的授权，限额限期。"),
        en=(
            "Authorise integration",
            "Record that money of one use may serve another, up to an amount and a day.",
        ),
    ),
)

router = APIRouter(prefix="/funds", tags=[SUBJECT.zh])


@router.get("", response_model=Page[fund_ledger.FundRow])
def list_funds(
    ask: Ask, paged: Paged, year: int | None = None, place: PlaceAround = "", use: str | None = None
) -> Response:
    """资金台账 — the documents by number, with their totals."""
    return ask.page(
        "fund_ledger",
        lambda cursor: fund_ledger.funds(cursor, paged, year=year, place=place, use_code=use),
    )


@router.get("/{document_no}", response_model=fund_ledger.Fund)
def read_fund(document_no: DocumentNo, ask: Ask) -> Response:
    """指标文件 — one document: levels, purposes, allocations, changes."""
    return ask.one("fund_ledger", Fund, document_no, fund_ledger.fund)
