"""账户事实 (facts of accounts): what can happen to an account and to the money in it."""

from dataclasses import dataclass
from datetime import date

from domain.accounts.cash import PurposeFact
from domain.accounts.statement import Difference
from domain.fact import Fact


class AccountFacts:
    """What is recorded of an account; `Account` gives each by its own name, as `Account.Paid`."""

    # 开户、销户 opening

    @dataclass(frozen=True, kw_only=True)
    class Opened(Fact):
        """开户: a bank account (special_account 专户) or a ledger on treasury payment (special_ledger 专账)."""

        TOPIC = "account.opened"
        OPENS = True
        code: str
        name: str
        mode: str
        place_code: str
        holder_unit: str
        bank: str
        approval_no: str
        interest_owner: str

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """销户."""

        TOPIC = "account.closed"
        reason: str

    # 到账、缴回 arrivals

    @dataclass(frozen=True, kw_only=True)
    class MoneyArrived(PurposeFact):
        """资金到账 for one allocation of one document."""

        TOPIC = "account.money_arrived"
        voucher_no: str
        document_no: str
        allocation_no: str

    @dataclass(frozen=True, kw_only=True)
    class ArrivalReversed(PurposeFact):
        """到账冲销: an arrival of `arrived_year` was recorded by mistake and is taken back whole."""

        TOPIC = "account.arrival_reversed"
        reversed_voucher_no: str
        arrived_year: int
        document_no: str
        allocation_no: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class SurplusReturned(PurposeFact):
        """结余缴回: unspent money leaves the account."""

        TOPIC = "account.surplus_returned"
        voucher_no: str
        document_no: str
        allocation_no: str

    @dataclass(frozen=True, kw_only=True)
    class SurplusReturnReversed(PurposeFact):
        """结余缴回冲销: a return of surplus, entered in `voucher_year` by mistake; no bank ever made it."""

        TOPIC = "account.surplus_return_reversed"
        reversed_voucher_no: str
        voucher_year: int
        document_no: str
        allocation_no: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class GiftArrived(Fact):
        """捐款到账."""

        TOPIC = "account.gift_arrived"
        voucher_no: str
        gift_no: str
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class GiftReversed(Fact):
        """捐款冲销: money of a gift, entered in `voucher_year` by mistake, is taken back whole."""

        TOPIC = "account.gift_reversed"
        reversed_voucher_no: str
        voucher_year: int
        gift_no: str
        amount_fen: int
        reason: str

    # 利息 interest

    @dataclass(frozen=True, kw_only=True)
    class InterestReceived(Fact):
        """利息收入; `owner` is treasury or aid_fund."""

        TOPIC = "account.interest_received"
        voucher_no: str
        amount_fen: int
        period_from: date
        period_to: date
        owner: str

    @dataclass(frozen=True, kw_only=True)
    class InterestPaidOver(Fact):
        """利息上缴: to the treasury, or where it is the aid fund's to whoever keeps the fund's money."""

        TOPIC = "account.interest_paid_over"
        voucher_no: str
        amount_fen: int
        receiver: str
        owner: str

    @dataclass(frozen=True, kw_only=True)
    class InterestPlanned(Fact):
        """利息安排使用: interest of the aid fund became money of an allocation; follows `account.money_arrived`."""

        TOPIC = "account.interest_planned"
        voucher_no: str
        document_no: str
        allocation_no: str
        amount_fen: int
        owner: str

    @dataclass(frozen=True, kw_only=True)
    class InterestPlanReversed(Fact):
        """利息安排冲销: the money is interest again; follows `account.arrival_reversed`."""

        TOPIC = "account.interest_plan_reversed"
        reversed_voucher_no: str
        voucher_year: int
        document_no: str
        allocation_no: str
        amount_fen: int
        owner: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class InterestReversed(Fact):
        """利息冲销: interest of `voucher_year` was entered by mistake and is taken back whole."""

        TOPIC = "account.interest_reversed"
        reversed_voucher_no: str
        voucher_year: int
        amount_fen: int
        owner: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class InterestPaymentReversed(Fact):
        """利息上缴冲销: a payment to the treasury was entered by mistake; no bank ever made it."""

        TOPIC = "account.interest_payment_reversed"
        reversed_voucher_no: str
        voucher_year: int
        amount_fen: int
        owner: str
        receiver: str
        reason: str

    # 付款及其退回 payments

    @dataclass(frozen=True, kw_only=True)
    class Paid(PurposeFact):
        """付款.  stage: advance | progress | settlement | retention | fee | unit | roll | gift."""

        TOPIC = "account.paid"
        payment_no: str
        voucher_no: str
        claim_no: str
        roll_no: str
        stage: str
        payee_id: str
        payee_name: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentReturned(PurposeFact):
        """退票: the bank gave a whole payment back."""

        TOPIC = "account.payment_returned"
        payment_no: str
        bank_reference: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class PaymentReversed(PurposeFact):
        """红字冲销: a payment was booked by mistake; no bank ever made it."""

        TOPIC = "account.payment_reversed"
        payment_no: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class Refunded(PurposeFact):
        """退款: the payee gave a payment back, whole or in part."""

        TOPIC = "account.refunded"
        refund_no: str
        payment_no: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class RollReturned(PurposeFact):
        """代发退回: the bank could not pay `count` lines of a roll."""

        TOPIC = "account.roll_returned"
        roll_no: str
        payment_no: str
        count: int

    # 账户间调拨 transfers

    @dataclass(frozen=True, kw_only=True)
    class TransferSent(PurposeFact):
        """调拨转出: money left for another account and is in transit (在途资金)."""

        TOPIC = "account.transfer_sent"
        voucher_no: str
        transfer_no: str
        to_account_code: str

    @dataclass(frozen=True, kw_only=True)
    class TransferWithdrawn(PurposeFact):
        """调拨转出冲销: what was not received is taken back by its sender."""

        TOPIC = "account.transfer_withdrawn"
        reversed_voucher_no: str
        transfer_no: str
        to_account_code: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class TransferCameBack(PurposeFact):
        """调拨款退回: what the other side refused is back in the account."""

        TOPIC = "account.transfer_came_back"
        voucher_no: str
        transfer_no: str
        to_account_code: str

    @dataclass(frozen=True, kw_only=True)
    class TransferReceived(PurposeFact):
        """调拨转入: money of the same fund came from another account."""

        TOPIC = "account.transfer_received"
        voucher_no: str
        transfer_no: str
        from_account_code: str

    @dataclass(frozen=True, kw_only=True)
    class TransferReceiptReversed(PurposeFact):
        """调拨转入冲销: the receipt was recorded by mistake."""

        TOPIC = "account.transfer_receipt_reversed"
        reversed_voucher_no: str
        transfer_no: str
        from_account_code: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class ReturnReversed(PurposeFact):
        """退回冲销: a return by the bank, or a refund, was entered by mistake; the payment stands again."""

        TOPIC = "account.return_reversed"
        payment_no: str
        refund_no: str
        reason: str
        stage: str
        claim_no: str

    @dataclass(frozen=True, kw_only=True)
    class RollReturnReversed(PurposeFact):
        """代发退回冲销: the bank had paid `count` lines of a roll that were taken to be returned."""

        TOPIC = "account.roll_return_reversed"
        roll_no: str
        payment_no: str
        count: int
        reason: str

    # 对账 reconciliation

    @dataclass(frozen=True, kw_only=True)
    class Reconciled(Fact):
        """对账: the statement up to a day was compared; differences are listed, never mended."""

        TOPIC = "account.reconciled"
        statement_on: date
        bank_balance_fen: int
        ledger_balance_fen: int
        matched_count: int
        statement_sha256: str
        differences: tuple[Difference, ...]

    # 上报 reports sent up

    @dataclass(frozen=True, kw_only=True)
    class ReportFiled(Fact):
        """报表上报: the statement of a quarter or a year was sent up.  report: quarterly 季报 | yearly 年报."""

        TOPIC = "account.report_filed"
        report: str
        report_until_on: date
        filed_with: str

    @dataclass(frozen=True, kw_only=True)
    class ReportWithdrawn(Fact):
        """报表撤回: one was recorded by mistake, or was given back; it stops no time limit any more."""

        TOPIC = "account.report_withdrawn"
        report: str
        report_until_on: date
        reason: str
