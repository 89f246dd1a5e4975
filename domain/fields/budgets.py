"""预算字段 (fields of budgets): whose budget took which step."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import CODE

FIELDS = (
    Field("level", "预算级次", "level of the budget", CODE, "county", PUBLIC, of="budgets").says(
        "填哪一级的预算：全国 national、省级 provincial 或县级 county。",
        "Whose budget it is: national, provincial or the county's.",
    ),
    Field("step", "预算步骤", "step of the budget", CODE, "approved", PUBLIC, of="budgets").says(
        "填预算办到哪一步，如预算批准 approved、财政批复部门 departments_informed、预算公开 published。",
        "Which step the budget took, such as approved, departments_informed or published.",
    ),
)
