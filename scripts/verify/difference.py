"""差异 (a difference): what is not as the facts say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Difference:
    """A cell of a ledger or of the journal that does not follow from the facts, or a law that does not hold.

    Both sides are None where there is nothing: a row that is missing, or one that should not be there.
    """

    where: str
    figure: str
    in_the_ledger: Any
    by_the_facts: Any

    def __str__(self) -> str:
        """Both sides in one line."""
        return (
            f"{self.where} {self.figure}: 账上 {self.in_the_ledger}, 据事实 {self.by_the_facts} "
            f"(ledger {self.in_the_ledger}, facts {self.by_the_facts})"
        )


class Findings:
    """Differences as they are found: all are counted, the first of them kept to be listed.

    cells  how many cells of ledgers were compared.
    """

    LISTED = 10_000

    def __init__(self) -> None:
        self.cells = 0
        self.count = 0
        self.listed: list[Difference] = []

    def say(self, difference: Difference) -> None:
        """Add one."""
        self.count += 1
        if self.count <= self.LISTED:
            self.listed.append(difference)

    def say_all(self, differences: Iterable[Difference]) -> None:
        """Add these."""
        for difference in differences:
            self.say(difference)

    def add(self, others: "Findings") -> None:
        """Add what somebody else found."""
        self.cells += others.cells
        self.count += others.count
        self.listed = (self.listed + others.listed)[: self.LISTED]
