"""闲置资金, 查询 (idle money, reading): how long money waited at each step, what lies unspent on a day, by age.

Unspent money is aged first in, first out (先进先出) within one channel (document and level): a payment uses the money
that arrived first.  The clock of carry-over (结转) ends on 31 December of the last year that the rulebook of the
indicator allows.  Amounts in fen; days are business days.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from projections.reading.paging import Cursor, Page, Paging, read_page, read_rows

AGE_BOUNDS_DAYS = (30, 90, 365, 730)
"""Where one age ends and the next begins: a month, a quarter, one year and two years, as auditors ask."""


@dataclass(frozen=True)
class AgeBucket:
    """Unspent money that lies for `from_days` days or more, but less than `below_days` (None: without end)."""

    from_days: int
    below_days: int | None
    amount_fen: int


@dataclass(frozen=True)
class IdleChannel:
    """One channel (渠道) on the day asked for.  Days between two steps are None until the second was taken.

    unallocated_fen  received, not passed down nor given to any purpose.
    waiting_fen      allocated, not yet on an account.
    idle_fen         arrived, not paid and not recovered; `ages` says for how long (sums to idle_fen).
    use_until        the last day before what is left becomes surplus (结余); None when no rulebook says.
    overdue_fen      what is left of the channel after that day; 0 before.
    """

    document_no: str
    title: str
    level: str
    year: int
    issued_on: date
    allocated_after_days: int | None
    arrived_after_days: int | None
    paid_after_days: int | None
    received_fen: int
    unallocated_fen: int
    waiting_fen: int
    idle_fen: int
    oldest_days: int
    ages: tuple[AgeBucket, ...]
    use_until: date | None
    overdue_fen: int


@dataclass(frozen=True)
class _Fund:
    document_no: str
    title: str
    year: int
    issued_on: date
    carry_over_years: int | None


@dataclass(frozen=True)
class _Moved:
    document_no: str
    level: str
    step: str
    moved_on: date
    amount_fen: int


def idle_money(
    cursor: Cursor,
    on: date,
    paging: Paging,
    *,
    place: str = "",
    year: int | None = None,
    document_no: str | None = None,
    bounds_days: Sequence[int] = AGE_BOUNDS_DAYS,
) -> Page[IdleChannel]:
    """The channels of the documents issued by `on`, as they stood on that day; `paging` counts documents.

    Errors: CursorMismatch.
    """
    query = """SELECT * FROM idle_money_funds WHERE issued_on <= %(on)s
        AND starts_with(place_code, %(place)s) AND (%(year)s::int IS NULL OR year = %(year)s)
        AND (%(document_no)s::text IS NULL OR document_no = %(document_no)s)"""
    filters = {"on": on, "place": place, "year": year, "document_no": document_no}
    funds = read_page(cursor, _Fund, query, filters, paging, keys=["document_no"])
    moves = _moves(cursor, [fund.document_no for fund in funds.rows], on)
    return Page(
        tuple(
            _channel(fund, level, moved, on, bounds_days)
            for fund in funds.rows
            for level, moved in sorted(moves[fund.document_no].items())
        ),
        funds.next_cursor,
    )


def _moves(cursor: Cursor, documents: list[str], on: date) -> dict[str, dict[str, list[_Moved]]]:
    query = """SELECT document_no, level, step, moved_on, sum(amount_fen)::bigint AS amount_fen FROM idle_money
        WHERE document_no = ANY(%(documents)s) AND moved_on <= %(on)s
        GROUP BY document_no, level, step, moved_on ORDER BY moved_on"""
    found: dict[str, dict[str, list[_Moved]]] = defaultdict(lambda: defaultdict(list))
    for moved in read_rows(cursor, _Moved, query, {"documents": documents, "on": on}):
        found[moved.document_no][moved.level].append(moved)
    return found


def _channel(
    fund: _Fund, level: str, moves: list[_Moved], on: date, bounds_days: Sequence[int]
) -> IdleChannel:
    total: dict[str, int] = defaultdict(int)
    first: dict[str, date] = {}
    for moved in moves:
        total[moved.step] += moved.amount_fen
        first.setdefault(moved.step, moved.moved_on)
    spent_fen = total["paid"] + total["recovered"]
    lots = _unspent([move for move in moves if move.step == "arrived"], spent_fen)
    # The year of the indicator is the first year of its use.
    use_until = date(fund.year + fund.carry_over_years - 1, 12, 31) if fund.carry_over_years else None
    kept_fen = total["received"] - total["passed_down"]
    left_fen = kept_fen - spent_fen + total["reallocated"]
    return IdleChannel(
        document_no=fund.document_no,
        title=fund.title,
        level=level,
        year=fund.year,
        issued_on=fund.issued_on,
        allocated_after_days=_between(fund.issued_on, first.get("allocated")),
        arrived_after_days=_between(first.get("allocated"), first.get("arrived")),
        paid_after_days=_between(first.get("arrived"), first.get("paid")),
        received_fen=total["received"],
        unallocated_fen=kept_fen - total["allocated"],
        waiting_fen=total["allocated"] + total["reallocated"] - total["arrived"],
        idle_fen=total["arrived"] - spent_fen,
        oldest_days=max(((on - lot.moved_on).days for lot in lots), default=0),
        ages=_ages(lots, on, bounds_days),
        use_until=use_until,
        overdue_fen=left_fen if use_until is not None and on > use_until else 0,
    )


def _between(earlier: date | None, later: date | None) -> int | None:
    return None if earlier is None or later is None else (later - earlier).days


def _unspent(arrivals: Iterable[_Moved], spent_fen: int) -> list[_Moved]:
    """What is left of each arrival when the earliest money was spent first.  A reversed arrival is spent by itself."""
    spent_fen -= sum(move.amount_fen for move in arrivals if move.amount_fen < 0)
    left = []
    for move in arrivals:
        if move.amount_fen <= 0:
            continue
        used_fen = min(max(spent_fen, 0), move.amount_fen)
        spent_fen -= used_fen
        if move.amount_fen > used_fen:
            left.append(
                _Moved(move.document_no, move.level, move.step, move.moved_on, move.amount_fen - used_fen)
            )
    return left


def _ages(lots: list[_Moved], on: date, bounds_days: Sequence[int]) -> tuple[AgeBucket, ...]:
    buckets = []
    for from_days, below_days in pairwise((0, *bounds_days, None)):
        assert from_days is not None, "only the last bound is open"
        amount_fen = sum(
            lot.amount_fen
            for lot in lots
            if from_days <= (on - lot.moved_on).days
            and (below_days is None or (on - lot.moved_on).days < below_days)
        )
        buckets.append(AgeBucket(from_days, below_days, amount_fen))
    return tuple(buckets)
