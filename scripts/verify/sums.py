"""合计 (sums): every figure that the auditor derives, by table and column of the ledger it is compared with."""

from collections import Counter
from collections.abc import Iterable

Key = tuple[str, ...]
Figure = tuple[str, str, Key]
"""Table, column, key of the row."""


class Sums:
    """Adds up figures; all start at zero."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.figures: Counter[Figure] = Counter()

    def add(self, table: str, key: Iterable[str], **columns: int) -> None:
        """Add to the columns of one row."""
        row = tuple(key)
        for column, amount in columns.items():
            self.figures[table, column, row] += amount

    def figure(self, table: str, column: str, *key: str) -> int:
        """The figure of one row so far."""
        return self.figures[table, column, key]

    def by_row(self, table: str, column: str) -> dict[Key, int]:
        """Every figure of one column that is not zero."""
        return {key: n for (t, c, key), n in self.figures.items() if (t, c) == (table, column) and n}
