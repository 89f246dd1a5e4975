"""预算业务 (business of budgets): the days that the time limits of the budget law count from and to."""

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.budgets.budget import Budget
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers


class BudgetDesk(Desk):
    """预算批准、批复、公开的日期."""

    @command
    def record_budget_step(
        self, turn: DecisionTurn, *, level: str, year: int, step: str, decision_no: str, reason: str = ""
    ) -> None:
        """登记预算步骤.

        Raises OutsideScope (a budget is the county's matter), PersonalNumber, RulebookMissing, then what
        `Budget.take_step` raises.
        """
        turn.check_county()
        facts_hold_no_personal_numbers(reason=reason)
        turn.find(Budget, f"{level}-{year}").take_step(
            turn.stamp, level=level, year=year, step=step, decision_no=decision_no, reason=reason
        )
