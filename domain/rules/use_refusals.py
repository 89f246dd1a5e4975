"""用途方面的拒绝 (refusals about the use of money and the integration of funds).

* UseOnNegativeList             负面清单
* UseNotOfFund                  改变用途
* BudgetCodeNotOfUse            科目与用途不符
* AuthorisationUnknown          无此整合授权
* AuthorisationDoesNotFit       整合授权不适用
* AuthorisationExpired          整合授权过期
* AuthorisationExceeded         超整合授权
"""

from collections.abc import Sequence
from datetime import date

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class UseOnNegativeList(Refusal):
    """Aid money never serves a use of the negative list (负面清单)."""

    code = "use_on_negative_list"
    title_zh = "用途在负面清单内"
    title_en = "Use on the negative list"

    def __init__(self, use: str, text: str, source: str) -> None:
        """The use asked for, the words of the list, and where the list stands."""
        super().__init__(
            f"用途 {use}（{text}）在负面清单内（{source}）。",
            f"The use {use} is on the negative list ({source}).",
            field="use",
            figures={"use": use},
            remedy_zh="请改用其他资金。",
            remedy_en="Pay for it with other money.",
        )


class UseNotOfFund(Refusal):
    """Money keeps the use it was given for, unless an authorisation integrates funds (改变用途)."""

    code = "use_not_of_fund"
    title_zh = "改变资金用途"
    title_en = "Not the use of the fund"

    def __init__(self, asked: str, given: str) -> None:
        """The use asked for and the use that the fund was given for."""
        super().__init__(
            f"资金用途为 {given}，本次用途为 {asked}。",
            f"The fund was given for {given}; this use is {asked}.",
            field="use",
            figures={"asked": asked, "given": given},
            remedy_zh="请按原用途安排，或先登记统筹整合授权。",
            remedy_en="Keep the use, or record an authorisation to integrate funds first.",
        )


class BudgetCodeNotOfUse(Refusal):
    """The budget code belongs to the use (科目与用途不符)."""

    code = "budget_code_not_of_use"
    title_zh = "预算科目与用途不符"
    title_en = "Budget code not of this use"

    def __init__(self, asked: str, use: str, listed: Sequence[str]) -> None:
        """The code asked for, the use, and the codes that the rulebook lists for it."""
        codes = "、".join(listed)
        super().__init__(
            f"科目 {asked} 不属于用途 {use}，可用：{codes}。",
            f"Budget code {asked} is not of use {use}; it has: {codes}.",
            field="budget_code",
            figures={"asked": asked, "listed": codes},
            remedy_zh="请改用所列科目。",
            remedy_en="Use a listed code.",
        )


class AuthorisationUnknown(Refusal):
    """The fund has no such authorisation (无此整合授权)."""

    code = "authorisation_unknown"
    title_zh = "无此整合授权"
    title_en = "No such authorisation"
    status = 404

    def __init__(self, document_no: str, authorisation_no: str) -> None:
        """The fund and the number that was looked for."""
        super().__init__(
            f"指标 {document_no} 没有统筹整合授权 {authorisation_no}。",
            f"Fund {document_no} has no authorisation {authorisation_no}.",
            field="authorisation_no",
            figures={"document_no": document_no, "authorisation_no": authorisation_no},
            remedy_zh="请先登记授权。",
            remedy_en="Record the authorisation first.",
        )


class AuthorisationDoesNotFit(Refusal):
    """An authorisation moves money of one level from one use to another, and nothing else (整合授权不适用)."""

    code = "authorisation_does_not_fit"
    title_zh = "整合授权不适用"
    title_en = "The authorisation does not fit"

    def __init__(self, authorisation_no: str, granted: str, asked: str) -> None:
        """The authorisation, what it grants and what was asked, each as `level: use → use`."""
        super().__init__(
            f"授权 {authorisation_no} 为 {granted}，本次为 {asked}。",
            f"Authorisation {authorisation_no} grants {granted}; this is {asked}.",
            field="authorisation_no",
            figures={"granted": granted, "asked": asked},
            remedy_zh="请按授权的级次和用途安排。",
            remedy_en="Keep to the level and uses of the authorisation.",
        )


class AuthorisationExpired(Refusal):
    """An authorisation ends on its day (整合授权过期)."""

    code = "authorisation_expired"
    title_zh = "整合授权过期"
    title_en = "Authorisation expired"

    def __init__(self, authorisation_no: str, valid_until: date, on: date) -> None:
        """The authorisation, its last day, and the business day."""
        super().__init__(
            f"授权 {authorisation_no} 有效至 {valid_until}，业务日期为 {on}。",
            f"Authorisation {authorisation_no} is valid until {valid_until}; the business day is {on}.",
            field="authorisation_no",
            figures={"valid_until": str(valid_until), "on": str(on)},
        )


class AuthorisationExceeded(AboveLimit):
    """No more is integrated than was authorised (超整合授权)."""

    code = "authorisation_exceeded"
    title_zh = "超过整合授权"
    title_en = "Above the authorisation"
    asked = ("本次整合", "the amount integrated")
    limit = ("授权余额", "what is left of the authorisation")
    remedy = ("请减少金额，或另行取得授权。", "Move less, or obtain a further authorisation.")
