"""未达账项 (outstanding items): what the ledger or the bank has alone, until a statement shows it on both sides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.accounts.statement import Difference, StatementLine


@dataclass
class Outstanding:
    """未达账项 of one account since its last reconciliation.

    entries     movements in the ledger that no statement has confirmed, by the version of their fact.
    bank_lines  lines that stand on a statement and in no ledger yet.
    """

    entries: dict[int, StatementLine] = field(default_factory=dict)
    bank_lines: tuple[StatementLine, ...] = ()

    def entries_until(self, on: date) -> list[StatementLine]:
        """The entries up to a day, in the order in which they were recorded."""
        return [entry for entry in self.entries.values() if entry.on <= on]

    def fen_after(self, on: date) -> int:
        """What the entries after a day move together."""
        return sum(entry.amount_fen for entry in self.entries.values() if entry.on > on)

    def take_off(self, entries: Iterable[int], change_fen: int) -> int:
        """Take a booking off the entries that are still open, the last first; give what none of them has left."""
        for version in entries:
            entry = self.entries.get(version)
            if entry is None or not change_fen:
                continue
            rest_fen = entry.amount_fen + change_fen
            # What turns the sign of the entry is more than it has; it goes whole, and the rest stays to be taken.
            if rest_fen * entry.amount_fen > 0:
                self.entries[version] = replace(entry, amount_fen=rest_fen)
                return 0
            del self.entries[version]
            change_fen = rest_fen
        return change_fen

    def settle(self, statement_on: date, differences: Sequence[Difference]) -> None:
        """Keep what a reconciliation lists as a difference; every other entry up to its day has found its line."""
        waiting = Counter(one.line for one in differences if one.side == "ledger")
        still_open: dict[int, StatementLine] = {}
        for version, entry in self.entries.items():
            if entry.on > statement_on:
                still_open[version] = entry
            elif waiting[entry]:
                waiting[entry] -= 1
                still_open[version] = entry
        self.entries = still_open
        self.bank_lines = tuple(one.line for one in differences if one.side == "bank")
