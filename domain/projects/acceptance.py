"""项目验收 (project acceptance): level by level, passed, or rejected with defects that are rectified first."""

from datetime import date

from domain.keys import recorded_spelling
from domain.projects.acceptance_goes_level_by_level import (
    acceptance_goes_level_by_level,
    level_has_its_own_acceptors,
    no_defect_is_open,
    representatives_take_part,
)
from domain.projects.acceptance_refusals import NotAnOpenDefect
from domain.projects.acceptor_is_not_implementer import acceptor_is_not_implementer
from domain.projects.codes import Phase
from domain.projects.state import ProjectState
from domain.projects.values import Defect
from domain.rulebook.regulations import Regulations
from domain.rules.refusals import NothingGiven, NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def pass_acceptance(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    level: str,
    form_no: str,
    acceptors: tuple[str, ...],
    representatives: int,
    verdict: str,
) -> None:
    """验收合格.  The next level, by others than implemented or accepted, with representatives, no defect left.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, AcceptanceOutOfOrder, NothingGiven (no
    acceptor), PersonOnBothSides, AcceptorsOfFormerLevels, TooFewRepresentatives, DefectsOpen, in this order.
    """
    project.check_follows(Phase.COMPLETED, stamp)
    levels = regulations.acceptance_levels
    row = acceptance_goes_level_by_level(levels, project.levels_passed, level)
    acceptor_is_not_implementer((*acceptors, stamp.by) if acceptors else (), project.implementers)
    level_has_its_own_acceptors(row, acceptors, project.acceptors)
    representatives_take_part(row, representatives)
    no_defect_is_open(project.open_defects)
    project.record(
        project.AcceptancePassed,
        **stamp.fields,
        level=level,
        form_no=form_no,
        acceptors=acceptors,
        representatives=representatives,
        verdict=verdict,
        last_level={row.code for row in levels} <= {*project.levels_passed, level},
    )


def reject_acceptance(
    project: ProjectState,
    stamp: Stamp,
    regulations: Regulations,
    *,
    level: str,
    form_no: str,
    acceptors: tuple[str, ...],
    defects: tuple[Defect, ...],
    rectify_by_on: date,
) -> None:
    """验收不合格.  At least one defect, each with a number of its own.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, AcceptanceOutOfOrder, NothingGiven (no
    acceptor), PersonOnBothSides, NothingGiven (no defect), NumberUsedTwice, DatesOutOfOrder, in this order.
    """
    project.check_follows(Phase.COMPLETED, stamp)
    acceptance_goes_level_by_level(regulations.acceptance_levels, project.levels_passed, level)
    acceptor_is_not_implementer((*acceptors, stamp.by) if acceptors else (), project.implementers)
    if not defects:
        raise NothingGiven("defects")
    numbers = set(project.defect_nos)
    for defect in defects:
        if recorded_spelling(defect.no, numbers) in numbers:
            raise NumberUsedTwice("defects", defect.no)
        numbers.add(defect.no)
    day_is_not_before("rectify_by_on", rectify_by_on, stamp.effective_on)
    project.record(
        project.AcceptanceRejected,
        **stamp.fields,
        level=level,
        form_no=form_no,
        acceptors=acceptors,
        defects=defects,
        rectify_by_on=rectify_by_on,
    )


def rectify(
    project: ProjectState, stamp: Stamp, level: str, defect_nos: tuple[str, ...], evidence_sha256: str
) -> None:
    """整改.  Only open defects of the level.

    Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, NothingGiven, NotAnOpenDefect, in this order.
    """
    project.check_follows(Phase.COMPLETED, stamp)
    if not defect_nos:
        raise NothingGiven("defect_nos")
    open_nos = project.open_defects.get(level, [])
    defect_nos = tuple(recorded_spelling(number, open_nos) for number in defect_nos)
    unknown = [number for number in defect_nos if number not in open_nos]
    if unknown:
        raise NotAnOpenDefect(unknown, open_nos)
    project.record(
        project.DefectsRectified,
        **stamp.fields,
        level=level,
        defect_nos=defect_nos,
        evidence_sha256=evidence_sha256,
    )
