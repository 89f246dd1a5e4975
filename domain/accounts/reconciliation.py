"""对账 (reconciliation): the ledger of an account compared with the statement of its bank, never "fixed"."""

from collections.abc import Sequence
from datetime import date

from domain.accounts.refusals import StatementDoesNotAddUp, StatementOutOfOrder
from domain.accounts.state import AccountState
from domain.accounts.statement import StatementLine, differences, match
from domain.stamp import Stamp


def reconcile(
    account: AccountState,
    stamp: Stamp,
    *,
    statement_on: date,
    bank_balance_fen: int,
    statement_sha256: str,
    lines: Sequence[StatementLine],
) -> None:
    """对账.  `lines` are all lines of the bank after the last reconciliation, up to `statement_on`.

    Raises StatementOutOfOrder, StatementDoesNotAddUp, in that order.
    """
    first_on = account.reconciled_on if account.reconciled_on > date.min else None
    if not account.reconciled_on <= statement_on <= stamp.effective_on:
        raise StatementOutOfOrder(statement_on, first_on, stamp.effective_on)
    for line in lines:
        if line.on > statement_on:
            raise StatementOutOfOrder(line.on, first_on, statement_on)
    outstanding = account.outstanding
    ledger_balance_fen = account.balance_fen - outstanding.fen_after(statement_on)
    matching = match((*outstanding.bank_lines, *lines), outstanding.entries_until(statement_on))
    found = differences(matching)
    expected_fen = ledger_balance_fen + sum(
        line.amount_fen if line.side == "bank" else -line.amount_fen for line in found
    )
    if bank_balance_fen != expected_fen:
        raise StatementDoesNotAddUp(bank_balance_fen, expected_fen)
    account.record(
        account.Reconciled,
        **stamp.fields,
        statement_on=statement_on,
        bank_balance_fen=bank_balance_fen,
        ledger_balance_fen=ledger_balance_fen,
        matched_count=matching.matched_count,
        statement_sha256=statement_sha256,
        differences=found,
    )
