"""项目计划 (project plan): the money a project may use, by source, and the approval to go ahead."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, applies
from domain.money.shares import ByChannel, by_channel
from domain.money.sources import SourceShare
from domain.projects.intake import ProjectIntake
from domain.projects.sources_add_up import sources_add_up
from domain.projects.values import Phase
from domain.rulebook.regulations import PaymentScheme, Regulations
from domain.rulebook.rulebook import Rulebook
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.money_keeps_its_use import use_is_open
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class ProjectPlan(ProjectIntake):
    """计划与批复: which source pays how much, under which payment scheme."""

    @dataclass(frozen=True, kw_only=True)
    class Planned(Fact):
        """列入计划: the project was given money, source by source.  `scheme` is a payment scheme of the rulebook."""

        TOPIC = "project.planned"
        plan_no: str
        year: int
        budget_code: str
        plan_fen: int
        sources: tuple[SourceShare, ...]
        scheme: str
        starts_on: date
        ends_on: date

    @dataclass(frozen=True, kw_only=True)
    class Approved(Fact):
        """批复: the implementing plan was approved."""

        TOPIC = "project.approved"
        approval_no: str

    def __init__(self, stream_id: str) -> None:
        """Begin without a plan."""
        super().__init__(stream_id)
        self.year = self.planned_by_version = 0
        self.budget_code = self.scheme = self.planned_by = ""
        self.first_plan_fen = self.plan_fen = 0
        self.plan: ByChannel = {}

    # What the facts add up to

    @applies(Planned)
    def _planned(self, fact: Planned) -> None:
        self._reached(Phase.PLANNED, fact)
        self.year, self.budget_code, self.scheme = fact.year, fact.budget_code, fact.scheme
        self.planned_by, self.planned_by_version = fact.by, fact.rulebook_version
        self.first_plan_fen = self.plan_fen = fact.plan_fen
        self.plan = by_channel(fact.sources)

    @applies(Approved)
    def _approved(self, fact: Approved) -> None:
        self._reached(Phase.APPROVED, fact)

    def scheme_by(self, rulebook: Rulebook) -> PaymentScheme:
        """The payment scheme of the plan, as the version had it that judged the plan; a later one may not know it."""
        return rulebook.of_version(self.planned_by_version).regulations.scheme(self.scheme)

    # What may be decided

    def check_plan(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        plan_fen: int,
        sources: tuple[SourceShare, ...],
        scheme: str,
        starts_on: date,
        ends_on: date,
    ) -> None:
        """Refuse a plan out of order, of a forbidden use, by an unknown scheme, or whose sources do not add up."""
        self._after(Phase.IN_LIBRARY, stamp)
        use_is_open(self.use, regulations)
        regulations.scheme(scheme)
        sources_add_up(plan_fen, sources, "plan_fen")
        for share in sources:
            regulations.source_level(share.level)
        day_is_not_before("ends_on", ends_on, starts_on)

    def approve(self, stamp: Stamp, approval_no: str) -> None:
        """批复.  Whoever planned does not approve."""
        self._after(Phase.PLANNED, stamp)
        duties_are_kept_apart(stamp.by, "approval", {"plan": self.planned_by})
        self.record(self.Approved, **stamp.fields, approval_no=approval_no)
