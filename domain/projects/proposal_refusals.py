"""项目申报与计划方面的拒绝 (refusals on the way to a plan): the village decision, the library, the sources."""

from collections.abc import Sequence

from domain.code import Word
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class DecisionIncomplete(Refusal):
    """A village decision lacks a step, a quorum, a majority or posting days (民主决策不符合程序)."""

    code = "decision_incomplete"
    title_zh, title_en = "民主决策不符合程序", "Village decision incomplete"
    field = "steps"
    shows = ("step", "found:en", "needed:en")
    step: str  # the code of the step, or of the checklist where the steps are not its own
    name: str  # what that is called in Chinese
    found: Word
    needed: Word

    says_zh = "民主决策“{name}”实际：{found:zh}；要求：{needed:zh}。"
    says_en = "Decision step {step}: found {found:en}, needed {needed:en}."
    remedy_zh, remedy_en = "请补齐程序后再登记。", "Complete the procedure, then record it."


class NoTargetNoEntry(Refusal):
    """A project without a performance target does not enter the library (无绩效目标不得入库)."""

    code = "no_target_no_entry"
    title_zh, title_en = "无绩效目标不得入库", "No target, no entry"
    field = "targets"
    needed = 1
    shows = ("given", "needed")
    given: int  # the targets with a value

    says_zh = "有数值的绩效目标 {given} 项，至少需要 {needed} 项。"
    says_en = "{given} targets with a value were given; at least {needed} is needed."
    remedy_zh, remedy_en = "请补充绩效目标后入库。", "Set a target with a value, then enter the library."


class PlanNotCovered(AboveLimit):
    """A source of the plan is not covered by an allocation to this project (计划未落实资金来源)."""

    code = "plan_not_covered"
    title_zh, title_en = "计划未落实资金来源", "Plan not covered by its sources"
    asked = ("计划使用该来源", "the plan's part from this source")
    limit = ("该来源分配给本项目", "what it allocated to the project")
    remedy_zh, remedy_en = "请先办理资金分配。", "Allocate the fund to the project first."


class BudgetCodeNotOfMoney(Refusal):
    """A plan has a budget code that its money was allocated under (科目与所用资金不符)."""

    code = "budget_code_not_of_money"
    title_zh, title_en = "科目与所用资金不符", "Budget code not of this money"
    field = "budget_code"
    asked: str
    allocated: Sequence[str]

    says_zh = "计划科目为 {asked}，所用资金分配给本项目的科目为 {allocated}。"
    says_en = "The plan has budget code {asked}; its money was allocated under {allocated}."
    remedy_zh = "请改用分配时的科目，或先调剂分配。"
    remedy_en = "Use a code of the allocation, or adjust the allocation first."


class SourceOverdrawn(AboveLimit):
    """A source of the project has less than is needed of it (来源金额不足)."""

    code = "source_overdrawn"
    title_zh, title_en = "来源金额不足", "Source overdrawn"
    status = 409
    asked = ("本次调减", "the cut")
    limit = ("该来源未使用部分", "what is unused of this source")
    remedy_zh, remedy_en = (
        "各来源不得互相挪用，请调整来源。",
        "No source pays for another; adjust the sources.",
    )


class ChangeNeedsApproval(Refusal):
    """Changes beyond the dated share need a new approval (调整超比例须报批)."""

    code = "change_needs_approval"
    title_zh, title_en = "调整超比例须报批", "Change needs approval"
    field = "approval_no"
    share_bp: int  # all changes so far, of the first figure
    limit_bp: int

    says_zh = "累计调整为 {share_bp:percent}，超过 {limit_bp:percent}，须附批准文号。"
    says_en = "Changes sum to {share_bp:percent}; beyond {limit_bp:percent} an approval number is needed."
    remedy_zh = "请报原审批单位批准后登记批准文号。"
    remedy_en = "Have it approved by the original approver and give the number."
