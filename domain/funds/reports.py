"""报送 (reports): the proposal of a split and the use plan that are sent up about the money of a document.

They move no money: the time limits of the law count to them.  Source: domain rules on passing money down.
"""

from domain.code import texts
from domain.funds.codes import FundReport
from domain.funds.refusals import NumberUsedInFund
from domain.funds.report_refusals import FundReportUnknown, ReportNotFiled
from domain.funds.state import FundState
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

REPORTS = texts(FundReport)


def file_report(fund: FundState, stamp: Stamp, *, report: str, filing_no: str, filed_with: str) -> None:
    """报送.  Raises FundReportUnknown, FactBeforeFund, NumberUsedInFund (one of its kind has it), in that order."""
    _check_kind(report)
    fund.check_date(stamp.effective_on)
    if (report, filing_no) in fund.reports:
        raise NumberUsedInFund(fund.document_no, "filing_no", filing_no)
    fund.record(fund.ReportFiled, **stamp.fields, report=report, filing_no=filing_no, filed_with=filed_with)


def withdraw_report(fund: FundState, stamp: Stamp, *, report: str, filing_no: str, reason: str) -> None:
    """撤回报送.  Raises FundReportUnknown, ReportNotFiled, DatesOutOfOrder (before it was filed), in that order."""
    _check_kind(report)
    filed_on = fund.reports.get((report, filing_no))
    if filed_on is None:
        raise ReportNotFiled(fund.document_no, report, filing_no)
    day_is_not_before("effective_on", stamp.effective_on, filed_on)
    fund.record(fund.ReportWithdrawn, **stamp.fields, report=report, filing_no=filing_no, reason=reason)


def _check_kind(report: str) -> None:
    if report not in REPORTS:
        raise FundReportUnknown(report, REPORTS)
