"""账户方面的拒绝 (refusals about accounts and payments).

* AccountClosed            账户已销户
* AccountNotEmpty          账户余额不为零
* AccountModeUnknown       账户类型有误
* ApprovalNumberMissing    专户缺批准文号
* VoucherUsed              凭证号重复
* PaymentNumberUsed        付款单号重复
* PaymentUnknown           无此付款
* PaymentUndone            付款已退回或冲销
* PaymentOfRoll            代发付款
* RefundAbovePayment       退款超过付款
* SourceNotArrived         该来源资金未到位
* ArrivalUnknown           无此到账
* ArrivalSpent             到账资金已使用
* InterestNotDue           应缴利息不足
* InterestNotForTreasury   利息不缴库
* StatementDoesNotAddUp    对账单不平
* StatementOutOfOrder      对账日期有误
"""

from datetime import date

from domain.money.amount_text import yuan_text
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class AccountClosed(Refusal):
    """A closed account moves no money (账户已销户)."""

    code = "account_closed"
    title_zh = "账户已销户"
    title_en = "Account closed"
    status = 409

    def __init__(self, code: str) -> None:
        """The account."""
        super().__init__(
            f"账户 {code} 已销户。",
            f"Account {code} is closed.",
            field="account_code",
            figures={"account_code": code},
            remedy_zh="请使用在用账户。",
            remedy_en="Use an account that is open.",
        )


class AccountNotEmpty(Refusal):
    """Only an empty account is closed (账户余额不为零)."""

    code = "account_not_empty"
    title_zh = "账户余额不为零"
    title_en = "Account not empty"

    def __init__(self, code: str, balance_fen: int) -> None:
        """The account and what it holds."""
        super().__init__(
            f"账户 {code} 余额 {yuan_text(balance_fen)} 元，销户余额应为 0.00 元。",
            f"Account {code} holds {yuan_text(balance_fen)} yuan; it is closed at 0.00.",
            figures={"balance_fen": balance_fen, "wanted_fen": 0},
            remedy_zh="请先付清、收回或上缴余额。",
            remedy_en="Pay, recover or pay over the balance first.",
        )


class AccountAttributeUnknown(Refusal):
    """A field of an account has a value of its list (账户要素有误)."""

    code = "account_attribute_unknown"
    title_zh = "账户要素有误"
    title_en = "Account attribute unknown"

    def __init__(self, field: str, given: str, known: tuple[str, ...]) -> None:
        """The field, the value given, and the values there are."""
        listed = "、".join(known)
        super().__init__(
            f"{field} 为 {given}，应为：{listed}。",
            f"{field} is {given}; it should be one of: {listed}.",
            field=field,
            figures={"given": given, "listed": listed},
        )


class ApprovalNumberMissing(Refusal):
    """A fiscal special account is opened with an approval (专户缺批准文号).  Source: 预算法实施条例 52."""

    code = "approval_number_missing"
    title_zh = "专户缺批准文号"
    title_en = "Approval number missing"

    def __init__(self, code: str) -> None:
        """The account."""
        super().__init__(
            f"开设专户 {code} 没有批准文号。",
            f"Special account {code} has no approval number.",
            field="approval_no",
            figures={"account_code": code},
            remedy_zh="请填写财政部门批准文号，或改设专账。",
            remedy_en="Give the number of the approval, or open a special ledger instead.",
        )


class VoucherUsed(Refusal):
    """A voucher number stands once in an account and year (凭证号重复)."""

    code = "voucher_used"
    title_zh = "凭证号重复"
    title_en = "Voucher number used"
    status = 409

    def __init__(self, code: str, year: int, voucher_no: str) -> None:
        """The account, the year and the number."""
        super().__init__(
            f"账户 {code} {year} 年凭证号 {voucher_no} 已经使用。",
            f"Account {code} has used voucher {voucher_no} in {year}.",
            field="voucher_no",
            figures={"account_code": code, "year": year, "voucher_no": voucher_no},
            remedy_zh="请按顺序编制新的凭证号。",
            remedy_en="Use the next voucher number.",
        )


class PaymentNumberUsed(Refusal):
    """A payment or refund number stands once in an account (付款单号重复)."""

    code = "payment_number_used"
    title_zh = "付款单号重复"
    title_en = "Payment number used"
    status = 409

    def __init__(self, code: str, payment_no: str) -> None:
        """The account and the number."""
        super().__init__(
            f"账户 {code} 已有付款或退款单号 {payment_no}。",
            f"Account {code} already has payment or refund {payment_no}.",
            field="payment_no",
            figures={"account_code": code, "payment_no": payment_no},
            remedy_zh="请核对是否重复付款；新付款请用新单号。",
            remedy_en="Check for a double payment; a new one takes a new number.",
        )


class PaymentUnknown(Refusal):
    """The account made no such payment (无此付款)."""

    code = "payment_unknown"
    title_zh = "无此付款"
    title_en = "No such payment"
    status = 404

    def __init__(self, code: str, payment_no: str) -> None:
        """The account and the number that was looked for."""
        super().__init__(
            f"账户 {code} 没有付款单号 {payment_no}。",
            f"Account {code} made no payment {payment_no}.",
            field="payment_no",
            figures={"account_code": code, "payment_no": payment_no},
        )


class PaymentUndone(Refusal):
    """A payment comes back whole and once (付款已退回或冲销)."""

    code = "payment_undone"
    title_zh = "付款已退回、冲销或退款"
    title_en = "Payment already undone"
    status = 409

    def __init__(self, payment_no: str, amount_fen: int, undone_fen: int) -> None:
        """The payment, its amount and what came back already."""
        super().__init__(
            f"付款 {payment_no} 金额 {yuan_text(amount_fen)} 元，已退回 {yuan_text(undone_fen)} 元。",
            f"Payment {payment_no} was {yuan_text(amount_fen)} yuan; {yuan_text(undone_fen)} came back already.",
            field="payment_no",
            figures={"amount_fen": amount_fen, "undone_fen": undone_fen},
            remedy_zh="整笔退回只能办理一次；部分退款请办理退款。",
            remedy_en="A whole payment comes back once; record a part as a refund.",
        )


class PaymentOfRoll(Refusal):
    """What the bank pays for a roll comes back line by line (代发付款)."""

    code = "payment_of_roll"
    title_zh = "代发付款按名册退回"
    title_en = "Payment of a roll"
    status = 409

    def __init__(self, payment_no: str, roll_no: str) -> None:
        """The payment and the roll it was sent for."""
        super().__init__(
            f"付款 {payment_no} 属于发放名册 {roll_no}，应按名册逐行退回。",
            f"Payment {payment_no} was sent for roll {roll_no}; it comes back line by line.",
            field="payment_no",
            figures={"payment_no": payment_no, "roll_no": roll_no},
            remedy_zh="请在名册中登记银行退回的行。",
            remedy_en="Record the bank's answer on the roll.",
        )


class RefundAbovePayment(AboveLimit):
    """No more comes back than was paid (退款超过付款)."""

    code = "refund_above_payment"
    title_zh = "退款超过付款"
    title_en = "Refund above the payment"
    asked = ("本次退款", "the refund")
    limit = ("付款未退部分", "what is left of the payment")
    remedy = ("请核对原付款单。", "Check the payment it belongs to.")


class SourceNotArrived(AboveLimit):
    """A source pays only what arrived from it for this purpose (该来源资金未到位)."""

    code = "source_not_arrived"
    title_zh = "该来源资金未到位"
    title_en = "Source not arrived"
    asked = ("需付", "the amount needed")
    limit = ("已到位未支付", "what arrived and is unspent")
    remedy = (
        "请先登记该来源的到位；其他来源不得垫付。",
        "Record the arrival of this source first; no other source pays for it.",
    )


class ArrivalUnknown(Refusal):
    """The account has no such arrival, or it was reversed (无此到账)."""

    code = "arrival_unknown"
    title_zh = "无此到账"
    title_en = "No such arrival"
    status = 404

    def __init__(self, code: str, year: int, voucher_no: str) -> None:
        """The account, the year and the voucher of the arrival."""
        super().__init__(
            f"账户 {code} {year} 年没有凭证号 {voucher_no} 的到账，或已冲销。",
            f"Account {code} has no arrival under voucher {voucher_no} of {year}, or it was reversed.",
            field="voucher_no",
            figures={"account_code": code, "year": year, "voucher_no": voucher_no},
        )


class ArrivalSpent(AboveLimit):
    """Money that was spent cannot be taken as never arrived (到账资金已使用)."""

    code = "arrival_spent"
    title_zh = "到账资金已使用"
    title_en = "The arrival is spent"
    asked = ("冲销到账", "the arrival to reverse")
    limit = ("该来源未支付余额", "what is unspent of this source")
    remedy = ("请先冲销或收回相应的付款。", "Reverse the payments made from it first.")


class InterestNotDue(AboveLimit):
    """No more interest is paid over than was earned (应缴利息不足)."""

    code = "interest_not_due"
    title_zh = "应缴利息不足"
    title_en = "Interest not due"
    asked = ("本次上缴", "the interest paid over")
    limit = ("应缴利息余额", "the interest due")
    remedy = ("请先登记利息收入。", "Record the interest earned first.")


class InterestNotForTreasury(Refusal):
    """Where interest belongs to the aid fund it is not paid over (利息不缴库)."""

    code = "interest_not_for_treasury"
    title_zh = "利息归入帮扶资金"
    title_en = "Interest belongs to the aid fund"

    def __init__(self, code: str, owner: str) -> None:
        """The account and the owner of its interest."""
        super().__init__(
            f"账户 {code} 的利息归 {owner}，不上缴国库（treasury）。",
            f"The interest of account {code} belongs to {owner}; it is not paid over to the treasury.",
            figures={"owner": owner, "wanted": "treasury"},
        )


class StatementDoesNotAddUp(Refusal):
    """Statement and ledger differ by more than the listed differences (对账单不平)."""

    code = "statement_does_not_add_up"
    title_zh = "对账单不平"
    title_en = "The statement does not add up"

    def __init__(self, bank_balance_fen: int, expected_fen: int) -> None:
        """The balance stated, and the one that ledger and unmatched lines give."""
        stated, expected = yuan_text(bank_balance_fen), yuan_text(expected_fen)
        super().__init__(
            f"对账单余额 {stated} 元，按账面余额和未达账项推算为 {expected} 元。",
            f"The statement says {stated} yuan; ledger and unmatched lines give {expected} yuan.",
            field="bank_balance_fen",
            figures={"bank_balance_fen": bank_balance_fen, "expected_fen": expected_fen},
            remedy_zh="对账单可能缺行或重复，请导入上次对账日之后的全部明细。",
            remedy_en="Lines may be missing or doubled: give all lines since the last reconciliation.",
        )


class StatementOutOfOrder(Refusal):
    """Statements follow each other and end before the day they are worked on (对账日期有误)."""

    code = "statement_out_of_order"
    title_zh = "对账日期有误"
    title_en = "Statement out of order"

    def __init__(self, given: date, first_on: date, last_on: date) -> None:
        """The day given, and the first and last day that it may be."""
        super().__init__(
            f"日期 {given} 应在 {first_on} 至 {last_on} 之间。",
            f"The day {given} should lie between {first_on} and {last_on}.",
            field="statement_on",
            figures={"given": str(given), "first_on": str(first_on), "last_on": str(last_on)},
        )
