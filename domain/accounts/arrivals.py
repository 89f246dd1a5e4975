"""到账 (arrivals): money comes in for an allocation or a gift, and surplus leaves, channel by channel."""

from datetime import date

from domain.accounts.cash import Purpose, for_gift, gift_share
from domain.accounts.entries import gift_receipt, surplus
from domain.accounts.facts import AccountFacts
from domain.accounts.refusals import ArrivalSpent, GiftSpent
from domain.accounts.state import AccountState
from domain.funds.refusals import RecoveryAboveArrived
from domain.money.fen import check_amount
from domain.money.sources import SourceShare
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def receive(
    account: AccountState,
    stamp: Stamp,
    *,
    voucher_no: str,
    document_no: str,
    allocation_no: str,
    purpose: Purpose,
    year: int,
    budget_code: str,
    sources: tuple[SourceShare, ...],
    amount_fen: int,
) -> AccountFacts.MoneyArrived:
    """资金到账.  Raises AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order."""
    account.check_voucher(stamp.effective_on, voucher_no)
    account.check_room(amount_fen)
    return account.record(
        account.MoneyArrived,
        **stamp.fields,
        voucher_no=voucher_no,
        document_no=document_no,
        allocation_no=allocation_no,
        purpose_kind=purpose[0],
        purpose_code=purpose[1],
        year=year,
        budget_code=budget_code,
        sources=sources,
        amount_fen=amount_fen,
    )


def check_arrival_reversal(account: AccountState, on: date, arrival: AccountFacts.MoneyArrived) -> None:
    """Check the reversal of an arrival before anything is recorded.

    Raises AccountClosed, ArrivalSpent when a channel of the arrival was spent meanwhile, DatesOutOfOrder (before it
    arrived), in that order.
    """
    account.check_open()
    account.check_channels(on, arrival.purpose, arrival.sources, ArrivalSpent)
    day_is_not_before("effective_on", on, arrival.effective_on)


def reverse_arrival(
    account: AccountState, stamp: Stamp, arrival: AccountFacts.MoneyArrived, reason: str
) -> None:
    """冲销到账.  Raises what `check_arrival_reversal` raises."""
    check_arrival_reversal(account, stamp.effective_on, arrival)
    account.record(
        account.ArrivalReversed,
        **stamp.fields,
        **arrival.purpose_fields,
        reversed_voucher_no=arrival.voucher_no,
        arrived_year=arrival.effective_on.year,
        document_no=arrival.document_no,
        allocation_no=arrival.allocation_no,
        reason=reason,
    )


def check_surplus(
    account: AccountState,
    stamp: Stamp,
    *,
    voucher_no: str,
    purpose: Purpose,
    sources: tuple[SourceShare, ...],
) -> None:
    """Check a return of surplus before anything is recorded.

    Raises AccountClosed, DatesOutOfOrder, VoucherUsed, RecoveryAboveArrived (beyond the unspent money of a
    channel), DatesOutOfOrder (before it arrived), in that order.
    """
    account.check_voucher(stamp.effective_on, voucher_no)
    account.check_channels(stamp.effective_on, purpose, sources, RecoveryAboveArrived)


def return_surplus(
    account: AccountState,
    stamp: Stamp,
    *,
    voucher_no: str,
    document_no: str,
    allocation_no: str,
    purpose: Purpose,
    year: int,
    budget_code: str,
    sources: tuple[SourceShare, ...],
    amount_fen: int,
) -> None:
    """结余缴回.  Raises what `check_surplus` raises."""
    check_surplus(account, stamp, voucher_no=voucher_no, purpose=purpose, sources=sources)
    account.record(
        account.SurplusReturned,
        **stamp.fields,
        voucher_no=voucher_no,
        document_no=document_no,
        allocation_no=allocation_no,
        purpose_kind=purpose[0],
        purpose_code=purpose[1],
        year=year,
        budget_code=budget_code,
        sources=sources,
        amount_fen=amount_fen,
    )


def check_surplus_reversal(
    account: AccountState, on: date, *, voucher_year: int, voucher_no: str, document_no: str
) -> AccountFacts.SurplusReturned:
    """The return of surplus that may be taken as never made.

    Raises AccountClosed, SurplusUnknown, DatesOutOfOrder (before it was returned), AmountOutOfRange (balance), in that
    order.
    """
    account.check_open()
    returned = surplus(account, voucher_year, voucher_no, document_no)
    day_is_not_before("effective_on", on, returned.effective_on)
    account.check_room(returned.amount_fen)
    return returned


def reverse_surplus_return(
    account: AccountState, stamp: Stamp, returned: AccountFacts.SurplusReturned, reason: str
) -> None:
    """冲销误登的结余缴回; asked before by `check_surplus_reversal`."""
    account.record(
        account.SurplusReturnReversed,
        **stamp.fields,
        **returned.purpose_fields,
        reversed_voucher_no=returned.voucher_no,
        voucher_year=returned.effective_on.year,
        document_no=returned.document_no,
        allocation_no=returned.allocation_no,
        reason=reason,
    )


def receive_gift(
    account: AccountState, stamp: Stamp, *, voucher_no: str, gift_no: str, amount_fen: int
) -> None:
    """捐款到账.

    Raises AmountOutOfRange, AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order.
    """
    check_amount(amount_fen)
    account.check_voucher(stamp.effective_on, voucher_no)
    account.check_room(amount_fen)
    account.record(
        account.GiftArrived, **stamp.fields, voucher_no=voucher_no, gift_no=gift_no, amount_fen=amount_fen
    )


def reverse_gift(
    account: AccountState, stamp: Stamp, *, voucher_year: int, voucher_no: str, gift_no: str, reason: str
) -> AccountFacts.GiftReversed:
    """冲销误登的捐款到账.

    Raises AccountClosed, GiftReceiptUnknown, GiftSpent when less of the gift is left, DatesOutOfOrder (before the
    money came), in that order.
    """
    account.check_open()
    entry = gift_receipt(account, voucher_year, voucher_no, gift_no)
    shares = (gift_share(gift_no, entry.amount_fen),)
    account.check_channels(stamp.effective_on, for_gift(gift_no), shares, GiftSpent)
    day_is_not_before("effective_on", stamp.effective_on, entry.effective_on)
    return account.record(
        account.GiftReversed,
        **stamp.fields,
        reversed_voucher_no=entry.voucher_no,
        voucher_year=voucher_year,
        gift_no=gift_no,
        amount_fen=entry.amount_fen,
        reason=reason,
    )
