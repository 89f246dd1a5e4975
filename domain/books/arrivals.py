"""到位业务 (business of arrivals): the cash of funds comes into an account, and goes back from it."""

from domain.accounts.account import Account
from domain.accounts.refusals import ArrivalSpent
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.project_money import ProjectMoney
from domain.funds.codes import PurposeKind
from domain.funds.fund import Fund
from domain.funds.recovery_leaves_what_is_needed import recovery_leaves_what_is_needed
from domain.funds.refusals import RecoveryAboveArrived
from domain.funds.values import Sources
from domain.keys import business_key, recorded_spelling
from domain.money.fen import check_amount
from domain.money.sources import SourceAmount
from domain.projects.codes import Phase
from domain.projects.project import Project
from domain.rules.taking_back_says_why import taking_back_says_why


class ArrivalDesk(Desk):
    """到位、冲销、收回.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    @command
    def record_cash_arrival(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """登记资金到位.

        Raises OutsideScope (the account), KeyMisread, what `Account.check_voucher`, `Fund.arrive` and then
        `Account.receive` raise.
        """
        fund, account = turn.get_in_scope(Fund, document_no), turn.get_in_scope(Account, account_code)
        self._arrive(
            turn,
            fund,
            account,
            allocation_no=allocation_no,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
        )

    @command
    def plan_interest(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """安排利息: interest that is the aid fund's becomes money of an allocation in the same account.

        From then on it is spent, carried over, recovered and returned as money of its document.  Raises OutsideScope
        (the account), AmountOutOfRange, what `Account.check_plan` raises, then what `record_cash_arrival` raises.
        """
        fund, account = turn.get_in_scope(Fund, document_no), turn.get_in_scope(Account, account_code)
        check_amount(amount_fen)
        account.check_plan(amount_fen)
        arrival = self._arrive(
            turn,
            fund,
            account,
            allocation_no=allocation_no,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
        )
        account.plan_interest(turn.stamp, arrival)

    @staticmethod
    def _arrive(
        turn: DecisionTurn,
        fund: Fund,
        account: Account,
        *,
        allocation_no: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> Account.MoneyArrived:
        """Record the arrival on both sides."""
        stamp = turn.stamp
        voucher_no = business_key(voucher_no, "voucher_no")
        allocation_no = recorded_spelling(allocation_no, fund.allocations)
        account.check_voucher(turn.act.effective_on, voucher_no)
        fund.arrive(
            stamp,
            turn.regulations,
            allocation_no=allocation_no,
            account_code=account.code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
        )
        allocation = fund.allocation(allocation_no)
        return account.receive(
            stamp,
            voucher_no=voucher_no,
            document_no=fund.document_no,
            allocation_no=allocation_no,
            purpose=allocation.purpose,
            year=fund.year,
            budget_code=allocation.budget_code,
            sources=fund.shares(sources),
            amount_fen=amount_fen,
        )

    @command
    def reverse_cash_arrival(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        account_code: str,
        arrived_year: int,
        voucher_no: str,
        reason: str,
    ) -> None:
        """冲销误登的到位, named by its account, year and voucher; what came out of interest is interest again.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, ArrivalUnknown, what
        `Account.check_arrival_reversal` raises, ArrivalSpent when approved rolls wait for the money,
        SourceNotArrived when the asset was handed over for it, then what `Fund.reverse_arrival` raises.
        """
        fund, account = turn.get_in_scope(Fund, document_no), turn.get_in_scope(Account, account_code)
        stamp = turn.stamp
        taking_back_says_why(reason)
        arrival = account.arrival(arrived_year, voucher_no, fund.document_no)
        account.check_arrival_reversal(turn.act.effective_on, arrival)
        money = ProjectMoney(turn)
        money.check_unreserved(account, arrival.purpose, arrival.sources, ArrivalSpent)
        if arrival.purpose_kind == PurposeKind.PROJECT:
            project = turn.find(Project, arrival.purpose_code)
            if project.phase >= Phase.HANDED_OVER:
                money.check_settlement_arrived(project, arrival.sources)
        fund.reverse_arrival(
            stamp,
            account_code=account.code,
            voucher_no=voucher_no,
            allocation_no=arrival.allocation_no,
            sources=tuple(SourceAmount(part.level, part.amount_fen) for part in arrival.sources),
            amount_fen=arrival.amount_fen,
            reason=reason,
        )
        account.reverse_arrival(stamp, arrival, reason)
        account.reverse_plan(stamp, arrival, reason)

    @command
    def recover_surplus(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """收回结余, with its source split kept; it may then be allocated again with `from_recovered`.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, KeyMisread, what `Fund.check_recovery` raises,
        RecoveryAboveSaving, what `Account.check_surplus` raises, then RecoveryAboveArrived when approved rolls wait
        for the money.
        """
        fund, account = turn.get_in_scope(Fund, document_no), turn.get_in_scope(Account, account_code)
        stamp, regulations = turn.stamp, turn.regulations
        taking_back_says_why(reason)
        voucher_no = business_key(voucher_no, "voucher_no")
        allocation_no = recorded_spelling(allocation_no, fund.allocations)
        fund.check_recovery(
            stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
        )
        allocation, shares = fund.allocation(allocation_no), fund.shares(sources)
        money = ProjectMoney(turn)
        recovery_leaves_what_is_needed(
            shares, fund.held_for(allocation.purpose), money.needed_by(allocation.purpose)
        )
        account.check_surplus(stamp, voucher_no=voucher_no, purpose=allocation.purpose, sources=shares)
        money.check_unreserved(account, allocation.purpose, shares, RecoveryAboveArrived)
        fund.recover(
            stamp,
            regulations,
            allocation_no=allocation_no,
            account_code=account.code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
        account.return_surplus(
            stamp,
            voucher_no=voucher_no,
            document_no=fund.document_no,
            allocation_no=allocation_no,
            purpose=allocation.purpose,
            year=fund.year,
            budget_code=allocation.budget_code,
            sources=shares,
            amount_fen=amount_fen,
        )

    @command
    def reverse_recovery(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        account_code: str,
        voucher_year: int,
        voucher_no: str,
        reason: str,
    ) -> None:
        """冲销误登的收回结余, named by its account, year and voucher; the money is where it was.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, what `Account.check_surplus_reversal` raises,
        then what `Fund.reverse_recovery` raises.
        """
        fund, account = turn.get_in_scope(Fund, document_no), turn.get_in_scope(Account, account_code)
        stamp = turn.stamp
        taking_back_says_why(reason)
        returned = account.check_surplus_reversal(
            stamp.effective_on,
            voucher_year=voucher_year,
            voucher_no=voucher_no,
            document_no=fund.document_no,
        )
        fund.reverse_recovery(
            stamp,
            turn.regulations,
            account_code=account.code,
            voucher_no=returned.voucher_no,
            allocation_no=returned.allocation_no,
            sources=tuple(SourceAmount(part.level, part.amount_fen) for part in returned.sources),
            amount_fen=returned.amount_fen,
            reason=reason,
        )
        account.reverse_surplus_return(stamp, returned, reason)
