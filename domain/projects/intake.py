"""项目申报与入库 (project intake): from the proposal of a village to its place in the project library.

The first chapter of the project's story; the others are project_plan, project_works, project_acceptance,
project_settlement and project (changes and endings), in the order in which a project lives them.
"""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.projects.no_target_no_entry import no_target_no_entry
from domain.projects.project_is_active import project_is_active
from domain.projects.project_takes_its_next_step import project_takes_its_next_step
from domain.projects.values import DecisionStep, Phase, Target
from domain.projects.village_decision_reaches_its_quorum import village_decision_reaches_its_quorum
from domain.rulebook.regulations import Regulations
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class ProjectIntake(Stream):
    """申报与入库: what a project is, who decided on it, and what it shall reach."""

    KIND = "project"

    @dataclass(frozen=True, kw_only=True)
    class Proposed(Fact):
        """项目申报: a project was proposed.  `kind` is works, goods, services, subsidy or training."""

        TOPIC = "project.proposed"
        code: str
        name: str
        use: str
        kind: str
        place_code: str
        implementing_unit: str
        proposer_unit: str
        content: str
        beneficiaries: str
        nature: str
        estimate_fen: int

    @dataclass(frozen=True, kw_only=True)
    class VillageDecided(Fact):
        """村级民主决策: the village decided by the steps of a checklist (四议两公开)."""

        TOPIC = "project.village_decided"
        checklist: str
        steps: tuple[DecisionStep, ...]

    @dataclass(frozen=True, kw_only=True)
    class Reviewed(Fact):
        """乡镇审核: the town examined truth, need and cost."""

        TOPIC = "project.reviewed"
        level: str
        opinion: str

    @dataclass(frozen=True, kw_only=True)
    class Appraised(Fact):
        """部门论证: the county departments appraised the project and its estimate."""

        TOPIC = "project.appraised"
        unit: str
        opinion: str
        estimate_fen: int

    @dataclass(frozen=True, kw_only=True)
    class EnteredLibrary(Fact):
        """入库: the project entered the project library with its performance targets."""

        TOPIC = "project.entered_library"
        library_no: str
        targets: tuple[Target, ...]

    def __init__(self, stream_id: str) -> None:
        """Begin before the proposal."""
        super().__init__(stream_id)
        self.phase = Phase.UNKNOWN
        self.suspended = False
        self.ended = False
        self.latest_on = date.min
        self.code = self.name = self.use = self.kind = self.nature = ""
        self.place_code = self.implementing_unit = ""
        self.estimate_fen = 0
        self.targets: tuple[Target, ...] = ()

    # What the facts add up to

    def _reached(self, phase: Phase, fact: Fact) -> None:
        self.phase = phase
        self.latest_on = fact.effective_on

    @applies(Proposed)
    def _proposed(self, fact: Proposed) -> None:
        self._reached(Phase.PROPOSED, fact)
        self.code, self.name, self.use, self.kind = fact.code, fact.name, fact.use, fact.kind
        self.place_code, self.implementing_unit = fact.place_code, fact.implementing_unit
        self.nature, self.estimate_fen = fact.nature, fact.estimate_fen

    @applies(VillageDecided)
    def _village_decided(self, fact: VillageDecided) -> None:
        self._reached(Phase.DECIDED, fact)

    @applies(Reviewed)
    def _reviewed(self, fact: Reviewed) -> None:
        self._reached(Phase.REVIEWED, fact)

    @applies(Appraised)
    def _appraised(self, fact: Appraised) -> None:
        self._reached(Phase.APPRAISED, fact)
        self.estimate_fen = fact.estimate_fen

    @applies(EnteredLibrary)
    def _entered_library(self, fact: EnteredLibrary) -> None:
        self._reached(Phase.IN_LIBRARY, fact)
        self.targets = fact.targets

    # What may be decided

    def _after(self, needed: Phase, stamp: Stamp) -> None:
        """Refuse a step that does not follow its former one, in order or in time."""
        self._within(needed, needed, stamp)

    def _within(self, first: Phase, last: Phase, stamp: Stamp) -> None:
        """Refuse a step outside of these phases, dated before the former step, or of a project that rests."""
        project_is_active(self.code, suspended=self.suspended, ended=self.ended)
        project_takes_its_next_step(self.code, self.phase, first, last)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)

    def decide_in_village(
        self, stamp: Stamp, regulations: Regulations, checklist: str, steps: tuple[DecisionStep, ...]
    ) -> None:
        """村级民主决策.  Every step of the checklist, in its order, with quorum and majority."""
        self._after(Phase.PROPOSED, stamp)
        village_decision_reaches_its_quorum(regulations.checklist(checklist), steps, stamp.effective_on)
        self.record(self.VillageDecided, **stamp.fields, checklist=checklist, steps=steps)

    def review(self, stamp: Stamp, level: str, opinion: str) -> None:
        """乡镇审核."""
        self._after(Phase.DECIDED, stamp)
        self.record(self.Reviewed, **stamp.fields, level=level, opinion=opinion)

    def appraise(self, stamp: Stamp, unit: str, opinion: str, estimate_fen: int) -> None:
        """部门论证."""
        self._after(Phase.REVIEWED, stamp)
        self.record(self.Appraised, **stamp.fields, unit=unit, opinion=opinion, estimate_fen=estimate_fen)

    def enter_library(self, stamp: Stamp, library_no: str, targets: tuple[Target, ...]) -> None:
        """入库.  At least one target with a value."""
        self._after(Phase.APPRAISED, stamp)
        no_target_no_entry(targets)
        self.record(self.EnteredLibrary, **stamp.fields, library_no=library_no, targets=targets)
