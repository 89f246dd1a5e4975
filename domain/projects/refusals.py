"""项目申报与计划的拒绝 (refusals about projects up to their approval).  The later ones are in project_works.

* ProjectNotActive         项目已中止或终止
* ProjectNotSuspended      项目未中止
* ProjectOwes              项目尚有未结款项
* StepOutOfOrder           未按程序办理
* DecisionIncomplete       民主决策不符合程序
* NoTargetNoEntry          无绩效目标不得入库
* OpenObjections           异议未处理完毕
* SourceOverdrawn          来源金额不足
* PlanNotCovered           计划未落实资金来源
* ChangeNeedsApproval      调整超比例须报批
"""

from collections.abc import Sequence

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class ProjectNotActive(Refusal):
    """A suspended or ended project takes no further steps (项目已中止或终止)."""

    code = "project_not_active"
    title_zh = "项目已中止或终止"
    title_en = "Project suspended or ended"
    status = 409

    def __init__(self, code: str, state: str) -> None:
        """`state` is suspended or ended."""
        zh = {"suspended": "中止", "ended": "终止"}[state]
        super().__init__(
            f"项目 {code} 已{zh}，不能办理。",
            f"Project {code} is {state}.",
            figures={"project": code, "state": state},
            remedy_zh="中止的项目请先恢复；终止的项目不能再办理。",
            remedy_en="Resume a suspended project first; an ended one takes no further steps.",
        )


class ProjectNotSuspended(Refusal):
    """Only a suspended project is resumed (项目未中止)."""

    code = "project_not_suspended"
    title_zh = "项目未中止"
    title_en = "Project not suspended"
    status = 409

    def __init__(self, code: str) -> None:
        """The code of the project."""
        super().__init__(
            f"项目 {code} 没有中止，无需恢复。",
            f"Project {code} is not suspended.",
            figures={"project": code},
        )


class ProjectOwes(Refusal):
    """A project ends when its approved claims and rolls are paid or given up (项目尚有未结款项)."""

    code = "project_owes"
    title_zh = "项目尚有未结款项"
    title_en = "Project still owes"
    status = 409

    def __init__(self, code: str, claim_nos: Sequence[str], roll_nos: Sequence[str]) -> None:
        """The approved claims of which nothing is paid, and the approved rolls with open lines."""
        claims, rolls = "、".join(claim_nos), "、".join(roll_nos)
        super().__init__(
            f"项目 {code} 已审批未付款的报账单：{claims or '无'}；未办结的花名册：{rolls or '无'}。",
            f"Project {code} has approved claims unpaid: {claims or 'none'}; rolls open: {rolls or 'none'}.",
            figures={"project": code, "claims": claims, "rolls": rolls},
            remedy_zh="请先付款或不予报账；花名册请发放完毕，退回的行重发或取消。",
            remedy_en="Pay or refuse the claims first; send the rolls, and resend or cancel what came back.",
        )


class StepOutOfOrder(Refusal):
    """The project is not at the phase that this step follows (未按程序办理)."""

    code = "step_out_of_order"
    title_zh = "未按程序办理"
    title_en = "Step out of order"
    status = 409

    def __init__(self, code: str, phase: tuple[str, str], needed: tuple[str, str]) -> None:
        """`phase` reached and phase `needed`, each as Chinese and English words."""
        super().__init__(
            f"项目 {code} 当前阶段为“{phase[0]}”，本步骤要求“{needed[0]}”。",
            f"Project {code} is {phase[1]}; this step needs it to be {needed[1]}.",
            figures={"project": code, "phase": phase[1], "needed": needed[1]},
            remedy_zh="请按申报、决策、审核、论证、入库、计划、批复、合同、开工、完工、验收、结算、移交的次序办理。",
            remedy_en="Take the steps in order, none left out.",
        )


class DecisionIncomplete(Refusal):
    """A village decision lacks a step, a quorum, a majority or posting days (民主决策不符合程序)."""

    code = "decision_incomplete"
    title_zh = "民主决策不符合程序"
    title_en = "Village decision incomplete"

    def __init__(self, step: str, found: str, needed: str) -> None:
        """`step` of the checklist, what was found there and what the checklist needs."""
        super().__init__(
            f"民主决策步骤 {step}：实际 {found}，要求 {needed}。",
            f"Decision step {step}: found {found}, needed {needed}.",
            field="steps",
            figures={"step": step, "found": found, "needed": needed},
            remedy_zh="请补齐程序后再登记。",
            remedy_en="Complete the procedure, then record it.",
        )


class NoTargetNoEntry(Refusal):
    """A project without a performance target does not enter the library (无绩效目标不得入库)."""

    code = "no_target_no_entry"
    title_zh = "无绩效目标不得入库"
    title_en = "No target, no entry"

    def __init__(self, given: int) -> None:
        """How many targets with a value were given; at least one is needed."""
        super().__init__(
            f"有数值的绩效目标 {given} 项，至少需要 1 项。",
            f"{given} targets with a value were given; at least 1 is needed.",
            field="targets",
            figures={"given": given, "needed": 1},
            remedy_zh="请补充绩效目标后入库。",
            remedy_en="Set a target with a value, then enter the library.",
        )


class OpenObjections(Refusal):
    """A posting about this record has objections without an answer (异议未处理完毕)."""

    code = "open_objections"
    title_zh = "异议未处理完毕"
    title_en = "Objections are open"
    status = 409

    def __init__(self, notice_no: str, objections: Sequence[str]) -> None:
        """The notice and the numbers of its open objections."""
        listed = "、".join(objections)
        super().__init__(
            f"公示 {notice_no} 有 {len(objections)} 件异议未答复：{listed}。",
            f"Notice {notice_no} has {len(objections)} objections without an answer: {listed}.",
            figures={"notice_no": notice_no, "open": len(objections)},
            remedy_zh="请先逐件答复异议。",
            remedy_en="Answer each objection first.",
        )


class SourceOverdrawn(AboveLimit):
    """A source of the project has less than is needed of it (来源金额不足)."""

    code = "source_overdrawn"
    title_zh = "来源金额不足"
    title_en = "Source overdrawn"
    status = 409
    asked = ("本次调减", "the cut")
    limit = ("该来源未使用部分", "what is unused of this source")
    remedy = ("各来源不得互相挪用，请调整来源。", "No source pays for another; adjust the sources.")


class PlanNotCovered(AboveLimit):
    """A source of the plan is not covered by an allocation to this project (计划未落实资金来源)."""

    code = "plan_not_covered"
    title_zh = "计划未落实资金来源"
    title_en = "Plan not covered by its sources"
    asked = ("计划使用该来源", "the plan's part from this source")
    limit = ("该来源分配给本项目", "what it allocated to the project")
    remedy = ("请先办理资金分配。", "Allocate the fund to the project first.")


class ChangeNeedsApproval(Refusal):
    """Changes beyond the dated share need a new approval (调整超比例须报批)."""

    code = "change_needs_approval"
    title_zh = "调整超比例须报批"
    title_en = "Change needs approval"

    def __init__(self, share_bp: int, limit_bp: int) -> None:
        """All changes so far and the limit, in basis points of the first figure."""
        super().__init__(
            f"累计调整为万分之 {share_bp}，超过万分之 {limit_bp}，须附批准文号。",
            f"Changes sum to {share_bp} basis points; beyond {limit_bp} an approval number is needed.",
            field="approval_no",
            figures={"share_bp": share_bp, "limit_bp": limit_bp},
            remedy_zh="请报原审批单位批准后登记批准文号。",
            remedy_en="Have it approved by the original approver and give the number.",
        )
