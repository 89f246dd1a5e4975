"""公示方面的拒绝 (refusals about notices)."""

from collections.abc import Sequence
from datetime import date

from domain.code import Word
from domain.refusal import Refusal, beside, words_of
from domain.rulebook.codes import DayUnit
from domain.rules.codes import Tier


class NoticeFieldsMissing(Refusal):
    """A notice fills in every field of its kind (公示内容不全)."""

    code = "notice_fields_missing"
    title_zh, title_en = "公示内容不全", "Notice fields missing"
    codes = words_of(kind="notice_kinds")
    field = "fields"
    shows = ("kind", "missing:codes")
    kind: str
    fields: Sequence[tuple[str, str, str]]  # code, Chinese and English name

    says_zh = "“{kind}”缺少：{names_zh}。"
    says_en = "A notice of the kind {kind} lacks: {names_en:commas}."
    remedy_zh, remedy_en = "请补齐公示内容。", "Fill in the missing fields."

    @property
    def missing(self) -> list[str]:
        """The codes of the fields."""
        return [code for code, _, _ in self.fields]

    @property
    def names_zh(self) -> list[str]:
        """The Chinese names of the fields."""
        return [zh for _, zh, _ in self.fields]

    @property
    def names_en(self) -> list[str]:
        """The English names of the fields."""
        return [en for _, _, en in self.fields]


class NoticeLevelDiffers(Refusal):
    """A kind of notice hangs at its levels only (公示层级不符)."""

    code = "notice_level_differs"
    title_zh, title_en = "公示层级不符", "Notice level differs"
    codes = words_of(kind="notice_kinds", level=Tier, levels=Tier)
    field = "level"
    shows = ("level", "levels")
    kind: str
    level: str
    levels: Sequence[str]

    says_zh = "“{kind}”的公示层级为{level}，应为：{levels}。"
    says_en = "A notice of the kind {kind} hangs at: {levels}; given is {level}."
    remedy_zh = "请改在所列层级公示。"
    remedy_en = "Post it at one of these levels."


class NoticePlaceDiffers(Refusal):
    """A notice hangs where its subject is (公示地点不符)."""

    code = "notice_place_differs"
    title_zh, title_en = "公示地点不符", "Notice hangs elsewhere"
    field = "place_code"
    place_code: str
    subject: str
    subject_place: str
    place_name: str = ""  # where the register of places knows them
    subject_place_name: str = ""
    shows = ("place_code", "subject", "subject_place")

    says_zh = "公示地点为 {place}，{subject:called_zh} 属于 {home}。"
    says_en = "The notice is to hang at {place}; the {subject:called_en} belongs to {home}."
    remedy_zh, remedy_en = (
        "请在记录所在的村、乡镇或县公示。",
        "Post it in the village, town or county of the record.",
    )

    @property
    def place(self) -> str:
        """Where the notice is to hang: its code, and its name."""
        return beside(self.place_code, self.place_name)

    @property
    def home(self) -> str:
        """Where the record belongs: its code, and its name."""
        return beside(self.subject_place, self.subject_place_name)


class NoticeStateDiffers(Refusal):
    """The notice is not in the state that this step follows (公示状态不符)."""

    code = "notice_state_differs"
    title_zh, title_en = "公示状态不符", "Notice is in another state"
    status = 409
    shows = ("notice_no", "state:en", "needed:en")
    notice_no: str
    state: Word
    needed: Word

    says_zh = "公示 {notice_no} 当前为“{state:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Notice {notice_no} is {state:en}; this step needs it to be {needed:en}."
    remedy_zh = "公示依次为拟稿、张贴、期满结束；内容有误的，请撤回后另行公示。"
    remedy_en = "A notice is drafted, posted, then closed; withdraw a wrong one and post another."


class PostedAheadOfItsFirstDay(Refusal):
    """A notice is recorded as posted on its first day, not before (公示尚未张贴)."""

    code = "posted_ahead_of_its_first_day"
    title_zh, title_en = "公示尚未张贴", "Posted ahead of its first day"
    field = "first_day_on"
    shows = ("first_day_on", "effective_on")
    notice_no: str
    first_day_on: date
    effective_on: date

    says_zh = (
        "公示 {notice_no} 的公示首日为 {first_day_on}，登记张贴的业务日期为 {effective_on}，不能预先登记。"
    )
    says_en = (
        "Notice {notice_no} hangs from {first_day_on}; on {effective_on} it cannot be recorded as posted."
    )
    remedy_zh = "请在张贴当天登记，公示首日填当天。"
    remedy_en = "Record the posting on the day it is posted, with that day as its first day."


class NoticeDaysTooFew(Refusal):
    """A notice hangs at least the days of its kind (公示天数不足)."""

    code = "notice_days_too_few"
    title_zh, title_en = "公示天数不足", "Posted for too few days"
    status = 409
    field = "effective_on"
    shows = ("days", "minimum", "unit", "closes_on")
    notice_no: str
    days: int  # posted so far, both ends counted
    minimum: int
    unit: str
    closes_on: date  # the first day on which it may be closed

    says_zh = (
        "公示 {notice_no} 已公示 {days} 个{units:zh}，至少 {minimum} 个{units:zh}，{closes_on} 起可结束。"
    )
    says_en = (
        "Notice {notice_no} has hung {days} of {minimum} {units:en}s; it may be closed from {closes_on}."
    )
    remedy_zh, remedy_en = "请在公示期满后结束。", "Close it when its days are over."

    @property
    def units(self) -> Word:
        """What one such day is called."""
        return DayUnit.of(self.unit).word


class NoticeNotClosed(Refusal):
    """A step waits for notices that have hung their days, at every level demanded (公示未期满)."""

    code = "notice_not_closed"
    title_zh, title_en = "公示未期满", "Notice not closed"
    codes = words_of(kind="notice_kinds", levels=Tier)
    status = 409
    shows = ("subject", "kind", "levels:commas")
    subject: str
    kind: str
    levels: Sequence[str]  # where it is missing

    says_zh = "{subject:called_zh} 没有已期满的“{kind}”，尚缺：{levels}。"
    says_en = "No notice of the kind {kind} about the {subject:called_en} is closed at: {levels:commas}."
    remedy_zh, remedy_en = (
        "请在所缺的各级公示，期满且异议处理完毕后再办理。",
        "Post the notice at each of these levels and close it after its days.",
    )


class SubjectUnknown(Refusal):
    """A notice is about a record of these books (公示对象不符)."""

    code = "subject_unknown"
    title_zh, title_en = "公示对象不符", "Unknown subject"
    field = "subject"
    shows = ("subject", "kinds")
    subject: str
    listed: Sequence[tuple[str, str]]  # the kinds of record, and what they are called in Chinese

    says_zh = "公示对象 {subject} 不是账套中的记录，应为 种类/编号，种类为：{named}。"
    says_en = "The subject {subject} is no record of these books; write kind/number, kinds: {kinds}."
    remedy_zh = "请照记录的编号填写，如 project/XM-2024-017。"
    remedy_en = "Write the number of the record, such as project/XM-2024-017."

    @property
    def kinds(self) -> list[str]:
        """The kinds of record."""
        return [kind for kind, _ in self.listed]

    @property
    def named(self) -> list[str]:
        """The kinds of record, each with what it is called."""
        return [beside(kind, called) for kind, called in self.listed]


class NoticeNotPosted(Refusal):
    """A step waits until its notice hangs (未公示不得办理)."""

    code = "notice_not_posted"
    title_zh, title_en = "未公示不得办理", "Not posted yet"
    codes = words_of(kind="notice_kinds", level=Tier, posted=Tier)
    status = 409
    shows = ("kind", "level", "on", "posted:or —")
    kind: str
    level: str
    on: date
    posted: Sequence[str]  # the levels where such a notice hangs

    says_zh = "到 {on} 为止，本项目须张贴{level}“{kind}”，已张贴的层级：{posted:or 无}。"
    says_en = "By {on} a notice {kind} of this project must hang at {level}; it hangs at: {posted:or —}."
    remedy_zh, remedy_en = "请先张贴公示，再办理本步骤。", "Post the notice first, then take this step."
