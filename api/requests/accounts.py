"""专户请求 (requests about accounts): opening, what the bank did, interest, reconciliation, closing."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.code_of import CodeOf
from api.requests.words import (
    Code,
    Day,
    Fen,
    Key,
    KeyOrNone,
    Name,
    NameOrNone,
    Place,
    Sha256,
    SignedFen,
    Text,
    TextOrNone,
    Year,
    entries_of,
)
from domain.accounts.codes import AccountMode, AccountReport
from domain.accounts.statement import StatementLine
from domain.rulebook.codes import InterestOwner


class OpenAccount(CommandBody):
    """Open a special account (专户, needs an approval) or a special ledger (专账).

    Without `interest_owner` the rulebook says whose the interest is.
    """

    code: Key
    name: Name
    mode: Annotated[str, CodeOf(AccountMode)]
    place_code: Place
    holder_unit: Name
    bank: NameOrNone = ""
    approval_no: KeyOrNone = ""
    interest_owner: Annotated[str, CodeOf(InterestOwner, or_none=True)] = ""


class ReturnPayment(CommandBody):
    """Record a payment that the bank returned whole."""

    payment_no: Key
    bank_reference: Code
    reason: Text


class ReversePayment(CommandBody):
    """Reverse a payment that was recorded wrongly (红字冲销)."""

    payment_no: Key
    reason: Text


class RecordRefund(CommandBody):
    """Record money that a payee gave back."""

    refund_no: Key
    payment_no: Key
    amount_fen: Fen
    reason: Text


class RecordInterest(CommandBody):
    """Record interest of a period; its owner is a parameter of the account."""

    voucher_no: Key
    amount_fen: Fen
    period_from: Day
    period_to: Day


class PayOverInterest(CommandBody):
    """Pay interest over to the treasury."""

    voucher_no: Key
    amount_fen: Fen
    receiver: Name


class ReverseReturn(CommandBody):
    """Reverse a return by the bank, or the refund with this number, that was recorded wrongly (红字冲销)."""

    payment_no: Key
    refund_no: KeyOrNone = ""
    reason: Text


class ReverseInterest(CommandBody):
    """Reverse interest that was recorded wrongly (红字冲销)."""

    voucher_year: Year
    voucher_no: Key
    reason: Text


class ReverseInterestPayment(CommandBody):
    """Reverse a payment of interest to the treasury that was recorded wrongly (红字冲销)."""

    voucher_year: Year
    voucher_no: Key
    reason: Text


class BankLine(Part):
    """对账单行 — one line of a bank statement; money that came in is positive."""

    VALUE: ClassVar[type] = StatementLine

    on: Day
    voucher_no: KeyOrNone = ""
    amount_fen: SignedFen
    text: TextOrNone = ""


class ReconcileAccount(CommandBody):
    """Compare the ledger with a bank statement and list what only one side has."""

    statement_on: Day
    bank_balance_fen: SignedFen
    statement_sha256: Sha256
    lines: Annotated[tuple[BankLine, ...], entries_of("lines", "accounts")]


class FileAccountReport(CommandBody):
    """Record the statement of a quarter or a year that was sent up; the limits of a special account count to it."""

    report: Annotated[str, CodeOf(AccountReport)]
    report_until_on: Day
    filed_with: Name


class WithdrawAccountReport(CommandBody):
    """Withdraw a statement that was recorded by mistake, or was given back, with the reason."""

    report: Annotated[str, CodeOf(AccountReport)]
    report_until_on: Day
    reason: Text


class CloseAccount(CommandBody):
    """Close an account that holds nothing any more."""

    reason: Text
