"""数个业务共有的拒绝 (refusals that belong to no single subject).

* DatedBeforeFormerStep    业务日期早于前一步
* DatesOutOfOrder          日期先后不符
* NothingGiven             缺少必填内容
* NumberUsedTwice          编号重复
* PersonalNumber           含个人号码
* PersonOnBothSides        不相容岗位未分离
* ReasonMissing            未说明理由
"""

from datetime import date

from domain.refusal import Refusal


class DatedBeforeFormerStep(Refusal):
    """A step is not dated before the one it follows (业务日期早于前一步)."""

    code = "dated_before_former_step"
    title_zh = "业务日期早于前一步"
    title_en = "Dated before the former step"

    def __init__(self, stream: str, effective_on: date, latest_on: date) -> None:
        """The business day given and the day of the former step of `stream`."""
        super().__init__(
            f"{stream} 的前一步业务日期为 {latest_on}，本次为 {effective_on}。",
            f"The former step of {stream} is dated {latest_on}; this one {effective_on}.",
            field="effective_on",
            figures={"effective_on": str(effective_on), "latest_on": str(latest_on)},
            remedy_zh="请核对业务日期。",
            remedy_en="Check the business day.",
        )


class DatesOutOfOrder(Refusal):
    """One day must not be before another (日期先后不符)."""

    code = "dates_out_of_order"
    title_zh = "日期先后不符"
    title_en = "Dates out of order"

    def __init__(self, field: str, given: date, earliest: date) -> None:
        """The `field`, the day it names and the earliest day it may name."""
        super().__init__(
            f"{field} 为 {given}，不得早于 {earliest}。",
            f"{field} is {given}; it may not be before {earliest}.",
            field=field,
            figures={"given": str(given), "earliest": str(earliest)},
            remedy_zh="请核对日期。",
            remedy_en="Check the date.",
        )


class NothingGiven(Refusal):
    """A list or text that must not be empty is empty (缺少必填内容)."""

    code = "nothing_given"
    title_zh = "缺少必填内容"
    title_en = "Nothing given"

    def __init__(self, field: str) -> None:
        """The `field` that is empty."""
        super().__init__(
            f"{field} 为空。",
            f"{field} is empty.",
            field=field,
            remedy_zh="请填写后再登记。",
            remedy_en="Fill it in, then record it.",
        )


class NumberUsedTwice(Refusal):
    """A number that must be unique was used before (编号重复)."""

    code = "number_used_twice"
    title_zh = "编号重复"
    title_en = "Number used twice"
    status = 409

    def __init__(self, field: str, number: str) -> None:
        """The `field` and the number that is taken."""
        super().__init__(
            f"{field} {number} 已使用过。",
            f"{field} {number} was used before.",
            field=field,
            figures={"number": number},
            remedy_zh="请换一个编号。",
            remedy_en="Use another number.",
        )


class PersonalNumber(Refusal):
    """A text holds an identity, telephone or bank card number of a person (含个人号码)."""

    code = "personal_number"
    title_zh = "含个人号码"
    title_en = "Personal number in a text"

    def __init__(self, field: str, kind: tuple[str, str] = ("个人号码", "the number of a person")) -> None:
        """The `field` and the kind of number, Chinese and English; the number itself is not repeated."""
        super().__init__(
            f"{field} 中含有{kind[0]}，事实不可删除，不得登记个人号码。",
            f"{field} holds {kind[1]}; facts cannot be erased and hold no personal numbers.",
            field=field,
            figures={"kind": kind[1]},
            remedy_zh="请改用人员编号，或遮盖号码。",
            remedy_en="Use the person's id here, or mask the number.",
        )


class PersonOnBothSides(Refusal):
    """Two duties that must be kept apart were done by one person (不相容岗位未分离)."""

    code = "person_on_both_sides"
    title_zh = "不相容岗位未分离"
    title_en = "One person on both sides"
    status = 403

    def __init__(self, person: str, duty: tuple[str, str], other: tuple[str, str]) -> None:
        """The person id, the duty asked for, and the duty the person already did."""
        super().__init__(
            f"{person} 已经办{other[0]}，不得再办{duty[0]}。",
            f"{person} did the {other[1]} and may not do the {duty[1]}.",
            figures={"person": person, "duty": duty[1], "other": other[1]},
            remedy_zh="请由另一人办理。",
            remedy_en="Let another person act.",
        )


class ReasonMissing(Refusal):
    """What takes something back says why (未说明理由)."""

    code = "reason_missing"
    title_zh = "未说明理由"
    title_en = "Reason missing"

    def __init__(self, field: str = "reason") -> None:
        """`field` that should hold the reason."""
        super().__init__(
            "没有写明理由。",
            "No reason is given.",
            field=field,
            remedy_zh="请写明理由或依据文号。",
            remedy_en="Say why, or name the document it rests on.",
        )
