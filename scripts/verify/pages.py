"""账页 (the ledgers as they stand): each table is read once, in order, beside the rows that the facts ask for.

The columns come from the catalogue of the database, so a column that nobody derives is a difference, not a gap.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from psycopg2.extensions import connection

from scripts.verify.difference import Difference
from scripts.verify.papers import KEYS

PAGE_ROWS = 5_000
BLANKS = {"bigint": 0, "integer": 0, "text": "", "boolean": False}
NOT_LEDGERS = frozenset(
    {"journal", "requests", "tracking", "snapshots", "schema_version", "access_tokens", "ledger_positions"}
)
COMPARED_ELSEWHERE = frozenset(
    {"trial_balance_dimensions", "trial_balance_numbering", "trial_balance_turnover"}
)
"""See numbering.py."""

LINES = "trial_balance_lines"
_LINES = "trial_balance_lines LEFT JOIN trial_balance_dimensions USING (dimension_no)"
_NOT_OF_A_LINE = frozenset({"dimension_no", "line_no"})
"""The number of a dimension only names it, so a line is compared with the dimension itself; see numbering.py."""


class Column(NamedTuple):
    """A column and what it holds when nothing was ever said."""

    name: str
    kind: str
    blank: Any


def columns(opened: connection, schema: str) -> dict[str, list[Column]]:
    """Give the columns of every ledger table."""
    found: dict[str, list[Column]] = {}
    with opened.cursor() as reading:
        reading.execute(
            """
            SELECT table_name, column_name, data_type, is_nullable = 'YES'
              FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema = %s AND table_type = 'BASE TABLE' ORDER BY table_name, ordinal_position
            """,
            (schema,),
        )
        for table, name, kind, nullable in reading:
            if table not in NOT_LEDGERS:
                found.setdefault(table, []).append(Column(name, kind, None if nullable else BLANKS.get(kind)))
    if LINES in found:
        both = chain(found[LINES], found.get("trial_balance_dimensions", ()))
        found[LINES] = [column for column in both if column.name not in _NOT_OF_A_LINE]
    return found


class Page:
    """One table, read in the order of its places, never more than a page of it at a time."""

    def __init__(
        self, opened: connection, table: str, of: list[Column], say: Callable[[Difference], None]
    ) -> None:
        """Read nothing yet."""
        self.cells = 0
        self._opened = opened
        self._table = table
        self._columns = [column.name for column in of]
        self._shown = [f"{column.name}::text" if column.kind == "date" else column.name for column in of]
        self._blanks = {column.name: column.blank for column in of}
        self._cells = itemgetter(*self._columns)
        self._key = [self._columns.index(column) for column in KEYS[table]]
        self._place = self._key[0]
        of_text = of[self._place].kind == "text"
        self._order = self._columns[self._place] + (' COLLATE "C"' if of_text else "")
        self._say = say
        self._rows = self._read()
        self._next: tuple[Any, ...] | None = None
        self._begun = False

    def expect(self, place: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        """Compare what stands at one place with what the facts ask for; places come in their order."""
        if not self._begun:
            self._begun, self._next = True, next(self._rows, None)
        found: list[tuple[Any, ...]] = []
        while self._next is not None and self._next[self._place] <= place:
            if self._next[self._place] < place:
                self._differ([self._next], [])
            else:
                found.append(self._next)
            self._next = next(self._rows, None)
        asked = [self._cells({**self._blanks, **row}) for row in rows]
        self.cells += len(asked) * len(self._columns)
        if found != asked:
            self._differ(found, asked)

    def finish(self) -> None:
        """Whatever is left stands there without a fact."""
        if self._begun and self._next is not None:
            self._differ([self._next], [])
        for row in self._rows:
            self._differ([row], [])

    def _read(self) -> Iterator[tuple[Any, ...]]:
        table = _LINES if self._table == LINES else self._table
        with self._opened.cursor(f"audit_{self._table}") as reading:
            reading.itersize = PAGE_ROWS
            reading.execute(f"SELECT {', '.join(self._shown)} FROM {table} ORDER BY {self._order}")
            yield from reading

    def _differ(self, found: list[tuple[Any, ...]], asked: list[tuple[Any, ...]]) -> None:
        """Say what differs; rows of one place stand in no order, so they are matched by key."""
        wanted: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
        for row in asked:
            wanted.setdefault(self._key_of(row), []).append(row)
        wrong = []
        for row in found:
            same = wanted.get(self._key_of(row), [])
            if row in same:
                same.remove(row)
            else:
                wrong.append(row)
        for row in wrong:
            same = wanted.get(self._key_of(row), [])
            self._rows_differ(row, same.pop(0) if same else None)
        for missing in chain.from_iterable(wanted.values()):
            self._rows_differ(None, missing)

    def _rows_differ(self, found: tuple[Any, ...] | None, asked: tuple[Any, ...] | None) -> None:
        where = " ".join(map(str, (self._table, *self._key_of(found or asked or ()))))
        if found is None or asked is None:
            row = "本行 row"
            self._say(Difference(where, row, found and self._told(found), asked and self._told(asked)))
            return
        for column, in_the_ledger, by_the_facts in zip(self._columns, found, asked, strict=True):
            if in_the_ledger != by_the_facts:
                self._say(Difference(where, column, in_the_ledger, by_the_facts))

    def _told(self, row: tuple[Any, ...]) -> str:
        return ", ".join(
            f"{column}={cell}"
            for column, cell in zip(self._columns, row, strict=True)
            if cell not in (None, "", 0)
        )

    def _key_of(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row[index] for index in self._key)
