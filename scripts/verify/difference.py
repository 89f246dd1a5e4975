"""差异 (a difference): what is not as the facts say."""

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
