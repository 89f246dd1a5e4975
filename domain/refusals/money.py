"""金额方面的拒绝 (refusals about amounts).

* AmountOutOfRange         金额超出范围
* AmountMisread            金额文字不可识别
* SourcesDoNotAddUp        分级次金额与总额不符
* SourceNamedTwice         资金来源重复
"""

from domain.refusals.refusal import Refusal


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

    def __init__(self, sum_text: str, amount_text: str) -> None:
        """The sum of the parts and the amount, both as yuan text."""
        super().__init__(
            f"各资金来源合计 {sum_text} 元，总额为 {amount_text} 元。",
            f"The sources sum to {sum_text} yuan; the amount is {amount_text} yuan.",
            field="sources",
            figures={"sum": sum_text, "amount": amount_text},
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
