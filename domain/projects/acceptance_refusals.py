"""验收方面的拒绝 (refusals about acceptance): its levels, the persons who accept, the defects that they find."""

from collections.abc import Sequence

from domain.projects.codes import AcceptanceStage
from domain.refusal import Refusal, words_of


class AcceptanceOutOfOrder(Refusal):
    """Levels of acceptance follow each other, each once (验收层级不符)."""

    code = "acceptance_out_of_order"
    title_zh, title_en = "验收层级不符", "Acceptance level out of order"
    codes = words_of(level=AcceptanceStage, next_level=AcceptanceStage)
    status = 409
    field = "level"
    level: str
    next_level: str  # "" when all have passed

    says_zh = "本次验收层级为{level}，应为{next_level:or 无（各级均已通过）}。"
    says_en = "The level given is {level}; the next one is {next_level:or (all have passed)}."
    remedy_zh, remedy_en = "请按村、乡镇、县的次序验收。", "Accept level by level."


class AcceptorsOfFormerLevels(Refusal):
    """A level is not accepted by the persons of the levels before it alone (各级验收为同一人)."""

    code = "acceptors_of_former_levels"
    title_zh, title_en = "各级验收为同一人", "Accepted by those of a former level"
    codes = words_of(level=AcceptanceStage)
    status = 403
    field = "acceptors"
    level: str
    acceptors: Sequence[str]
    fresh: int
    needed: int

    says_zh = "{level}人 {acceptors} 中，未参加前几级验收的 {fresh} 人，至少需要 {needed} 人。"
    says_en = (
        "Of the {level} acceptors {acceptors}, {fresh} accepted at no former level; {needed} are needed."
    )
    remedy_zh, remedy_en = "请由本级的人员验收后登记。", "Let persons of this level accept the work."


class TooFewRepresentatives(Refusal):
    """Beneficiaries' representatives take part in the acceptance (群众代表不足)."""

    code = "too_few_representatives"
    title_zh, title_en = "群众代表不足", "Too few representatives"
    field = "representatives"
    present: int
    needed: int

    says_zh = "参加验收的群众代表 {present} 人，至少需要 {needed} 人。"
    says_en = "{present} representatives took part; at least {needed} are needed."
    remedy_zh, remedy_en = "请邀请受益群众代表参加验收。", "Invite representatives of the beneficiaries."


class DefectsOpen(Refusal):
    """Nothing passes while a defect is open (验收问题未整改)."""

    code = "defects_open"
    title_zh, title_en = "验收问题未整改", "Defects are open"
    codes = words_of(level=AcceptanceStage)
    status = 409
    shows = ("open", "numbers")
    level: str
    numbers: Sequence[str]

    says_zh = "{level}的 {open} 项问题未整改：{numbers}。"
    says_en = "{open} defects found at {level} level are open: {numbers}."
    remedy_zh, remedy_en = "请先登记整改。", "Record their rectification first."

    @property
    def open(self) -> int:
        """How many are open."""
        return len(self.numbers)


class NotAnOpenDefect(Refusal):
    """Only an open defect can be rectified (问题编号不符)."""

    code = "not_an_open_defect"
    title_zh, title_en = "问题编号不符", "Not an open defect"
    field = "defect_nos"
    shows = ("given", "open:or —")
    given: Sequence[str]
    open: Sequence[str]

    says_zh = "未整改问题中没有 {given}，现有：{open:or —}。"
    says_en = "{given} are not open defects; open are: {open:or —}."
    remedy_zh = "请照验收意见书的问题编号填写；已整改的无须再报。"
    remedy_en = "Use the numbers of the acceptance sheet; what was rectified needs nothing more."
