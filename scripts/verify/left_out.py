"""未核对的台账 (ledgers left out): those that lack a table, or cannot go on.

A ledger is compared whole or not at all: only a rebuild makes good what is left of it.  The others are compared.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scripts.verify.difference import Difference


@dataclass(frozen=True)
class NotCompared(Difference):
    """A table that is gone, or a ledger that cannot go on; `figure` says what follows from it."""

    def __str__(self) -> str:
        """Say which, why, and what to do."""
        return f"{self.where} {self.figure}"


def left_out(
    ledgers: Collection[str], missing: Iterable[str], stuck: Mapping[str, str]
) -> dict[str, list[NotCompared]]:
    """Say of each ledger that cannot be compared why.

    ledgers  all that these books keep.
    missing  the tables that are gone.
    stuck    ledgers that the caller could not bring to the end, and why.
    """
    found: dict[str, list[NotCompared]] = {}
    for table in sorted(missing):
        ledger = ledger_of(table, ledgers)
        found.setdefault(ledger, []).append(
            _not_compared(
                table,
                f"缺表:台账 {ledger} 未核对,请运行 sunledger rebuild"
                f" (missing: the ledger {ledger} is not compared, run sunledger rebuild)",
            )
        )
    for ledger in stuck.keys() - found.keys():
        found[ledger] = [_not_compared(ledger, f"未核对 not compared: {stuck[ledger]}")]
    return found


def _not_compared(where: str, why: str) -> NotCompared:
    return NotCompared(where, why, None, None)


def ledger_of(table: str, ledgers: Iterable[str]) -> str:
    """Find whose table this is: its name begins with that of its ledger.  One of no ledger stands for itself."""
    return max((one for one in ledgers if f"{table}_".startswith(f"{one}_")), key=len, default=table)
