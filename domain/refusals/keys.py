"""编号方面的拒绝 (refusals about business keys).

* KeyMisread               编号不合规范
"""

from domain.refusals.refusal import Refusal


class KeyMisread(Refusal):
    """The text cannot be the number of a record (编号不合规范)."""

    code = "key_misread"
    title_zh = "编号不合规范"
    title_en = "Not a usable number"

    def __init__(self, field: str, given: str, wanted: str) -> None:
        """The `field`, what was given, and the rule it breaks (in both languages)."""
        super().__init__(
            f"{field} 为“{given}”，编号须：{wanted}。",
            f"{field} is “{given}”; a number must be: {wanted}.",
            field=field,
            figures={"given": given},
            remedy_zh="请按文件上的编号填写。",
            remedy_en="Type the number as it stands on the document.",
        )
