"""报账代码 (codes of claims): where a claim stands, and what a management fee is spent on."""

from domain.code import Code


class ClaimState(Code):
    """报账状态."""

    SUBMITTED = "submitted", "已提交", "submitted"
    REVIEWED = "reviewed", "已审核", "reviewed"
    APPROVED = "approved", "已审批", "approved"
    REFUSED = "refused", "不予报账", "refused"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    PAID = "paid", "已付款", "paid"


class FeeUse(Code):
    """管理费用途: what the fee may be spent on; a rulebook lists those that it allows."""

    DESIGN = "design", "前期设计", "design"
    REVIEW = "review", "评审", "review"
    TENDER = "tender", "招标", "tender"
    SUPERVISION = "supervision", "监理", "supervision"
    ACCEPTANCE = "acceptance", "验收", "acceptance"
