"""项目资金 (money of a project) at the desk: what each source has paid for it, and what it still owes.

A project is paid from the accounts that its claims and rolls name; what was paid at which stage is the account's
memory, what is owed is the project's.
"""

from domain.accounts.account import Account
from domain.accounts.cash import Purpose
from domain.assets.asset_is_worth_money_that_arrived import asset_is_worth_money_that_arrived
from domain.books.act import Act
from domain.books.desk import Desk
from domain.claims.claim import Claim
from domain.funds.fund import Fund
from domain.funds.money_has_its_time import last_use_on, money_is_in_time
from domain.money.refusals import AboveLimit
from domain.money.shares import ByChannel, add_amounts, at_least_nothing, by_channel, less, shares_of
from domain.money.sources import SourceShare
from domain.projects.project import Project
from domain.projects.values import Phase
from domain.rolls.roll import Roll
from domain.rulebook.rulebook import Rulebook

PROJECT_STAGES = ("advance", "progress", "settlement", "retention")
"""The stages at which claims of a project are paid; a roll is paid at a stage of its own."""


class ProjectMoneyDesk(Desk):
    """Questions about a project's money, for the desks that decide on it."""

    def _project(self, act: Act, code: str) -> Project:
        """Give the project, when it exists and lies inside the caller's scope."""
        project = self._get(Project, code)
        self._within(act, project.place_code)
        return project

    def _rulebook(self) -> Rulebook:
        """The rulebook with all of its versions."""
        return self._find(Rulebook, "county")

    def _rolls(self, project: Project) -> list[Roll]:
        """The rolls that were drawn up for the project."""
        return [self._get(Roll, roll_no) for roll_no in project.roll_nos]

    def _unreserved(self, account: Account, project: Project) -> ByChannel:
        """What the account holds for the project of each channel and no approved roll waits for."""
        waiting = [roll.reserved for roll in self._rolls(project) if roll.account_code == account.code]
        return at_least_nothing(less(account.available(("project", project.code)), *waiting))

    def _check_unreserved(
        self, account: Account, purpose: Purpose, sources: tuple[SourceShare, ...], refusal: type[AboveLimit]
    ) -> None:
        """Raise `refusal` for the first channel of a project that approved rolls would lack when it left."""
        kind, code = purpose
        if kind != "project":
            return
        free = self._unreserved(account, self._find(Project, code))
        for part in sources:
            free_fen = free.get(part.channel, 0)
            if part.amount_fen > free_fen:
                raise refusal(part.amount_fen, free_fen, " ".join(part.channel))

    def _paid(self, project: Project, *stages: str) -> ByChannel:
        """What was paid for the project at these stages and did not come back, by channel."""
        purpose: Purpose = ("project", project.code)
        codes = [self._get(Claim, claim_no).account_code for claim_no in project.claim_nos]
        codes += [roll.account_code for roll in self._rolls(project)]
        paid: ByChannel = {}
        for code in dict.fromkeys(codes):
            self._get(Account, code).add_paid_for(paid, purpose, stages)
        return paid

    def _check_settlement_arrived(self, project: Project, leaving: tuple[SourceShare, ...] = ()) -> None:
        """Raise SourceNotArrived for a source that has brought less than its settlement once the leaving left."""
        purpose, gone = ("project", project.code), by_channel(leaving)
        asset_is_worth_money_that_arrived(
            shares_of(project.settlement),
            lambda part: (
                self._find(Fund, part.document_no).held_for(purpose).get(part.level, 0)
                - gone.get(part.channel, 0)
            ),
        )

    def _needed_by(self, purpose: Purpose) -> ByChannel:
        """What a project needs of each channel: its plan, once settled its settlement, once ended what it still owes.

        An ended project needs what was paid for it, what its measured work made payable, and what its rolls owe.
        """
        kind, code = purpose
        if kind != "project":
            return {}
        project = self._find(Project, code)
        if not project.ended:
            return project.settlement if project.phase >= Phase.SETTLED else project.plan
        needed = self._paid(project, *PROJECT_STAGES)
        earned = less(project.payable, self._paid(project, "progress", "settlement", "retention"))
        for part in (at_least_nothing(earned), *[roll.owed for roll in self._rolls(project)]):
            add_amounts(needed, part)
        return needed

    def _check_time_of_money(
        self, act: Act, account: Account, purpose: Purpose, sources: tuple[SourceShare, ...]
    ) -> None:
        """Raise FundYearOver when a payment draws on money whose years are over.

        Surplus that was planned again has no years; money with years is taken to be paid first, so after its years a
        purse that holds more than what was planned again pays nothing until the rest is recovered.
        """
        rule = self._rules(act).regulations.carry_over
        for part in sources:
            fund = self._find(Fund, part.document_no)
            if not fund.exists or act.effective_on <= last_use_on(fund.year, rule):
                continue
            timeless_fen = fund.planned_again_for(purpose).get(part.level, 0)
            if account.available(purpose).get(part.channel, 0) > timeless_fen:
                money_is_in_time(act.effective_on, fund.year, rule)

    def _advance_left(self, project: Project) -> ByChannel:
        """The paid advance that no measured work has offset yet."""
        return at_least_nothing(less(self._paid(project, "advance"), project.offset))

    def _payable(self, project: Project, stage: str) -> ByChannel:
        """What each source of the plan may pay at this stage: an advance, payables of works, or the retention."""
        plan, paid = project.plan, self._paid
        if stage == "advance":
            return at_least_nothing(less(plan, paid(project, "advance", "roll")))
        owed = project.retention if stage == "retention" else less(project.payable, project.retention)
        paid_already = (
            paid(project, "retention") if stage == "retention" else paid(project, "progress", "settlement")
        )
        return at_least_nothing(less({c: owed.get(c, 0) for c in plan}, paid_already))
