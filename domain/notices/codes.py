"""公示代码 (codes of notices): where a notice stands, and how a duty to post one was met."""

from domain.code import Code


class NoticeState(Code):
    """公示状态."""

    DRAFTED = "drafted", "拟稿", "drafted"
    POSTED = "posted", "公示中", "posted"
    CLOSED = "closed", "公示期满", "closed"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


IN_FORCE = (NoticeState.POSTED, NoticeState.CLOSED)
"""A notice that hangs or hung its days, and was not withdrawn."""

PUBLIC = (*IN_FORCE, NoticeState.WITHDRAWN)
"""What the public may read: every notice that was ever posted.  A draft is not public."""


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


LATE_DUTIES = (DutyState.MISSING, DutyState.LATE, DutyState.UNKNOWN)
"""What "late" means where nobody says more: not posted, posted too late, or not known for want of a calendar."""
