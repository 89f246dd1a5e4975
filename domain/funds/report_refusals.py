"""报送方面的拒绝 (refusals about reports): which papers are sent up about a fund, and which stand."""

from collections.abc import Sequence

from domain.funds.codes import FundReport
from domain.refusal import Refusal, words_of


class FundReportUnknown(Refusal):
    """A paper that is sent up about a fund is one of a list (报送材料种类有误)."""

    code = "fund_report_unknown"
    title_zh, title_en = "报送材料种类有误", "Kind of report unknown"
    codes = words_of(listed=FundReport)
    field = "report"
    given: str
    listed: Sequence[str]

    says_zh = "报送材料为 {given}，应为：{listed}。"
    says_en = "The report is {given}; it should be one of: {listed:commas}."
    remedy_zh = "请改填所列的一项。"
    remedy_en = "Use one of those listed."


class ReportNotFiled(Refusal):
    """Only a paper that was sent up, and not withdrawn, is withdrawn (无此报送)."""

    code = "filing_not_filed"
    title_zh, title_en = "无此报送", "No such report"
    codes = words_of(report=FundReport)
    status = 404
    field = "filing_no"
    document_no: str
    report: str
    filing_no: str

    says_zh = "指标 {document_no} 没有报送过{report} {filing_no}，或已撤回。"
    says_en = "No {report} {filing_no} was sent up about fund {document_no}, or it was withdrawn."
    remedy_zh, remedy_en = "请核对材料种类和文号。", "Check the kind of the paper and its number."
