"""花名册的退路与终结 (ways back and the end of rolls): withdrawn, cancelled, recalled, paid back, closed."""

from domain.accounts.account import Account
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.keys import business_key, recorded_spelling
from domain.money.fen import check_amount
from domain.money.shares import by_channel, total_fen
from domain.rolls.roll import Roll
from domain.rules.taking_back_says_why import taking_back_says_why


class RollEndDesk(Desk):
    """撤回、取消、收回、退回、办结.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    @command
    def withdraw_roll(self, turn: DecisionTurn, *, roll_no: str, reason: str) -> None:
        """撤回未审定的花名册.  Raises ReasonMissing, PersonalNumber, then what `Roll.withdraw` raises."""
        roll = turn.get_in_scope(Roll, roll_no)
        taking_back_says_why(reason)
        roll.withdraw(turn.stamp, reason)

    @command
    def cancel_roll(self, turn: DecisionTurn, *, roll_no: str, reason: str) -> None:
        """取消已审定未发放的花名册; its money is the project's again.

        Raises ReasonMissing, PersonalNumber, then what `Roll.cancel` raises.
        """
        roll = turn.get_in_scope(Roll, roll_no)
        taking_back_says_why(reason)
        roll.cancel(turn.stamp, reason)

    @command
    def recall_sending(self, turn: DecisionTurn, *, roll_no: str, payment_no: str, reason: str) -> None:
        """收回代发: the bank paid none of it, its money is in the account again.

        Raises ReasonMissing, PersonalNumber, what `Roll.check_recall` raises, then what `Account.return_roll_lines`
        raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        payment_no = recorded_spelling(payment_no, roll.sendings)
        sending = roll.check_recall(stamp, payment_no)
        turn.get(Account, roll.account_code).return_roll_lines(
            stamp, payment_no=payment_no, amount_fen=total_fen(sending.sources), count=len(sending.lines)
        )
        roll.recall(stamp, payment_no, reason)

    @command
    def pay_back_line(
        self,
        turn: DecisionTurn,
        *,
        roll_no: str,
        line_no: int,
        refund_no: str,
        amount_fen: int,
        reason: str,
    ) -> None:
        """退回领取款: a person gave back what was paid, in part or whole.

        Raises ReasonMissing, PersonalNumber, AmountOutOfRange, KeyMisread, what `Roll.check_pay_back` raises, then what
        `Account.refund_roll_line` raises.
        """
        roll, stamp = turn.get_in_scope(Roll, roll_no), turn.stamp
        taking_back_says_why(reason)
        check_amount(amount_fen)
        number = business_key(refund_no, "refund_no")
        line = roll.check_pay_back(stamp, line_no, amount_fen)
        account = turn.get(Account, roll.account_code)
        refunded = account.refund_roll_line(
            stamp, refund_no=number, payment_no=line.paid_in, amount_fen=amount_fen, reason=reason
        )
        roll.pay_back(
            stamp,
            line_no=line_no,
            refund_no=number,
            paid_in_year=account.payment(line.paid_in).fact.effective_on.year,
            sources=by_channel(refunded.sources),
            reason=reason,
        )

    @command
    def close_roll(self, turn: DecisionTurn, *, roll_no: str) -> None:
        """花名册办结.  Raises what `Roll.close` raises."""
        turn.get_in_scope(Roll, roll_no).close(turn.stamp)
