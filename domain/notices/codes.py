"""公示代码 (codes of notices): where a notice stands, what its amounts are, and how a duty to post one was met."""

from domain.code import Code


class NoticeState(Code):
    """公示状态."""

    DRAFTED = "drafted", "拟稿", "drafted"
    POSTED = "posted", "公示中", "posted"
    CLOSED = "closed", "公示期满", "closed"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


class Figure(Code):
    """金额口径: what an amount of a notice is, as the books know it of a fund, project, roll or gift.

    unkept  an amount that the books do not keep, such as what villagers raised themselves.
    """

    RECEIVED = "received", "收到金额", "received"
    ALLOCATED = "allocated", "已分配", "allocated"
    UNALLOCATED = "unallocated", "未分配", "not allocated"
    ARRIVED = "arrived", "已到账", "arrived"
    ESTIMATE = "estimate", "概算", "estimate"
    PLAN = "plan", "计划金额", "plan"
    CONTRACT = "contract", "合同价", "contract price"
    MEASURED = "measured", "计量金额", "measured work"
    SETTLEMENT = "settlement", "审定结算价", "settlement price"
    RETENTION = "retention", "质保金", "retention"
    PAID = "paid", "已支付", "paid"
    SAVING = "saving", "结余", "saving"
    BALANCE = "balance", "到账未付余额", "balance"
    TOTAL = "total", "应发合计", "total of the roll"
    PLEDGED = "pledged", "认捐金额", "pledged"
    GOODS = "goods", "库存物资价值", "goods in stock"
    UNKEPT = "unkept", "账外数", "not kept in the books"


class DutyState(Code):
    """公示义务情况, judged on a day.

    missing  open after its day;  late  met after its day;  due  open, its day has not passed;  met  in time;
    unknown  no calendar of the year is recorded.
    """

    MISSING = "missing", "到期未公示", "missing"
    LATE = "late", "逾期公示", "posted late"
    DUE = "due", "未到期", "not due yet"
    MET = "met", "按期公示", "posted in time"
    UNKNOWN = "unknown", "期限不明", "day unknown"
