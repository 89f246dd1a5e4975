"""项目立项现状 (plan of a project): what it is, what it may cost, whether it rests, and which step it waits for."""

from datetime import date

from domain.fact import Fact, Stream, applies
from domain.money.shares import ByChannel, by_channel
from domain.projects.codes import Phase
from domain.projects.facts import ProjectFacts as Facts
from domain.projects.project_is_active import project_is_active
from domain.projects.project_takes_its_next_step import project_takes_its_next_step
from domain.projects.values import Target
from domain.rulebook.codes import Duty
from domain.rulebook.payment_rules import PaymentScheme
from domain.rulebook.rulebook import Rulebook
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class PlannedState(Facts, Stream):
    """立项现状: what is known of a project before its contract, and at any time.  Only the appliers here write it."""

    def __init__(self, stream_id: str) -> None:
        """Begin before the proposal.  `intake_done` is who did each duty on the way to the library."""
        super().__init__(stream_id)
        self.phase = Phase.UNKNOWN
        self.suspended = self.ended = False
        self.latest_on = date.min
        # What it is
        self.code = self.name = self.use = self.kind = self.nature = ""
        self.place_code = self.implementing_unit = ""
        self.estimate_fen = 0
        self.intake_done: dict[Duty, str] = {}
        self.entered: Facts.EnteredLibrary | None = None
        self.targets: tuple[Target, ...] = ()
        # Its plan
        self.year = self.planned_by_version = 0
        self.budget_code = self.scheme = self.planned_by = ""
        self.first_plan_fen = self.plan_fen = self.changed_plan_fen = 0
        self.plan: ByChannel = {}
        # Its rolls
        self.roll_nos: list[str] = []

    # What the facts add up to

    def _reached(self, phase: Phase, fact: Fact) -> None:
        self.phase = phase
        self.latest_on = fact.effective_on

    @applies(Facts.Proposed)
    def _proposed(self, fact: Facts.Proposed) -> None:
        self._reached(Phase.PROPOSED, fact)
        self.code, self.name, self.use, self.kind = fact.code, fact.name, fact.use, fact.kind
        self.place_code, self.implementing_unit = fact.place_code, fact.implementing_unit
        self.nature, self.estimate_fen = fact.nature, fact.estimate_fen
        self.intake_done[Duty.PROPOSAL] = fact.by

    @applies(Facts.VillageDecided)
    def _village_decided(self, fact: Facts.VillageDecided) -> None:
        self._reached(Phase.DECIDED, fact)

    @applies(Facts.Reviewed)
    def _reviewed(self, fact: Facts.Reviewed) -> None:
        self._reached(Phase.REVIEWED, fact)
        self.intake_done[Duty.PROJECT_REVIEW] = fact.by

    @applies(Facts.Appraised)
    def _appraised(self, fact: Facts.Appraised) -> None:
        self._reached(Phase.APPRAISED, fact)
        self.intake_done[Duty.APPRAISAL] = fact.by
        self.estimate_fen = fact.estimate_fen

    @applies(Facts.EnteredLibrary)
    def _entered_library(self, fact: Facts.EnteredLibrary) -> None:
        self._reached(Phase.IN_LIBRARY, fact)
        self.entered, self.targets = fact, fact.targets

    @applies(Facts.LeftLibrary)
    def _left_library(self, fact: Facts.LeftLibrary) -> None:
        self._reached(Phase.APPRAISED, fact)
        self.entered, self.targets = None, ()
        self.year = self.planned_by_version = 0
        self.budget_code = self.scheme = self.planned_by = ""
        self.first_plan_fen = self.plan_fen = self.changed_plan_fen = 0
        self.plan = {}

    @applies(Facts.Planned)
    def _planned(self, fact: Facts.Planned) -> None:
        self._reached(Phase.PLANNED, fact)
        self.year, self.budget_code, self.scheme = fact.year, fact.budget_code, fact.scheme
        self.planned_by, self.planned_by_version = fact.by, fact.rulebook_version
        self.first_plan_fen = self.plan_fen = fact.plan_fen
        self.plan = by_channel(fact.sources)

    @applies(Facts.Approved)
    def _approved(self, fact: Facts.Approved) -> None:
        self._reached(Phase.APPROVED, fact)

    @applies(Facts.NameCorrected)
    def _name_corrected(self, fact: Facts.NameCorrected) -> None:
        self.name, self.latest_on = fact.name, fact.effective_on

    @applies(Facts.Suspended)
    def _suspended(self, fact: Facts.Suspended) -> None:
        self.suspended, self.latest_on = True, fact.effective_on

    @applies(Facts.Resumed)
    def _resumed(self, fact: Facts.Resumed) -> None:
        self.suspended, self.latest_on = False, fact.effective_on

    @applies(Facts.Ended)
    def _ended(self, fact: Facts.Ended) -> None:
        self.ended, self.latest_on = True, fact.effective_on

    @applies(Facts.RollOpened)
    def _roll_opened(self, fact: Facts.RollOpened) -> None:
        self.roll_nos.append(fact.roll_no)

    # Questions

    def scheme_by(self, rulebook: Rulebook) -> PaymentScheme:
        """The payment scheme of the plan, as the version had it that judged the plan; a later one may not know it."""
        return rulebook.of_version(self.planned_by_version).regulations.scheme(self.scheme)

    def check_follows(self, needed: Phase, stamp: Stamp) -> None:
        """Refuse a step that does not follow its former one, in order or in time; as `check_within`."""
        self.check_within(needed, needed, stamp)

    def check_within(self, first: Phase, last: Phase, stamp: Stamp) -> None:
        """Refuse a step of a project that rests, outside of these phases, or dated before the former step.

        Raises ProjectNotActive, StepOutOfOrder, DatedBeforeFormerStep, in this order.
        """
        project_is_active(self.code, suspended=self.suspended, ended=self.ended)
        project_takes_its_next_step(self.code, self.phase, first, last)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
