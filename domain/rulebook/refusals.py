"""规章方面的拒绝 (refusals about the rulebook and the calendar)."""

from collections.abc import Sequence
from datetime import date

from domain.code import Word
from domain.fields.field import label_zh
from domain.refusal import Refusal, beside


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
    in_list: str  # the list of such parameters, by its name in the rulebook
    asked: str
    rows: Sequence[tuple[str, str]]  # what is listed: its code and Chinese name
    asked_name: str = ""  # what the code is called, where somebody declares it

    says_zh = "规章的“{list_zh}”中没有 {asked_zh}，可用：{named:or —}。"
    says_en = "The rulebook lists no {field} {asked}; it lists: {listed:or —}."
    remedy_zh = "请改用已列代码，或发布新的规章版本。"
    remedy_en = "Use a listed code, or publish a new version of the rulebook."

    @property
    def list_zh(self) -> str:
        """What the list is called."""
        return label_zh(self.in_list)

    @property
    def listed(self) -> list[str]:
        """The codes that are listed."""
        return [code for code, _ in self.rows]

    @property
    def named(self) -> list[str]:
        """What is listed, by code and Chinese name."""
        return [beside(code, name) for code, name in self.rows]

    @property
    def asked_zh(self) -> str:
        """What was asked for, by code and Chinese name."""
        return beside(self.asked, self.asked_name)


class RulebookMisread(Refusal):
    """The given parameters are not a rulebook (规章参数有误)."""

    code = "rulebook_misread"
    title_zh, title_en = "规章参数有误", "The rulebook cannot be read"
    shows = ("given", "wanted:en")
    field: str  # the place of the parameter, such as `fee.cap_bp`
    given: str  # "" for one that is missing
    wanted: Word

    says_zh = "规章参数 {field} 为 {given:or （缺）}，应为：{wanted:zh}。"
    says_en = "The parameter {field} is {given:or missing}; it should be {wanted:en}."
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


class RulebookReachesBack(Refusal):
    """A version that reaches back over judged facts needs two persons (追溯施行须两人办理)."""

    code = "rulebook_reaches_back"
    title_zh, title_en = "追溯施行须两人办理", "The rulebook reaches back"
    status = 409
    field = "in_force_from"
    version: int
    in_force_from: date
    judged_on: date

    says_zh = "第 {version} 版自 {in_force_from} 起施行，而 {judged_on} 已有按其他版本判定的事实。"
    says_en = "Version {version} begins on {in_force_from}, and facts of {judged_on} were judged by another version."
    remedy_zh = "请改为拟定规章，由另一人看过变动后审定；或把施行日期改在这些事实之后。"
    remedy_en = "Propose it, so that another person sees what changes and confirms; or let it begin after those facts."


class RulebookProposalOpen(Refusal):
    """One proposed version at a time waits for its second person (已有待审定的规章)."""

    code = "rulebook_proposal_open"
    title_zh, title_en = "已有待审定的规章", "A proposed rulebook waits already"
    status = 409
    field = "version"
    version: int
    by: str

    says_zh = "{by} 拟定的第 {version} 版还在待审定。"
    says_en = "Version {version}, proposed by {by}, still waits to be confirmed."
    remedy_zh, remedy_en = "请先审定或撤回它。", "Confirm or withdraw that one first."


class RulebookNotProposed(Refusal):
    """Nothing was proposed that could be confirmed or withdrawn (没有待审定的规章)."""

    code = "rulebook_not_proposed"
    title_zh, title_en = "没有待审定的规章", "No such proposed rulebook"
    status = 409
    field = "version"
    version: int

    says_zh = "第 {version} 版没有待审定的拟定。"
    says_en = "No proposal of version {version} waits to be confirmed."
    remedy_zh, remedy_en = "请先拟定这一版。", "Propose this version first."


class CalendarUnknown(Refusal):
    """The holidays of a year are not recorded, so working days cannot be counted (年度节假日历未登记)."""

    code = "calendar_unknown"
    title_zh, title_en = "年度节假日历未登记", "Calendar of the year unknown"
    year: int

    says_zh = "{year} 年的节假日历未登记，不能推算工作日。"
    says_en = "The holiday calendar of {year} is not recorded; working days cannot be counted."
    remedy_zh, remedy_en = "请先发布 {year} 年节假日历。", "Publish the calendar of {year} first."
