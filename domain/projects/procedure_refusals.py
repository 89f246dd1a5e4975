"""程序方面的拒绝 (refusals of what no paper of a true procedure says): slips of the pen, one person in two seats."""

from collections.abc import Sequence

from domain.refusal import Refusal


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


class PriceUnusual(Refusal):
    """A contract price far below the plan is asked back (合同价疑误)."""

    code = "price_unusual"
    title_zh, title_en = "合同价疑误", "Price is unusual"
    field = "price_fen"
    price_fen: int
    plan_fen: int
    times: int  # into the plan the price fits so often, or more

    says_zh = "合同价 {price_fen:yuan} 元，计划 {plan_fen:yuan} 元，相差 {times} 倍以上，疑为元、万元之误。"
    says_en = (
        "The price is {price_fen:yuan} yuan, the plan {plan_fen:yuan} yuan: {times} times as much or more."
    )
    remedy_zh = "请核对合同价的单位；确实无误的，在 confirm_unusual 写明理由。"
    remedy_en = "Check the unit of the price; where it is right, say why in confirm_unusual."


class AcceptorsOfFormerLevels(Refusal):
    """A level is not accepted by the persons of the levels before it alone (各级验收为同一人)."""

    code = "acceptors_of_former_levels"
    title_zh, title_en = "各级验收为同一人", "Accepted by those of a former level"
    status = 403
    field = "acceptors"
    level: str
    acceptors: Sequence[str]
    fresh: int
    needed: int

    says_zh = "{level} 级验收人 {acceptors} 中，未参加前几级验收的 {fresh} 人，至少需要 {needed} 人。"
    says_en = (
        "Of the {level} acceptors {acceptors}, {fresh} accepted at no former level; {needed} are needed."
    )
    remedy_zh, remedy_en = "请由本级的人员验收后登记。", "Let persons of this level accept the work."


class AuditorIsImplementer(Refusal):
    """Who carried out a work does not audit its price (审价单位与实施单位相同)."""

    code = "auditor_is_implementer"
    title_zh, title_en = "审价单位与实施单位相同", "The auditor carried out the work"
    field = "auditor_unit"
    auditor_unit: str
    implementer: str

    says_zh = "结算审定单位为 {auditor_unit}，本项目由 {implementer} 施工或实施。"
    says_en = "The settlement was audited by {auditor_unit}; {implementer} carried out the work."
    remedy_zh = "请由与施工、实施无关的单位审定后登记。"
    remedy_en = "Have the price audited by a unit that had no hand in the work."
