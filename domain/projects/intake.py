"""项目申报、入库与出库 (project intake): from the proposal of a village to its place in the library, and out of it."""

from domain.money.fen import check_amount
from domain.money.shares import shares_of
from domain.projects.codes import Phase
from domain.projects.no_target_no_entry import no_target_no_entry
from domain.projects.reversal_facts import former
from domain.projects.reversed_step_bears_nothing import Claimed, step_is_unclaimed
from domain.projects.state import ProjectState
from domain.projects.values import DecisionStep, Target
from domain.projects.village_decision_reaches_its_quorum import village_decision_reaches_its_quorum
from domain.rulebook.codes import Duty
from domain.rulebook.regulations import Regulations
from domain.rules.duties_are_kept_apart import listed_duties_are_kept_apart
from domain.rules.money_keeps_its_use import use_is_open
from domain.stamp import Stamp


def propose(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    code: str,
    name: str,
    use: str,
    kind: str,
    place_code: str,
    implementing_unit: str,
    proposer_unit: str,
    content: str,
    beneficiaries: str,
    nature: str,
    estimate_fen: int,
) -> None:
    """项目申报.  Raises AmountOutOfRange, UseOnNegativeList, NotInRulebook, in this order."""
    check_amount(estimate_fen, "estimate_fen")
    use_is_open(use, regulations)
    project.record(
        project.Proposed,
        **stamp.fields,
        code=code,
        name=name,
        use=use,
        kind=kind,
        place_code=place_code,
        implementing_unit=implementing_unit,
        proposer_unit=proposer_unit,
        content=content,
        beneficiaries=beneficiaries,
        nature=nature,
        estimate_fen=estimate_fen,
    )


def decide_in_village(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    checklist: str,
    steps: tuple[DecisionStep, ...],
) -> None:
    """村级民主决策.  Every step of the checklist, in its order, with quorum and majority.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, NotInRulebook (the checklist),
    DecisionIncomplete, in this order.
    """
    project.check_follows(Phase.PROPOSED, stamp)
    village_decision_reaches_its_quorum(regulations.checklist(checklist), steps, stamp.effective_on)
    project.record(project.VillageDecided, **stamp.fields, checklist=checklist, steps=steps)


def review(project: ProjectState, stamp: Stamp, regulations: Regulations, level: str, opinion: str) -> None:
    """乡镇审核, by another person than proposed it where the rulebook says so.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    project.check_follows(Phase.DECIDED, stamp)
    _is_done_by_another(project, stamp, regulations, Duty.PROJECT_REVIEW)
    project.record(project.Reviewed, **stamp.fields, level=level, opinion=opinion)


def appraise(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    unit: str,
    opinion: str,
    estimate_fen: int,
) -> None:
    """部门论证, by another person than proposed or reviewed it where the rulebook says so.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    project.check_follows(Phase.REVIEWED, stamp)
    _is_done_by_another(project, stamp, regulations, Duty.APPRAISAL)
    project.record(project.Appraised, **stamp.fields, unit=unit, opinion=opinion, estimate_fen=estimate_fen)


def enter_library(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    library_no: str,
    targets: tuple[Target, ...],
) -> None:
    """入库, by another person than the rulebook keeps apart from it.  At least one target with a value.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, NoTargetNoEntry, in this
    order.
    """
    project.check_follows(Phase.APPRAISED, stamp)
    _is_done_by_another(project, stamp, regulations, Duty.LIBRARY_ENTRY)
    no_target_no_entry(targets)
    project.record(project.EnteredLibrary, **stamp.fields, library_no=library_no, targets=targets)


def leave_library(
    project: ProjectState, stamp: Stamp, *, decision_no: str, reason: str, claimed: Claimed
) -> None:
    """出库, before a contract is signed; it may be entered anew.

    claimed  what is claimed for the project, and what was paid or is owed: by claims, by rolls, for works certified
             under terminated contracts.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, StepClaimedUpon, in this order.
    """
    project.check_within(Phase.IN_LIBRARY, Phase.APPROVED, stamp)
    entry = project.entered
    assert entry is not None, "the phase says that it entered"
    step_is_unclaimed(project.code, ("入库", "library entry"), claimed)
    project.record(
        project.LeftLibrary,
        **stamp.fields,
        **former(entry),
        library_no=entry.library_no,
        decision_no=decision_no,
        plan_fen=project.plan_fen,
        sources=shares_of(project.plan),
        reason=reason,
    )


def _is_done_by_another(project: ProjectState, stamp: Stamp, regulations: Regulations, duty: Duty) -> None:
    listed_duties_are_kept_apart(regulations.duties_apart, stamp.by, duty, project.intake_done)
