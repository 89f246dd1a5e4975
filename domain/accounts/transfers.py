"""账户间调拨 (transfers): money of one purpose leaves for another account, comes from one, or comes back.

Each account books what its own bank did; whether the two agree is the transfer's to know.
"""

from domain.accounts.cash import PurposeFields
from domain.accounts.refusals import TransferAboveHeld, TransferSpent
from domain.accounts.state import AccountState
from domain.stamp import Stamp


def send_transfer(
    account: AccountState,
    stamp: Stamp,
    money: PurposeFields,
    *,
    voucher_no: str,
    transfer_no: str,
    to_account_code: str,
) -> None:
    """调拨转出.

    Raises AccountClosed, DatesOutOfOrder, VoucherUsed, TransferAboveHeld (beyond the unspent money of a channel),
    DatesOutOfOrder (before the money came), in that order.
    """
    account.check_voucher(stamp.effective_on, voucher_no)
    purpose = money["purpose_kind"], money["purpose_code"]
    account.check_channels(stamp.effective_on, purpose, money["sources"], TransferAboveHeld)
    account.record(
        account.TransferSent,
        **stamp.fields,
        **money,
        voucher_no=voucher_no,
        transfer_no=transfer_no,
        to_account_code=to_account_code,
    )


def withdraw_transfer(account: AccountState, stamp: Stamp, transfer_no: str, reason: str) -> None:
    """调拨转出冲销.  Raises AccountClosed, AmountOutOfRange (balance), in that order."""
    account.check_open()
    entry = account.transfers[transfer_no]
    assert isinstance(entry, account.TransferSent), f"{account.code} did not send {transfer_no}"
    account.check_room(entry.amount_fen)
    account.record(
        account.TransferWithdrawn,
        **stamp.fields,
        **entry.purpose_fields,
        reversed_voucher_no=entry.voucher_no,
        transfer_no=transfer_no,
        to_account_code=entry.to_account_code,
        reason=reason,
    )


def take_transfer_back(account: AccountState, stamp: Stamp, transfer_no: str, voucher_no: str) -> None:
    """调拨退回.  Raises AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order."""
    account.check_voucher(stamp.effective_on, voucher_no)
    entry = account.transfers[transfer_no]
    assert isinstance(entry, account.TransferSent), f"{account.code} did not send {transfer_no}"
    account.check_room(entry.amount_fen)
    account.record(
        account.TransferCameBack,
        **stamp.fields,
        **entry.purpose_fields,
        voucher_no=voucher_no,
        transfer_no=transfer_no,
        to_account_code=entry.to_account_code,
    )


def receive_transfer(
    account: AccountState,
    stamp: Stamp,
    money: PurposeFields,
    *,
    voucher_no: str,
    transfer_no: str,
    from_account_code: str,
) -> None:
    """调拨转入.  Raises AccountClosed, DatesOutOfOrder, VoucherUsed, AmountOutOfRange (balance), in that order."""
    account.check_voucher(stamp.effective_on, voucher_no)
    account.check_room(money["amount_fen"])
    account.record(
        account.TransferReceived,
        **stamp.fields,
        **money,
        voucher_no=voucher_no,
        transfer_no=transfer_no,
        from_account_code=from_account_code,
    )


def reverse_transfer_receipt(account: AccountState, stamp: Stamp, transfer_no: str, reason: str) -> None:
    """调拨转入冲销.  Raises AccountClosed, TransferSpent when a channel of it was spent since, in that order."""
    account.check_open()
    entry = account.transfers[transfer_no]
    assert isinstance(entry, account.TransferReceived), f"{account.code} did not receive {transfer_no}"
    account.check_channels(stamp.effective_on, entry.purpose, entry.sources, TransferSpent)
    account.record(
        account.TransferReceiptReversed,
        **stamp.fields,
        **entry.purpose_fields,
        reversed_voucher_no=entry.voucher_no,
        transfer_no=transfer_no,
        from_account_code=entry.from_account_code,
        reason=reason,
    )
