"""项目的中止与终结 (rest and end of projects and their contracts): suspended, resumed, ended, out of the library."""

from collections.abc import Sequence

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.project_money import PROJECT_STAGES, ProjectMoney
from domain.claims.claim import Claim
from domain.money.shares import add_amounts
from domain.projects.project import Project
from domain.projects.project_rests_or_ends import project_owes_nothing
from domain.rolls.project_is_paid_one_way import project_may_be_paid_by_roll
from domain.rulebook.codes import PaymentStage
from domain.rules.taking_back_says_why import taking_back_says_why


class ProjectEndDesk(Desk):
    """中止、恢复、终止、出库、解除合同、到户办结.

    Commands raise what `get_in_scope` raises first, and RulebookMissing.
    """

    @command
    def suspend_project(self, turn: DecisionTurn, *, code: str, reason: str, decision_no: str) -> None:
        """项目中止.  Raises ReasonMissing, PersonalNumber, then what `Project.suspend` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.suspend(turn.stamp, reason, decision_no)

    @command
    def resume_project(self, turn: DecisionTurn, *, code: str, reason: str, decision_no: str) -> None:
        """项目恢复.  Raises ReasonMissing, PersonalNumber, then what `Project.resume` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        project.resume(turn.stamp, reason, decision_no)

    @command
    def end_project(self, turn: DecisionTurn, *, code: str, reason: str, decision_no: str) -> None:
        """项目终止.  Raises ReasonMissing, PersonalNumber, ProjectOwes, then what `Project.end` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        rolls = ProjectMoney(turn).rolls(project)
        project_owes_nothing(
            project.code, _awaiting_payment(turn, project), [roll.roll_no for roll in rolls if roll.is_open]
        )
        project.end(turn.stamp, reason, decision_no)

    @command
    def leave_library(self, turn: DecisionTurn, *, code: str, decision_no: str, reason: str) -> None:
        """出库; what was allocated to the project may be taken back, what arrived for it recovered.

        Raises ReasonMissing, PersonalNumber, ProjectOwes (rolls that stand and are not closed), then what
        `Project.leave_library` raises.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        money = ProjectMoney(turn)
        rolls = money.rolls(project)
        standing = [roll.roll_no for roll in rolls if roll.stands and not roll.closed]
        project_owes_nothing(project.code, (), standing)
        under_way_fen, paid_fen = money.claimed(project)
        spent_fen = paid_fen + sum(roll.owed_fen for roll in rolls) + project.closed_fen
        claimed = under_way_fen, spent_fen
        project.leave_library(turn.stamp, decision_no=decision_no, reason=reason, claimed=claimed)

    @command
    def terminate_contract(
        self, turn: DecisionTurn, *, code: str, termination_no: str, owed_fen: int, reason: str
    ) -> None:
        """解除合同; what is owed of it is claimed as progress, then the project may contract anew.

        Raises ReasonMissing, PersonalNumber, then what `Project.terminate_contract` raises.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        money = ProjectMoney(turn)
        project.terminate_contract(
            turn.stamp,
            termination_no=termination_no,
            owed_fen=owed_fen,
            reason=reason,
            advanced=money.paid(project, PaymentStage.ADVANCE),
            owed=money.unpaid(project),
        )

    @command
    def close_household_project(self, turn: DecisionTurn, *, code: str) -> None:
        """到户项目办结; what its plan has over may be recovered.

        Raises RollKindDiffers, RollProjectDiffers, ProjectOwes (approved claims that wait for their payment, rolls that
        stand and are not closed), then what `Project.close_household` raises.
        """
        project = turn.get_in_scope(Project, code)
        project_may_be_paid_by_roll(project.code, project.kind, project.contract_no)
        money = ProjectMoney(turn)
        rolls = [roll for roll in money.rolls(project) if roll.stands]
        project_owes_nothing(
            project.code,
            _awaiting_payment(turn, project),
            [roll.roll_no for roll in rolls if not roll.closed],
        )
        paid = money.paid(project, *PROJECT_STAGES)
        for roll in rolls:
            add_amounts(paid, roll.owed)
        project.close_household(turn.stamp, turn.rulebook, paid)


def _awaiting_payment(turn: DecisionTurn, project: Project) -> Sequence[str]:
    """The numbers of the approved claims of a project that wait for their payment."""
    claims = [turn.get(Claim, claim_no) for claim_no in project.claim_nos]
    return [claim.claim_no for claim in claims if claim.awaits_payment]
