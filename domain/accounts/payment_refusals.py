"""付款方面的拒绝 (refusals about payments): their vouchers and numbers, and what came back of them."""

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class VoucherUsed(Refusal):
    """A voucher number stands once in an account and year (凭证号重复)."""

    code = "voucher_used"
    title_zh, title_en = "凭证号重复", "Voucher number used"
    status = 409
    field = "voucher_no"
    account_code: str
    year: int
    voucher_no: str

    says_zh = "账户 {account_code} {year} 年凭证号 {voucher_no} 已经使用。"
    says_en = "Account {account_code} has used voucher {voucher_no} in {year}."
    remedy_zh, remedy_en = "请按顺序编制新的凭证号。", "Use the next voucher number."


class PaymentNumberUsed(Refusal):
    """A payment or refund number stands once in an account (付款单号重复)."""

    code = "payment_number_used"
    title_zh, title_en = "付款单号重复", "Payment number used"
    status = 409
    field = "payment_no"
    account_code: str
    payment_no: str

    says_zh = "账户 {account_code} 已有付款或退款单号 {payment_no}。"
    says_en = "Account {account_code} already has payment or refund {payment_no}."
    remedy_zh = "请核对是否重复付款；新付款请用新单号。"
    remedy_en = "Check for a double payment; a new one takes a new number."


class PaymentUnknown(Refusal):
    """The account made no such payment (无此付款)."""

    code = "payment_unknown"
    title_zh, title_en = "无此付款", "No such payment"
    status = 404
    field = "payment_no"
    account_code: str
    payment_no: str

    says_zh = "账户 {account_code} 没有付款单号 {payment_no}。"
    says_en = "Account {account_code} made no payment {payment_no}."
    remedy_zh = "请在账户日记账查对付款单号。"
    remedy_en = "Look the number up in the daybook of the account."


class PaymentUndone(Refusal):
    """A payment comes back whole and once (付款已退回或冲销)."""

    code = "payment_undone"
    title_zh, title_en = "付款已退回、冲销或退款", "Payment already undone"
    status = 409
    field = "payment_no"
    shows = ("amount_fen", "undone_fen")
    payment_no: str
    amount_fen: int
    undone_fen: int

    says_zh = "付款 {payment_no} 金额 {amount_fen:yuan} 元，已退回 {undone_fen:yuan} 元。"
    says_en = "Payment {payment_no} was {amount_fen:yuan} yuan; {undone_fen:yuan} came back already."
    remedy_zh = "整笔退回只能办理一次；部分退款请办理退款。"
    remedy_en = "A whole payment comes back once; record a part as a refund."


class PaymentOfRoll(Refusal):
    """What the bank pays for a roll comes back line by line (代发付款)."""

    code = "payment_of_roll"
    title_zh, title_en = "代发付款按花名册退回", "Payment of a roll"
    status = 409
    field = "payment_no"
    payment_no: str
    roll_no: str

    says_zh = "付款 {payment_no} 属于花名册 {roll_no}，应按花名册逐行退回。"
    says_en = "Payment {payment_no} was sent for roll {roll_no}; it comes back line by line."
    remedy_zh = "请在花名册中登记银行退回的行、收回代发，或登记领取人退回的款。"
    remedy_en = (
        "On the roll: record the bank's answer, recall the sending, or record what a person paid back."
    )


class RefundAbovePayment(AboveLimit):
    """No more comes back than was paid (退款超过付款)."""

    code = "refund_above_payment"
    title_zh, title_en = "退款超过付款", "Refund above the payment"
    asked = ("本次退款", "the refund")
    limit = ("付款未退部分", "what is left of the payment")
    remedy_zh, remedy_en = "请核对原付款单。", "Check the payment it belongs to."


class ReturnUnknown(Refusal):
    """Nothing of the payment came back so, or it was reversed (无此退回)."""

    code = "return_unknown"
    title_zh, title_en = "无此退回", "No such return"
    status = 404
    field = "payment_no"
    account_code: str
    payment_no: str
    refund_no: str

    says_zh = "账户 {account_code} 付款 {payment_no} 没有这笔退回（退款单号：{refund_no:or 无，银行退票}），或已冲销。"
    says_en = (
        "Payment {payment_no} of account {account_code} did not come back so "
        "(refund {refund_no:or none, a return by the bank}), or that was reversed."
    )
    remedy_zh, remedy_en = (
        "银行退票不填退款单号；退款须填原退款单号。",
        ("Give no refund number for a return by the bank; for a refund give its own."),
    )


class ReturnSpent(AboveLimit):
    """Money that came back and was used again cannot be taken as never come back (退回资金已使用)."""

    code = "return_spent"
    title_zh, title_en = "退回资金已使用", "The return is spent"
    asked = ("冲销退回", "the return to reverse")
    limit = ("该来源未支付余额", "what is unspent of this source")
    remedy_zh = "请先冲销用该退回资金办理的付款或收回。"
    remedy_en = "Reverse first what was paid or recovered from it since."
