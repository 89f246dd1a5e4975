"""项目冲销业务 (reversals of projects): a step recorded by mistake is taken back while nothing stands on it."""

from domain.assets.asset import Asset
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.claim_ceiling import ClaimCeiling
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import ProjectMoney
from domain.projects.project import Project
from domain.rulebook.codes import WORK_STAGES, Condition
from domain.rules.taking_back_says_why import taking_back_says_why


class ProjectReversalDesk(Desk):
    """合同、开工、完工、验收、结算、移交、质保期满验收、到户办结的冲销.

    Commands raise what `get_in_scope` raises first, RulebookMissing, ReasonMissing and PersonalNumber.
    """

    notices: NoticesAbout

    @command
    def reverse_contract(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销合同.  Raises what `Project.reverse_contract` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.reverse_contract(turn.stamp, reason, ProjectMoney(turn).claimed(project))

    @command
    def reverse_start(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销开工.  Raises what `Project.check_start_reversal` raises, then StepPaidUpon."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.check_start_reversal(turn.stamp)
        ClaimCeiling(turn, self.notices).check_unpaid_without_step(project, Condition.STARTED)
        project.reverse_start(turn.stamp, reason)

    @command
    def reverse_completion(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销完工.  Raises what `Project.check_completion_reversal` raises, then StepPaidUpon."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.check_completion_reversal(turn.stamp)
        ClaimCeiling(turn, self.notices).check_unpaid_without_step(project, Condition.COMPLETED)
        project.reverse_completion(turn.stamp, reason)

    @command
    def reverse_acceptance(self, turn: DecisionTurn, *, code: str, level: str, reason: str) -> None:
        """冲销验收, the last level that passed; what is to be told of it is not owed any more.

        Raises what `Project.check_acceptance_reversal` raises, then AcceptancePaidUpon.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.check_acceptance_reversal(turn.stamp, level)
        ClaimCeiling(turn, self.notices).check_unpaid_without_acceptance(project, level)
        project.reverse_acceptance(turn.stamp, level, reason)

    @command
    def reverse_settlement(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销结算.  Raises what `Project.reverse_settlement` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        money = ProjectMoney(turn)
        project.reverse_settlement(
            turn.stamp,
            reason,
            claimed=money.claimed(project, Condition.SETTLED),
            paid=money.paid(project, *WORK_STAGES),
            allocated=money.allocated(project),
        )

    @command
    def reverse_hand_over(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销移交; the number of the asset is free again.  Raises what `Project.reverse_hand_over` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        asset_no = project.handed_over.asset_no if project.handed_over is not None else ""
        project.reverse_hand_over(turn.stamp, reason)
        if asset_no:
            turn.get(Asset, asset_no).take_back(turn.stamp, reason)

    @command
    def reverse_retention_release(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销质保期满验收.  Raises what `Project.reverse_release` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        claimed = ProjectMoney(turn).claimed(project, Condition.DEFECT_PERIOD_OVER)
        project.reverse_release(turn.stamp, reason, claimed)

    @command
    def reverse_household_closing(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """冲销到户办结; rolls may be drawn up again.  Raises what `Project.reverse_household_closing` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.reverse_household_closing(turn.stamp, reason, ProjectMoney(turn).allocated(project))
