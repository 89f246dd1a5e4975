"""项目用值 (values of projects): targets, defects and the steps of a village decision."""

from dataclasses import dataclass
from datetime import date


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
