"""上报方面的拒绝 (refusals about reports): which statements of an account are sent up, and which stand."""

from collections.abc import Sequence
from datetime import date

from domain.accounts.codes import AccountReport
from domain.refusal import Refusal, words_of


class AccountReportUnknown(Refusal):
    """A statement that is sent up is of a quarter or of a year (报表种类有误)."""

    code = "account_report_unknown"
    title_zh, title_en = "报表种类有误", "Kind of statement unknown"
    codes = words_of(listed=AccountReport)
    field = "report"
    given: str
    listed: Sequence[str]

    says_zh = "上报的报表为 {given}，应为：{listed}。"
    says_en = "The statement is {given}; it should be one of: {listed:commas}."
    remedy_zh = "请改填所列的一项。"
    remedy_en = "Use one of those listed."


class ReportPeriodMisread(Refusal):
    """A statement ends with its quarter or its year (报表截止日有误)."""

    code = "report_period_misread"
    title_zh, title_en = "报表截止日有误", "Not the end of its period"
    codes = words_of(report=AccountReport)
    field = "report_until_on"
    report: str
    report_until_on: date

    says_zh = "{report}截止 {report_until_on}，不是季末（年报为年末）。"
    says_en = "The {report} runs to {report_until_on}, which is not the end of a quarter, or of a year."
    remedy_zh = "请填季度最后一天；年报填 12 月 31 日。"
    remedy_en = "Give the last day of the quarter; of a yearly statement, 31 December."


class AccountReportFiled(Refusal):
    """The statement of a period is sent up once (该期报表已上报)."""

    code = "account_report_filed"
    title_zh, title_en = "该期报表已上报", "Statement sent up already"
    codes = words_of(report=AccountReport)
    status = 409
    field = "report_until_on"
    account_code: str
    report: str
    report_until_on: date

    says_zh = "账户 {account_code} 截止 {report_until_on} 的{report}已上报。"
    says_en = "The {report} of account {account_code} to {report_until_on} was sent up already."
    remedy_zh = "重新上报的，请先撤回原报表。"
    remedy_en = "Withdraw the former one first to send it up again."


class AccountReportNotFiled(Refusal):
    """Only a statement that was sent up, and not withdrawn, is withdrawn (该期报表未上报)."""

    code = "account_report_not_filed"
    title_zh, title_en = "该期报表未上报", "No such statement"
    codes = words_of(report=AccountReport)
    status = 404
    field = "report_until_on"
    account_code: str
    report: str
    report_until_on: date

    says_zh = "账户 {account_code} 没有上报过截止 {report_until_on} 的{report}，或已撤回。"
    says_en = "No {report} of account {account_code} to {report_until_on} was sent up, or it was withdrawn."
    remedy_zh, remedy_en = "请核对报表种类和截止日。", "Check the kind of the statement and its last day."
