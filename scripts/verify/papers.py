"""工作底稿 (working papers): the rows that the auditor derives, before they are compared with the ledgers.

A row is a dictionary of the columns that are not blank.  The first key column of a table is its place in the order in
which rows become final.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from scripts.verify.difference import Difference

Key = tuple[Any, ...]


class DerivedRow(dict[str, Any]):
    """One row; a figure begins at zero."""

    def __missing__(self, column: str) -> int:
        """Give the figure that nothing was added to yet."""
        return 0


class Papers:
    """The rows derived so far.

    beside_fen  money on the accounts that comes from no document: gifts and interest.
    """

    def __init__(self, keys: Mapping[str, tuple[str, ...]], say: Callable[[Difference], None]) -> None:
        """Begin with empty papers for these tables, each with the columns of its key.

        say  takes at once what a subject finds broken while it derives its rows.
        """
        self.say = say
        self._keys = keys
        self._rows: dict[str, dict[Key, DerivedRow]] = {table: {} for table in keys}
        self._lines: dict[str, list[Mapping[str, Any]]] = {}
        self.beside_fen = 0

    def row(self, table: str, *key: Any) -> DerivedRow:
        """Give the row with this key, new where there was none."""
        rows = self._rows[table]
        row = rows.get(key)
        if row is None:
            row = rows[key] = DerivedRow(zip(self._keys[table], key, strict=True))
        return row

    def find(self, table: str, *key: Any) -> DerivedRow | None:
        """Give the row with this key, or None."""
        return self._rows[table].get(key)

    def rows(self, table: str) -> Mapping[Key, DerivedRow]:
        """Give all rows of a table by key."""
        return self._rows[table]

    def line(self, table: str, row: Mapping[str, Any]) -> None:
        """Add a row to a list that only grows."""
        self._lines.setdefault(table, []).append(row)

    def take_lines(self) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
        """Give the lines since the last time, table by table; then forget."""
        lines, self._lines = self._lines, {}
        yield from lines.items()

    def take_rows(self) -> Iterator[tuple[str, Sequence[DerivedRow]]]:
        """Give all rows, table by table, in the order of their places; then forget."""
        for table, rows in self._rows.items():
            if rows:
                yield table, [rows[key] for key in sorted(rows, key=itemgetter(0))]
                rows.clear()
