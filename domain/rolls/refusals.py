"""花名册方面的拒绝 (refusals about rolls).

* RollLinesWrong           花名册明细有误
* RollTotalsDiffer         花名册合计不符
* RollStateDiffers         花名册状态不符
* RollProjectDiffers       项目不能按花名册发放
* RollKindDiffers          项目类型不能按花名册发放
* ProjectPaidByRoll        项目已按花名册发放
* RollAbovePlan            发放超出计划
* UnknownSending           无此发放批次
* SendingAnswered          代发结果已登记
* LinesNotInSending        明细不属于该批次
* LineNotReturned          该行未退回
"""

from collections.abc import Sequence

from domain.money.amount_text import yuan_text
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class RollLinesWrong(Refusal):
    """Every line of a roll is in order; all wrong lines are named at once (花名册明细有误)."""

    code = "roll_lines_wrong"
    title_zh = "花名册明细有误"
    title_en = "Roll lines are wrong"

    def __init__(self, wrong: Sequence[tuple[int, str, str]]) -> None:
        """Each wrong line as its number and what is wrong, Chinese and English."""
        super().__init__(
            f"{len(wrong)} 处有误：" + "；".join(f"第 {no} 行{zh}" for no, zh, _ in wrong) + "。",
            f"{len(wrong)} faults: " + "; ".join(f"line {no} {en}" for no, _, en in wrong) + ".",
            field="lines",
            figures={"wrong": len(wrong), "lines": ",".join(str(no) for no, _, _ in wrong)},
            remedy_zh="请更正所列各行后重新提交。",
            remedy_en="Correct the lines and submit again.",
        )


class RollTotalsDiffer(Refusal):
    """The declared count and sum are those of the lines (花名册合计不符)."""

    code = "roll_totals_differ"
    title_zh = "花名册合计不符"
    title_en = "Roll totals differ"

    def __init__(self, declared_count: int, count: int, declared_sum_fen: int, sum_fen: int) -> None:
        """Declared and counted lines, declared and counted fen."""
        super().__init__(
            f"申报 {declared_count} 行、{yuan_text(declared_sum_fen)} 元，"
            f"明细 {count} 行、{yuan_text(sum_fen)} 元。",
            f"Declared are {declared_count} lines and {yuan_text(declared_sum_fen)} yuan; "
            f"the lines are {count} and sum to {yuan_text(sum_fen)} yuan.",
            field="declared_sum_fen",
            figures={
                "declared_count": declared_count,
                "count": count,
                "declared_sum_fen": declared_sum_fen,
                "sum_fen": sum_fen,
            },
            remedy_zh="请核对人数、金额合计。",
            remedy_en="Check count and sum.",
        )


class RollStateDiffers(Refusal):
    """The roll is not in the state that this step follows (花名册状态不符)."""

    code = "roll_state_differs"
    title_zh = "花名册状态不符"
    title_en = "Roll is in another state"
    status = 409

    def __init__(self, roll_no: str, state: tuple[str, str], needed: tuple[str, str]) -> None:
        """The `state` of the roll and the state `needed`, Chinese and English words."""
        super().__init__(
            f"花名册 {roll_no} 当前为“{state[0]}”，本步骤要求“{needed[0]}”。",
            f"Roll {roll_no} is {state[1]}; this step needs it to be {needed[1]}.",
            figures={"roll_no": roll_no, "state": state[1], "needed": needed[1]},
        )


class RollProjectDiffers(Refusal):
    """A project under contract is paid by claims, not by a roll (项目不能按花名册发放)."""

    code = "roll_project_differs"
    title_zh = "项目不能按花名册发放"
    title_en = "Project is not paid by roll"
    status = 409

    def __init__(self, project_code: str, contract_no: str) -> None:
        """The project and its contract."""
        super().__init__(
            f"项目 {project_code} 已签合同 {contract_no}，按报账付款，不按花名册发放。",
            f"Project {project_code} has contract {contract_no}; it is paid by claims, not by a roll.",
            field="project_code",
            figures={"project": project_code, "contract_no": contract_no},
        )


class RollKindDiffers(Refusal):
    """Only a project whose money goes to persons is paid by a roll (项目类型不能按花名册发放)."""

    code = "roll_kind_differs"
    title_zh = "项目类型不能按花名册发放"
    title_en = "Kind of project is not paid by roll"

    def __init__(self, project_code: str, kind: str, kinds: Sequence[str]) -> None:
        """The project, its kind and the kinds that are paid by roll."""
        listed = "、".join(kinds)
        super().__init__(
            f"项目 {project_code} 的类型为 {kind}，按花名册发放的类型为：{listed}。",
            f"Project {project_code} is of the kind {kind}; paid by roll are: {listed}.",
            field="project_code",
            figures={"project": project_code, "kind": kind, "kinds": listed},
            remedy_zh="工程、货物、服务项目请签订合同后报账。",
            remedy_en="Contract works, goods and services, and pay them by claims.",
        )


class ProjectPaidByRoll(Refusal):
    """A project with a roll is not put under contract (项目已按花名册发放)."""

    code = "project_paid_by_roll"
    title_zh = "项目已按花名册发放"
    title_en = "Project is paid by roll"
    status = 409

    def __init__(self, project_code: str, roll_nos: Sequence[str]) -> None:
        """The project and its rolls."""
        listed = "、".join(roll_nos)
        super().__init__(
            f"项目 {project_code} 已编制花名册 {listed}，不再签订合同。",
            f"Project {project_code} has the rolls {listed}; it is not put under contract.",
            field="code",
            figures={"project": project_code, "rolls": listed},
        )


class RollAbovePlan(AboveLimit):
    """All rolls of a project together cost no more than it has planned from each source (发放超出计划)."""

    code = "roll_above_plan"
    title_zh = "发放超出计划"
    title_en = "Roll above the plan"
    status = 409
    asked = ("本次发放", "the roll")
    limit = ("已到位的计划余额", "what arrived of the plan and is neither owed nor paid")
    remedy = ("请先调整计划并落实来源。", "Change the plan and its sources first.")


class UnknownSending(Refusal):
    """The roll was never sent under this payment (无此发放批次)."""

    code = "unknown_sending"
    title_zh = "无此发放批次"
    title_en = "No such sending"
    status = 404

    def __init__(self, payment_no: str, known: Sequence[str]) -> None:
        """The payment looked for and those there are."""
        listed = "、".join(known) or "—"
        super().__init__(
            f"没有发放批次 {payment_no}，已有：{listed}。",
            f"There is no sending {payment_no}; there are: {listed}.",
            field="payment_no",
            figures={"payment_no": payment_no, "known": listed},
        )


class SendingAnswered(Refusal):
    """The bank answers a sending once (代发结果已登记)."""

    code = "sending_answered"
    title_zh = "代发结果已登记"
    title_en = "Sending is answered"
    status = 409

    def __init__(self, payment_no: str) -> None:
        """The payment of the sending."""
        super().__init__(
            f"发放批次 {payment_no} 的代发结果已经登记。",
            f"The bank's answer to {payment_no} is recorded.",
            field="payment_no",
            figures={"payment_no": payment_no},
        )


class LinesNotInSending(Refusal):
    """The bank returns lines that were sent, each once (明细不属于该批次)."""

    code = "lines_not_in_sending"
    title_zh = "明细不属于该批次"
    title_en = "Lines are not in the sending"

    def __init__(self, payment_no: str, lines: Sequence[int]) -> None:
        """The payment and the line numbers that are not in it, or are named twice."""
        listed = "、".join(str(line) for line in lines)
        super().__init__(
            f"第 {listed} 行不属于发放批次 {payment_no}，或重复。",
            f"The lines {listed} are not in the sending {payment_no}, or stand twice.",
            field="returned",
            figures={"payment_no": payment_no, "lines": listed},
        )


class LineNotReturned(Refusal):
    """Only a returned line is sent again or cancelled (该行未退回)."""

    code = "line_not_returned"
    title_zh = "该行未退回"
    title_en = "Line is not returned"
    status = 409

    def __init__(self, roll_no: str, line_no: int, state: str) -> None:
        """The roll, the line and its state; "" where there is no such line."""
        super().__init__(
            f"花名册 {roll_no} 第 {line_no} 行状态为 {state or '（无此行）'}，只有退回的行可以重发或取消。",
            f"Line {line_no} of roll {roll_no} is {state or '(not there)'}; only a returned line goes on.",
            field="line_no",
            figures={"line_no": line_no, "state": state, "needed": "returned"},
        )
