"""上报 (reports): the statements of a quarter and of a year that are sent up about an account.

They move no money: the time limits of a special account count to them.  Source: domain rules on special accounts.
"""

from datetime import date

from domain.accounts.codes import AccountReport
from domain.accounts.report_refusals import (
    AccountReportFiled,
    AccountReportNotFiled,
    AccountReportUnknown,
    ReportPeriodMisread,
)
from domain.accounts.state import AccountState
from domain.code import texts
from domain.periods.period import last_day_of
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

REPORTS = texts(AccountReport)
MONTHS_OF = {AccountReport.QUARTERLY.code: 3, AccountReport.YEARLY.code: 12}


def file_report(
    account: AccountState, stamp: Stamp, *, report: str, report_until_on: date, filed_with: str
) -> None:
    """上报报表.

    Raises AccountReportUnknown, ReportPeriodMisread, DatesOutOfOrder (it ends before the account was opened, or is sent
    up before it ends), AccountReportFiled, in that order.
    """
    _check_kind(report)
    if report_until_on.month % MONTHS_OF[report] or report_until_on != last_day_of(
        f"{report_until_on:%Y-%m}"
    ):
        raise ReportPeriodMisread(report, report_until_on)
    day_is_not_before("report_until_on", report_until_on, account.opened_on)
    day_is_not_before("effective_on", stamp.effective_on, report_until_on)
    if (report, report_until_on) in account.reports:
        raise AccountReportFiled(account.code, report, report_until_on)
    account.record(
        account.ReportFiled,
        **stamp.fields,
        report=report,
        report_until_on=report_until_on,
        filed_with=filed_with,
    )


def withdraw_report(
    account: AccountState, stamp: Stamp, *, report: str, report_until_on: date, reason: str
) -> None:
    """撤回上报.  Raises AccountReportUnknown, AccountReportNotFiled, DatesOutOfOrder (before it was sent up)."""
    _check_kind(report)
    filed_on = account.reports.get((report, report_until_on))
    if filed_on is None:
        raise AccountReportNotFiled(account.code, report, report_until_on)
    day_is_not_before("effective_on", stamp.effective_on, filed_on)
    account.record(
        account.ReportWithdrawn,
        **stamp.fields,
        report=report,
        report_until_on=report_until_on,
        reason=reason,
    )


def _check_kind(report: str) -> None:
    if report not in REPORTS:
        raise AccountReportUnknown(report, REPORTS)
