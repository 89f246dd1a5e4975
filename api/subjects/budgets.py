"""预算 (budgets): the commands that a person may give."""

from typing import Annotated

from fastapi import Path

from api.commands.declaration import Subject
from api.requests.budgets import RecordBudgetStep
from api.requests.code_of import CodeOf
from api.requests.words import YearInPath
from domain.budgets.budget import Budget
from domain.budgets.codes import BudgetLevel
from projections.access.roles import Role

Level = Annotated[
    str, CodeOf(BudgetLevel), Path(description="预算级次：全国 national、省级 provincial、县级 county")
]
Year = Annotated[YearInPath, Path(description="预算年度")]
SUBJECT = Subject(
    "预算", "Budgets", chapter=15, stream=Budget.id_of("{level}-{year}"), keys={"level": Level, "year": Year}
)

COMMANDS = (
    SUBJECT.post(
        "/budgets/{level}/{year}/steps",
        "record_budget_step",
        RecordBudgetStep,
        by=Role.RECORDER,
        zh=("登记预算步骤", "登记预算批准、批复、公开的日期，法定时限由此起算；更正日期须写明理由。"),
        en=(
            "Record budget step",
            "Record the day of an approval, of its handing on or publication: time limits of the law count from it.",
        ),
    ),
)
