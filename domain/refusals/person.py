"""人员代码方面的拒绝 (refusals about person ids).

* PersonMisread            人员代码不合规范
"""

from domain.refusals.refusal import Refusal


class PersonMisread(Refusal):
    """The text cannot be the id of a person (人员代码不合规范)."""

    code = "person_misread"
    title_zh = "人员代码不合规范"
    title_en = "Not a usable person id"

    def __init__(self, field: str, given: str) -> None:
        """The `field` and what was given; it is shown escaped, since what cannot be seen may be what is wrong."""
        shown = ascii(given)[1:-1]
        super().__init__(
            f"{field} 为“{shown}”，人员代码只含字母、数字和 . _ : -，以字母或数字开头，至多 64 个字符。",
            f"{field} is “{shown}”; a person id holds letters, digits and . _ : - only, begins with a letter or digit "
            "and has at most 64 characters.",
            field=field,
            figures={"given": shown},
            remedy_zh="请填人员代码（如 u-17），不要填姓名或证件号码。",
            remedy_en="Give the id of the person, such as u-17; not a name, not the number of a document.",
        )
