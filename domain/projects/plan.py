"""项目计划 (project plan): the money a project may use, by source, and the approval to go ahead."""

from datetime import date

from domain.money.sources import SourceShare
from domain.projects.codes import Phase
from domain.projects.sources_add_up import sources_add_up
from domain.projects.state import ProjectState
from domain.rulebook.codes import Duty
from domain.rulebook.regulations import Regulations
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.money_keeps_its_use import use_is_open
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def check_plan(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    plan_fen: int,
    sources: tuple[SourceShare, ...],
    scheme: str,
    starts_on: date,
    ends_on: date,
) -> None:
    """Refuse a plan out of order, of a forbidden use, by an unknown scheme, or whose sources do not add up.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, UseOnNegativeList, NotInRulebook (the use,
    then the scheme), AmountOutOfRange, SourceNamedTwice, SourcesDoNotAddUp, NotInRulebook (a level of a source),
    DatesOutOfOrder, in this order.
    """
    project.check_follows(Phase.IN_LIBRARY, stamp)
    use_is_open(project.use, regulations)
    regulations.scheme(scheme)
    sources_add_up(plan_fen, sources, "plan_fen")
    for share in sources:
        regulations.source_level(share.level)
    day_is_not_before("ends_on", ends_on, starts_on)


def enter_plan(
    project: ProjectState,
    stamp: Stamp,
    *,
    plan_no: str,
    year: int,
    budget_code: str,
    plan_fen: int,
    sources: tuple[SourceShare, ...],
    scheme: str,
    starts_on: date,
    ends_on: date,
) -> None:
    """列入计划.  The rules are those of `check_plan`, which the caller has asked."""
    project.record(
        project.Planned,
        **stamp.fields,
        plan_no=plan_no,
        year=year,
        budget_code=budget_code,
        plan_fen=plan_fen,
        sources=sources,
        scheme=scheme,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def approve(project: ProjectState, stamp: Stamp, approval_no: str) -> None:
    """批复.  The person who planned does not approve.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    project.check_follows(Phase.PLANNED, stamp)
    duties_are_kept_apart(stamp.by, Duty.APPROVAL, {Duty.PLAN: project.planned_by})
    project.record(project.Approved, **stamp.fields, approval_no=approval_no)
