"""公示方面的拒绝 (refusals about notices)."""

from collections.abc import Sequence
from datetime import date

from domain.notices.codes import Figure
from domain.refusal import Refusal, beside
from domain.rulebook.codes import DayUnit
from domain.rules.codes import Tier
from domain.template import Words


class NoticeFieldsMissing(Refusal):
    """A notice fills in every field of its kind (公示内容不全)."""

    code = "notice_fields_missing"
    title_zh, title_en = "公示内容不全", "Notice fields missing"
    field = "fields"
    shows = ("kind", "missing:codes")
    kind: str
    fields: Sequence[tuple[str, str, str]]  # code, Chinese and English name

    says_zh = "{kind} 公示缺少：{names_zh}。"
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
    field = "level"
    shows = ("level", "levels")
    kind: str
    level: str
    levels: Sequence[str]

    says_zh = "{kind} 公示层级为 {level}，应为：{levels}。"
    says_en = "A notice of the kind {kind} hangs at: {levels}; given is {level}."


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

    says_zh = "公示地点为 {place}，{subject} 属于 {home}。"
    says_en = "The notice is to hang at {place}; {subject} belongs to {home}."
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
    state: Words
    needed: Words

    says_zh = "公示 {notice_no} 当前为“{state:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Notice {notice_no} is {state:en}; this step needs it to be {needed:en}."


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
    def units(self) -> Words:
        """What one such day is called."""
        return DayUnit.of(self.unit).word


class NoticeNotClosed(Refusal):
    """A step waits for notices that have hung their days, at every level demanded (公示未期满)."""

    code = "notice_not_closed"
    title_zh, title_en = "公示未期满", "Notice not closed"
    status = 409
    shows = ("subject", "kind", "levels:commas")
    subject: str
    kind: str
    levels: Sequence[str]  # where it is missing

    says_zh = "{subject} 没有已期满的 {kind} 公示，尚缺：{levels_zh}。"
    says_en = "No notice of the kind {kind} about {subject} is closed at: {levels:commas}."
    remedy_zh, remedy_en = (
        "请在所缺的各级公示，期满且异议处理完毕后再办理。",
        "Post the notice at each of these levels and close it after its days.",
    )

    @property
    def levels_zh(self) -> list[str]:
        """What the levels are called in Chinese."""
        return [Tier.word_of(level)[0] for level in self.levels]


class UnknownObjection(Refusal):
    """Only an open objection is answered (异议编号不符)."""

    code = "unknown_objection"
    title_zh, title_en = "异议编号不符", "Not an open objection"
    status = 404
    field = "objection_no"
    shows = ("objection_no", "open:or —")
    objection_no: str
    open: Sequence[str]

    says_zh = "没有待答复的异议 {objection_no}，待答复：{open:or —}。"
    says_en = "There is no open objection {objection_no}; open are: {open:or —}."


class SubjectUnknown(Refusal):
    """A notice is about a record of these books (公示对象不符)."""

    code = "subject_unknown"
    title_zh, title_en = "公示对象不符", "Unknown subject"
    field = "subject"
    subject: str
    kinds: Sequence[str]

    says_zh = "公示对象 {subject} 不是账套中的记录，应为 种类/编号，种类为：{kinds}。"
    says_en = "The subject {subject} is no record of these books; write kind/number, kinds: {kinds}."


class NoticeNotPosted(Refusal):
    """A step waits until its notice hangs (未公示不得办理)."""

    code = "notice_not_posted"
    title_zh, title_en = "未公示不得办理", "Not posted yet"
    status = 409
    shows = ("kind", "level", "on", "posted:or —")
    kind: str
    level: str
    on: date
    posted: Sequence[str]  # the levels where such a notice hangs

    says_zh = "到 {on} 为止，本项目须有 {level} 级 {kind} 公示张贴，已张贴的层级：{posted:or —}。"
    says_en = "By {on} a notice {kind} of this project must hang at {level}; it hangs at: {posted:or —}."
    remedy_zh, remedy_en = "请先张贴公示，再办理本步骤。", "Post the notice first, then take this step."


class FigureMissing(Refusal):
    """An amount of a notice says what it is (公示金额未注明口径)."""

    code = "figure_missing"
    title_zh, title_en = "公示金额未注明口径", "Amount says nothing"
    field = "amounts"
    shows = ("label", "known:commas")
    label: str
    known: Sequence[str]

    says_zh = "公示金额“{label}”没有注明口径，账上可核对：{known}。"
    says_en = "The amount {label:escaped} does not say which figure it is; the books know: {known:commas}."
    remedy_zh = "请在 figure 填口径代码；账上没有的数填 unkept 并写明原因。"
    remedy_en = "Name the figure; for what the books do not keep, write unkept and the reason."


class FigureUnknown(Refusal):
    """The books have no such figure of the record, or not yet (账上没有该口径)."""

    code = "figure_unknown"
    title_zh, title_en = "账上没有该口径", "No such figure in the books"
    field = "amounts"
    shows = ("label", "figure", "of", "known:commas")
    label: str
    figure: str
    of: str
    known: Sequence[str]

    says_zh = "公示金额“{label}”：账上没有 {of} 的 {figure}，可核对：{known}。"
    says_en = "Amount {label:escaped}: the books hold no {figure} of {of}; they know: {known:commas}."
    remedy_zh = "请核对口径和对象；账上没有的数填 unkept 并写明原因。"
    remedy_en = (
        "Check the figure and its record; for what the books do not keep, write unkept and the reason."
    )


class FigureUnexplained(Refusal):
    """An amount that the books do not keep says why it stands on the notice (账外数未说明)."""

    code = "figure_unexplained"
    title_zh, title_en = "账外数未说明", "Figure outside the books unexplained"
    field = "otherwise_reason"
    label: str

    says_zh = "公示金额“{label}”注明为账外数，没有说明来源。"
    says_en = "The amount {label:escaped} is not kept in the books and nothing says where it comes from."
    remedy_zh, remedy_en = "请在 otherwise_reason 写明来源。", "Say in otherwise_reason where it comes from."


class FigureDiffers(Refusal):
    """An amount of a notice is the figure of the books (公示金额与账不符)."""

    code = "figure_differs"
    title_zh, title_en = "公示金额与账不符", "Amount differs from the books"
    status = 409
    field = "amounts"
    shows = ("label", "figure", "of", "amount_fen", "books_fen")
    label: str
    figure: str
    of: str
    amount_fen: int
    books_fen: int

    says_zh = "公示金额“{label}”为 {amount_fen:yuan} 元，{of} 账上{figure_word:zh}为 {books_fen:yuan} 元。"
    says_en = "{label:escaped} is {amount_fen:yuan} yuan; {figure_word:en} of {of} is {books_fen:yuan} yuan."
    remedy_zh = "请改正金额；已拟稿的请撤回后重新拟稿；照旧公告登记的请在 otherwise_reason 写明原因。"
    remedy_en = (
        "Correct the amount; withdraw a draft and draft anew; for an old paper say why in otherwise_reason."
    )

    @property
    def figure_word(self) -> Words:
        """What the figure is called."""
        return Figure.word_of(self.figure)


class ObjectionUncorrected(Refusal):
    """A notice whose objection was right is corrected before it ends (异议成立未更正)."""

    code = "objection_uncorrected"
    title_zh, title_en = "异议成立未更正", "Upheld objection not corrected"
    status = 409
    shows = ("notice_no", "objections:commas")
    notice_no: str
    objections: Sequence[str]

    says_zh = "公示 {notice_no} 的异议 {objections} 成立，公示内容尚未更正。"
    says_en = "The objections {objections:commas} to {notice_no} were right, and the notice was not corrected since."
    remedy_zh = "请更正并续公示，或撤回后另行公示。"
    remedy_en = "Correct the notice so that its days begin again, or withdraw it and post another."


class NoticeReplacesOther(Refusal):
    """A notice takes the place of one of the same kind about the same record (代替的公示不符)."""

    code = "notice_replaces_other"
    title_zh, title_en = "代替的公示不符", "Replaces another matter"
    field = "replaces_notice_no"
    notice_no: str
    subject: str
    kind: str
    given_subject: str
    given_kind: str

    says_zh = "公示 {notice_no} 的事项为 {subject} 的 {kind}，本公示为 {given_subject} 的 {given_kind}。"
    says_en = (
        "Notice {notice_no} is a {kind} about {subject}; this one is a {given_kind} about {given_subject}."
    )


class NoticeReplacedAlready(Refusal):
    """One notice takes the place of a withdrawn one (已有代替的公示)."""

    code = "notice_replaced_already"
    title_zh, title_en = "已有代替的公示", "Replaced already"
    status = 409
    field = "replaces_notice_no"
    notice_no: str
    replaced_by: str

    says_zh = "公示 {notice_no} 已由 {replaced_by} 代替。"
    says_en = "{replaced_by} takes the place of notice {notice_no} already."
    remedy_zh, remedy_en = (
        "请先撤回该公示，或改填它的编号。",
        "Withdraw that one first, or replace it instead.",
    )


class OpenObjections(Refusal):
    """A posting about this record has objections without an answer (异议未处理完毕)."""

    code = "open_objections"
    title_zh, title_en = "异议未处理完毕", "Objections are open"
    status = 409
    shows = ("notice_no", "open")
    notice_no: str
    objections: Sequence[str]

    says_zh = "公示 {notice_no} 有 {open} 件异议未答复：{objections}。"
    says_en = "Notice {notice_no} has {open} objections without an answer: {objections}."
    remedy_zh, remedy_en = "请先逐件答复异议。", "Answer each objection first."

    @property
    def open(self) -> int:
        """How many are open."""
        return len(self.objections)
