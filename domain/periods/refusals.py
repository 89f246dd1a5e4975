"""账期方面的拒绝 (refusals about accounting periods)."""

from datetime import date

from domain.refusal import Refusal


class PeriodClosed(Refusal):
    """The month of the business day is closed (账期已结账)."""

    code = "period_closed"
    title_zh, title_en = "账期已结账", "Period closed"
    status = 409
    field = "effective_on"
    shows = ("effective_on", "month")
    month: str
    effective_on: date

    says_zh = "业务日期 {effective_on} 所在账期 {month} 已结账。"
    says_en = "The business day {effective_on} lies in {month}, which is closed."
    remedy_zh = "请记入未结账的账期；更正请在未结账期红字冲销。"
    remedy_en = "Record it in an open period; correct by a reversal in an open period."


class EarlierMonthOpen(Refusal):
    """Months are closed one after another (前月尚未结账)."""

    code = "earlier_month_open"
    title_zh, title_en = "前月尚未结账", "An earlier month is open"
    status = 409
    field = "month"
    month: str
    open_month: str

    says_zh = "账期 {open_month} 尚未结账，不能先结 {month}。"
    says_en = "The period {open_month} is open; {month} is not closed before it."
    remedy_zh, remedy_en = (
        "请从最早未结账的月份起逐月结账。",
        "Close the months one by one, the earliest first.",
    )


class PeriodNotClosed(Refusal):
    """Only a closed month can be reopened (账期未结账)."""

    code = "period_not_closed"
    title_zh, title_en = "账期未结账", "Period not closed"
    status = 409
    month: str

    says_zh = "账期 {month} 没有结账，无需反结账。"
    says_en = "The period {month} is open; there is nothing to reopen."
    remedy_zh = "请直接办理业务，无须反结账。"
    remedy_en = "Go on; nothing needs to be reopened."


class PeriodNotOver(Refusal):
    """A month is closed after its last day (账期尚未结束)."""

    code = "period_not_over"
    title_zh, title_en = "账期尚未结束", "Period not over"
    field = "effective_on"
    shows = ("effective_on", "last_on")
    month: str
    last_on: date
    effective_on: date

    says_zh = "账期 {month} 到 {last_on} 结束，{effective_on} 不能结账。"
    says_en = "The period {month} ends on {last_on}; it cannot be closed on {effective_on}."
    remedy_zh, remedy_en = "请在账期结束之后结账。", "Close it after its last day."


class MonthMisread(Refusal):
    """A period is written YYYY-MM (账期格式有误)."""

    code = "month_misread"
    title_zh, title_en = "账期格式有误", "Not a month"
    field = "month"
    given: str

    says_zh = "账期写作 {given}，应为 2024-03 这样的年月。"
    says_en = "The period is written {given}; it should be a month such as 2024-03."
    remedy_zh = "请写四位年、短横线、两位月。"
    remedy_en = "Write four digits of the year, a dash and two of the month."
