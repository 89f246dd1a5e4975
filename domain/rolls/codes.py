"""花名册代码 (codes of rolls): where a line and a whole roll stand, and how a roll ended."""

from domain.code import Code, Word, texts


class LineStanding(Code):
    """发放情况: what became of a line of a roll."""

    DUE = "due", "应发", "due"
    SENT = "sent", "已提交代发", "sent"
    CONFIRMED = "confirmed", "代发成功", "confirmed"
    RETURNED = "returned", "代发退回", "returned"
    CANCELLED = "cancelled", "已取消", "cancelled"
    PAID_BACK = "paid_back", "已退回原款", "paid back"


DUE, SENT, CONFIRMED, RETURNED, CANCELLED, PAID_BACK = texts(LineStanding)


class RollEnd(Code):
    """花名册终结: how a roll ended that will pay nobody any more."""

    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    CANCELLED = "cancelled", "已取消", "cancelled"
    CLOSED = "closed", "已办结", "closed"


STANDS: Word = ("有效", "standing")
APPROVED: Word = ("已审定", "approved")
NOT_APPROVED: Word = ("未审定", "not approved")
AT_THE_BANK: Word = ("已发放", "sent")
NOT_AT_THE_BANK: Word = ("未发放", "not sent")
NOT_CLOSED: Word = ("未办结", "not closed")
"""What a step asks of a roll that has not ended; how it ended is a `RollEnd`."""
