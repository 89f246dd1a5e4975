"""规章代码 (codes of the rulebook): the closed lists from which regulations choose.

Figures of notices and sheets of deliveries are among them: regulations name them, notices and claims ask regulations,
and rooms do not import each other in a circle.
"""

from domain.code import Code


class PaymentStage(Code):
    """付款阶段: the first four are stages of a payment scheme, the others are paid without one."""

    ADVANCE = "advance", "预付款", "advance"
    PROGRESS = "progress", "进度款", "progress payment"
    SETTLEMENT = "settlement", "结算款", "settlement payment"
    RETENTION = "retention", "质保金", "retention"
    FEE = "fee", "项目管理费", "management fee"
    UNIT = "unit", "单位用款", "payment to a unit"
    ROLL = "roll", "到户代发", "household payments"
    GIFT = "gift", "捐赠支出", "gift spending"


WORK_STAGES = (PaymentStage.PROGRESS, PaymentStage.SETTLEMENT)
"""What is paid of certified work as soon as it is certified; the retention of it waits."""

EARNED_STAGES = (*WORK_STAGES, PaymentStage.RETENTION)
"""What is paid of certified work, now or later; an advance is paid before there is any."""

FINAL_STAGES = (PaymentStage.SETTLEMENT, PaymentStage.RETENTION)
"""What is paid of a work that was accepted."""

SCHEME_STAGES = (PaymentStage.ADVANCE, *EARNED_STAGES)
"""The stages of a payment scheme that are claimed, in the order of work."""

PAID_BY_SCHEME = (*SCHEME_STAGES, PaymentStage.ROLL)
"""Every stage that a payment scheme may have rows for: those that are claimed, and what a roll pays to persons."""

STAGES_OF_FUNDS = tuple(stage for stage in PaymentStage if stage is not PaymentStage.GIFT)
"""The stages at which money of funds is spent; a gift has its own."""


class PaymentBase(Code):
    """付款基数: the amount that a stage takes its share of."""

    CONTRACT = "contract", "合同价", "contract price"
    MEASURED = "measured", "计量金额", "measured work"
    AUDITED = "audited", "审定结算价", "settlement price"
    PLAN = "plan", "计划金额", "plan"


class RetentionBase(Code):
    """质保金基数: the amount that the retention is a share of."""

    SETTLEMENT = "settlement", "审定结算价", "settlement price"
    CONTRACT = "contract", "合同价", "contract price"
    SUBSIDY = "subsidy", "财政补助", "fiscal subsidy"


class Condition(Code):
    """付款条件: what must hold before a stage is paid."""

    PLAN_APPROVED = "plan_approved", "计划已批复", "plan approved"
    CONTRACT_SIGNED = "contract_signed", "已签合同", "contract signed"
    STARTED = "started", "已开工", "started"
    HALF_DONE = "half_done", "完成过半", "half of the work done"
    COMPLETED = "completed", "已完工", "completed"
    ACCEPTED_TOWN = "accepted_town", "乡镇验收合格", "accepted by the town"
    ACCEPTED_ALL = "accepted_all", "各级验收合格", "accepted at every level"
    SETTLED = "settled", "已结算审定", "settled"
    NOTICE_CLOSED = "notice_closed", "完工公示期满", "completion notice closed"
    DEFECT_PERIOD_OVER = "defect_period_over", "质保期满", "defect period over"


class DayUnit(Code):
    """时限单位."""

    DAY = "day", "自然日", "day"
    WORKING_DAY = "working_day", "工作日", "working day"


class StepKind(Code):
    """民主决策步骤种类."""

    VOTE = "vote", "表决", "vote"
    POSTING = "posting", "公开", "posting"
    SUPERVISION = "supervision", "监督", "supervision"


class MajorityOf(Code):
    """多数基数: of whom more than a share must be in favour."""

    DUE = "due", "应到", "those due"
    PRESENT = "present", "实到", "those present"


class InterestOwner(Code):
    """利息归属."""

    TREASURY = "treasury", "国库", "treasury"
    AID_FUND = "aid_fund", "帮扶资金", "aid fund"


class Duty(Code):
    """不相容岗位: duties on one matter that are kept apart."""

    PROPOSAL = "proposal", "申报", "proposal"
    PROJECT_REVIEW = "project_review", "乡镇审核", "town review"
    APPRAISAL = "appraisal", "论证", "appraisal"
    LIBRARY_ENTRY = "library_entry", "入库", "library entry"
    PLAN = "plan", "计划", "plan"
    APPROVAL = "approval", "批复", "approval"
    SUBMISSION = "submission", "报账申请", "submission"
    REVIEW = "review", "审核", "review"
    CLAIM_APPROVAL = "claim_approval", "审批", "claim approval"
    PAYMENT = "payment", "付款", "payment"
    DRAWING_UP = "drawing_up", "编制", "drawing up"
    CONFIRMATION = "confirmation", "审定", "confirmation"
    SENDING = "sending", "发放", "sending"
    DELIVERY = "delivery", "用款验收", "acceptance of the delivery"
    RECEIPT = "receipt", "收款", "receipt of the money"
    TRANSFER_SENDING = "transfer_sending", "调拨转出", "sending of the transfer"
    TRANSFER_RECEIPT = "transfer_receipt", "调拨收款", "receipt of the transfer"


class PostingDay(Code):
    """张贴日依据: which day a duty to post a notice believes."""

    SAID = "said", "所称张贴日", "the day that was said"
    LATER = "later", "两日取晚", "the later of that day and the day of recording"


class DeliverySheet(Code):
    """用款验收表: the signed sheet that proves what money was spent on."""

    ATTENDANCE_SHEET = "attendance_sheet", "签到考勤表", "attendance sheet"
    ACCEPTANCE_FORM = "acceptance_form", "验收单", "acceptance form"
    RECEIPT_LIST = "receipt_list", "领取签收表", "signed list of receipts"
    SPENDING_ACCOUNT = "spending_account", "用款决算表", "account of the spending"


class Figure(Code):
    """金额口径: what an amount of a notice is, as the books know it of a fund, project, claim, roll, gift or account.

    unkept  an amount that the books do not keep, such as what villagers raised themselves.
    """

    RECEIVED = "received", "收到金额", "received"
    ALLOCATED = "allocated", "已分配", "allocated"
    UNALLOCATED = "unallocated", "未分配", "not allocated"
    PASSED_DOWN = "passed_down", "下达下级", "passed down"
    ARRIVED = "arrived", "已到账", "arrived"
    ESTIMATE = "estimate", "概算", "estimate"
    PLAN = "plan", "计划金额", "plan"
    CONTRACT = "contract", "合同价", "contract price"
    MEASURED = "measured", "计量金额", "measured work"
    SETTLEMENT = "settlement", "审定结算价", "settlement price"
    RETENTION = "retention", "质保金", "retention"
    CLAIMED = "claimed", "申请金额", "claimed"
    APPROVED = "approved", "批准金额", "approved"
    ACCEPTED = "accepted", "验收金额", "accepted"
    PAID = "paid", "已支付", "paid"
    SAVING = "saving", "结余", "saving"
    BALANCE = "balance", "到账未付余额", "balance"
    TOTAL = "total", "应发合计", "total of the roll"
    PLEDGED = "pledged", "认捐金额", "pledged"
    GOODS = "goods", "库存物资价值", "goods in stock"
    UNKEPT = "unkept", "账外数", "not kept in the books"


class TransferKind(Code):
    """转移支付种类: which of the law's time limits money has; it is left empty where the document does not say."""

    GENERAL = "general", "一般性转移支付", "general transfer"
    EARMARKED = "earmarked", "专项转移支付", "earmarked transfer"


class ClockStart(Code):
    """时限起算: what a time limit of an act counts from."""

    NATIONAL_BUDGET = "national_budget", "全国预算批准", "approval of the national budget"
    PROVINCIAL_BUDGET = "provincial_budget", "省级预算批准", "approval of the provincial budget"
    COUNTY_BUDGET = "county_budget", "县级预算批准", "approval of the county's budget"
    COUNTY_ACCOUNTS = "county_accounts", "县级决算批准", "approval of the county's final accounts"
    DEPARTMENTS_INFORMED = "departments_informed", "财政批复部门", "budgets sent to the departments"
    PROVINCE_RECEIVED = "province_received", "省级收到上级资金", "receipt by the province"
    INDICATOR = "indicator", "收到指标文件", "receipt of the fund document"
    ADVANCE_INDICATOR = "advance_indicator", "收到提前下达指标", "receipt of an advance fund document"
    QUARTER_END = "quarter_end", "季度终了", "end of the quarter"
    YEAR_END = "year_end", "年度终了", "end of the year"


class ClockStop(Code):
    """时限办结: what an act comes to in time."""

    PROVINCE_RECEIVED = "province_received", "省级收到上级资金", "receipt by the province"
    COUNTY_DOCUMENT = "county_document", "向县级印发指标文件", "issue of the document to the county"
    PASSED_DOWN = "passed_down", "下达下级", "passed down"
    DEPARTMENTS_INFORMED = "departments_informed", "财政批复部门", "budgets sent to the departments"
    UNITS_INFORMED = "units_informed", "部门批复单位", "budgets sent to the units"
    BUDGET_PUBLISHED = "budget_published", "预算公开", "budget published"
    ACCOUNTS_PUBLISHED = "accounts_published", "决算公开", "final accounts published"
    SPLIT = "split", "全部分配或下达", "all of it allocated or passed down"
    SPLIT_PROPOSED = "split_proposed", "报送分配方案", "proposal of the split sent up"
    USE_PLAN_FILED = "use_plan_filed", "报送使用计划", "use plan sent up"
    ARRIVED = "arrived", "资金全部到位", "all of it arrived on an account"
    QUARTERLY_REPORT = "quarterly_report", "上报季报", "quarterly statement sent up"
    YEARLY_REPORT = "yearly_report", "上报年报", "yearly statement sent up"
    STATEMENT = "statement", "专户对账", "statement of the special account compared"


class ActState(Code):
    """时限事项情况, judged on a day.

    missing  not done after its day;  late  done after its day;  due  its day has not passed;  met  done in time;
    unknown  no calendar of the year is recorded.
    """

    MISSING = "missing", "到期未办", "not done"
    LATE = "late", "逾期办理", "done late"
    DUE = "due", "未到期", "not due yet"
    MET = "met", "按期办理", "done in time"
    UNKNOWN = "unknown", "期限不明", "day unknown"


LATE_ACTS = (ActState.MISSING, ActState.LATE, ActState.UNKNOWN)
"""What "late" means where nobody says more: not done, done too late, or not known for want of a calendar."""
