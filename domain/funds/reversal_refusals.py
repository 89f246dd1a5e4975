"""冲销资金登记方面的拒绝 (refusals to take back carry-overs and recoveries)."""

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class CarryOverUnknown(Refusal):
    """Only the last carry-over of a fund is reversed, and once (无此结转)."""

    code = "carry_over_unknown"
    title_zh, title_en = "无此结转", "No such carry-over"
    status = 404
    field = "from_year"
    document_no: str
    from_year: int
    to_year: int
    current_year: int

    says_zh = "{document_no} 最近一次结转不是 {from_year} 年至 {to_year} 年，或已冲销；资金可用至 {current_year} 年。"
    says_en = (
        "The last carry-over of {document_no} is not that from {from_year} to {to_year}, or it was reversed; "
        "the money may be used in {current_year}."
    )
    remedy_zh, remedy_en = "结转由后往前逐次冲销。", "Reverse carry-overs from the last one backwards."


class CarryOverUsed(AboveLimit):
    """A carry-over from which money was allocated is not reversed (结转资金已使用)."""

    code = "carry_over_used"
    title_zh, title_en = "结转资金已使用", "The carry-over is used"
    asked = ("冲销结转", "the carry-over to reverse")
    limit = ("结转尚未使用的金额", "what is left of the carry-over")
    remedy_zh = "请先收回该年度由结转资金办理的分配。"
    remedy_en = "Take back what was allocated from it in that year first."


class RecoveryPlannedAgain(AboveLimit):
    """Surplus that was planned again cannot be taken as never recovered (收回的结余已再分配)."""

    code = "recovery_planned_again"
    title_zh, title_en = "收回的结余已再分配", "The recovered surplus is planned again"
    asked = ("冲销收回结余", "the recovery to reverse")
    limit = ("收回结余尚未再分配的金额", "what of the surplus is not planned again")
    remedy_zh, remedy_en = "请先收回由该结余办理的分配。", "Take back what was allocated from it first."
