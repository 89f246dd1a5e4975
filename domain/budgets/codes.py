"""预算代码 (codes of budgets): whose budget it is, and the steps of the law that it takes."""

from domain.code import Code


class BudgetLevel(Code):
    """预算级次: whose budget a people's congress approves."""

    NATIONAL = "national", "全国", "national"
    PROVINCIAL = "provincial", "省级", "provincial"
    COUNTY = "county", "县级", "county"


class BudgetStep(Code):
    """预算步骤, in the order of the law (预算法 第14条、第52条)."""

    APPROVED = "approved", "预算批准", "budget approved"
    DEPARTMENTS_INFORMED = "departments_informed", "财政批复部门", "departments informed"
    UNITS_INFORMED = "units_informed", "部门批复单位", "units informed"
    PUBLISHED = "published", "预算公开", "budget published"
    ACCOUNTS_APPROVED = "accounts_approved", "决算批准", "final accounts approved"
    ACCOUNTS_PUBLISHED = "accounts_published", "决算公开", "final accounts published"


FOLLOWS = {
    BudgetStep.DEPARTMENTS_INFORMED: BudgetStep.APPROVED,
    BudgetStep.UNITS_INFORMED: BudgetStep.DEPARTMENTS_INFORMED,
    BudgetStep.PUBLISHED: BudgetStep.APPROVED,
    BudgetStep.ACCOUNTS_APPROVED: BudgetStep.APPROVED,
    BudgetStep.ACCOUNTS_PUBLISHED: BudgetStep.ACCOUNTS_APPROVED,
}
"""Each step and the one that it follows; of budgets above the county only the approval concerns these books."""
