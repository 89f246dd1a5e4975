"""台账 (a projection): the answer to one question, folded from facts; it reads no other ledger and refuses nothing.

How to write one, in a folder of its name:
- `tables.sql`: plain CREATE statements, unqualified; the framework runs them in the schema of the books.  Names of
  tables, views and indexes begin with the name of the ledger where they could meet another's.
- `fold.py`: rows, tables, one function a topic, and one `PROJECTION`:

      class Total(Row):
          document_no: str
          received_fen: int = 0

      TOTALS = Table("fund_totals", Total, key=("document_no",))

      def received(recorded: Recorded, rows: Rows) -> None:
          fact: Fund.IndicatorReceived = recorded.fact
          rows.at(TOTALS, fact.document_no).received_fen += fact.amount_fen

      PROJECTION = Projection("fund_totals", (TOTALS,), {"fund.indicator_received": received})

- `query.py`: functions from a database cursor (`projections/reading/snapshots.py`) to typed frozen values.
"""

import hashlib
import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any

import projections
from projections.ledger.page import Recorded
from projections.ledger.rows import Rows
from projections.ledger.tables import Table

Fold = Callable[[Recorded, Rows], None]
"""Adds one fact to the rows.  Folding only adds up; an error in it is a bug or a broken history."""

SignedFold = Callable[[Recorded, Rows, int], None]
"""Adds one fact (1), or takes it away (-1)."""


def signed(fold: SignedFold, sign: int) -> Fold:
    """Make the fold of facts that add (1), or of those that take back what others added (-1)."""

    def fold_signed(recorded: Recorded, rows: Rows) -> None:
        fold(recorded, rows, sign)

    return fold_signed


class LedgerFailed(RuntimeError):
    """A ledger cannot go on (台账受阻); its position stays before the fact, the others go on."""

    def __init__(self, ledger: str, position: int | None, error: BaseException) -> None:
        """Name the ledger, the fact where it stopped (None when the whole page failed), and the error."""
        place = "" if position is None else f" at position {position}"
        super().__init__(f"{ledger}{place}: {type(error).__name__}: {error}")
        self.ledger = ledger
        self.position = position


Finish = Callable[[Rows], None]
"""Ends a page: makes rows of what the folds left in `rows.drafts`."""


@dataclass(frozen=True)
class Projection:
    """One ledger: its name (also its folder), its tables, and the fold of each topic that it listens to."""

    name: str
    tables: tuple[Table[Any], ...]
    folds: Mapping[str, Fold]
    finish: Finish | None = None
    sums: str = ""
    """SQL that fills tables of sums from the other tables, when these are full: a rebuild adds up once, not by page."""

    @cached_property
    def tables_sql(self) -> str:
        """The statements that create its tables, empty."""
        return resources.files(f"projections.{self.name}").joinpath("tables.sql").read_text(encoding="utf-8")

    @cached_property
    def shape(self) -> str:
        """A digest of its tables: another shape needs a rebuild."""
        return hashlib.sha256(self.tables_sql.encode()).hexdigest()

    @cached_property
    def relations(self) -> frozenset[str]:
        """The tables and views that these statements create."""
        return frozenset(re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", self.tables_sql, re.MULTILINE))

    def fold(self, facts: Sequence[Recorded], rows: Rows) -> None:
        """Add facts of its topics, in order.  Raises LedgerFailed with the position of the fact that failed."""
        folds, position = self.folds, None
        try:
            for recorded in facts:
                position = recorded.position
                folds[recorded.topic](recorded, rows)
            position = None
            if self.finish is not None:
                self.finish(rows)
        except Exception as error:
            raise LedgerFailed(self.name, position, error) from error


def every_projection() -> tuple[Projection, ...]:
    """Find all ledgers: each folder of projections/ whose `fold.py` says PROJECTION; ordered by name."""
    found = [
        projection_of(folder.name)
        for folder in pkgutil.iter_modules(projections.__path__)
        if folder.ispkg and resources.files(f"projections.{folder.name}").joinpath("fold.py").is_file()
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def projection_of(ledger: str) -> Projection:
    """Find one ledger by its name, which is that of its folder."""
    projection: Projection = importlib.import_module(f"projections.{ledger}.fold").PROJECTION
    assert projection.name == ledger, f"{ledger} holds the ledger {projection.name}"
    return projection
