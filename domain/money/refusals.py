"""金额方面的拒绝 (refusals about amounts).

* AmountOutOfRange         金额超出范围
* AmountMisread            金额文字不可识别
* SourcesDoNotAddUp        分级次金额与总额不符
* SourceNamedTwice         资金来源重复
* AboveLimit               超过限额 (its kinds stand with their subjects)
"""

from typing import ClassVar

from domain.money.amount_text import yuan_text
from domain.refusal import Refusal


class AmountOutOfRange(Refusal):
    """An amount is a whole number of fen, within reason (金额超出范围)."""

    code = "amount_out_of_range"
    title_zh = "金额超出范围"
    title_en = "Amount out of range"

    def __init__(self, given: object, field: str, smallest_fen: int, largest_fen: int) -> None:
        """What was given for `field`, and the range in fen."""
        super().__init__(
            f"{field} 为 {given}，应为 {smallest_fen} 至 {largest_fen} 分的整数。",
            f"{field} is {given}; it should be a whole number of fen from {smallest_fen} to {largest_fen}.",
            field=field,
            figures={"given": str(given), "smallest_fen": smallest_fen, "largest_fen": largest_fen},
            remedy_zh="金额以分为单位，请核对元、万元是否换算有误。",
            remedy_en="Amounts are fen; check the conversion from yuan or 万元.",
        )


class AmountMisread(Refusal):
    """The text is not an amount of this unit, or finer than a fen (金额文字不可识别)."""

    code = "amount_misread"
    title_zh = "金额文字不可识别"
    title_en = "Not an amount"

    def __init__(self, given: str, unit: str) -> None:
        """The text given and the unit it should be in."""
        super().__init__(
            f"“{given}”不是以 {unit} 为单位、精确到分的金额。",
            f"“{given}” is not an amount in {unit} exact to the fen.",
            figures={"given": given, "unit": unit},
        )


class SourcesDoNotAddUp(Refusal):
    """The parts by source must sum to the amount (分级次金额与总额不符)."""

    code = "sources_do_not_add_up"
    title_zh = "分级次金额与总额不符"
    title_en = "Sources do not add up"

    def __init__(self, sum_fen: int, amount_fen: int) -> None:
        """The sum of the parts and the amount."""
        sum_text, amount_text = yuan_text(sum_fen), yuan_text(amount_fen)
        super().__init__(
            f"各资金来源合计 {sum_text} 元，总额为 {amount_text} 元。",
            f"The sources sum to {sum_text} yuan; the amount is {amount_text} yuan.",
            field="sources",
            figures={"sum_fen": sum_fen, "amount_fen": amount_fen},
            remedy_zh="请核对各级资金，使合计等于总额。",
            remedy_en="Make the parts sum to the amount.",
        )


class SourceNamedTwice(Refusal):
    """Each source stands once in a split (资金来源重复)."""

    code = "source_named_twice"
    title_zh = "资金来源重复"
    title_en = "Source named twice"

    def __init__(self, source: str) -> None:
        """The level, or document and level, that stands twice."""
        super().__init__(
            f"资金来源 {source} 出现两次。",
            f"The source {source} stands twice.",
            field="sources",
            figures={"source": source},
            remedy_zh="请合并为一行。",
            remedy_en="Merge the two into one.",
        )


class AboveLimit(Refusal):
    """One amount is larger than what limits it (超过限额).  Subclasses only say which two amounts these are."""

    code = "above_limit"
    title_zh = "超过限额"
    title_en = "Above the limit"
    asked: ClassVar[tuple[str, str]] = ("本次金额", "The amount")
    limit: ClassVar[tuple[str, str]] = ("限额", "the limit")
    remedy: ClassVar[tuple[str, str]] = ("", "")

    def __init__(self, asked_fen: int, limit_fen: int, where: str = "") -> None:
        """Both amounts in fen; `where` names the source, allocation or purpose that they belong to."""
        at_zh, at_en = (f"{where}：", f"{where}: ") if where else ("", "")
        asked, limit = yuan_text(asked_fen), yuan_text(limit_fen)
        super().__init__(
            f"{at_zh}{self.asked[0]} {asked} 元，{self.limit[0]} {limit} 元。",
            f"{at_en}{self.asked[1]} is {asked} yuan; {self.limit[1]} is {limit} yuan.",
            field="amount_fen",
            figures={"asked_fen": asked_fen, "limit_fen": limit_fen, "where": where},
            remedy_zh=self.remedy[0],
            remedy_en=self.remedy[1],
        )
