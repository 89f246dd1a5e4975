"""报送业务 (business of reports): the proposal of a split and the use plan, sent up about a fund."""

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.funds.fund import Fund
from domain.keys import business_key
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class FundReportDesk(Desk):
    """分配方案、使用计划.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    @command
    def file_fund_report(
        self, turn: DecisionTurn, *, document_no: str, report: str, filing_no: str, filed_with: str
    ) -> None:
        """登记报送.  Raises PersonalNumber, KeyMisread, then what `Fund.file_report` raises."""
        fund = turn.get_in_scope(Fund, document_no)
        facts_hold_no_personal_numbers(filed_with=filed_with)
        number = business_key(filing_no, "filing_no")
        fund.file_report(turn.stamp, report=report, filing_no=number, filed_with=filed_with)

    @command
    def withdraw_fund_report(
        self, turn: DecisionTurn, *, document_no: str, report: str, filing_no: str, reason: str
    ) -> None:
        """撤回报送.  Raises ReasonMissing, PersonalNumber, KeyMisread, then what `Fund.withdraw_report` raises."""
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        number = business_key(filing_no, "filing_no")
        fund.withdraw_report(turn.stamp, report=report, filing_no=number, reason=reason)
