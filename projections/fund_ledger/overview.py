"""资金总览 (overview of the funds): the years that have money, and the totals of one of them."""

from dataclasses import dataclass

from projections.reading.paging import Cursor, read_row


@dataclass(frozen=True)
class YearTotal:
    """The county's money of one year over all levels, in fen.  idle = arrived − paid − recovered.

    received_fen  from outside: what was passed down inside the county is counted once.
    """

    year: int
    documents_count: int
    received_fen: int
    unallocated_fen: int
    allocated_fen: int
    arrived_fen: int
    paid_fen: int
    recovered_fen: int
    idle_fen: int


def years_with_funds(cursor: Cursor) -> tuple[int, ...]:
    """The years of all documents, newest first."""
    cursor.execute("SELECT DISTINCT year FROM fund_ledger ORDER BY year DESC")
    return tuple(year for (year,) in cursor.fetchall())


def total_of_year(cursor: Cursor, year: int) -> YearTotal | None:
    """The totals of one year; None when no document of that year was received."""
    query = """
        SELECT f.year, count(DISTINCT f.document_no)::int AS documents_count,
               sum(l.received_fen - l.passed_down_fen)::bigint AS received_fen,
               sum(l.unallocated_fen)::bigint AS unallocated_fen,
               sum(l.allocated_fen)::bigint AS allocated_fen, sum(l.arrived_fen)::bigint AS arrived_fen,
               sum(l.paid_fen)::bigint AS paid_fen, sum(l.recovered_fen)::bigint AS recovered_fen,
               sum(l.arrived_fen - l.paid_fen - l.recovered_fen)::bigint AS idle_fen
          FROM fund_ledger f JOIN fund_ledger_levels l USING (document_no)
         WHERE f.year = %(year)s GROUP BY f.year"""
    return read_row(cursor, YearTotal, query, {"year": year})
