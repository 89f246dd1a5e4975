"""花名册业务 (business of rolls): drawn up, approved after its notice, sent, answered line by line."""

from collections.abc import Iterable

from domain.account import Account
from domain.books.act import Act
from domain.books.desk import command
from domain.books.notices import NoticeDesk
from domain.books.project_money import ProjectMoneyDesk
from domain.keys import business_key
from domain.project import Project
from domain.project_values import Phase
from domain.refusals.notice import NoticeNotClosed
from domain.refusals.project import StepOutOfOrder
from domain.refusals.roll import RollProjectDiffers
from domain.roll import Roll
from domain.roll_values import ReturnedLine, RollLine
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.project_is_active import project_is_active
from domain.rules.roll_lines_add_up import roll_lines_add_up
from domain.rules.taking_back_says_why import taking_back_says_why
from domain.shares import ByChannel, by_channel, shares_of, total_fen


class RollDesk(NoticeDesk, ProjectMoneyDesk):
    """到人到户发放.  Commands also raise UnknownRecord, OutsideScope, RulebookMissing first."""

    def _roll(self, act: Act, roll_no: str) -> Roll:
        """Give the roll, when it exists and its project lies inside the caller's scope."""
        roll = self._get(Roll, roll_no)
        self._project(act, roll.project_code)
        return roll

    @command
    def draw_up_roll(
        self,
        act: Act,
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
    ) -> None:
        """编制花名册.

        Raises KeyMisread, AlreadyRecorded, ProjectNotActive, StepOutOfOrder, RollProjectDiffers, AccountClosed,
        RollLinesWrong, RollTotalsDiffer, PersonalNumber, in this order.
        """
        project = self._project(act, project_code)
        key = business_key(roll_no, "roll_no")
        roll = self._new(Roll, key)
        self._check_paid_by_roll(project)
        self._get(Account, account_code).check_open()
        listed = tuple(lines)
        roll_lines_add_up(listed, declared_count, declared_sum_fen)
        facts_hold_no_personal_numbers(title=title, period_text=period_text, standard_text=standard_text)
        facts_hold_no_personal_numbers(lines="\n".join(f"{line.person_id}\n{line.reason}" for line in listed))
        roll.draw_up(
            self._stamp(act),
            roll_no=key,
            project_code=project_code,
            account_code=account_code,
            title=title,
            period_text=period_text,
            standard_text=standard_text,
            declared_count=declared_count,
            declared_sum_fen=declared_sum_fen,
            list_sha256=list_sha256,
            lines=listed,
        )

    @staticmethod
    def _check_paid_by_roll(project: Project) -> None:
        """Refuse a project that rests, is not approved, or is under contract."""
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        if project.phase < Phase.APPROVED:
            needed = Phase.APPROVED
            raise StepOutOfOrder(project.code, (project.phase.zh, project.phase.en), (needed.zh, needed.en))
        if project.contract_no:
            raise RollProjectDiffers(project.code, project.contract_no)

    @command
    def approve_roll(self, act: Act, *, roll_no: str) -> None:
        """审定发放.  The sources are split by what the account still holds of each for the project.

        Raises what `Roll.check_approval` raises, NoticeNotClosed, OpenObjections, SourceNotArrived, in this order.
        """
        roll, stamp = self._roll(act, roll_no), self._stamp(act)
        project = self._get(Project, roll.project_code)
        roll.check_approval(stamp)
        kinds = {kind.code for kind in self._rules(act).regulations.notice_kinds if kind.names_persons}
        if not any(notice.closed and notice.kind in kinds for notice in self._notices_about(roll)):
            raise NoticeNotClosed(roll.id, "、".join(sorted(kinds)))
        self._refuse_open_objections(roll)
        account = self._get(Account, roll.account_code)
        sources = by_channel(account.split_for(("project", project.code), roll.amount_fen))
        roll.approve(stamp, sources, project.year, project.budget_code)

    @command
    def send_roll(self, act: Act, *, roll_no: str, payment_no: str, voucher_no: str) -> None:
        """提交银行代发.  Raises what `Roll.check_sending` raises, KeyMisread, then what `_pay` raises."""
        roll, stamp = self._roll(act, roll_no), self._stamp(act)
        self._within(act, self._get(Account, roll.account_code).place_code)
        roll.check_sending(stamp)
        number = business_key(payment_no, "payment_no")
        self._pay(act, roll, number, voucher_no, roll.sources)
        roll.send(stamp, number)

    def _pay(self, act: Act, roll: Roll, payment_no: str, voucher_no: str, sources: ByChannel) -> None:
        """Take the money of a sending from the account; the payees are the lines of the roll.

        Raises KeyMisread, FundYearOver, then what `Account.pay` raises.
        """
        account, purpose = self._get(Account, roll.account_code), ("project", roll.project_code)
        number = business_key(voucher_no, "voucher_no")
        self._check_time_of_money(act, account, purpose, shares_of(sources))
        account.pay(
            self._stamp(act),
            payment_no=payment_no,
            voucher_no=number,
            roll_no=roll.roll_no,
            purpose=purpose,
            stage="roll",
            payee_id=roll.id,
            payee_name="",
            sources=shares_of(sources),
            amount_fen=total_fen(sources),
            year=roll.year,
            budget_code=roll.budget_code,
        )

    @command
    def record_bank_answer(
        self, act: Act, *, roll_no: str, payment_no: str, returned: tuple[ReturnedLine, ...]
    ) -> None:
        """登记代发结果: the named lines came back, all others of the sending were paid.

        Raises what `Roll.bank_answer` raises, PersonalNumber, then what `Account.return_roll_lines` raises.
        """
        roll, stamp = self._roll(act, roll_no), self._stamp(act)
        confirmed, back = roll.bank_answer(payment_no, returned)
        facts_hold_no_personal_numbers(returned="\n".join(line.reason for line in returned))
        if returned:
            account = self._get(Account, roll.account_code)
            account.return_roll_lines(
                stamp, payment_no=payment_no, amount_fen=total_fen(back), count=len(returned)
            )
        roll.note_answer(stamp, payment_no, returned, confirmed)

    @command
    def resend_line(self, act: Act, *, roll_no: str, line_no: int, payment_no: str, voucher_no: str) -> None:
        """重发退回的一行.  Raises what `Roll.check_returned_line` raises, KeyMisread, what `_pay` raises."""
        roll, stamp = self._roll(act, roll_no), self._stamp(act)
        self._within(act, self._get(Account, roll.account_code).place_code)
        sources = roll.check_returned_line(stamp, line_no)
        number = business_key(payment_no, "payment_no")
        self._pay(act, roll, number, voucher_no, sources)
        roll.resend(stamp, line_no, number)

    @command
    def cancel_line(self, act: Act, *, roll_no: str, line_no: int, reason: str) -> None:
        """取消退回的一行; its money is the project's again.

        Raises ReasonMissing, PersonalNumber, then what `Roll.check_returned_line` raises.
        """
        roll = self._roll(act, roll_no)
        taking_back_says_why(reason)
        roll.cancel_line(self._stamp(act), line_no, reason)
