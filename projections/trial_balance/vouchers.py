"""记账凭证流水 (vouchers): every posting line of the books in the order of the journal, to copy into other books."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from projections.reading.paging import Cursor
from projections.trial_balance.ledger_rows import DimensionKey

FETCHED_LINES = 5_000
"""Lines in memory at a time: the server keeps the place."""

_DECLARE = f"""
DECLARE vouchers NO SCROLL CURSOR FOR
SELECT position, effective_on, rule, account, debit_fen - credit_fen, {", ".join(DimensionKey._fields)}
  FROM posting_lines
 ORDER BY position, line_no
"""


class Posted(NamedTuple):
    """One posting line of the neutral chart; a debit is above zero, a credit below.  `about` is 辅助核算."""

    position: int
    effective_on: date
    rule: str
    account: str
    amount_fen: int
    about: DimensionKey


Voucher = tuple[Posted, ...]
"""All lines of one fact, in the order of their numbers: their amounts add up to zero."""


def vouchers(cursor: Cursor) -> Iterator[Voucher]:
    """Every voucher, oldest first.  The look that `cursor` belongs to stays open until the last one."""
    for _, lines in groupby(_lines(cursor), attrgetter("position")):
        yield tuple(lines)


def _lines(cursor: Cursor) -> Iterator[Posted]:
    cursor.execute(_DECLARE)
    while True:
        cursor.execute(f"FETCH {FETCHED_LINES} FROM vouchers")
        rows = cursor.fetchall()
        for row in rows:
            yield Posted._make((*row[:5], DimensionKey._make(row[5:])))
        if len(rows) < FETCHED_LINES:
            return
