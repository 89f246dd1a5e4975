"""项目验收 (project acceptance): level by level, passed, or rejected with defects that are rectified first."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, applies
from domain.projects.acceptance_goes_level_by_level import (
    acceptance_goes_level_by_level,
    no_defect_is_open,
    representatives_take_part,
)
from domain.projects.acceptor_is_not_implementer import acceptor_is_not_implementer
from domain.projects.refusals import NotAnOpenDefect
from domain.projects.values import Defect, Phase
from domain.projects.works import ProjectWorks
from domain.rulebook.regulations import Regulations
from domain.rules.refusals import NothingGiven, NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class ProjectAcceptance(ProjectWorks):
    """验收: which levels have passed the work, and which defects are open."""

    @dataclass(frozen=True, kw_only=True)
    class AcceptancePassed(Fact):
        """验收合格: a level passed the work.  `acceptors` are person ids; `last_level` tells that it was the last."""

        TOPIC = "project.acceptance_passed"
        level: str
        form_no: str
        acceptors: tuple[str, ...]
        representatives: int
        verdict: str
        last_level: bool = False

    @dataclass(frozen=True, kw_only=True)
    class AcceptanceRejected(Fact):
        """验收不合格: a level found defects, to be rectified by a day."""

        TOPIC = "project.acceptance_rejected"
        level: str
        form_no: str
        acceptors: tuple[str, ...]
        defects: tuple[Defect, ...]
        rectify_by_on: date

    @dataclass(frozen=True, kw_only=True)
    class DefectsRectified(Fact):
        """整改: defects of a level were put right."""

        TOPIC = "project.defects_rectified"
        level: str
        defect_nos: tuple[str, ...]
        evidence_sha256: str

    def __init__(self, stream_id: str) -> None:
        """Begin without any acceptance."""
        super().__init__(stream_id)
        self.levels_passed: list[str] = []
        self.open_defects: dict[str, list[str]] = {}
        self.accepted_on: date | None = None
        self._defect_nos: set[str] = set()

    # What the facts add up to

    @applies(AcceptancePassed)
    def _acceptance_passed(self, fact: AcceptancePassed) -> None:
        self.latest_on = fact.effective_on
        self.levels_passed.append(fact.level)
        if fact.last_level:
            self._reached(Phase.ACCEPTED, fact)
            self.accepted_on = fact.effective_on

    @applies(AcceptanceRejected)
    def _acceptance_rejected(self, fact: AcceptanceRejected) -> None:
        self.latest_on = fact.effective_on
        self.open_defects.setdefault(fact.level, []).extend(defect.no for defect in fact.defects)
        self._defect_nos |= {defect.no for defect in fact.defects}

    @applies(DefectsRectified)
    def _defects_rectified(self, fact: DefectsRectified) -> None:
        self.latest_on = fact.effective_on
        left = [number for number in self.open_defects.get(fact.level, []) if number not in fact.defect_nos]
        self.open_defects[fact.level] = left

    # What may be decided

    def pass_acceptance(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        level: str,
        form_no: str,
        acceptors: tuple[str, ...],
        representatives: int,
        verdict: str,
    ) -> None:
        """验收合格.  The next level, by others than the implementers, with representatives, no defect left."""
        self._after(Phase.COMPLETED, stamp)
        levels = regulations.acceptance_levels
        row = acceptance_goes_level_by_level(levels, self.levels_passed, level)
        acceptor_is_not_implementer((*acceptors, stamp.by) if acceptors else (), self.implementers)
        representatives_take_part(row, representatives)
        no_defect_is_open(self.open_defects)
        self.record(
            self.AcceptancePassed,
            **stamp.fields,
            level=level,
            form_no=form_no,
            acceptors=acceptors,
            representatives=representatives,
            verdict=verdict,
            last_level={row.code for row in levels} <= {*self.levels_passed, level},
        )

    def reject_acceptance(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        level: str,
        form_no: str,
        acceptors: tuple[str, ...],
        defects: tuple[Defect, ...],
        rectify_by_on: date,
    ) -> None:
        """验收不合格.  At least one defect, each with a number of its own."""
        self._after(Phase.COMPLETED, stamp)
        acceptance_goes_level_by_level(regulations.acceptance_levels, self.levels_passed, level)
        acceptor_is_not_implementer((*acceptors, stamp.by) if acceptors else (), self.implementers)
        if not defects:
            raise NothingGiven("defects")
        numbers = set(self._defect_nos)
        for defect in defects:
            if defect.no in numbers:
                raise NumberUsedTwice("defects", defect.no)
            numbers.add(defect.no)
        day_is_not_before("rectify_by_on", rectify_by_on, stamp.effective_on)
        self.record(
            self.AcceptanceRejected,
            **stamp.fields,
            level=level,
            form_no=form_no,
            acceptors=acceptors,
            defects=defects,
            rectify_by_on=rectify_by_on,
        )

    def rectify(self, stamp: Stamp, level: str, defect_nos: tuple[str, ...], evidence_sha256: str) -> None:
        """整改.  Only open defects of the level."""
        self._after(Phase.COMPLETED, stamp)
        if not defect_nos:
            raise NothingGiven("defect_nos")
        open_nos = self.open_defects.get(level, [])
        unknown = [number for number in defect_nos if number not in open_nos]
        if unknown:
            raise NotAnOpenDefect(unknown, open_nos)
        self.record(
            self.DefectsRectified,
            **stamp.fields,
            level=level,
            defect_nos=defect_nos,
            evidence_sha256=evidence_sha256,
        )
