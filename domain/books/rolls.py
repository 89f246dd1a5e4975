"""花名册业务 (business of rolls): drawn up, approved after its notice, sent, answered line by line."""

from collections.abc import Iterable

from domain.accounts.account import Account
from domain.accounts.cash import for_project
from domain.accounts.refusals import SourceNotArrived
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.claim_ceiling import ClaimCeiling
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import PROJECT_STAGES, ProjectMoney
from domain.funds.codes import PurposeKind
from domain.keys import business_key, recorded_spelling
from domain.money.shares import ByChannel, by_channel, less, shares_of, split, total_fen
from domain.notices.refusals import NoticeNotClosed
from domain.projects.codes import Phase
from domain.projects.project import Project
from domain.projects.project_is_active import project_is_active
from domain.projects.refusals import StepOutOfOrder
from domain.rolls.paid_period import paid_period
from domain.rolls.persons_are_paid_once import persons_are_paid_once
from domain.rolls.project_is_paid_one_way import project_may_be_paid_by_roll
from domain.rolls.refusals import RollAbovePlan
from domain.rolls.roll import Roll
from domain.rolls.roll_lines_add_up import roll_lines_add_up
from domain.rolls.roll_lines_name_persons import persons_in_one_spelling, reasons_hold_no_personal_numbers
from domain.rolls.values import Payees, ReturnedLine, RollLine
from domain.rulebook.codes import PaymentStage
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class RollDesk(Desk):
    """到人到户发放.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    notices: NoticesAbout

    @command
    def draw_up_roll(
        self,
        turn: DecisionTurn,
        *,
        roll_no: str,
        project_code: str,
        account_code: str,
        title: str,
        period_text: str,
        standard_text: str,
        declared_count: int,
        declared_sum_fen: int,
        list_sha256: str,
        lines: Iterable[RollLine],
        again_reason: str = "",
    ) -> None:
        """编制花名册.

        Raises KeyMisread, AlreadyRecorded, ProjectNotActive, StepOutOfOrder, RollKindDiffers, RollProjectDiffers,
        AccountClosed, PaidPeriodMisread, PersonMisread, PersonalNumber (of a person id), RollLinesWrong,
        RollTotalsDiffer, PersonalNumber, then what `persons_are_paid_once` raises, in this order.
        """
        project = turn.get_in_scope(Project, project_code)
        key = business_key(roll_no, "roll_no")
        roll = turn.new(Roll, key)
        self._check_paid_by_roll(project)
        account = turn.named(Account, account_code)
        account.check_open()
        period = paid_period(period_text)
        listed = persons_in_one_spelling(lines)
        roll_lines_add_up(listed, declared_count, declared_sum_fen)
        facts_hold_no_personal_numbers(
            title=title, period_text=period_text, standard_text=standard_text, again_reason=again_reason
        )
        reasons_hold_no_personal_numbers("lines", listed)
        payees = Payees(key, period, {line.person_id: line.line_no for line in listed}, again_reason)
        money = ProjectMoney(turn)
        persons_are_paid_once(payees, money.rolls(project), several=money.may_pay_again(project))
        stamp = turn.stamp
        project.open_roll(stamp, key)
        roll.draw_up(
            stamp,
            roll_no=key,
            project_code=project.code,
            account_code=account.code,
            title=title,
            period_text=period_text,
            period=period.code,
            standard_text=standard_text,
            declared_count=declared_count,
            declared_sum_fen=declared_sum_fen,
            list_sha256=list_sha256,
            again_reason=again_reason,
            lines=listed,
        )

    @staticmethod
    def _active_project(turn: DecisionTurn, roll: Roll) -> Project:
        """Give the project of a roll.  Raises ProjectNotActive."""
        project = turn.get(Project, roll.project_code)
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        return project

    @staticmethod
    def _check_paid_by_roll(project: Project) -> None:
        """Refuse a project that rests, is not approved, whose money goes to no persons, or that is under contract.

        Raises ProjectNotActive, StepOutOfOrder, then what `project_may_be_paid_by_roll` raises.
        """
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        if project.phase < Phase.APPROVED:
            raise StepOutOfOrder(project.code, project.phase.word, Phase.APPROVED.word)
        if project.phase == Phase.CLOSED:
            raise StepOutOfOrder(project.code, project.phase.word, ("未办结", "not closed"))
        project_may_be_paid_by_roll(project.code, project.kind, project.contract_no)

    @command
    def approve_roll(self, turn: DecisionTurn, *, roll_no: str) -> None:
        """审定发放.  The sources are split by what the account holds of each, less what other rolls wait for.

        Raises ProjectNotActive, what `Roll.check_approval` raises, what `persons_are_paid_once` raises for approved
        rolls, NoticeNotClosed, OpenObjections, what `ClaimCeiling.check_roll` raises, SourceNotArrived, RollAbovePlan,
        in this order.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        project = self._active_project(turn, roll)
        roll.check_approval(stamp)
        # Two drafts of the same persons may stand since before the rule; the first that is approved pays them.
        money = ProjectMoney(turn)
        approved = [other for other in money.rolls(project) if other.approved_by]
        persons_are_paid_once(roll.payees, approved, several=money.may_pay_again(project))
        self._check_posted(turn, roll)
        self.notices.check_objections(turn, roll)
        ClaimCeiling(turn, self.notices).check_roll(project, roll.amount_fen)
        account = turn.get(Account, roll.account_code)
        roll.approve(stamp, self._split(money, account, project, roll), project.year, project.budget_code)

    def _check_posted(self, turn: DecisionTurn, roll: Roll) -> None:
        """Raise NoticeNotClosed unless a kind that names persons was closed at each of its levels."""
        kinds = [kind for kind in turn.regulations.notice_kinds if kind.names_persons]
        missing = {kind.code: self.notices.levels_missing(turn, roll, kind) for kind in kinds}
        if all(missing.values()):
            nearest = min(missing, key=lambda code: len(missing[code]), default="")
            raise NoticeNotClosed(roll.id, nearest, missing.get(nearest, ()))

    @staticmethod
    def _split(money: ProjectMoney, account: Account, project: Project, roll: Roll) -> ByChannel:
        """Split a roll over what each channel has that no other roll waits for, as far as the plan goes.

        Raises SourceNotArrived, RollAbovePlan, in this order.
        """
        free, where = money.unreserved(account, project), f"{PurposeKind.PROJECT} {project.code}"
        if roll.amount_fen > total_fen(free):
            raise SourceNotArrived(roll.amount_fen, total_fen(free), where)
        owed = [other.owed for other in money.rolls(project)]
        planned = less(project.plan, *owed, money.paid(project, *PROJECT_STAGES))
        usable = {channel: max(min(fen, planned.get(channel, 0)), 0) for channel, fen in free.items()}
        if roll.amount_fen > total_fen(usable):
            raise RollAbovePlan(roll.amount_fen, total_fen(usable), where)
        return by_channel(shares_of(split(roll.amount_fen, usable)))

    @command
    def send_roll(self, turn: DecisionTurn, *, roll_no: str, payment_no: str, voucher_no: str) -> None:
        """提交银行代发.  Raises ProjectNotActive, what `Roll.check_sending` raises, KeyMisread, what `_pay` raises."""
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        turn.check_scope(turn.get(Account, roll.account_code).place_code)
        self._active_project(turn, roll)
        roll.check_sending(stamp)
        number = business_key(payment_no, "payment_no")
        self._pay(turn, roll, number, voucher_no, roll.sources)
        roll.send(stamp, number)

    @staticmethod
    def _pay(turn: DecisionTurn, roll: Roll, payment_no: str, voucher_no: str, sources: ByChannel) -> None:
        """Take the money of a sending from the account; the payees are the lines of the roll.

        Raises KeyMisread, FundYearOver, then what `Account.pay` raises.
        """
        account, purpose = turn.get(Account, roll.account_code), for_project(roll.project_code)
        number = business_key(voucher_no, "voucher_no")
        ProjectMoney(turn).check_time_of_money(account, purpose, shares_of(sources))
        account.pay(
            turn.stamp,
            payment_no=payment_no,
            voucher_no=number,
            roll_no=roll.roll_no,
            purpose=purpose,
            stage=PaymentStage.ROLL.code,
            payee_id=roll.id,
            payee_name="",
            sources=shares_of(sources),
            amount_fen=total_fen(sources),
            year=roll.year,
            budget_code=roll.budget_code,
        )

    @command
    def record_bank_answer(
        self, turn: DecisionTurn, *, roll_no: str, payment_no: str, returned: tuple[ReturnedLine, ...]
    ) -> None:
        """登记代发结果: the named lines came back, all others of the sending were paid.

        Raises what `Roll.bank_answer` raises, PersonalNumber, then what `Account.return_roll_lines` raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        payment_no = recorded_spelling(payment_no, roll.sendings)
        confirmed, back = roll.bank_answer(payment_no, returned)
        reasons_hold_no_personal_numbers("returned", returned)
        if returned:
            account = turn.get(Account, roll.account_code)
            account.return_roll_lines(
                stamp, payment_no=payment_no, amount_fen=total_fen(back), count=len(returned)
            )
        roll.note_answer(stamp, payment_no, returned, confirmed)

    @command
    def resend_line(
        self, turn: DecisionTurn, *, roll_no: str, line_no: int, payment_no: str, voucher_no: str
    ) -> None:
        """重发退回的一行.

        Raises ProjectNotActive, what `Roll.check_returned_line` raises, KeyMisread, what `_pay` raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        turn.check_scope(turn.get(Account, roll.account_code).place_code)
        self._active_project(turn, roll)
        sources = roll.check_returned_line(stamp, line_no)
        number = business_key(payment_no, "payment_no")
        self._pay(turn, roll, number, voucher_no, sources)
        roll.resend(stamp, line_no, number)

    @command
    def cancel_line(self, turn: DecisionTurn, *, roll_no: str, line_no: int, reason: str) -> None:
        """取消退回的一行; its money is the project's again.

        Raises ReasonMissing, PersonalNumber, then what `Roll.check_returned_line` raises.
        """
        roll = turn.get_in_scope(Roll, roll_no)
        taking_back_says_why(reason)
        roll.cancel_line(turn.stamp, line_no, reason)
