"""调拨 (transfers): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.path_keys import path_key
from api.requests.transfers import (
    ReceiveTransfer,
    RefuseTransfer,
    ReverseTransferReceipt,
    SendTransfer,
    TakeTransferBack,
    WithdrawTransfer,
)
from domain.accounts.account import Account
from domain.funds.fund import Fund
from domain.transfers.transfer import Transfer
from projections.access.roles import Role
from projections.number_index.query import as_recorded
from projections.reading.paging import Cursor, Page
from projections.transfer_register import query as transfer_register

TransferNo = Annotated[str, path_key("transfer_no")]
SUBJECT = Subject(
    "账户间调拨",
    "Transfers between accounts",
    chapter=25,
    stream=Transfer.id_of("{transfer_no}"),
    keys={"transfer_no": TransferNo},
)

COMMANDS = (
    SUBJECT.post(
        "/transfers",
        "send_transfer",
        SendTransfer,
        by=Role.PAYER,
        zh=("发出调拨", "把一笔分配的资金调往另一账户，对方确认前为在途资金。"),
        en=(
            "Send transfer",
            "Send money of an allocation to another account; it is in transit until that side confirms it.",
        ),
    ),
    SUBJECT.post(
        "/transfers/{transfer_no}/receipt",
        "receive_transfer",
        ReceiveTransfer,
        by=Role.PAYER,
        zh=("确认收到调拨", "转入方确认调拨资金到账，此后才能使用。"),
        en=("Receive transfer", "Confirm that the money came in; only then can it be spent."),
    ),
    SUBJECT.post(
        "/transfers/{transfer_no}/receipt-reversal",
        "reverse_transfer_receipt",
        ReverseTransferReceipt,
        by=Role.PAYER,
        zh=("冲销调拨收款", "用红字冲销登记有误、资金未用的调拨收款，资金回到在途。"),
        en=(
            "Reverse transfer receipt",
            "Reverse a receipt that was recorded wrongly; the money is in transit again.",
        ),
    ),
    SUBJECT.post(
        "/transfers/{transfer_no}/refusal",
        "refuse_transfer",
        RefuseTransfer,
        by=Role.PAYER,
        zh=("拒收调拨", "转入方写明原因，把调拨资金退回转出方。"),
        en=("Refuse transfer", "Send the money back to the sender, with the reason."),
    ),
    SUBJECT.post(
        "/transfers/{transfer_no}/return",
        "take_transfer_back",
        TakeTransferBack,
        by=Role.PAYER,
        zh=("登记调拨退回", "转出方登记被拒收的调拨资金已经退回。"),
        en=("Take transfer back", "Record that refused money is back in the account that sent it."),
    ),
    SUBJECT.post(
        "/transfers/{transfer_no}/withdrawal",
        "withdraw_transfer",
        WithdrawTransfer,
        by=Role.PAYER,
        zh=("撤回调拨", "对方确认之前，转出方写明原因撤回调拨。"),
        en=("Withdraw transfer", "Take back a transfer that was not received, with the reason."),
    ),
)

router = APIRouter(prefix="/transfers", tags=[SUBJECT.zh])


@router.get("", response_model=Page[transfer_register.TransferRow])
def list_transfers(
    ask: Ask, paged: Paged, only: Annotated[transfer_register.TransferFilter, Depends()]
) -> Response:
    """调拨登记 — the transfers between accounts, and which are in transit."""

    def asked(cursor: Cursor) -> Page[transfer_register.TransferRow]:
        named = as_recorded(cursor, only, account_code=Account, document_no=Fund)
        return transfer_register.transfers(cursor, paged, named)

    return ask.page("transfer_register", asked)


@router.get("/{transfer_no}", response_model=transfer_register.Transfer)
def read_transfer(transfer_no: TransferNo, ask: Ask) -> Response:
    """调拨 — one transfer with its steps."""
    return ask.one("transfer_register", Transfer, transfer_no, transfer_register.transfer)
