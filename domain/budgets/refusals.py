"""预算方面的拒绝 (refusals about budgets)."""

from collections.abc import Sequence
from datetime import date

from domain.budgets.codes import BudgetLevel, BudgetStep
from domain.refusal import Refusal, words_of


class BudgetLevelUnknown(Refusal):
    """A budget is that of a level of the list (预算级次有误)."""

    code = "budget_level_unknown"
    title_zh, title_en = "预算级次有误", "Budget level unknown"
    codes = words_of(listed=BudgetLevel)
    field = "level"
    given: str
    listed: Sequence[str]

    says_zh = "预算级次为 {given}，应为：{listed}。"
    says_en = "The level of the budget is {given}; it should be one of: {listed}."
    remedy_zh, remedy_en = "请改填所列的一级。", "Use one of those listed."


class BudgetStepUnknown(Refusal):
    """A budget takes a step of its list; one above the county is only approved (预算步骤有误)."""

    code = "budget_step_unknown"
    title_zh, title_en = "预算步骤有误", "Budget step unknown"
    codes = words_of(level=BudgetLevel, given=BudgetStep, listed=BudgetStep)
    field = "step"
    level: str
    given: str
    listed: Sequence[str]

    says_zh = "{level}预算的步骤为 {given}，应为：{listed}。"
    says_en = "The step of a {level} budget is {given}; it should be one of: {listed}."
    remedy_zh, remedy_en = "请改填所列的一步。", "Use one of those listed."


class BudgetStepTooEarly(Refusal):
    """A step follows the one that the law puts before it (预算步骤次序有误)."""

    code = "budget_step_too_early"
    title_zh, title_en = "预算步骤次序有误", "Budget step too early"
    codes = words_of(step=BudgetStep, follows=BudgetStep)
    field = "step"
    step: str
    follows: str

    says_zh = "{step}在{follows}之后，而{follows}尚未登记。"
    says_en = "{step} follows {follows}, which is not recorded."
    remedy_zh, remedy_en = "请先登记前一步。", "Record the former step first."


class BudgetStepTaken(Refusal):
    """A step is taken once; to correct its day needs a reason (预算步骤已登记)."""

    code = "budget_step_taken"
    title_zh, title_en = "预算步骤已登记", "Budget step recorded already"
    status = 409
    codes = words_of(step=BudgetStep)
    field = "reason"
    step: str
    taken_on: date
    on: date

    says_zh = "{step}已按 {taken_on} 登记，本次为 {on}，没有写明更正理由。"
    says_en = "{step} is recorded for {taken_on}; this says {on} and gives no reason for a correction."
    remedy_zh, remedy_en = "确需更正日期的，请写明理由。", "To correct the day, say why."
