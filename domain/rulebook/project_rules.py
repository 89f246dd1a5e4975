"""项目参数 (parameters of projects): how a project is decided on, contracted, changed and accepted."""

from dataclasses import dataclass

from domain.rulebook.codes import MajorityOf


@dataclass(frozen=True)
class ChecklistStep:
    """One step of a village decision.

    kind      vote | posting | supervision.
    quorum    at least `quorum_over`/`quorum_under` of those due are present.
    majority  more than `majority_over`/`majority_under` of the `majority_of` (due | present) are in favour.
    days      how long a posting hangs at least.
    """

    code: str
    name_zh: str
    name_en: str
    kind: str
    quorum_over: int = 0
    quorum_under: int = 1
    majority_over: int = 0
    majority_under: int = 1
    majority_of: str = MajorityOf.PRESENT.code
    days: int = 0


@dataclass(frozen=True)
class Checklist:
    """民主决策清单: the steps of a village decision, e.g. 四议两公开."""

    code: str
    name: str
    steps: tuple[ChecklistStep, ...]
    source: str


@dataclass(frozen=True)
class TenderLine:
    """采购限额: from `from_fen` on, a project of `kind` may only be contracted by one of `routes`.

    `use` narrows the line to one use of money (e.g. works relief); empty holds for all uses.
    """

    kind: str
    from_fen: int
    routes: tuple[str, ...]
    source: str
    use: str = ""


@dataclass(frozen=True)
class BondCap:
    """保证金上限: a bond (performance | bid) is at most `cap_bp` of `of` (contract | estimate)."""

    code: str
    cap_bp: int
    of: str
    source: str


@dataclass(frozen=True)
class ChangeRule:
    """变更: a change of more than `approval_bp` of the plan or contract needs the approval of who approved it."""

    approval_bp: int
    source: str


@dataclass(frozen=True)
class AcceptanceLevel:
    """验收层级: one level of acceptance; the order in the rulebook is the order of work.

    new_acceptors_min  so many of its acceptors, at least, accepted at no level before.
    """

    code: str
    name: str
    representatives_min: int
    source: str
    new_acceptors_min: int = 0
