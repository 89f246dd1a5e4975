"""金额方面的拒绝 (refusals about amounts)."""

from typing import ClassVar

from domain.code import Code, Word
from domain.money.codes import FundingLevel
from domain.refusal import Refusal, words_of


class AmountOutOfRange(Refusal):
    """An amount is a whole number of fen, within reason (金额超出范围)."""

    code = "amount_out_of_range"
    title_zh, title_en = "金额超出范围", "Amount out of range"
    shows = ("given:text", "smallest_fen", "largest_fen")
    given: object
    field: str
    smallest_fen: int
    largest_fen: int

    says_zh = "“{field:label}”为 {given:text}，应为 {smallest_fen} 至 {largest_fen} 分的整数。"
    says_en = (
        "{field} is {given:text}; it should be a whole number of fen from {smallest_fen} to {largest_fen}."
    )
    remedy_zh = "金额以分为单位，请核对元、万元是否换算有误。"
    remedy_en = "Amounts are fen; check the conversion from yuan or 万元."


class AmountMisread(Refusal):
    """The text is not an amount of this unit, or finer than a fen (金额文字不可识别)."""

    code = "amount_misread"
    title_zh, title_en = "金额文字不可识别", "Not an amount"
    shows = ("given", "unit:en")
    given: str
    unit: Word

    says_zh = "“{given}”不是以{unit:zh}为单位、精确到分的金额。"
    says_en = "“{given}” is not an amount in {unit:en} exact to the fen."
    remedy_zh = "请只写数字和小数点，最多到分。"
    remedy_en = "Write digits and a decimal point only, no finer than a fen."


class SourcesDoNotAddUp(Refusal):
    """The parts by source must sum to the amount (分级次金额与总额不符)."""

    code = "sources_do_not_add_up"
    title_zh, title_en = "分级次金额与总额不符", "Sources do not add up"
    field = "sources"
    sum_fen: int
    amount_fen: int

    says_zh = "各资金来源合计 {sum_fen:yuan} 元，总额为 {amount_fen:yuan} 元。"
    says_en = "The sources sum to {sum_fen:yuan} yuan; the amount is {amount_fen:yuan} yuan."
    remedy_zh, remedy_en = "请核对各级资金，使合计等于总额。", "Make the parts sum to the amount."


class SourceNamedTwice(Refusal):
    """Each source stands once in a split (资金来源重复)."""

    code = "source_named_twice"
    title_zh, title_en = "资金来源重复", "Source named twice"
    codes = words_of(source=FundingLevel)
    field = "sources"
    source: str

    says_zh = "资金来源 {source} 出现两次。"
    says_en = "The source {source} stands twice."
    remedy_zh, remedy_en = "请合并为一行。", "Merge the two into one."


class AboveLimit(Refusal):
    """One amount is larger than what limits it (超过限额).

    Subclasses say which two amounts these are, and of which lists the codes in `where` are.
    """

    code = "above_limit"
    title_zh, title_en = "超过限额", "Above the limit"
    field = "amount_fen"
    asked: ClassVar[Word] = ("本次金额", "The amount")
    limit: ClassVar[Word] = ("限额", "the limit")
    where_codes: ClassVar[tuple[type[Code], ...]] = (FundingLevel,)
    asked_fen: int
    limit_fen: int
    where: str = ""  # the source, allocation or purpose that both amounts belong to

    says_zh = "{where_zh:before ：}{asked:zh} {asked_fen:yuan} 元，{limit:zh} {limit_fen:yuan} 元。"
    says_en = "{where:before : }{asked:en} is {asked_fen:yuan} yuan; {limit:en} is {limit_fen:yuan} yuan."
    remedy_zh = "请核对金额，不超过限额。"
    remedy_en = "Check the amount; stay within the limit."

    @property
    def where_zh(self) -> str:
        """What both amounts belong to, codes by their words."""
        parts = self.where.split(" ")
        for codes in self.where_codes:
            parts = [codes.word_of(part)[0] for part in parts]
        return " ".join(parts)
