"""账期方面的拒绝 (refusals about accounting periods).

* PeriodClosed             账期已结账
* PeriodNotClosed          账期未结账
* PeriodNotOver            账期尚未结束
* MonthMisread             账期格式有误
"""

from datetime import date

from domain.refusal import Refusal


class PeriodClosed(Refusal):
    """The month of the business day is closed (账期已结账)."""

    code = "period_closed"
    title_zh = "账期已结账"
    title_en = "Period closed"
    status = 409

    def __init__(self, month: str, effective_on: date) -> None:
        """The closed `month` (YYYY-MM) and the business day that falls in it."""
        super().__init__(
            f"业务日期 {effective_on} 所在账期 {month} 已结账。",
            f"The business day {effective_on} lies in {month}, which is closed.",
            field="effective_on",
            figures={"effective_on": str(effective_on), "month": month},
            remedy_zh="请记入未结账的账期；更正请在未结账期红字冲销。",
            remedy_en="Record it in an open period; correct by a reversal in an open period.",
        )


class PeriodNotClosed(Refusal):
    """Only a closed month can be reopened (账期未结账)."""

    code = "period_not_closed"
    title_zh = "账期未结账"
    title_en = "Period not closed"
    status = 409

    def __init__(self, month: str) -> None:
        """`month` that is open."""
        super().__init__(
            f"账期 {month} 没有结账，无需反结账。",
            f"The period {month} is open; there is nothing to reopen.",
            figures={"month": month},
        )


class PeriodNotOver(Refusal):
    """A month is closed after its last day (账期尚未结束)."""

    code = "period_not_over"
    title_zh = "账期尚未结束"
    title_en = "Period not over"

    def __init__(self, month: str, last_on: date, effective_on: date) -> None:
        """The `month`, its last day, and the day on which somebody wanted to close it."""
        super().__init__(
            f"账期 {month} 到 {last_on} 结束，{effective_on} 不能结账。",
            f"The period {month} ends on {last_on}; it cannot be closed on {effective_on}.",
            field="effective_on",
            figures={"effective_on": str(effective_on), "last_on": str(last_on)},
            remedy_zh="请在账期结束之后结账。",
            remedy_en="Close it after its last day.",
        )


class MonthMisread(Refusal):
    """A period is written YYYY-MM (账期格式有误)."""

    code = "month_misread"
    title_zh = "账期格式有误"
    title_en = "Not a month"

    def __init__(self, given: str) -> None:
        """The text given."""
        super().__init__(
            f"账期写作 {given}，应为 2024-03 这样的年月。",
            f"The period is written {given}; it should be a month such as 2024-03.",
            field="month",
            figures={"given": given},
        )
