"""账户方面的拒绝 (refusals about accounts and payments)."""

from datetime import date

from domain.code import Code, Word
from domain.funds.codes import PurposeKind
from domain.money.codes import FundingLevel
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of
from domain.rulebook.codes import InterestOwner


class AccountClosed(Refusal):
    """A closed account moves no money (账户已销户)."""

    code = "account_closed"
    title_zh, title_en = "账户已销户", "Account closed"
    status = 409
    field = "account_code"
    account_code: str

    says_zh = "账户 {account_code} 已销户。"
    says_en = "Account {account_code} is closed."
    remedy_zh, remedy_en = "请使用在用账户。", "Use an account that is open."


class AccountNotEmpty(Refusal):
    """Only an empty account is closed (账户余额不为零)."""

    code = "account_not_empty"
    title_zh, title_en = "账户余额不为零", "Account not empty"
    wanted_fen = 0
    shows = ("balance_fen", "wanted_fen")
    account_code: str
    balance_fen: int

    says_zh = "账户 {account_code} 余额 {balance_fen:yuan} 元，销户余额应为 {wanted_fen:yuan} 元。"
    says_en = "Account {account_code} holds {balance_fen:yuan} yuan; it is closed at {wanted_fen:yuan}."
    remedy_zh, remedy_en = "请先付清、收回或上缴余额。", "Pay, recover or pay over the balance first."


class AccountAttributeUnknown(Refusal):
    """A field of an account has a value of its list (账户要素有误)."""

    code = "account_attribute_unknown"
    title_zh, title_en = "账户要素有误", "Account attribute unknown"
    field: str
    given: str
    listed: type[Code]

    says_zh = "“{field:label}”为 {given}，应为：{words}。"
    says_en = "{field} is {given}; it should be one of: {listed}."
    remedy_zh = "请改填所列的一项。"
    remedy_en = "Use one of those listed."

    @property
    def words(self) -> list[str]:
        """What those listed are called."""
        return [member.zh for member in self.listed]


class ApprovalNumberMissing(Refusal):
    """A fiscal special account is opened with an approval (专户缺批准文号).  Source: 预算法实施条例 52."""

    code = "approval_number_missing"
    title_zh, title_en = "专户缺批准文号", "Approval number missing"
    field = "approval_no"
    account_code: str

    says_zh = "开设专户 {account_code} 没有批准文号。"
    says_en = "Special account {account_code} has no approval number."
    remedy_zh = "请填写财政部门批准文号，或改设专账。"
    remedy_en = "Give the number of the approval, or open a special ledger instead."


class SourceNotArrived(AboveLimit):
    """A source pays only what arrived from it for this purpose (该来源资金未到位)."""

    code = "source_not_arrived"
    title_zh, title_en = "该来源资金未到位", "Source not arrived"
    asked = ("需付", "the amount needed")
    limit = ("已到位未支付", "what arrived and is unspent")
    where_codes = (FundingLevel, PurposeKind)
    remedy_zh = "请先登记该来源的到位；其他来源不得垫付。"
    remedy_en = "Record the arrival of this source first; no other source pays for it."


class ArrivalUnknown(Refusal):
    """The account has no such arrival, or it was reversed (无此到账)."""

    code = "arrival_unknown"
    title_zh, title_en = "无此到账", "No such arrival"
    status = 404
    field = "voucher_no"
    account_code: str
    year: int
    voucher_no: str

    says_zh = "账户 {account_code} {year} 年没有凭证号 {voucher_no} 的到账，或已冲销。"
    says_en = (
        "Account {account_code} has no arrival under voucher {voucher_no} of {year}, or it was reversed."
    )
    remedy_zh = "请在账户日记账查对凭证号和年度。"
    remedy_en = "Look voucher and year up in the daybook of the account."


class ArrivalSpent(AboveLimit):
    """Money that was spent cannot be taken as never arrived (到账资金已使用)."""

    code = "arrival_spent"
    title_zh, title_en = "到账资金已使用", "The arrival is spent"
    asked = ("冲销到账", "the arrival to reverse")
    limit = ("该来源未支付余额", "what is unspent of this source")
    remedy_zh, remedy_en = "请先冲销或收回相应的付款。", "Reverse the payments made from it first."


class SurplusUnknown(Refusal):
    """The account returned no such surplus, or that was reversed (无此结余缴回)."""

    code = "surplus_unknown"
    title_zh, title_en = "无此结余缴回", "No such return of surplus"
    status = 404
    field = "voucher_no"
    account_code: str
    year: int
    voucher_no: str

    says_zh = "账户 {account_code} {year} 年没有凭证号 {voucher_no} 的这笔结余缴回，或已冲销。"
    says_en = (
        "Account {account_code} returned no such surplus under {voucher_no} of {year}, or it was reversed."
    )
    remedy_zh, remedy_en = "请核对指标文件、凭证号和年度。", "Check the document, the voucher and its year."


class GiftReceiptUnknown(Refusal):
    """The account has no such money of the gift, or it was reversed (无此捐款到账)."""

    code = "gift_receipt_unknown"
    title_zh, title_en = "无此捐款到账", "No such money of the gift"
    status = 404
    field = "voucher_no"
    account_code: str
    year: int
    voucher_no: str

    says_zh = "账户 {account_code} {year} 年没有凭证号 {voucher_no} 的这笔捐款，或已冲销。"
    says_en = "Account {account_code} has no such money of the gift under {voucher_no} of {year}, or it was reversed."
    remedy_zh, remedy_en = "请核对捐赠编号、凭证号和年度。", "Check the gift, the voucher and its year."


class GiftSpent(AboveLimit):
    """Money of a gift that was spent cannot be taken as never received (捐款已使用)."""

    code = "gift_spent"
    title_zh, title_en = "捐款已使用", "The gift is spent"
    asked = ("冲销捐款", "the money to reverse")
    limit = ("该笔捐赠尚存捐款", "what is left of the gift")
    remedy_zh, remedy_en = "请先冲销或收回相应的付款。", "Reverse the payments made from it first."


class InterestNotDue(AboveLimit):
    """No more interest is paid over than was earned (应缴利息不足)."""

    code = "interest_not_due"
    title_zh, title_en = "应缴利息不足", "Interest not due"
    asked = ("本次上缴", "the interest paid over")
    limit = ("应缴利息余额", "the interest due")
    remedy_zh, remedy_en = "请先登记利息收入。", "Record the interest earned first."


class InterestIsTreasurys(Refusal):
    """Interest of the treasury is not planned (利息应缴国库)."""

    code = "interest_is_treasurys"
    title_zh, title_en = "利息应缴国库", "The interest is the treasury's"
    status = 409
    codes = words_of(owner=InterestOwner, wanted=InterestOwner)
    wanted = InterestOwner.AID_FUND.code
    shows = ("owner", "wanted")
    account_code: str
    owner: str

    says_zh = "账户 {account_code} 的利息归{owner}，归{wanted}的才可安排使用。"
    says_en = "The interest of account {account_code} belongs to {owner}; only that of {wanted} is planned."
    remedy_zh, remedy_en = "请上缴这笔利息。", "Pay this interest over."


class InterestPlannedAbove(AboveLimit):
    """No more interest is planned than the account has (利息不足)."""

    code = "interest_planned_above"
    title_zh, title_en = "利息不足", "Not so much interest"
    asked = ("本次安排", "the interest planned")
    limit = ("账户尚存利息", "the interest that is left")
    remedy_zh, remedy_en = "请先登记利息收入，或减少安排。", "Record the interest earned first, or plan less."


class InterestUnknown(Refusal):
    """The account has no such interest, or it was reversed (无此利息)."""

    code = "interest_unknown"
    title_zh, title_en = "无此利息", "No such interest"
    status = 404
    field = "voucher_no"
    account_code: str
    year: int
    voucher_no: str

    says_zh = "账户 {account_code} {year} 年没有凭证号 {voucher_no} 的这类利息登记，或已冲销。"
    says_en = "Account {account_code} has no such interest under voucher {voucher_no} of {year}, or it was reversed."
    remedy_zh = "请核对凭证号和年度，以及它是利息收入还是利息上缴。"
    remedy_en = "Check the voucher and its year, and whether the interest was received or paid over."


class InterestGone(AboveLimit):
    """Interest that was paid over or planned cannot be taken as never received (利息已上缴)."""

    code = "interest_gone"
    title_zh, title_en = "利息已上缴", "The interest is gone"
    asked = ("冲销利息", "the interest to reverse")
    limit = ("账户尚存利息", "the interest that is left")
    remedy_zh = "请先冲销相应的利息上缴，或由利息安排的到位。"
    remedy_en = "Reverse first its payment, or the arrival that it was planned as."


class TransferAboveHeld(AboveLimit):
    """An account sends what it holds of a source, and no other money (调拨超过账户余额)."""

    code = "transfer_above_held"
    title_zh, title_en = "调拨超过账户该项资金余额", "Transfer above what the account holds"
    asked = ("本次调拨", "the transfer")
    limit = ("转出账户未用余额", "what is unspent in the account that sends")
    remedy_zh = "请核对文号、分配编号和级次；已审定待发的花名册所需资金不能调出。"
    remedy_en = (
        "Check the document, the allocation and the level; what approved rolls wait for is not sent away."
    )


class TransferSpent(AboveLimit):
    """Money that was spent cannot be taken as never received (调拨资金已使用)."""

    code = "transfer_spent"
    title_zh, title_en = "调拨资金已使用", "The transferred money is spent"
    asked = ("冲销调拨收款", "the receipt to reverse")
    limit = ("转入账户未用余额", "what is unspent in the account that received")
    remedy_zh = "请先冲销或收回相应的付款；余款可另办一笔调拨退还。"
    remedy_en = "Reverse the payments made from it first; what is left may go back by a transfer of its own."


class StatementDoesNotAddUp(Refusal):
    """Statement and ledger differ by more than the listed differences (对账单不平)."""

    code = "statement_does_not_add_up"
    title_zh, title_en = "对账单不平", "The statement does not add up"
    field = "bank_balance_fen"
    bank_balance_fen: int
    expected_fen: int

    says_zh = "对账单余额 {bank_balance_fen:yuan} 元，按账面余额和未达账项推算为 {expected_fen:yuan} 元。"
    says_en = (
        "The statement says {bank_balance_fen:yuan} yuan; "
        "ledger and unmatched lines give {expected_fen:yuan} yuan."
    )
    remedy_zh = "对账单可能缺行或重复，请导入上次对账日之后的全部明细。"
    remedy_en = "Lines may be missing or doubled: give all lines since the last reconciliation."


class StatementOutOfOrder(Refusal):
    """Statements follow each other and end before the day they are worked on (对账日期有误).

    given     the day of the statement, or of one of its lines.
    first_on  the day of the last statement; None where there is none.
    last_on   the business day, or for a line the day of its statement.
    """

    code = "statement_out_of_order"
    title_zh, title_en = "对账日期有误", "Statement out of order"
    field = "statement_on"
    shows = ("given", "first_on:or —", "last_on")
    given: date
    first_on: date | None
    last_on: date

    says_zh = "日期 {given} 有误，{rule:zh}。"
    says_en = "The day {given} is wrong: {rule:en}."
    remedy_zh = "请核对对账单日期，从上次对账日之后接续。"
    remedy_en = "Check the day of the statement; it follows the last one."

    @property
    def rule(self) -> Word:
        """Which of the two bounds it breaks; where no day is between them, the business day is to blame."""
        first_on, last_on = self.first_on, self.last_on
        if first_on and first_on > last_on:
            zh = f"业务日期 {last_on} 早于上次对账日 {first_on}"
            return zh, f"the business day {last_on} is before the last reconciliation, {first_on}"
        if first_on and self.given < first_on:
            zh = f"应不早于上次对账日 {first_on}"
            return zh, f"it is to be no earlier than the last reconciliation, {first_on}"
        return f"应不晚于 {last_on}", f"it is to be no later than {last_on}"
