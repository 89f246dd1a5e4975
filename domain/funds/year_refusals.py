"""资金年度与结转方面的拒绝 (refusals about the years of a fund): its document, its time, what is carried over."""

from datetime import date

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class FactBeforeFund(Refusal):
    """Nothing happens to a fund before it was received (早于指标下达)."""

    code = "fact_before_fund"
    title_zh, title_en = "早于指标下达", "Before the fund"
    field = "effective_on"
    on: date
    received_on: date

    says_zh = "业务日期 {on} 早于指标登记日 {received_on}。"
    says_en = "The business day {on} is before the day the fund was received, {received_on}."
    remedy_zh, remedy_en = "请核对业务日期。", "Check the business day."


class FundYearAhead(Refusal):
    """A document gives no money of a year that is too far ahead (资金年度晚于文件年度)."""

    code = "fund_year_ahead"
    title_zh, title_en = "资金年度晚于文件年度", "The fund's year is too far ahead"
    field = "year"
    year: int
    issued_on: date
    latest_year: int

    says_zh = "文件于 {issued_on} 印发，资金年度填为 {year}，最晚为 {latest_year}。"
    says_en = (
        "The document was issued on {issued_on}; the fund's year is {year}, the latest is {latest_year}."
    )
    remedy_zh, remedy_en = "请核对资金年度和印发日期。", "Check the fund's year and the day of issue."


class FundYearOver(Refusal):
    """After the carry-over clock has run, money may only be recovered (超过使用年限)."""

    code = "fund_year_over"
    title_zh, title_en = "超过使用年限", "The fund's years are over"
    field = "effective_on"
    on: date
    last_on: date

    says_zh = "业务日期 {on}，资金最后可用日为 {last_on}。"
    says_en = "The business day is {on}; the money could be used until {last_on}."
    remedy_zh = "连续两年未用完的资金为结余，请按结余收回。"
    remedy_en = "What was not used in time is surplus: recover it."


class NotCarriedOver(Refusal):
    """Money of a former year is carried over before it is allocated (未办结转)."""

    code = "not_carried_over"
    title_zh, title_en = "未办结转", "Not carried over"
    field = "effective_on"
    on: date
    usable_year: int

    says_zh = "业务日期 {on}，资金年度为 {usable_year}，尚未结转。"
    says_en = "The business day is {on}; the money belongs to {usable_year} and was not carried over."
    remedy_zh, remedy_en = "请先办理结转。", "Carry the fund over first."


class CarryOverOutOfOrder(Refusal):
    """A carry-over goes from the fund's current year to the next (结转年度不连续)."""

    code = "carry_over_out_of_order"
    title_zh, title_en = "结转年度不连续", "Carry-over out of order"
    field = "from_year"
    from_year: int
    to_year: int
    current_year: int

    says_zh = "本次由 {from_year} 年结转至 {to_year} 年，应由 {current_year} 年结转至 {next_year} 年。"
    says_en = "This carries {from_year} to {to_year}; it should carry {current_year} to {next_year}."
    remedy_zh = "请按年度逐年结转。"
    remedy_en = "Carry the money over year by year."

    @property
    def next_year(self) -> int:
        """The year after the one that the money now belongs to."""
        return self.current_year + 1


class CarryOverAboveFund(AboveLimit):
    """No more is carried over than the document gave, nor than was carried over before (结转超过指标)."""

    code = "carry_over_above_fund"
    title_zh, title_en = "结转超过指标", "Carry-over above the fund"
    asked = ("本次结转", "the carry-over")
    limit = (
        "可结转金额（指标金额；再次结转的，为上次结转的金额）",
        "the fund, or what was carried over before",
    )
    remedy_zh, remedy_en = "请按未使用的金额结转。", "Carry over what was not used."


class AboveCarriedOver(AboveLimit):
    """In a later year no more is allocated or moved than was carried into it (超过结转金额)."""

    code = "above_carried_over"
    title_zh, title_en = "超过结转金额", "Above what was carried over"
    asked = ("本次分配或调剂", "the allocation or adjustment")
    limit = ("结转尚未使用的金额", "what is left of the carry-over")
    remedy_zh, remedy_en = (
        "未结转的资金为结余，请按结余收回。",
        "What was not carried over is surplus: recover it.",
    )
