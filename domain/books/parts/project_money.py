"""项目资金 (money of a project): what each source has paid for it, and what it still owes.

A project is paid from the accounts that its claims and rolls name; what was paid at which stage is the account's
memory, what is owed is the project's.
"""

from domain.accounts.account import Account
from domain.accounts.cash import Purpose, for_project
from domain.assets.asset_is_worth_money_that_arrived import asset_is_worth_money_that_arrived
from domain.books.desk.turn import DecisionTurn
from domain.claims.claim import Claim
from domain.code import texts
from domain.funds.codes import PurposeKind
from domain.funds.fund import Fund
from domain.funds.money_has_its_time import last_use_on, money_is_in_time
from domain.money.refusals import AboveLimit
from domain.money.shares import ByChannel, add_amounts, at_least_nothing, by_channel, less, shares_of
from domain.money.sources import SourceShare
from domain.projects.codes import Phase
from domain.projects.project import Project
from domain.rolls.roll import Roll
from domain.rulebook.codes import EARNED_STAGES, SCHEME_STAGES, WORK_STAGES, PaymentStage

PROJECT_STAGES = texts(SCHEME_STAGES)
"""The stages at which claims of a project are paid; a roll is paid at a stage of its own."""


class ProjectMoney:
    """Answers what a desk asks about the money of projects in one turn."""

    def __init__(self, turn: DecisionTurn) -> None:
        self._turn = turn

    def rolls(self, project: Project) -> list[Roll]:
        """The rolls that were drawn up for the project."""
        return [self._turn.get(Roll, roll_no) for roll_no in project.roll_nos]

    def may_pay_again(self, project: Project) -> bool:
        """Whether the rulebook allows several payments in a period: for this use, or in instalments by the scheme."""
        instalments = project.scheme_by(self._turn.rulebook).rows(PaymentStage.ROLL)
        return len(instalments) > 1 or self._turn.regulations.may_be_paid_again(project.use)

    def unreserved(self, account: Account, project: Project) -> ByChannel:
        """What the account holds for the project of each channel and no approved roll waits for."""
        waiting = [roll.reserved for roll in self.rolls(project) if roll.account_code == account.code]
        return at_least_nothing(less(account.available(for_project(project.code)), *waiting))

    def check_unreserved(
        self, account: Account, purpose: Purpose, sources: tuple[SourceShare, ...], refusal: type[AboveLimit]
    ) -> None:
        """Raise `refusal` for the first channel of a project that approved rolls would lack when it left.

        Money may arrive for a project before it is proposed; no roll waits for it then.
        """
        kind, code = purpose
        if kind != PurposeKind.PROJECT:
            return
        project = self._turn.find(Project, code)
        if not project.exists:
            return
        free = self.unreserved(account, project)
        for part in sources:
            free_fen = free.get(part.channel, 0)
            if part.amount_fen > free_fen:
                raise refusal(part.amount_fen, free_fen, " ".join(part.channel))

    def paid(self, project: Project, *stages: str) -> ByChannel:
        """What was paid for the project at these stages and did not come back, by channel."""
        purpose = for_project(project.code)
        codes = [self._turn.get(Claim, claim_no).account_code for claim_no in project.claim_nos]
        codes += [roll.account_code for roll in self.rolls(project)]
        paid: ByChannel = {}
        for code in dict.fromkeys(codes):
            self._turn.get(Account, code).add_paid_for(paid, purpose, stages)
        return paid

    def claimed(self, project: Project, need: str = "") -> tuple[int, int]:
        """What claims under way ask, and what claims were paid, in fen; not those on terminated contracts.

        need  a condition of payment: only claims at stages that wait for it count; "" counts every claim.
        """
        in_force = [claim_no for claim_no in project.claim_nos if claim_no not in project.closed_claims]
        claims = [self._turn.get(Claim, claim_no) for claim_no in in_force]
        if need:
            planned = project.phase >= Phase.PLANNED
            stages = project.scheme_by(self._turn.rulebook).stages_waiting_for(need) if planned else ()
            claims = [claim for claim in claims if claim.stage in stages]
        return sum(claim.under_way_fen for claim in claims), sum(claim.paid_fen for claim in claims)

    def allocated(self, project: Project) -> ByChannel:
        """What each source of the plan allocates to the project now, what was recovered taken off."""
        purpose = for_project(project.code)
        levels = {
            document_no: self._turn.get(Fund, document_no).allocated_to(purpose)
            for document_no in dict.fromkeys(document_no for document_no, _ in project.plan)
        }
        return {channel: levels[channel[0]].get(channel[1], 0) for channel in project.plan}

    def unpaid(self, project: Project) -> ByChannel:
        """What each source owes for certified work beyond its advance, and has not paid."""
        return less(project.payable, self.paid(project, *EARNED_STAGES))

    def check_settlement_arrived(self, project: Project, leaving: tuple[SourceShare, ...] = ()) -> None:
        """Raise SourceNotArrived for a source that has brought less than its settlement once the leaving left."""
        purpose, gone = for_project(project.code), by_channel(leaving)
        asset_is_worth_money_that_arrived(
            shares_of(project.settlement),
            lambda part: (
                self._turn.find(Fund, part.document_no).held_for(purpose).get(part.level, 0)
                - gone.get(part.channel, 0)
            ),
        )

    def needed_by(self, purpose: Purpose) -> ByChannel:
        """What a project needs of each channel: its plan, once settled its settlement, once ended what it still owes.

        Ended, or closed as one of households, it needs what was paid for it, what its measured work made payable, and
        what its rolls owe.
        """
        kind, code = purpose
        if kind != PurposeKind.PROJECT:
            return {}
        project = self._turn.find(Project, code)
        if not project.ended and project.phase < Phase.CLOSED:
            return project.settlement if project.phase >= Phase.SETTLED else project.plan
        needed = self.paid(project, *PROJECT_STAGES)
        earned = less(project.payable, self.paid(project, *EARNED_STAGES))
        for part in (at_least_nothing(earned), *[roll.owed for roll in self.rolls(project)]):
            add_amounts(needed, part)
        return needed

    def check_time_of_money(
        self, account: Account, purpose: Purpose, sources: tuple[SourceShare, ...]
    ) -> None:
        """Raise FundYearOver when a payment draws on money whose years are over.

        Surplus that was planned again has no years; money with years is taken to be paid first, so after its years a
        purse that holds more than what was planned again pays nothing until the rest is recovered.
        """
        rule = self._turn.regulations.carry_over
        for part in sources:
            fund = self._turn.find(Fund, part.document_no)
            if not fund.exists or self._turn.act.effective_on <= last_use_on(fund.year, rule):
                continue
            timeless_fen = fund.planned_again_for(purpose).get(part.level, 0)
            if account.available(purpose).get(part.channel, 0) > timeless_fen:
                money_is_in_time(self._turn.act.effective_on, fund.year, rule)

    def advance_left(self, project: Project) -> ByChannel:
        """The paid advance that no measured work has offset yet."""
        return at_least_nothing(less(self.paid(project, PaymentStage.ADVANCE), project.offset))

    def payable(self, project: Project, stage: str) -> ByChannel:
        """What each source of the plan may pay at this stage: an advance, payables of works, or the retention."""
        plan, paid = project.plan, self.paid
        if stage == PaymentStage.ADVANCE:
            return at_least_nothing(less(plan, paid(project, PaymentStage.ADVANCE, PaymentStage.ROLL)))
        if stage == PaymentStage.RETENTION:
            owed, paid_already = project.retention, paid(project, PaymentStage.RETENTION)
        else:
            owed, paid_already = less(project.payable, project.retention), paid(project, *WORK_STAGES)
        return at_least_nothing(less({c: owed.get(c, 0) for c in plan}, paid_already))
