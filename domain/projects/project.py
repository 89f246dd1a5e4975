"""项目 (project): one aid project from proposal to the release of its retention.

The story is told in chapters, each a class on top of the former: project_intake (申报、入库), project_plan
(计划、批复), project_works (合同、计量、完工), project_acceptance (验收), project_settlement (结算、移交、质保),
and here what may happen at any time: a change, a rest, an end, and the claims and rolls that are made on it.
"""

from dataclasses import dataclass

from domain.fact import Fact, applies
from domain.money.shares import ByChannel, add_shares, by_channel
from domain.money.sources import SourceShare
from domain.projects.change_beyond_share_needs_approval import change_beyond_share_needs_approval
from domain.projects.project_rests_or_ends import project_may_end, project_may_rest, project_may_resume
from domain.projects.refusals import SourceOverdrawn
from domain.projects.settlement import ProjectSettlement
from domain.projects.sources_add_up import signed_sources_add_up
from domain.projects.tender_route_fits_the_price import price_stays_within_plan, tender_route_fits_the_price
from domain.projects.values import Phase
from domain.projects.work_stays_within_contract import contract_keeps_its_work
from domain.rulebook.regulations import WHOLE_BP, Regulations
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class Project(ProjectSettlement):
    """项目: `project/{code}`."""

    @dataclass(frozen=True, kw_only=True)
    class Changed(Fact):
        """项目调整: plan, contract, content, place or period was changed.

        `sources` and both amounts are signed; `share_bp` is all changes so far against the first figure.
        """

        TOPIC = "project.changed"
        change_no: str
        subject: str
        plan_change_fen: int
        sources: tuple[SourceShare, ...]
        contract_change_fen: int
        share_bp: int
        approval_no: str
        reason: str
        text: str

    @dataclass(frozen=True, kw_only=True)
    class Suspended(Fact):
        """中止: the project rests until it is resumed."""

        TOPIC = "project.suspended"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class Resumed(Fact):
        """恢复: a suspended project goes on."""

        TOPIC = "project.resumed"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class Ended(Fact):
        """终止: the project is given up before its settlement."""

        TOPIC = "project.ended"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class ClaimOpened(Fact):
        """申请报账: a claim was made on this project; recorded together with `claim.submitted`."""

        TOPIC = "project.claim_opened"
        claim_no: str
        stage: str

    @dataclass(frozen=True, kw_only=True)
    class RollOpened(Fact):
        """列入花名册: a roll was drawn up for this project; recorded together with `roll.drawn_up`."""

        TOPIC = "project.roll_opened"
        roll_no: str

    def __init__(self, stream_id: str) -> None:
        """Begin with nothing."""
        super().__init__(stream_id)
        self.changed_plan_fen = self.changed_price_fen = 0
        self.claim_nos: list[str] = []
        self.roll_nos: list[str] = []

    # What the facts add up to

    @applies(Changed)
    def _changed(self, fact: Changed) -> None:
        self.latest_on = fact.effective_on
        self.plan_fen += fact.plan_change_fen
        self.price_fen += fact.contract_change_fen
        self.changed_plan_fen += abs(fact.plan_change_fen)
        self.changed_price_fen += abs(fact.contract_change_fen)
        add_shares(self.plan, fact.sources)

    @applies(Suspended)
    def _suspended(self, fact: Suspended) -> None:
        self.suspended, self.latest_on = True, fact.effective_on

    @applies(Resumed)
    def _resumed(self, fact: Resumed) -> None:
        self.suspended, self.latest_on = False, fact.effective_on

    @applies(Ended)
    def _ended(self, fact: Ended) -> None:
        self.ended, self.latest_on = True, fact.effective_on

    @applies(ClaimOpened)
    def _claim_opened(self, fact: ClaimOpened) -> None:
        self.claim_nos.append(fact.claim_no)

    @applies(RollOpened)
    def _roll_opened(self, fact: RollOpened) -> None:
        self.roll_nos.append(fact.roll_no)

    # What may be decided

    def change(
        self,
        stamp: Stamp,
        regulations: Regulations,
        *,
        change_no: str,
        subject: str,
        plan_change_fen: int,
        sources: tuple[SourceShare, ...],
        contract_change_fen: int,
        approval_no: str,
        reason: str,
        text: str,
        advanced: ByChannel,
        paid_fen: int,
    ) -> None:
        """项目调整: what was measured and paid stays, and the way of contracting fits the new price too.

        advanced  what each source has paid as advance and did not get back, in fen.
        paid_fen  all that was paid for the project and did not come back.
        """
        self._within(Phase.PLANNED, Phase.ACCEPTED, stamp)
        if contract_change_fen:
            self._within(Phase.CONTRACTED, Phase.ACCEPTED, stamp)
        signed_sources_add_up(plan_change_fen, sources)
        share_bp = self._share_changed_bp(plan_change_fen, contract_change_fen)
        change_beyond_share_needs_approval(share_bp, regulations.change.approval_bp, approval_no)
        for channel, change_fen in by_channel(sources).items():
            used_fen = max(self.measured.get(channel, 0), advanced.get(channel, 0))
            left_fen = self.plan.get(channel, 0) - used_fen
            if change_fen + left_fen < 0:
                raise SourceOverdrawn(-change_fen, left_fen, " ".join(channel))
        price_fen = self.price_fen + contract_change_fen
        contract_keeps_its_work(price_fen, self.measured_fen, paid_fen)
        price_stays_within_plan(price_fen, self.plan_fen + plan_change_fen)
        if contract_change_fen > 0:
            tender_route_fits_the_price(regulations, self.kind, self.use, self.route, price_fen)
        self.record(
            self.Changed,
            **stamp.fields,
            change_no=change_no,
            subject=subject,
            plan_change_fen=plan_change_fen,
            sources=sources,
            contract_change_fen=contract_change_fen,
            share_bp=share_bp,
            approval_no=approval_no,
            reason=reason,
            text=text,
        )

    def _share_changed_bp(self, plan_change_fen: int, contract_change_fen: int) -> int:
        """All changes with this one against the first plan or contract, rounded up: splitting is no way out."""
        plan_bp = -(-(self.changed_plan_fen + abs(plan_change_fen)) * WHOLE_BP // self.first_plan_fen)
        if not contract_change_fen:
            return plan_bp
        price_fen = self.changed_price_fen + abs(contract_change_fen)
        return max(plan_bp, -(-price_fen * WHOLE_BP // self.first_price_fen))

    def suspend(self, stamp: Stamp, reason: str, decision_no: str) -> None:
        """中止."""
        project_may_rest(self.code, suspended=self.suspended, ended=self.ended)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        self.record(self.Suspended, **stamp.fields, reason=reason, decision_no=decision_no)

    def resume(self, stamp: Stamp, reason: str, decision_no: str) -> None:
        """恢复."""
        project_may_resume(self.code, suspended=self.suspended, ended=self.ended)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        self.record(self.Resumed, **stamp.fields, reason=reason, decision_no=decision_no)

    def end(self, stamp: Stamp, reason: str, decision_no: str) -> None:
        """终止.  Only before the settlement; money that is out comes back as refund or surplus."""
        project_may_end(self.code, self.phase, ended=self.ended)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)
        self.record(self.Ended, **stamp.fields, reason=reason, decision_no=decision_no)

    def open_claim(self, stamp: Stamp, claim_no: str, stage: str) -> None:
        """申请报账, in the same save as the claim itself; its rules stand with the claim."""
        self.record(self.ClaimOpened, **stamp.fields, claim_no=claim_no, stage=stage)

    def open_roll(self, stamp: Stamp, roll_no: str) -> None:
        """列入花名册, in the same save as the roll itself; its rules stand with the roll."""
        self.record(self.RollOpened, **stamp.fields, roll_no=roll_no)
