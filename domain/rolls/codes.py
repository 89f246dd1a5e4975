"""花名册代码 (codes of rolls): where a line stands."""

from domain.code import Code


class LineStanding(Code):
    """发放情况: what became of a line of a roll."""

    DUE = "due", "应发", "due"
    SENT = "sent", "已提交代发", "sent"
    CONFIRMED = "confirmed", "代发成功", "confirmed"
    RETURNED = "returned", "代发退回", "returned"
    CANCELLED = "cancelled", "已取消", "cancelled"
