"""调拨请求 (requests about transfers): sent, received, refused, withdrawn, back again, receipt reversed."""

from api.requests.body import CommandBody
from api.requests.funds import Sources
from api.requests.words import Fen, Key, Text


class SendTransfer(CommandBody):
    """Send money of an allocation to another account; it is in transit until the other side says so."""

    transfer_no: Key
    decision_no: Key
    document_no: Key
    allocation_no: Key
    from_account_code: Key
    to_account_code: Key
    voucher_no: Key
    sources: Sources
    amount_fen: Fen


class ReceiveTransfer(CommandBody):
    """Confirm that the money of a transfer came in."""

    voucher_no: Key


class RefuseTransfer(CommandBody):
    """Send the money of a transfer back."""

    reason: Text


class ReverseTransferReceipt(CommandBody):
    """Reverse a receipt that was recorded wrongly (红字冲销)."""

    reason: Text


class WithdrawTransfer(CommandBody):
    """Take back a transfer that was not received."""

    reason: Text


class TakeTransferBack(CommandBody):
    """Record that refused money is back in the account that sent it."""

    voucher_no: Key
