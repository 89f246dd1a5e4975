"""预算请求 (requests about budgets): the days of their steps."""

from typing import Annotated

from api.requests.body import CommandBody
from api.requests.code_of import CodeOf
from api.requests.words import Key, TextOrNone
from domain.budgets.codes import BudgetStep


class RecordBudgetStep(CommandBody):
    """Record on which day a budget took a step of the law; `reason` corrects the day of a step that is recorded."""

    step: Annotated[str, CodeOf(BudgetStep)]
    decision_no: Key
    reason: TextOrNone = ""
