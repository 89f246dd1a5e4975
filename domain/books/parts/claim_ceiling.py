"""报账上限 (the ceiling of claims): what the payment scheme of a project allows at a stage, on the day it is asked."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from domain.books.desk.turn import DecisionTurn
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import PROJECT_STAGES, ProjectMoney
from domain.claims.claim import Claim
from domain.claims.claim_stays_below_the_ceiling import (
    approval_reaches_the_least,
    ceiling_fen,
    claim_stays_below_the_ceiling,
    open_rows,
)
from domain.claims.refusals import StageUnknown
from domain.projects.codes import AcceptanceStage, Phase
from domain.projects.project import Project
from domain.projects.project_is_active import project_is_active
from domain.projects.reversed_step_bears_nothing import acceptance_is_unpaid, step_is_unpaid
from domain.rulebook.codes import FINAL_STAGES, Condition, PaymentBase, PaymentStage
from domain.rulebook.payment_rules import PaymentScheme, SchemeStage
from domain.rules.steps_follow_in_time import day_is_not_before

COMPLETION_NOTICE = "completion"
"""完成公告: the kind of notice that the last share waits for."""

PHASE_OF: dict[str, Phase] = {
    Condition.PLAN_APPROVED: Phase.APPROVED,
    Condition.CONTRACT_SIGNED: Phase.CONTRACTED,
    Condition.STARTED: Phase.STARTED,
    Condition.COMPLETED: Phase.COMPLETED,
    Condition.SETTLED: Phase.SETTLED,
    Condition.DEFECT_PERIOD_OVER: Phase.RELEASED,
}
"""The conditions of a payment scheme that hold from a phase on."""

AFTER_ACCEPTANCE = frozenset({Condition.ACCEPTED_ALL, Condition.NOTICE_CLOSED})
"""The conditions that fall with any acceptance; that of a town falls with the town's own."""


class ClaimCeiling:
    """Asked three times for one claim, each time with what is known then: on submission, on approval, on payment."""

    def __init__(self, turn: DecisionTurn, notices: NoticesAbout) -> None:
        self._turn = turn
        self._notices = notices
        self._money = ProjectMoney(turn)

    def committed_fen(self, project: Project, but: Claim | None = None) -> int:
        """What is paid, owed on rolls and open on the claims but one, as far as it counts with that one.

        Claims on terminated contracts count with each other, and the others with the rolls.
        """
        claims = self._claims_like(project, but)
        return self.paid_and_owed_fen(project, but) + sum(
            claim.open_fen for claim in claims if claim is not but
        )

    def paid_and_owed_fen(self, project: Project, like: Claim | None = None) -> int:
        """What is paid on the claims that count with this one, and what rolls owe to persons, paid or not."""
        paid_fen = sum([claim.paid_fen for claim in self._claims_like(project, like)])
        return paid_fen + sum([roll.owed_fen for roll in self._money.rolls(project)])

    def _claims_like(self, project: Project, like: Claim | None) -> list[Claim]:
        """The claims of the same contract: of one in force, or of those that were terminated."""
        closed = _is_on_terminated_contract(project, like)
        return [
            self._turn.get(Claim, claim_no)
            for claim_no in project.claim_nos
            if (claim_no in project.closed_claims) is closed
        ]

    def check(
        self,
        project: Project,
        stage: str,
        asked_fen: int,
        *,
        committed_fen: int,
        claim: Claim | None = None,
    ) -> Sequence[SchemeStage]:
        """Refuse what the payment scheme does not allow at this stage on this day; give the rows that allow it.

        claim  the one that asks; None before it is submitted.  Of a terminated contract what is certified may be paid,
               whatever the scheme says; a new claim for it is one for progress.

        Raises ProjectNotActive, StageUnknown, NotInRulebook (where no completion notice is known), ConditionsNotMet,
        DatesOutOfOrder, AboveCeiling, in this order.
        """
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        if _is_on_terminated_contract(project, claim):
            if claim is None and stage != PaymentStage.PROGRESS:
                raise StageUnknown(stage, (PaymentStage.PROGRESS.code,))
            claim_stays_below_the_ceiling(asked_fen, committed_fen, project.closed_fen)
            return ()
        scheme = self._scheme(project, stage)
        rows = self._open_rows(project, scheme, stage)
        if project.accepted_on is not None and stage in FINAL_STAGES:
            day_is_not_before("effective_on", self._turn.act.effective_on, project.accepted_on)
        _stays_below(project, rows, asked_fen, committed_fen)
        return rows

    def check_approval(self, project: Project, claim: Claim, approved_fen: int) -> None:
        """Refuse what `check` refuses, then what gives less than was asked and less than the stage must reach.

        Raises what `check` raises, then BelowLeast.
        """
        committed_fen = self.committed_fen(project, but=claim)
        rows = self.check(project, claim.stage, approved_fen, committed_fen=committed_fen, claim=claim)
        bases_fen = _bases_fen(project)
        least_fen = max((row.least_fen(bases_fen[row.of]) for row in rows), default=0)
        limit_fen = _settled_limit_fen(project)
        if limit_fen is not None:
            least_fen = min(least_fen, limit_fen)
        approval_reaches_the_least(approved_fen, claim.amount_fen, committed_fen, least_fen)

    def check_roll(self, project: Project, amount_fen: int) -> None:
        """Refuse a roll that the payment scheme does not allow yet; a scheme without such rows leaves rolls alone.

        Raises ConditionsNotMet, AboveCeiling, in this order.
        """
        scheme = project.scheme_by(self._turn.rulebook)
        stage = PaymentStage.ROLL.code
        if scheme.rows(stage):
            rows = self._open_rows(project, scheme, stage)
            _stays_below(project, rows, amount_fen, self.committed_fen(project))

    def check_unpaid_without_acceptance(self, project: Project, level: str) -> None:
        """Raise AcceptancePaidUpon when more is paid or owed than the scheme allows without an acceptance."""
        falls = AFTER_ACCEPTANCE | ({Condition.ACCEPTED_TOWN} if level == AcceptanceStage.TOWN else set())
        acceptance_is_unpaid(level, *self._paid_without(project, falls))

    def check_unpaid_without_step(self, project: Project, step: Condition) -> None:
        """Raise StepPaidUpon when more is paid or owed than the scheme allows without a start or completion."""
        step_is_unpaid(project.code, *self._paid_without(project, {step}))

    def _paid_without(self, project: Project, falls: AbstractSet[str]) -> tuple[int, int]:
        """What is paid, or owed by rolls, and what may be by the rows that hold and need none of these conditions.

        Rolls count where the scheme has rows for them.
        """
        scheme, bases_fen = project.scheme_by(self._turn.rulebook), _bases_fen(project)
        rows = [
            row
            for row in scheme.stages
            if falls.isdisjoint(row.needs) and all(self._holds(need, project) for need in row.needs)
        ]
        limit_fen = max((row.ceiling_fen(bases_fen[row.of]) for row in rows), default=0)
        paid_fen = self.paid_and_owed_fen(project)
        if not scheme.rows(PaymentStage.ROLL):
            paid_fen -= sum(roll.owed_fen for roll in self._money.rolls(project))
        return paid_fen, limit_fen

    def _scheme(self, project: Project, stage: str) -> PaymentScheme:
        """The payment scheme of a planned project.  Raises StageUnknown before the plan, and for no claimed stage."""
        scheme = project.scheme_by(self._turn.rulebook) if project.phase >= Phase.PLANNED else None
        if scheme is None or stage not in PROJECT_STAGES:
            raise StageUnknown(stage, PROJECT_STAGES if scheme else ())
        return scheme

    def _open_rows(self, project: Project, scheme: PaymentScheme, stage: str) -> Sequence[SchemeStage]:
        """The rows of the stage whose conditions hold now.  Raises what `open_rows` raises, NotInRulebook."""
        return open_rows(
            scheme,
            stage,
            lambda need: self._holds(need, project),
            lambda: (COMPLETION_NOTICE, self._completion_missing(project)),
        )

    def _holds(self, need: str, project: Project) -> bool:
        """Whether a condition of a payment scheme holds for the project now."""
        if need in PHASE_OF:
            return project.phase >= PHASE_OF[need]
        match need:
            case Condition.HALF_DONE:
                done_fen = project.measured_fen - project.closed_fen
                return 0 < project.contract_fen <= 2 * done_fen
            case Condition.ACCEPTED_TOWN:
                return AcceptanceStage.TOWN in project.levels_passed
            case Condition.ACCEPTED_ALL:
                levels = {level.code for level in self._turn.regulations.acceptance_levels}
                return project.phase >= Phase.ACCEPTED and levels.issubset(project.levels_passed)
            case _:
                assert need == Condition.NOTICE_CLOSED, need
                return not self._completion_missing(project)

    def _completion_missing(self, project: Project) -> tuple[str, ...]:
        """At which levels no completion notice hung its days after the last acceptance; none before it counts."""
        kind = self._turn.regulations.notice_kind(COMPLETION_NOTICE)
        since = project.accepted_on or date.max
        return self._notices.levels_missing(self._turn, project, kind, since)


def _stays_below(project: Project, rows: Sequence[SchemeStage], asked_fen: int, committed_fen: int) -> None:
    """Raise AboveCeiling when what is asked passes what these rows allow, or the settlement."""
    limit_fen = ceiling_fen(rows, _bases_fen(project), _settled_limit_fen(project))
    claim_stays_below_the_ceiling(asked_fen, committed_fen, limit_fen)


def _is_on_terminated_contract(project: Project, claim: Claim | None) -> bool:
    """Whether a claim, or one that is made now, is for work under a contract that was terminated."""
    if claim is None:
        return project.terminated is not None
    return claim.claim_no in project.closed_claims


def _bases_fen(project: Project) -> dict[str, int]:
    """What each base of a payment scheme amounts to for the project now, terminated contracts taken off."""
    closed_fen = project.closed_fen
    return {
        PaymentBase.MEASURED: project.measured_fen - closed_fen,
        PaymentBase.AUDITED: project.settlement_fen - closed_fen,
        PaymentBase.PLAN: project.plan_fen - closed_fen,
        PaymentBase.CONTRACT: project.contract_fen,
    }


def _settled_limit_fen(project: Project) -> int | None:
    """The audited settlement of the contract in force less the retention that is kept; None before the settlement."""
    if project.phase < Phase.SETTLED:
        return None
    return project.settlement_fen - project.closed_fen - project.retention_kept_fen
