"""A plan is booked under a budget code that its money was allocated under (科目随资金走)."""

from collections.abc import Collection

from domain.projects.proposal_refusals import BudgetCodeNotOfMoney


def plan_keeps_the_code_of_its_money(budget_code: str, allocated_under: Collection[str]) -> None:
    """Raise BudgetCodeNotOfMoney for a code that no source of the plan was allocated to the project under."""
    if budget_code not in allocated_under:
        raise BudgetCodeNotOfMoney(budget_code, sorted(allocated_under))
