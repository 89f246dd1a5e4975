"""规章方面的拒绝 (refusals about the rulebook and the calendar)."""

from collections.abc import Sequence
from datetime import date

from domain.refusal import Refusal


class RulebookMissing(Refusal):
    """No rulebook is in force on this day (当日无生效规章)."""

    code = "rulebook_missing"
    title_zh, title_en = "当日无生效规章", "No rulebook in force"
    field = "effective_on"
    on: date

    says_zh = "{on} 没有生效的规章。"
    says_en = "No rulebook is in force on {on}."
    remedy_zh, remedy_en = "请先发布在该日生效的规章。", "Publish a rulebook that is in force on that day."


class NotInRulebook(Refusal):
    """The rulebook in force lists no such code (规章未列此项)."""

    code = "not_in_rulebook"
    title_zh, title_en = "规章未列此项", "Not in the rulebook"
    shows = ("asked", "listed:or —")
    field: str  # the kind of parameter
    asked: str
    listed: Sequence[str]

    says_zh = "规章的 {field} 中没有 {asked}，可用：{listed:or —}。"
    says_en = "The rulebook lists no {field} {asked}; it lists: {listed:or —}."
    remedy_zh = "请改用已列代码，或发布新的规章版本。"
    remedy_en = "Use a listed code, or publish a new version of the rulebook."


class RulebookMisread(Refusal):
    """The given parameters are not a rulebook (规章参数有误)."""

    code = "rulebook_misread"
    title_zh, title_en = "规章参数有误", "The rulebook cannot be read"
    field: str
    given: str
    wanted: str

    says_zh = "规章参数 {field} 为 {given}，应为 {wanted}。"
    says_en = "The parameter {field} is {given}; it should be {wanted}."
    remedy_zh, remedy_en = "请更正参数后重新发布。", "Correct the parameter and publish again."


class RulebookOutOfOrder(Refusal):
    """Rulebook versions count up by one (规章版本不连续)."""

    code = "rulebook_out_of_order"
    title_zh, title_en = "规章版本不连续", "Rulebook version out of order"
    status = 409
    field = "version"
    given: int
    next: int

    says_zh = "本次版本为 {given}，应为 {next}。"
    says_en = "The version given is {given}; the next one is {next}."
    remedy_zh, remedy_en = "请按顺序编号发布。", "Publish with the next version."


class CalendarUnknown(Refusal):
    """The holidays of a year are not recorded, so working days cannot be counted (年度节假日历未登记)."""

    code = "calendar_unknown"
    title_zh, title_en = "年度节假日历未登记", "Calendar of the year unknown"
    year: int

    says_zh = "{year} 年的节假日历未登记，不能推算工作日。"
    says_en = "The holiday calendar of {year} is not recorded; working days cannot be counted."
    remedy_zh, remedy_en = "请先发布 {year} 年节假日历。", "Publish the calendar of {year} first."
