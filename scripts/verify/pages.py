"""账页 (the ledgers as they stand): each table is read once, in order, beside the rows that the facts ask for.

The columns come from the catalogue of the database, so a column that nobody derives is a difference, not a gap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from psycopg2.extensions import connection

from scripts.verify.difference import Difference, Findings
from scripts.verify.discovered import KEYS

Cells = tuple[Any, ...]

PAGE_ROWS = 2_000
AS_THEY_ARE = frozenset({"bigint", "integer", "text", "boolean", "jsonb"})
"""Kinds of columns that are read as what JSON has for them; all others are read as PostgreSQL writes them."""

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
            SELECT relname, attname, format_type(atttypid, NULL), NOT attnotnull
              FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
             WHERE relnamespace = %s::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
             ORDER BY relname, attnum
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


class LedgerTables:
    """All tables that are read in one pass over the facts."""

    def __init__(
        self, opened: connection, tables: Mapping[str, list[Column]], named: Iterable[str], found: Findings
    ) -> None:
        """Read nothing yet; of the tables that stand, take those that are named.

        What differs and how many cells were compared is said in `found`.
        """
        self._pages = {
            table: LedgerTable(opened, table, tables[table], found) for table in named if table in tables
        }

    def compare(self, derived: Iterable[tuple[str, Sequence[Mapping[str, Any]]]]) -> None:
        """Compare the next rows of each table."""
        for table, rows in derived:
            if table in self._pages:
                self._pages[table].expect(rows)

    def finish(self) -> None:
        """Whatever is left in any of them stands there without a fact."""
        for page in self._pages.values():
            page.finish()


class LedgerTable:
    """One table, read in the order of its keys, never more than a page of it at a time."""

    def __init__(self, opened: connection, table: str, of: list[Column], found: Findings) -> None:
        """Read nothing yet; say in `found` what differs and how many cells were compared."""
        self._opened = opened
        self._table = table
        self._columns = [column.name for column in of]
        self._shown = [column.name if column.kind in AS_THEY_ARE else f"{column.name}::text" for column in of]
        self._blanks = {column.name: column.blank for column in of}
        self._cells = itemgetter(*self._columns)
        self._key = [self._columns.index(column) for column in KEYS[table]]
        self._place = itemgetter(self._key[0])
        self._whole_key = itemgetter(*self._key)
        self._order = [
            of[index].name + (' COLLATE "C"' if of[index].kind == "text" else "") for index in self._key
        ]
        self._found = found
        self._pages = self._read()
        self._ahead: list[Cells] = []

    def expect(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Compare what stands next with what the facts ask for: these rows, in the order of their places.

        Whoever calls again asks for later places.
        """
        asked = [self._cells({**self._blanks, **row}) for row in rows]
        stands = self._take(self._place(asked[-1]))
        self._found.cells += len(asked) * len(self._columns)
        with suppress(TypeError):  # keys that cannot be ordered differ from what stands there
            asked.sort(key=self._whole_key)
        if stands != asked:
            self._differ_by_place(stands, asked)

    def finish(self) -> None:
        """Whatever is left stands there without a fact."""
        for page in chain([self._ahead], self._pages):
            for row in page:
                self._differ([row], [])

    def _take(self, last: Any) -> list[Cells]:
        """Give the rows up to this place, those of the place itself among them."""
        stands: list[Cells] = []
        while not self._ahead or self._place(self._ahead[-1]) <= last:
            stands += self._ahead
            self._ahead = next(self._pages, [])
            if not self._ahead:
                return stands
        count = bisect_right(self._ahead, last, key=self._place)
        stands += self._ahead[:count]
        del self._ahead[:count]
        return stands

    def _read(self) -> Iterator[list[Cells]]:
        table = _LINES if self._table == LINES else self._table
        with self._opened.cursor(f"audit_{self._table}") as reading:
            reading.execute(f"SELECT {', '.join(self._shown)} FROM {table} ORDER BY {', '.join(self._order)}")
            while page := reading.fetchmany(PAGE_ROWS):
                yield page

    def _differ_by_place(self, stands: list[Cells], asked: list[Cells]) -> None:
        """Say what differs, place by place."""
        places: dict[Any, tuple[list[Cells], list[Cells]]] = {}
        for side, rows in enumerate((stands, asked)):
            for row in rows:
                places.setdefault(self._place(row), ([], []))[side].append(row)
        for place in sorted(places):
            if places[place][0] != places[place][1]:
                self._differ(*places[place])

    def _differ(self, found: list[Cells], asked: list[Cells]) -> None:
        """Say what differs; rows of one place stand in no order, so they are matched by key."""
        wanted: dict[Cells, list[Cells]] = {}
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

    def _rows_differ(self, found: Cells | None, asked: Cells | None) -> None:
        where = " ".join(map(str, (self._table, *self._key_of(found or asked or ()))))
        if found is None or asked is None:
            row = "本行 row"
            self._found.say(Difference(where, row, found and self._told(found), asked and self._told(asked)))
            return
        for column, in_the_ledger, by_the_facts in zip(self._columns, found, asked, strict=True):
            if in_the_ledger != by_the_facts:
                self._found.say(Difference(where, column, in_the_ledger, by_the_facts))

    def _told(self, row: Cells) -> str:
        return ", ".join(
            f"{column}={cell}"
            for column, cell in zip(self._columns, row, strict=True)
            if cell not in (None, "", 0)
        )

    def _key_of(self, row: Cells) -> Cells:
        return tuple(row[index] for index in self._key)
