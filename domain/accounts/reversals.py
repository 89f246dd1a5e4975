"""付款与退回的冲销 (reversals): a payment that never was; a return or a refund that never was, so the payment stands.

The reversals of arrivals, interest and transfers stand beside what they reverse.
"""

from datetime import date

from domain.accounts.facts import AccountFacts
from domain.accounts.payment_refusals import PaymentOfRoll, ReturnSpent, ReturnUnknown
from domain.accounts.returns import check_whole
from domain.accounts.state import AccountState, CameBack
from domain.keys import recorded_spelling
from domain.money.shares import ByChannel, shares_of, total_fen
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def reverse_payment(account: AccountState, stamp: Stamp, *, payment_no: str, reason: str) -> None:
    """红字冲销.  Raises what `check_whole` raises."""
    paid = check_whole(account, stamp.effective_on, payment_no)
    account.record(
        account.PaymentReversed,
        **stamp.fields,
        **paid.purpose_fields,
        payment_no=paid.payment_no,
        reason=reason,
        stage=paid.stage,
        claim_no=paid.claim_no,
    )


def check_return_reversal(
    account: AccountState, on: date, *, payment_no: str, refund_no: str, of_roll: bool = False
) -> CameBack:
    """What came back of a payment, when it may be taken as never come back.

    refund_no  "" for a return by the bank.
    of_roll    whether the roll itself asks, which knows the line.

    Raises AccountClosed, PaymentUnknown, PaymentOfRoll, ReturnUnknown, ReturnSpent for the first channel that holds
    less, DatesOutOfOrder (before it came back), in that order.
    """
    account.check_open()
    payment = account.payment(payment_no)
    paid = payment.fact
    if paid.roll_no and not of_roll:
        raise PaymentOfRoll(paid.payment_no, paid.roll_no)
    came_back = payment.came_back.get(recorded_spelling(refund_no, payment.came_back))
    if came_back is None:
        raise ReturnUnknown(account.code, paid.payment_no, refund_no)
    account.check_channels(on, paid.purpose, came_back.sources, ReturnSpent)
    day_is_not_before("effective_on", on, came_back.effective_on)
    return came_back


def reverse_return(
    account: AccountState, stamp: Stamp, came_back: CameBack, reason: str
) -> AccountFacts.ReturnReversed:
    """冲销误登的退票或退款; asked before by `check_return_reversal`."""
    return account.record(
        account.ReturnReversed,
        **stamp.fields,
        **came_back.purpose_fields,
        payment_no=came_back.payment_no,
        refund_no=came_back.refund_no if isinstance(came_back, AccountFacts.Refunded) else "",
        reason=reason,
        stage=came_back.stage,
        claim_no=came_back.claim_no,
    )


def reverse_roll_returns(
    account: AccountState, stamp: Stamp, *, payment_no: str, sources: ByChannel, count: int, reason: str
) -> None:
    """冲销误登的代发退回; which lines they were is the roll's to know.

    Raises AccountClosed, PaymentUnknown, ReturnSpent, DatesOutOfOrder (before the money came back), in that order.
    """
    account.check_open()
    paid, shares = account.payment(payment_no).fact, shares_of(sources)
    account.check_channels(stamp.effective_on, paid.purpose, shares, ReturnSpent)
    account.record(
        account.RollReturnReversed,
        **stamp.fields,
        purpose_kind=paid.purpose_kind,
        purpose_code=paid.purpose_code,
        sources=shares,
        amount_fen=total_fen(sources),
        year=paid.year,
        budget_code=paid.budget_code,
        roll_no=paid.roll_no,
        payment_no=paid.payment_no,
        count=count,
        reason=reason,
    )
