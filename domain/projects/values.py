"""项目用值 (values of projects): the phases of a project's life and the steps of a village decision."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


@dataclass(frozen=True)
class Target:
    """绩效目标: what is to be reached, as a whole number of a unit."""

    code: str
    name: str
    unit: str
    value: int


@dataclass(frozen=True)
class Defect:
    """验收发现的问题: one defect of a rejected acceptance."""

    no: str
    text: str


@dataclass(frozen=True)
class DecisionStep:
    """民主决策的一步: one meeting or posting of a village decision.  Counts are persons; a posting has none."""

    code: str
    held_on: date
    due_count: int
    present_count: int
    in_favour_count: int
    posted_from: date | None
    posted_to: date | None
    minutes_sha256: str


class Phase(IntEnum):
    """项目阶段: how far a project has come; each is reached only from an earlier one."""

    UNKNOWN = 0
    PROPOSED = 1
    DECIDED = 2
    REVIEWED = 3
    APPRAISED = 4
    IN_LIBRARY = 5
    PLANNED = 6
    APPROVED = 7
    CONTRACTED = 8
    STARTED = 9
    COMPLETED = 10
    ACCEPTED = 11
    SETTLED = 12
    HANDED_OVER = 13
    RELEASED = 14

    @property
    def zh(self) -> str:
        """The phase as the trade calls it."""
        return PHASE_ZH[self]

    @property
    def en(self) -> str:
        """The phase in English words."""
        return self.name.lower().replace("_", " ")


PHASE_ZH = {
    Phase.UNKNOWN: "未申报",
    Phase.PROPOSED: "已申报",
    Phase.DECIDED: "已民主决策",
    Phase.REVIEWED: "已审核",
    Phase.APPRAISED: "已论证",
    Phase.IN_LIBRARY: "已入库",
    Phase.PLANNED: "已列入计划",
    Phase.APPROVED: "已批复",
    Phase.CONTRACTED: "已签合同",
    Phase.STARTED: "已开工",
    Phase.COMPLETED: "已完工",
    Phase.ACCEPTED: "已验收",
    Phase.SETTLED: "已结算",
    Phase.HANDED_OVER: "已移交",
    Phase.RELEASED: "质保期满",
}
