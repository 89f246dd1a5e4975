"""请求内容方面的拒绝 (refusals about what a request says)."""

from datetime import date

from domain.refusal import Refusal


class DuplicateMember(Refusal):
    """A field stands twice in one object of the body, so readers would differ about what it says (字段重复)."""

    code = "duplicate_member"
    title_zh, title_en = "字段重复", "A field stands twice"
    status = 400
    field: str  # as it may be shown

    says_zh = "字段 {field} 在同一个 JSON 对象里出现不止一次。"
    says_en = "The field {field} stands more than once in one JSON object."
    remedy_zh = "请只保留一个；以哪一个为准不能由系统猜测。"
    remedy_en = "Keep one of them; which one counts is not guessed."


class DateInTheFuture(Refusal):
    """Nothing is recorded before its day has come (业务日期在今天之后)."""

    code = "date_in_the_future"
    title_zh, title_en = "业务日期在今天之后", "A business day in the future"
    field = "effective_on"
    on: date
    today: date  # in Beijing

    says_zh = "业务日期 {on}，今天是 {today}。"
    says_en = "The business day is {on}; today is {today}."
    remedy_zh = "请核对业务日期；业务发生后再登记。"
    remedy_en = "Check the day; record business when it has happened."
