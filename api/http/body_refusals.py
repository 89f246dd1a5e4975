"""请求内容方面的拒绝 (refusals about what a request says).

* DuplicateMember          字段重复
* DateInTheFuture          业务日期在今天之后
"""

from datetime import date

from domain.refusal import Refusal


class DuplicateMember(Refusal):
    """A field stands twice in one object of the body, so readers would differ about what it says (字段重复)."""

    code = "duplicate_member"
    title_zh = "字段重复"
    title_en = "A field stands twice"
    status = 400

    def __init__(self, name: str) -> None:
        """`name` of the field, as it may be shown."""
        super().__init__(
            f"字段 {name} 在同一个 JSON 对象里出现不止一次。",
            f"The field {name} stands more than once in one JSON object.",
            field=name,
            remedy_zh="请只保留一个；以哪一个为准不能由系统猜测。",
            remedy_en="Keep one of them; which one counts is not guessed.",
        )


class DateInTheFuture(Refusal):
    """Nothing is recorded before its day has come (业务日期在今天之后)."""

    code = "date_in_the_future"
    title_zh = "业务日期在今天之后"
    title_en = "A business day in the future"

    def __init__(self, on: date, today: date) -> None:
        """The business day and today, in Beijing."""
        super().__init__(
            f"业务日期 {on}，今天是 {today}。",
            f"The business day is {on}; today is {today}.",
            field="effective_on",
            figures={"on": str(on), "today": str(today)},
            remedy_zh="请核对业务日期；业务发生后再登记。",
            remedy_en="Check the day; record business when it has happened.",
        )
