"""项目代码 (codes of projects): kinds and natures, the phases of a project's life, routes, acceptances and changes."""

from enum import IntEnum
from typing import Self

from domain.code import Code, Word


class ProjectKind(Code):
    """项目类别."""

    WORKS = "works", "工程", "works"
    GOODS = "goods", "货物", "goods"
    SERVICES = "services", "服务", "services"
    SUBSIDY = "subsidy", "到户补助", "household subsidy"
    TRAINING = "training", "培训", "training"


KINDS_FOR_PERSONS = (ProjectKind.SUBSIDY.code, ProjectKind.TRAINING.code)
"""到人到户的项目: the kinds of project whose money goes to persons."""


class ProjectNature(Code):
    """建设性质."""

    NEW = "new", "新建", "new"
    CONTINUED = "continued", "续建", "continued"


class ChecklistName(Code):
    """民主决策清单: how a village decides; a rulebook says the steps, and may bring other lists."""

    FOUR_TWO = "four_two", "四议两公开", "four discussions and two disclosures"
    FIVE_TWO_ONE = (
        "five_two_one",
        "五议两公开一监督",
        "five discussions, two disclosures, one supervision",
    )


class Phase(IntEnum):
    """项目阶段: how far a project has come, step by step, and back by reversals.  Ledgers store its `code`."""

    code: str
    zh: str
    en: str

    UNKNOWN = "未申报", "unknown"
    PROPOSED = "已申报", "proposed"
    DECIDED = "已民主决策", "decided"
    REVIEWED = "已审核", "reviewed"
    APPRAISED = "已论证", "appraised"
    IN_LIBRARY = "已入库", "in library"
    PLANNED = "已列入计划", "planned"
    APPROVED = "已批复", "approved"
    CONTRACTED = "已签合同", "contracted"
    STARTED = "已开工", "started"
    COMPLETED = "已完工", "completed"
    ACCEPTED = "已验收", "accepted"
    SETTLED = "已结算", "settled"
    HANDED_OVER = "已移交", "handed over"
    RELEASED = "质保期满", "released"
    CLOSED = "已办结", "closed"

    def __new__(cls, zh: str, en: str) -> Self:
        """Declare the next phase in the order of work, with its word."""
        order = len(cls.__members__)
        member = int.__new__(cls, order)
        member._value_ = order
        member.zh, member.en = zh, en
        return member

    def __init__(self, *_word: str) -> None:
        """Keep the code beside the order, which is known only once the phase has its name."""
        self.code = self.name.lower()

    @property
    def word(self) -> Word:
        """What the phase is called."""
        return self.zh, self.en


REACHED = tuple(phase.code for phase in Phase if phase is not Phase.UNKNOWN)
"""The phases that a recorded project may be in, as ledgers store them, in the order of work."""


class Route(Code):
    """采购方式."""

    OPEN_TENDER = "open_tender", "公开招标", "open tender"
    INVITED_TENDER = "invited_tender", "邀请招标", "invited tender"
    NEGOTIATION = "negotiation", "竞争性谈判", "negotiation"
    INQUIRY = "inquiry", "询价", "price inquiry"
    DIRECT = "direct", "直接委托", "direct award"
    SELF_BUILD = "self_build", "村民自建", "self-build"


class ContractEnd(Code):
    """合同终结: how a contract ended before its works were settled."""

    REVERSED = "reversed", "已冲销", "reversed"
    TERMINATED = "terminated", "已解除", "terminated"


class AcceptanceStage(Code):
    """验收层级: a rulebook lists those that it asks for, in the order of work."""

    VILLAGE = "village", "村级自验", "village acceptance"
    TOWN = "town", "乡镇初验", "town acceptance"
    COUNTY = "county", "县级验收", "county acceptance"


class ChangeSubject(Code):
    """调整内容: what a change of a project changes."""

    PLAN = "plan", "计划", "plan"
    CONTRACT = "contract", "合同", "contract"
    CONTENT = "content", "建设内容", "content"
    PLACE = "place", "实施地点", "place"
    PERIOD = "period", "工期", "period"


class Halt(Code):
    """中止与终止: why a project takes no further steps."""

    SUSPENDED = "suspended", "中止", "suspended"
    ENDED = "ended", "终止", "ended"
