"""代发方面的拒绝 (refusals about what is sent to the bank): its answers, and the lines that come back."""

from collections.abc import Sequence

from domain.code import Word
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal
from domain.rolls.codes import CANCELLED, CONFIRMED, RETURNED, LineStanding


class UnknownSending(Refusal):
    """The roll was never sent under this payment (无此发放批次)."""

    code = "unknown_sending"
    title_zh, title_en = "无此发放批次", "No such sending"
    status = 404
    field = "payment_no"
    shows = ("payment_no", "known:or —")
    payment_no: str
    known: Sequence[str]

    says_zh = "没有发放批次 {payment_no}，已有：{known:or —}。"
    says_en = "There is no sending {payment_no}; there are: {known:or —}."
    remedy_zh = "请改填已有的发放批次；尚未发放的请先提交代发。"
    remedy_en = "Name one of these sendings, or send the roll first."


class SendingAnswered(Refusal):
    """The bank answers a sending once (代发结果已登记)."""

    code = "sending_answered"
    title_zh, title_en = "代发结果已登记", "Sending is answered"
    status = 409
    field = "payment_no"
    payment_no: str

    says_zh = "发放批次 {payment_no} 的代发结果已经登记。"
    says_en = "The bank's answer to {payment_no} is recorded."
    remedy_zh = "退回的行请重发或取消；领取人退回的款请逐行登记。"
    remedy_en = "Resend or cancel what came back; record line by line what persons pay back."


class LinesNotInSending(Refusal):
    """The bank returns lines that were sent, each once (明细不属于该批次)."""

    code = "lines_not_in_sending"
    title_zh, title_en = "明细不属于该批次", "Lines are not in the sending"
    field = "returned"
    payment_no: str
    lines: Sequence[int]

    says_zh = "第 {lines} 行不属于发放批次 {payment_no}，或重复。"
    says_en = "The lines {lines} are not in the sending {payment_no}, or stand twice."
    remedy_zh = "请对照该批次的明细，每行只列一次。"
    remedy_en = "Compare with the lines of that sending; name each once."


class _AboutALine:
    """A refusal about one line of a roll: `state` is "" where there is no such line."""

    state: str

    @property
    def standing(self) -> Word:
        """What became of the line."""
        return LineStanding.word_of(self.state) if self.state else ("无此行", "not there")


class LineNotReturned(_AboutALine, Refusal):
    """Only a returned line is sent again or cancelled (该行未退回)."""

    code = "line_not_returned"
    title_zh, title_en = "该行未退回", "Line is not returned"
    status = 409
    field = "line_no"
    needed = RETURNED
    shows = ("line_no", "state", "needed")
    roll_no: str
    line_no: int
    state: str

    says_zh = "花名册 {roll_no} 第 {line_no} 行状态为“{standing:zh}”，只有退回的行可以重发或取消。"
    says_en = "Line {line_no} of roll {roll_no} is {standing:en}; only a {needed} line goes on."
    remedy_zh = "请先登记代发结果；已代发成功的，请登记领取人退回的款。"
    remedy_en = "Record the bank's answer first; of a line that was paid, record what the person pays back."


class LineNotCancelled(_AboutALine, Refusal):
    """Only the cancellation of a cancelled line is taken back (该行未取消)."""

    code = "line_not_cancelled"
    title_zh, title_en = "该行未取消", "Line is not cancelled"
    status = 409
    field = "line_no"
    needed = CANCELLED
    shows = ("line_no", "state", "needed")
    roll_no: str
    line_no: int
    state: str

    says_zh = "花名册 {roll_no} 第 {line_no} 行状态为“{standing:zh}”，只有已取消的行可以冲销取消。"
    says_en = "Line {line_no} of roll {roll_no} is {standing:en}; only a {needed} line is owed again."
    remedy_zh = "请核对行号；取消已冲销的行，从它现在的状态办理。"
    remedy_en = "Check the line; one whose cancellation was reversed goes on from where it stands."


class CancelledLineSpent(AboveLimit):
    """A line is owed again while its money is in the account and no other roll waits for it (取消行的资金已使用)."""

    code = "cancelled_line_spent"
    title_zh, title_en = "取消行的资金已使用", "The money of the line is used"
    status = 409
    field = "line_no"
    asked = ("重新应发", "what is owed again")
    limit = ("账户中该来源未占用的余额", "what the account holds of this source that no roll waits for")
    remedy_zh = "请先冲销用该款办理的付款、收回，或取消占用它的花名册。"
    remedy_en = "Reverse first what was paid or recovered from it, or cancel the roll that waits for it."


class LineNotConfirmed(_AboutALine, Refusal):
    """Only what was paid comes back (该行未发放成功)."""

    code = "line_not_confirmed"
    title_zh, title_en = "该行未发放成功", "Line is not paid"
    status = 409
    field = "line_no"
    needed = CONFIRMED
    shows = ("line_no", "state", "needed")
    roll_no: str
    line_no: int
    state: str

    says_zh = "花名册 {roll_no} 第 {line_no} 行状态为“{standing:zh}”，只有代发成功的行可以退回领取款。"
    says_en = "Line {line_no} of roll {roll_no} is {standing:en}; only a {needed} line is paid back."
    remedy_zh = "请先登记代发结果；代发退回的行请重发或取消。"
    remedy_en = "Record the bank's answer first; resend or cancel a line that the bank returned."


class PaidBackAboveLine(AboveLimit):
    """No more comes back than the person got (退回超过发放)."""

    code = "paid_back_above_line"
    title_zh, title_en = "退回超过发放", "Paid back above the line"
    asked = ("退回金额", "the amount paid back")
    limit = ("该行已发放未退回的金额", "what the person got and did not pay back")
    remedy_zh = "请核对退款回单和花名册的行号。"
    remedy_en = "Check the slip of the bank and the line of the roll."


class RollLinesOpen(Refusal):
    """A roll is closed when every line is answered (花名册尚有未结行)."""

    code = "roll_lines_open"
    title_zh, title_en = "花名册尚有未结行", "Roll has open lines"
    status = 409
    shows = ("roll_no", "count", "lines:codes")
    roll_no: str
    count: int
    lines: Sequence[int]

    says_zh = "花名册 {roll_no} 还有 {count} 行未发放成功也未取消：{lines:or （无）}。"
    says_en = "{count} lines of roll {roll_no} are neither paid nor cancelled: {lines:or (none)}."
    remedy_zh = "请先登记代发结果，重发或取消这些行。"
    remedy_en = "Record the bank's answer, resend or cancel them first."


class LinesAnsweredOtherwise(_AboutALine, Refusal):
    """An answer is put right while its line still stands as the bank answered (该行已另有进展)."""

    code = "lines_answered_otherwise"
    title_zh, title_en = "该行已另有进展", "Line has moved on"
    status = 409
    field = "line_nos"
    shows = ("line_no", "state", "sent_in", "needed", "payment_no")
    roll_no: str
    line_no: int
    state: str
    sent_in: str
    needed: str
    payment_no: str

    says_zh = (
        "花名册 {roll_no} 第 {line_no} 行在批次 {sent_in} 中为“{standing:zh}”，"
        "更正要求它在批次 {payment_no} 中为“{wanted:zh}”。"
    )
    says_en = (
        "Line {line_no} of roll {roll_no} is {standing:en} in sending {sent_in}; "
        "it must be {wanted:en} in sending {payment_no}."
    )
    remedy_zh = "该行已重发、取消或退回的，从它现在的状态办理。"
    remedy_en = "A line that was sent again, cancelled or paid back goes on from where it stands."

    @property
    def wanted(self) -> Word:
        """What the bank is said to have answered."""
        return LineStanding.word_of(self.needed)


class PayBackUnknown(Refusal):
    """Nothing of the roll was paid back by this refund, or it was reversed (无此退回领取款)."""

    code = "pay_back_unknown"
    title_zh, title_en = "无此退回领取款", "No such pay-back"
    status = 404
    field = "refund_no"
    roll_no: str
    refund_no: str

    says_zh = "花名册 {roll_no} 没有退款单号 {refund_no} 的退回领取款，或已冲销。"
    says_en = "Nothing of roll {roll_no} was paid back by refund {refund_no}, or it was reversed."
    remedy_zh, remedy_en = "请核对退款单号。", "Check the number of the refund."
