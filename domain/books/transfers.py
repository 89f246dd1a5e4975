"""调拨业务 (business of transfers): money of a fund goes from one account to another, each side recording its own.

A person records a step for the account of the own place only: the sender sends, withdraws and takes back what was
refused; the receiver receives, refuses and reverses a receipt.  Only what was received can be spent there.
"""

from domain.accounts.account import Account
from domain.accounts.cash import PurposeFields
from domain.accounts.refusals import TransferAboveHeld, TransferSpent
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.project_money import ProjectMoney
from domain.funds.fund import Fund
from domain.funds.levels_add_up import levels_add_up
from domain.funds.values import Allocation, Sources
from domain.keys import business_key, recorded_spelling
from domain.rules.taking_back_says_why import taking_back_says_why
from domain.transfers.refusals import TransferToItself
from domain.transfers.transfer import Transfer


class TransferDesk(Desk):
    """账户间调拨.  Every command also raises UnknownRecord, OutsideScope (its account), RulebookMissing first."""

    @command
    def send_transfer(
        self,
        turn: DecisionTurn,
        *,
        transfer_no: str,
        decision_no: str,
        document_no: str,
        allocation_no: str,
        from_account_code: str,
        to_account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """发出调拨: the money leaves the account and is in transit; fund, purpose and sources stay.

        Raises KeyMisread, AlreadyRecorded, TransferToItself, AccountClosed (the receiver), what `levels_add_up`
        raises, AllocationUnknown, TransferAboveHeld when approved rolls wait for the money, then what
        `Account.send_transfer` raises.
        """
        fund, giver = turn.named(Fund, document_no), turn.get_in_scope(Account, from_account_code)
        taker, stamp = turn.named(Account, to_account_code), turn.stamp
        key, voucher_no = business_key(transfer_no, "transfer_no"), business_key(voucher_no, "voucher_no")
        transfer = turn.new(Transfer, key)
        if giver is taker:
            raise TransferToItself(giver.code)
        taker.check_open()
        levels_add_up(sources, amount_fen, turn.regulations)
        allocation_no = recorded_spelling(allocation_no, fund.allocations)
        money = _money(fund, fund.allocation(allocation_no), sources, amount_fen)
        purpose = money["purpose_kind"], money["purpose_code"]
        ProjectMoney(turn).check_unreserved(giver, purpose, money["sources"], TransferAboveHeld)
        giver.send_transfer(stamp, money, voucher_no=voucher_no, transfer_no=key, to_account_code=taker.code)
        transfer.send(
            stamp,
            money,
            transfer_no=key,
            decision_no=decision_no,
            from_account_code=giver.code,
            to_account_code=taker.code,
            document_no=fund.document_no,
            allocation_no=allocation_no,
            voucher_no=voucher_no,
        )

    @command
    def receive_transfer(self, turn: DecisionTurn, *, transfer_no: str, voucher_no: str) -> None:
        """确认收到调拨: only now can the money be spent, and only here.

        Raises KeyMisread, what `Transfer.receive` and then what `Account.receive_transfer` raises.
        """
        transfer, taker = _to_receiver(turn, transfer_no)
        stamp = turn.stamp
        voucher_no = business_key(voucher_no, "voucher_no")
        transfer.receive(stamp, voucher_no)
        taker.receive_transfer(
            stamp,
            transfer.money,
            voucher_no=voucher_no,
            transfer_no=transfer.order.transfer_no,
            from_account_code=transfer.order.from_account_code,
        )

    @command
    def refuse_transfer(self, turn: DecisionTurn, *, transfer_no: str, reason: str) -> None:
        """拒收调拨: the money goes back, and stays in transit until the sender has it.

        Raises ReasonMissing, PersonalNumber, then what `Transfer.refuse` raises.
        """
        transfer, _ = _to_receiver(turn, transfer_no)
        taking_back_says_why(reason)
        transfer.refuse(turn.stamp, reason)

    @command
    def reverse_transfer_receipt(self, turn: DecisionTurn, *, transfer_no: str, reason: str) -> None:
        """冲销误登的调拨收款: the money is in transit again.

        Raises ReasonMissing, PersonalNumber, what `Transfer.reverse_receipt` raises, TransferSpent when approved
        rolls wait for the money, then what `Account.reverse_transfer_receipt` raises.
        """
        transfer, taker = _to_receiver(turn, transfer_no)
        stamp = turn.stamp
        taking_back_says_why(reason)
        transfer.reverse_receipt(stamp, reason)
        order = transfer.order
        ProjectMoney(turn).check_unreserved(taker, order.purpose, order.sources, TransferSpent)
        taker.reverse_transfer_receipt(stamp, order.transfer_no, reason)

    @command
    def withdraw_transfer(self, turn: DecisionTurn, *, transfer_no: str, reason: str) -> None:
        """撤回调拨: what was not received is taken back by its sender.

        Raises ReasonMissing, PersonalNumber, what `Transfer.withdraw` and then what `Account.withdraw_transfer` raises.
        """
        transfer, giver = _to_sender(turn, transfer_no)
        stamp = turn.stamp
        taking_back_says_why(reason)
        transfer.withdraw(stamp, reason)
        giver.withdraw_transfer(stamp, transfer.order.transfer_no, reason)

    @command
    def take_transfer_back(self, turn: DecisionTurn, *, transfer_no: str, voucher_no: str) -> None:
        """登记调拨退回: refused money is back in the account that sent it.

        Raises KeyMisread, what `Transfer.come_back` and then what `Account.take_transfer_back` raises.
        """
        transfer, giver = _to_sender(turn, transfer_no)
        stamp = turn.stamp
        voucher_no = business_key(voucher_no, "voucher_no")
        transfer.come_back(stamp, voucher_no)
        giver.take_transfer_back(stamp, transfer.order.transfer_no, voucher_no)


def _money(fund: Fund, allocation: Allocation, sources: Sources, amount_fen: int) -> PurposeFields:
    """The money of an allocation as an account keeps it."""
    kind, code = allocation.purpose
    return {
        "purpose_kind": kind,
        "purpose_code": code,
        "year": fund.year,
        "budget_code": allocation.budget_code,
        "sources": fund.shares(sources),
        "amount_fen": amount_fen,
    }


def _to_receiver(turn: DecisionTurn, transfer_no: str) -> tuple[Transfer, Account]:
    """The transfer and the account that it goes to.  Raises UnknownRecord, NumberAmbiguous, OutsideScope."""
    transfer = turn.named(Transfer, transfer_no)
    return transfer, turn.get_in_scope(Account, transfer.order.to_account_code)


def _to_sender(turn: DecisionTurn, transfer_no: str) -> tuple[Transfer, Account]:
    """The transfer and the account that it came from.  Raises UnknownRecord, NumberAmbiguous, OutsideScope."""
    transfer = turn.named(Transfer, transfer_no)
    return transfer, turn.get_in_scope(Account, transfer.order.from_account_code)
