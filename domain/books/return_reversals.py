"""退回冲销业务 (reversals of returns): returns, refunds, bank answers and what was decided of them by mistake.

A payment that stands again, or a line that was paid after all or is owed again, needs its money in the account and its
room in the claim, the plan and the period, as on the day when it was paid.
"""

from collections.abc import Sequence

from domain.accounts.account import Account
from domain.accounts.cash import for_project
from domain.accounts.payment_refusals import ReturnSpent
from domain.accounts.state import CameBack
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.claim_ceiling import ClaimCeiling
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import PROJECT_STAGES, ProjectMoney
from domain.claims.claim import Claim
from domain.claims.claim_stays_below_the_ceiling import payment_has_its_payable
from domain.funds.codes import PurposeKind
from domain.keys import recorded_spelling
from domain.money.shares import by_channel, less
from domain.money.sources import SourceShare
from domain.projects.project import Project
from domain.projects.project_is_active import project_is_active
from domain.rolls.persons_are_paid_once import persons_are_paid_once
from domain.rolls.refusals import RollAbovePlan
from domain.rolls.roll import Roll
from domain.rolls.sending_refusals import CancelledLineSpent
from domain.rules.taking_back_says_why import taking_back_says_why


class ReturnReversalDesk(Desk):
    """退回冲销.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    notices: NoticesAbout

    @command
    def reverse_return(
        self, turn: DecisionTurn, *, code: str, payment_no: str, reason: str, refund_no: str = ""
    ) -> None:
        """冲销误登的退票, or with its number a 退款: the payment stands as it was made.

        Raises ReasonMissing, PersonalNumber, what `Account.check_return_reversal` raises; for a project ReturnSpent
        when approved rolls wait for the money, AbovePayable; then what `Claim.reverse_return` raises, in this order.
        """
        account, stamp = turn.get_in_scope(Account, code), turn.stamp
        taking_back_says_why(reason)
        came_back = account.check_return_reversal(
            stamp.effective_on, payment_no=payment_no, refund_no=refund_no
        )
        self._check_project(turn, account, came_back)
        undone = account.reverse_return(stamp, came_back, reason)
        if undone.claim_no:
            claim = turn.get(Claim, undone.claim_no)
            claim.reverse_return(
                stamp,
                payment_no=undone.payment_no,
                refund_no=undone.refund_no,
                amount_fen=undone.amount_fen,
                reason=reason,
            )

    @staticmethod
    def _check_project(turn: DecisionTurn, account: Account, came_back: CameBack) -> None:
        """Raise ReturnSpent for what approved rolls wait for, AbovePayable for what is no longer payable."""
        if came_back.purpose_kind != PurposeKind.PROJECT:
            return
        money, project = ProjectMoney(turn), turn.get(Project, came_back.purpose_code)
        money.check_unreserved(account, came_back.purpose, came_back.sources, ReturnSpent)
        payable = money.payable(project, came_back.stage)
        for part in came_back.sources:
            payment_has_its_payable(part.amount_fen, payable.get(part.channel, 0))

    @command
    def reverse_confirmation(
        self, turn: DecisionTurn, *, roll_no: str, payment_no: str, line_nos: Sequence[int], reason: str
    ) -> None:
        """更正误登为发放成功的行: the bank had not paid them; they may be sent again or cancelled.

        Raises ReasonMissing, PersonalNumber, what `Roll.check_confirmation_reversal` raises, then what
        `Account.return_roll_lines` raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        number = recorded_spelling(payment_no, roll.sendings)
        amount_fen = roll.check_confirmation_reversal(stamp, number, line_nos)
        returned = turn.get(Account, roll.account_code).return_roll_lines(
            stamp, payment_no=number, amount_fen=amount_fen, count=len(line_nos)
        )
        roll.reverse_confirmation(
            stamp, payment_no=number, lines=line_nos, sources=by_channel(returned.sources), reason=reason
        )

    @command
    def reverse_line_returns(
        self, turn: DecisionTurn, *, roll_no: str, payment_no: str, line_nos: Sequence[int], reason: str
    ) -> None:
        """更正误登为退回的行: the bank had paid them.

        Raises ReasonMissing, PersonalNumber, what `Roll.check_return_reversal` raises, then what
        `Account.reverse_roll_returns` raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        number = recorded_spelling(payment_no, roll.sendings)
        sources = roll.check_return_reversal(stamp, number, line_nos)
        turn.get(Account, roll.account_code).reverse_roll_returns(
            stamp, payment_no=number, sources=sources, count=len(line_nos), reason=reason
        )
        roll.reverse_returns(stamp, payment_no=number, lines=line_nos, sources=sources, reason=reason)

    @command
    def reverse_line_cancellation(
        self, turn: DecisionTurn, *, roll_no: str, line_no: int, reason: str
    ) -> None:
        """冲销误取消的一行: it is owed again, to be sent again.

        Raises ReasonMissing, PersonalNumber, ProjectNotActive, what `Roll.check_cancellation_reversal` raises, what
        `persons_are_paid_once` raises for approved rolls, CancelledLineSpent, RollAbovePlan, what
        `ClaimCeiling.check_roll` raises, in this order.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        project = turn.get(Project, roll.project_code)
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        cancelled = roll.check_cancellation_reversal(stamp, line_no)
        money = ProjectMoney(turn)
        self._check_paid_once(money, project, roll, line_no)
        account = turn.get(Account, roll.account_code)
        money.check_unreserved(account, for_project(project.code), cancelled.sources, CancelledLineSpent)
        self._check_plan(money, project, cancelled.sources)
        ClaimCeiling(turn, self.notices).check_roll(project, cancelled.amount_fen)
        roll.reverse_cancellation(stamp, line_no, reason)

    @staticmethod
    def _check_paid_once(money: ProjectMoney, project: Project, roll: Roll, line_no: int) -> None:
        """Raise what `persons_are_paid_once` raises when an approved roll pays the person of the line meanwhile."""
        approved = [other for other in money.rolls(project) if other.approved_by]
        persons_are_paid_once(roll.paid_once_more(line_no), approved, several=money.may_pay_again(project))

    @command
    def reverse_pay_back(self, turn: DecisionTurn, *, roll_no: str, refund_no: str, reason: str) -> None:
        """冲销误登的退回领取款: the person has the money.

        Raises ReasonMissing, PersonalNumber, what `Roll.check_pay_back_reversal` raises, what `persons_are_paid_once`
        raises for approved rolls, what `Account.check_return_reversal` raises, ReturnSpent when approved rolls wait for
        the money, RollAbovePlan, in this order.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        paid_back = roll.check_pay_back_reversal(stamp, refund_no)
        money, project = ProjectMoney(turn), turn.get(Project, roll.project_code)
        self._check_paid_once(money, project, roll, paid_back.line_no)
        account = turn.get(Account, roll.account_code)
        came_back = account.check_return_reversal(
            stamp.effective_on,
            payment_no=paid_back.payment_no,
            refund_no=paid_back.refund_no,
            of_roll=True,
        )
        money.check_unreserved(account, came_back.purpose, came_back.sources, ReturnSpent)
        self._check_plan(money, project, paid_back.sources)
        roll.reverse_pay_back(stamp, paid_back, reason)
        account.reverse_return(stamp, came_back, reason)

    @staticmethod
    def _check_plan(money: ProjectMoney, project: Project, sources: tuple[SourceShare, ...]) -> None:
        """Raise RollAbovePlan for the first channel whose plan has no room left for what was paid."""
        owed = [roll.owed for roll in money.rolls(project)]
        planned = less(project.plan, *owed, money.paid(project, *PROJECT_STAGES))
        for part in sources:
            room_fen = max(planned.get(part.channel, 0), 0)
            if part.amount_fen > room_fen:
                raise RollAbovePlan(part.amount_fen, room_fen, " ".join(part.channel))
