"""数个业务共有的拒绝 (refusals that belong to no single subject), those about the use of money among them."""

from collections.abc import Sequence
from datetime import date

from domain.code import Word
from domain.fields.field import label_zh
from domain.refusal import Refusal, words_of


class DatedBeforeFormerStep(Refusal):
    """A step is not dated before the one it follows (业务日期早于前一步)."""

    code = "dated_before_former_step"
    title_zh, title_en = "业务日期早于前一步", "Dated before the former step"
    field = "effective_on"
    shows = ("effective_on", "latest_on")
    stream: str
    effective_on: date
    latest_on: date

    says_zh = "{stream:called_zh} 的前一步业务日期为 {latest_on}，本次为 {effective_on}。"
    says_en = "The former step of the {stream:called_en} is dated {latest_on}; this one {effective_on}."
    remedy_zh, remedy_en = "请核对业务日期。", "Check the business day."


class DatesOutOfOrder(Refusal):
    """One day must not be before another (日期先后不符)."""

    code = "dates_out_of_order"
    title_zh, title_en = "日期先后不符", "Dates out of order"
    field: str
    given: date
    earliest: date

    says_zh = "“{field:label}”为 {given}，不得早于 {earliest}。"
    says_en = "{field} is {given}; it may not be before {earliest}."
    remedy_zh, remedy_en = "请核对日期。", "Check the date."


class CountOutOfRange(Refusal):
    """A quantity or a share is a whole number, within reason (数量超出范围)."""

    code = "count_out_of_range"
    title_zh, title_en = "数量超出范围", "Count out of range"
    shows = ("given:text", "smallest", "largest")
    given: object
    field: str
    smallest: int
    largest: int

    says_zh = "“{field:label}”为 {given:text}，应为 {smallest} 至 {largest} 的整数。"
    says_en = "{field} is {given:text}; it should be a whole number from {smallest} to {largest}."
    remedy_zh = "请按单据核对数字；比例以万分之一为单位，100 为 1%。"
    remedy_en = "Check the number against its paper; shares are basis points, 100 are 1%."


class NothingGiven(Refusal):
    """A list or text that must not be empty is empty (缺少必填内容)."""

    code = "nothing_given"
    title_zh, title_en = "缺少必填内容", "Nothing given"
    shows = ()
    field: str
    called: str = ""  # in Chinese, where the name means several things

    says_zh = "“{label}”为空。"
    says_en = "{field} is empty."
    remedy_zh, remedy_en = "请填写后再登记。", "Fill it in, then record it."

    @property
    def label(self) -> str:
        """What the field is called in Chinese."""
        return self.called or label_zh(self.field)


class NumberUsedTwice(Refusal):
    """A number that must be unique was used before (编号重复)."""

    code = "number_used_twice"
    title_zh, title_en = "编号重复", "Number used twice"
    status = 409
    field: str
    number: str

    says_zh = "“{field:label}”{number} 已使用过。"
    says_en = "{field} {number} was used before."
    remedy_zh, remedy_en = "请换一个编号。", "Use another number."


class NothingCorrected(Refusal):
    """A correction reads as what it corrects (更正前后相同)."""

    code = "nothing_corrected"
    title_zh, title_en = "更正前后相同", "Nothing corrected"
    status = 409
    field: str
    given: str
    former: str

    says_zh = "“{field:label}”更正为“{given}”，现在就是“{former}”。"
    says_en = "{field} is corrected to “{given}”; it is “{former}” already."
    remedy_zh, remedy_en = "请填写正确的名称。", "Give the right name."


class PersonalNumber(Refusal):
    """A text holds an identity, telephone or bank card number of a person (含个人号码)."""

    code = "personal_number"
    title_zh, title_en = "含个人号码", "Personal number in a text"
    shows = ("kind:en",)
    field: str
    kind: Word = ("个人号码", "the number of a person")
    where: Word = ("", "")  # the line of a list
    called: str = ""  # in Chinese, where the name means several things

    says_zh = "{where:zh}“{label}”中含有{kind:zh}，事实不可删除，不得登记个人号码。"
    says_en = "{where:en}{field} holds {kind:en}; facts cannot be erased and hold no personal numbers."
    remedy_zh, remedy_en = "请改用人员编号，或遮盖号码。", "Use the person's id here, or mask the number."

    @property
    def label(self) -> str:
        """What the field is called in Chinese."""
        return self.called or label_zh(self.field)


class PersonOnBothSides(Refusal):
    """Two duties that must be kept apart were done by one person (不相容岗位未分离)."""

    code = "person_on_both_sides"
    title_zh, title_en = "不相容岗位未分离", "One person on both sides"
    status = 403
    shows = ("person", "duty:en", "other:en")
    person: str
    duty: Word
    other: Word

    says_zh = "{person} 已经办{other:zh}，不得再办{duty:zh}。"
    says_en = "{person} did the {other:en} and may not do the {duty:en}."
    remedy_zh, remedy_en = "请由另一人办理。", "Let another person act."


class ReasonMissing(Refusal):
    """What takes something back says why (未说明理由)."""

    code = "reason_missing"
    title_zh, title_en = "未说明理由", "Reason missing"
    field: str = "reason"

    says_zh = "没有写明理由。"
    says_en = "No reason is given."
    remedy_zh, remedy_en = "请写明理由或依据文号。", "Say why, or name the document it rests on."


class UseOnNegativeList(Refusal):
    """Aid money never serves a use of the negative list (负面清单)."""

    code = "use_on_negative_list"
    title_zh, title_en = "用途在负面清单内", "Use on the negative list"
    field = "use"
    shows = ("use",)
    use: str
    text: str
    source: str

    says_zh = "用途“{text}”在负面清单内（{source}）。"
    says_en = "The use {use} is on the negative list ({source})."
    remedy_zh, remedy_en = "请改用其他资金。", "Pay for it with other money."


class UseNotOfFund(Refusal):
    """Money keeps the use it was given for, unless an authorisation integrates funds (改变用途)."""

    code = "use_not_of_fund"
    title_zh, title_en = "改变资金用途", "Not the use of the fund"
    codes = words_of(asked="uses", given="uses")
    field = "use"
    asked: str
    given: str

    says_zh = "资金用途为“{given}”，本次用途为“{asked}”。"
    says_en = "The fund was given for {given}; this use is {asked}."
    remedy_zh = "请按原用途安排，或先登记统筹整合授权。"
    remedy_en = "Keep the use, or record an authorisation to integrate funds first."


class BudgetCodeNotOfUse(Refusal):
    """The budget code belongs to the use (科目与用途不符)."""

    code = "budget_code_not_of_use"
    title_zh, title_en = "预算科目与用途不符", "Budget code not of this use"
    codes = words_of(use="uses")
    field = "budget_code"
    shows = ("asked", "listed")
    asked: str
    use: str
    listed: Sequence[str]

    says_zh = "科目 {asked} 不属于用途“{use}”，可用：{listed}。"
    says_en = "Budget code {asked} is not of use {use}; it has: {listed}."
    remedy_zh, remedy_en = "请改用所列科目。", "Use a listed code."


class SpendingItemNotAllowed(Refusal):
    """Money of a unit or of a gift is spent on an item that the rulebook lists (用款事项不符)."""

    code = "spending_item_not_allowed"
    title_zh, title_en = "用款事项不符", "Spending item not allowed"
    codes = words_of(spending_item="spending_items")
    shows = ("spending_item", "allowed:codes")
    spending_item: str
    items: Sequence[tuple[str, str, str]]  # code, Chinese and English name
    field: str = "spending_item"

    says_zh = "用款事项为“{spending_item:or （未填）}”，规章允许：{names_zh}。"
    says_en = (
        "The money is to be spent on {spending_item:or (nothing named)}; allowed are: {names_en:commas}."
    )
    remedy_zh = "请填规章所列的用款事项；规章未列的不得支出。"
    remedy_en = "Name an item that the rulebook lists; what it does not list is not paid."

    @property
    def allowed(self) -> list[str]:
        """The codes that are allowed."""
        return [code for code, _, _ in self.items]

    @property
    def names_zh(self) -> list[str]:
        """What is allowed, by code and Chinese name."""
        return [f"{code} {zh}" for code, zh, _ in self.items]

    @property
    def names_en(self) -> list[str]:
        """What is allowed, by code and English name."""
        return [f"{code} ({en})" for code, _, en in self.items]
