"""账户业务 (business of accounts): opened, interest, money that comes back, reconciliation, statements sent up, closed.

Paying stands with the claims and rolls that are paid (支出核算到项目).
"""

from collections.abc import Sequence
from datetime import date

from domain.accounts.account import Account
from domain.accounts.statement import StatementLine
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.claims.claim import Claim
from domain.keys import business_key
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.rules.taking_back_says_why import taking_back_says_why
from domain.transfers.transfer import Transfer


class AccountDesk(Desk):
    """专户、专账.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    @command
    def open_account(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        name: str,
        mode: str,
        place_code: str,
        holder_unit: str,
        bank: str = "",
        approval_no: str = "",
        interest_owner: str = "",
    ) -> None:
        """开设专户或专账.  Without `interest_owner` the rulebook says who owns interest.

        Raises PlaceUnknown, PlaceEnded, OutsideScope, KeyMisread, PersonalNumber, AlreadyRecorded, then what
        `Account.open` raises.
        """
        turn.check_place(place_code)
        key = business_key(code, "code")
        facts_hold_no_personal_numbers(name=name, holder_unit=holder_unit)
        turn.new(Account, key).open(
            turn.stamp,
            code=key,
            name=name,
            mode=mode,
            place_code=place_code,
            holder_unit=holder_unit,
            bank=bank,
            approval_no=approval_no,
            interest_owner=interest_owner or turn.regulations.interest.owner,
        )

    @command
    def return_payment(
        self, turn: DecisionTurn, *, code: str, payment_no: str, bank_reference: str, reason: str
    ) -> None:
        """登记退票: the bank gave a whole payment back; what it paid may be paid again.

        Raises ReasonMissing, PersonalNumber, then what `Account.check_whole` raises.
        """
        account = turn.get_in_scope(Account, code)
        stamp = turn.stamp
        taking_back_says_why(reason)
        paid = account.check_whole(turn.act.effective_on, payment_no)
        if paid.claim_no:
            turn.get(Claim, paid.claim_no).note_return(stamp, paid.payment_no, paid.amount_fen, reason)
        account.return_payment(stamp, payment_no=payment_no, bank_reference=bank_reference, reason=reason)

    @command
    def reverse_payment(self, turn: DecisionTurn, *, code: str, payment_no: str, reason: str) -> None:
        """红字冲销误登的付款.  Raises ReasonMissing, PersonalNumber, then what `Account.check_whole` raises."""
        account = turn.get_in_scope(Account, code)
        stamp = turn.stamp
        taking_back_says_why(reason)
        paid = account.check_whole(turn.act.effective_on, payment_no)
        if paid.claim_no:
            turn.get(Claim, paid.claim_no).note_reversal(stamp, paid.payment_no, paid.amount_fen, reason)
        account.reverse_payment(stamp, payment_no=payment_no, reason=reason)

    @command
    def record_refund(
        self, turn: DecisionTurn, *, code: str, refund_no: str, payment_no: str, amount_fen: int, reason: str
    ) -> None:
        """登记退款: a payment, or a part of it, came back from the payee, to the channels that paid it.

        Raises ReasonMissing, PersonalNumber, KeyMisread, then what `Account.check_refund` raises.
        """
        account = turn.get_in_scope(Account, code)
        stamp = turn.stamp
        taking_back_says_why(reason)
        refund_no = business_key(refund_no, "refund_no")
        paid = account.check_refund(
            turn.act.effective_on, refund_no=refund_no, payment_no=payment_no, amount_fen=amount_fen
        )
        if paid.claim_no:
            turn.get(Claim, paid.claim_no).note_refund(stamp, paid.payment_no, amount_fen, reason)
        account.refund(
            stamp, refund_no=refund_no, payment_no=payment_no, amount_fen=amount_fen, reason=reason
        )

    @command
    def record_interest(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        voucher_no: str,
        amount_fen: int,
        period_from: date,
        period_to: date,
    ) -> None:
        """登记利息收入.  Raises KeyMisread, DatesOutOfOrder, then what `Account.earn_interest` raises."""
        account = turn.get_in_scope(Account, code)
        number = business_key(voucher_no, "voucher_no")
        day_is_not_before("period_to", period_to, period_from)
        account.earn_interest(
            turn.stamp,
            voucher_no=number,
            amount_fen=amount_fen,
            period_from=period_from,
            period_to=period_to,
        )

    @command
    def pay_over_interest(
        self, turn: DecisionTurn, *, code: str, voucher_no: str, amount_fen: int, receiver: str
    ) -> None:
        """上缴利息.  Raises KeyMisread, PersonalNumber, then what `Account.pay_over_interest` raises."""
        account = turn.get_in_scope(Account, code)
        number = business_key(voucher_no, "voucher_no")
        facts_hold_no_personal_numbers(receiver=receiver)
        account.pay_over_interest(turn.stamp, voucher_no=number, amount_fen=amount_fen, receiver=receiver)

    @command
    def reverse_interest(
        self, turn: DecisionTurn, *, code: str, voucher_year: int, voucher_no: str, reason: str
    ) -> None:
        """冲销误登的利息收入, named by its year and voucher.

        Raises ReasonMissing, PersonalNumber, then what `Account.reverse_interest` raises.
        """
        account = turn.get_in_scope(Account, code)
        taking_back_says_why(reason)
        account.reverse_interest(turn.stamp, voucher_year=voucher_year, voucher_no=voucher_no, reason=reason)

    @command
    def reverse_interest_payment(
        self, turn: DecisionTurn, *, code: str, voucher_year: int, voucher_no: str, reason: str
    ) -> None:
        """冲销误登的利息上缴, named by its year and voucher.

        Raises ReasonMissing, PersonalNumber, then what `Account.reverse_interest_payment` raises.
        """
        account = turn.get_in_scope(Account, code)
        taking_back_says_why(reason)
        account.reverse_interest_payment(
            turn.stamp, voucher_year=voucher_year, voucher_no=voucher_no, reason=reason
        )

    @command
    def reconcile_account(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        statement_on: date,
        bank_balance_fen: int,
        statement_sha256: str,
        lines: Sequence[StatementLine],
    ) -> None:
        """银行对账: list what only one side has; nothing is mended.  Raises what `Account.reconcile` raises."""
        turn.get_in_scope(Account, code).reconcile(
            turn.stamp,
            statement_on=statement_on,
            bank_balance_fen=bank_balance_fen,
            statement_sha256=statement_sha256,
            lines=lines,
        )

    @command
    def file_account_report(
        self, turn: DecisionTurn, *, code: str, report: str, report_until_on: date, filed_with: str
    ) -> None:
        """上报专户报表.  Raises PersonalNumber, then what `Account.file_report` raises."""
        account = turn.get_in_scope(Account, code)
        facts_hold_no_personal_numbers(filed_with=filed_with)
        account.file_report(turn.stamp, report=report, report_until_on=report_until_on, filed_with=filed_with)

    @command
    def withdraw_account_report(
        self, turn: DecisionTurn, *, code: str, report: str, report_until_on: date, reason: str
    ) -> None:
        """撤回上报的报表.  Raises ReasonMissing, PersonalNumber, then what `Account.withdraw_report` raises."""
        account = turn.get_in_scope(Account, code)
        taking_back_says_why(reason)
        account.withdraw_report(turn.stamp, report=report, report_until_on=report_until_on, reason=reason)

    @command
    def close_account(self, turn: DecisionTurn, *, code: str, reason: str) -> None:
        """销户.  Raises ReasonMissing, PersonalNumber, TransferOnItsWay, then what `Account.close` raises."""
        account = turn.get_in_scope(Account, code)
        taking_back_says_why(reason)
        for transfer in turn.every(Transfer):
            transfer.check_nothing_waits_for(account.code)
        account.close(turn.stamp, reason)
