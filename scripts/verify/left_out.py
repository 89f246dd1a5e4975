"""未核对的台账 (ledgers left out): those that lack a table, or cannot go on.

A ledger is compared whole or not at all: only a rebuild makes good what is left of it.  The others are compared.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scripts.verify.difference import Difference


@dataclass(frozen=True)
class NotCompared(Difference):
    """A ledger that was left out; `figure` says why."""

    def __str__(self) -> str:
        """Say which, why, and what to do."""
        return f"{self.where} 未核对 not compared: {self.figure}"


def left_out(
    ledgers: Collection[str], missing: Iterable[str], stuck: Mapping[str, str]
) -> dict[str, NotCompared]:
    """Say of each ledger that cannot be compared why.

    ledgers  all that these books keep.
    missing  the tables that are gone.
    stuck    ledgers that the caller could not bring to the end, and why.
    """
    why = dict(stuck)
    gone: dict[str, list[str]] = {}
    for table in sorted(missing):
        gone.setdefault(ledger_of(table, ledgers), []).append(table)
    for ledger, tables in gone.items():
        named = ", ".join(tables)
        why[ledger] = f"缺表 {named},请运行 sunledger rebuild ({named} missing: run sunledger rebuild)"
    return {ledger: NotCompared(ledger, why[ledger], None, None) for ledger in sorted(why)}


def ledger_of(table: str, ledgers: Iterable[str]) -> str:
    """Find whose table this is: its name begins with that of its ledger.  One of no ledger stands for itself."""
    return max((one for one in ledgers if f"{table}_".startswith(f"{one}_")), key=len, default=table)
