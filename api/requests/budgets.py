"""预算请求 (requests about budgets): the days of their steps."""

from typing import Annotated

from api.http.body import CommandBody
from api.http.words import Key, TextOrNone
from api.requests.code_of import CodeOf
from domain.budgets.codes import BudgetStep


class RecordBudgetStep(CommandBody):
    """Record on which day a budget took a step of the law; `reason` corrects the day of a step that is recorded."""

    step: Annotated[str, CodeOf(BudgetStep)]
    decision_no: Key
    reason: TextOrNone = ""
