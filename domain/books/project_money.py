"""项目资金 (money of a project) at the desk: what each source has paid for it, and what it still owes.

A project is paid from the accounts that its claims name; what was paid at which stage is the account's memory, what is
owed is the project's.
"""

from domain.account import Account
from domain.account_cash import Purpose
from domain.books.act import Act
from domain.books.desk import Desk
from domain.claim import Claim
from domain.project import Project
from domain.shares import ByChannel, add_shares, at_least_nothing, less, shares_of


class ProjectMoneyDesk(Desk):
    """Questions about a project's money, for the desks that decide on it."""

    def _project(self, act: Act, code: str) -> Project:
        """Give the project, when it exists and lies inside the caller's scope."""
        project = self._get(Project, code)
        self._within(act, project.place_code)
        return project

    def _paid(self, project: Project, *stages: str) -> ByChannel:
        """What was paid for the project at these stages and did not come back, by channel."""
        purpose: Purpose = ("project", project.code)
        codes = dict.fromkeys(self._get(Claim, claim_no).account_code for claim_no in project.claim_nos)
        paid: ByChannel = {}
        for code in codes:
            add_shares(paid, shares_of(self._get(Account, code).paid_for(purpose, *stages)))
        return paid

    def _advance_left(self, project: Project) -> ByChannel:
        """The paid advance that no measured work has offset yet."""
        return at_least_nothing(less(self._paid(project, "advance"), project.offset))

    def _payable(self, project: Project, stage: str) -> ByChannel:
        """What each source of the plan may pay at this stage: an advance, payables of works, or the retention."""
        plan, paid = project.plan, self._paid
        if stage == "advance":
            return at_least_nothing(less(plan, paid(project, "advance")))
        owed = project.retention if stage == "retention" else less(project.payable, project.retention)
        paid_already = (
            paid(project, "retention") if stage == "retention" else paid(project, "progress", "settlement")
        )
        return at_least_nothing(less({c: owed.get(c, 0) for c in plan}, paid_already))
