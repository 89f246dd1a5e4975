"""专户与专账 (account): the whole account; this file adds its reconciliation with the bank's statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.accounts.payments import AccountPayments
from domain.accounts.refusals import StatementDoesNotAddUp, StatementOutOfOrder
from domain.accounts.statement import Difference, StatementLine, differences, match
from domain.fact import Fact, applies
from domain.stamp import Stamp


class Account(AccountPayments):
    """账户 `account/{code}`: how much of which source it holds for what, and what the bank says."""

    @dataclass(frozen=True, kw_only=True)
    class Reconciled(Fact):
        """对账: the statement up to a day was compared; differences are listed, never mended."""

        TOPIC = "account.reconciled"
        statement_on: date
        bank_balance_fen: int
        ledger_balance_fen: int
        matched_count: int
        statement_sha256: str
        differences: tuple[Difference, ...]

    def __init__(self, stream_id: str) -> None:
        """Begin unreconciled.  `open_bank_lines` stand on a statement and in no ledger yet."""
        super().__init__(stream_id)
        self.reconciled_on = date.min
        self.open_bank_lines: tuple[StatementLine, ...] = ()

    @applies(Reconciled)
    def _reconciled(self, fact: Reconciled) -> None:
        # What was open up to that day and is not listed as a difference has found its line.
        waiting = Counter(line.line for line in fact.differences if line.side == "ledger")
        still_open: dict[int, StatementLine] = {}
        for version, entry in self.open_entries.items():
            if entry.on > fact.statement_on:
                still_open[version] = entry
            elif waiting[entry]:
                waiting[entry] -= 1
                still_open[version] = entry
        self.open_entries = still_open
        self.open_bank_lines = tuple(line.line for line in fact.differences if line.side == "bank")
        self.reconciled_on = fact.statement_on

    def reconcile(
        self,
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
        if not self.reconciled_on <= statement_on <= stamp.effective_on:
            raise StatementOutOfOrder(statement_on, self.reconciled_on, stamp.effective_on)
        for line in lines:
            if line.on > statement_on:
                raise StatementOutOfOrder(line.on, self.reconciled_on, statement_on)
        entries = [entry for entry in self.open_entries.values() if entry.on <= statement_on]
        later_fen = sum(entry.amount_fen for entry in self.open_entries.values() if entry.on > statement_on)
        ledger_balance_fen = self.balance_fen - later_fen
        matching = match((*self.open_bank_lines, *lines), entries)
        found = differences(matching)
        expected_fen = ledger_balance_fen + sum(
            line.amount_fen if line.side == "bank" else -line.amount_fen for line in found
        )
        if bank_balance_fen != expected_fen:
            raise StatementDoesNotAddUp(bank_balance_fen, expected_fen)
        self.record(
            self.Reconciled,
            **stamp.fields,
            statement_on=statement_on,
            bank_balance_fen=bank_balance_fen,
            ledger_balance_fen=ledger_balance_fen,
            matched_count=matching.matched_count,
            statement_sha256=statement_sha256,
            differences=found,
        )
