"""报账代码 (codes of claims): where a claim stands, what papers it brings, and what a management fee is spent on."""

from domain.code import Code


class ClaimState(Code):
    """报账状态."""

    SUBMITTED = "submitted", "已提交", "submitted"
    REVIEWED = "reviewed", "已审核", "reviewed"
    APPROVED = "approved", "已审批", "approved"
    REFUSED = "refused", "不予报账", "refused"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    PAID = "paid", "已付款", "paid"


class DocumentKind(Code):
    """报账资料种类: a rulebook lists those that it asks for, and may bring more."""

    APPLICATION = "application", "申请书", "application"
    RESPONSIBILITY_LETTER = "responsibility_letter", "项目责任书", "letter of responsibility"
    CONTRACT = "contract", "合同", "contract"
    INVOICE = "invoice", "发票", "invoice"
    MEASUREMENT_CERTIFICATE = "measurement_certificate", "计量单", "measurement certificate"
    ACCEPTANCE_FORM = "acceptance_form", "验收单", "acceptance form"
    AUDIT_REPORT = "audit_report", "结算审计报告", "audit report"
    INSPECTION_FORM = "inspection_form", "质保期满检查表", "inspection form"
    EXPENSE_LIST = "expense_list", "费用清单", "list of expenses"
    WORK_PLAN = "work_plan", "工作计划", "work plan"
    TRAINEE_LIST = "trainee_list", "培训学员名册", "list of trainees"
    POST_AGREEMENT = "post_agreement", "公益性岗位协议", "agreement of the post"
    WAGE_SHEET = "wage_sheet", "工资发放表", "wage sheet"
    UPKEEP_AGREEMENT = "upkeep_agreement", "管护协议", "upkeep agreement"
    BANK_LIST = "bank_list", "银行贴息清单", "list of the bank"
    GIFT_AGREEMENT = "gift_agreement", "捐赠协议", "gift agreement"
    RECIPIENT_LIST = "recipient_list", "受助人名单", "list of recipients"


class FeeUse(Code):
    """管理费用途: what the fee may be spent on; a rulebook lists those that it allows."""

    DESIGN = "design", "前期设计", "design"
    REVIEW = "review", "评审", "review"
    TENDER = "tender", "招标", "tender"
    SUPERVISION = "supervision", "监理", "supervision"
    ACCEPTANCE = "acceptance", "验收", "acceptance"
