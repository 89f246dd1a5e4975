"""截至 (stand): up to which fact the ledgers count, and when that fact was entered."""

from dataclasses import dataclass
from datetime import datetime

from projections.paging import Cursor, read_row


@dataclass(frozen=True)
class Stand:
    """The position that all ledgers have reached, and the instant its fact was recorded; 0 and None before any."""

    position: int
    recorded_at: datetime | None


def stand(cursor: Cursor) -> Stand:
    """The lowest position of all ledgers in this look, with its instant."""
    query = """
        SELECT p.position, j.recorded_at
          FROM (SELECT coalesce(min(position), 0) AS position FROM ledger_positions) p
          LEFT JOIN journal j USING (position)"""
    found = read_row(cursor, Stand, query, {})
    assert found is not None, "an aggregate without groups gives one row"
    return found
