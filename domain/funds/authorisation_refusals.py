"""整合授权方面的拒绝 (refusals about authorisations): which let money of one use go to another."""

from datetime import date

from domain.money.codes import FundingLevel
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of


class AuthorisationUnknown(Refusal):
    """The fund has no such authorisation (无此整合授权)."""

    code = "authorisation_unknown"
    title_zh, title_en = "无此整合授权", "No such authorisation"
    status = 404
    field = "authorisation_no"
    document_no: str
    authorisation_no: str

    says_zh = "指标 {document_no} 没有统筹整合授权 {authorisation_no}。"
    says_en = "Fund {document_no} has no authorisation {authorisation_no}."
    remedy_zh, remedy_en = "请先登记授权。", "Record the authorisation first."


class AuthorisationDoesNotFit(Refusal):
    """An authorisation moves money of one level from one use to another, and nothing else (整合授权不适用)."""

    code = "authorisation_does_not_fit"
    title_zh, title_en = "整合授权不适用", "The authorisation does not fit"
    codes = words_of(
        level=FundingLevel,
        from_use="uses",
        to_use="uses",
        asked_level=FundingLevel,
        fund_use="uses",
        asked_use="uses",
    )
    field = "authorisation_no"
    shows = ("granted", "asked")
    authorisation_no: str
    level: str  # what the authorisation moves, from one use to another
    from_use: str
    to_use: str
    asked_level: str
    fund_use: str
    asked_use: str

    says_zh = "授权 {authorisation_no} 为 {granted}，本次为 {asked}。"
    says_en = "Authorisation {authorisation_no} grants {granted}; this is {asked}."
    remedy_zh, remedy_en = "请按授权的级次和用途安排。", "Keep to the level and uses of the authorisation."

    @property
    def granted(self) -> str:
        """What was granted, as `level: use → use`."""
        return f"{self.level}: {self.from_use} → {self.to_use}"

    @property
    def asked(self) -> str:
        """What was asked, as it was granted."""
        return f"{self.asked_level}: {self.fund_use} → {self.asked_use}"


class AuthorisationExpired(Refusal):
    """An authorisation ends on its day (整合授权过期)."""

    code = "authorisation_expired"
    title_zh, title_en = "整合授权过期", "Authorisation expired"
    field = "authorisation_no"
    shows = ("valid_until", "on")
    authorisation_no: str
    valid_until: date
    on: date

    says_zh = "授权 {authorisation_no} 有效至 {valid_until}，业务日期为 {on}。"
    says_en = "Authorisation {authorisation_no} is valid until {valid_until}; the business day is {on}."
    remedy_zh = "请取得新的授权并登记，或不统筹使用。"
    remedy_en = "Obtain and record a new authorisation, or keep the use of the money."


class AuthorisationExceeded(AboveLimit):
    """No more is integrated than was authorised (超整合授权)."""

    code = "authorisation_exceeded"
    title_zh, title_en = "超过整合授权", "Above the authorisation"
    asked = ("本次整合", "the amount integrated")
    limit = ("授权余额", "what is left of the authorisation")
    remedy_zh, remedy_en = "请减少金额，或另行取得授权。", "Move less, or obtain a further authorisation."
