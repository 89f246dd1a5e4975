"""公示异议方面的拒绝 (refusals about objections): they are answered, and what was upheld is corrected."""

from collections.abc import Sequence

from domain.refusal import Refusal, words_of


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
    remedy_zh = "请在公示台账查对异议编号；已答复的无须再答。"
    remedy_en = "Look the number up in the register of notices; what was answered needs nothing more."


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
    codes = words_of(kind="notice_kinds", given_kind="notice_kinds")
    field = "replaces_notice_no"
    notice_no: str
    subject: str
    kind: str
    given_subject: str
    given_kind: str

    says_zh = (
        "公示 {notice_no} 的事项为{subject:called_zh} 的“{kind}”，"
        "本公示为{given_subject:called_zh} 的“{given_kind}”。"
    )
    says_en = (
        "Notice {notice_no} is a {kind} about the {subject:called_en}; "
        "this one is a {given_kind} about the {given_subject:called_en}."
    )
    remedy_zh = "请改填同一事项的公示编号；另一事项的公示不填代替编号。"
    remedy_en = "Name a notice of the same matter; a notice of another matter replaces none."


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
