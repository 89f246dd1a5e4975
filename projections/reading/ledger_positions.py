"""截至 (as of): up to which fact the ledgers count, when that fact was entered, and whether anything has moved."""

from dataclasses import dataclass
from datetime import datetime

from projections.reading.paging import Cursor, read_row


@dataclass(frozen=True)
class AsOf:
    """The position that all ledgers have reached, and the instant its fact was recorded; 0 and None before any.

    places_position  that of the register of places alone, for whoever keeps its names.
    moves  a digest that changes as soon as any ledger moves or is rebuilt: while one of them fails the others go on,
           and their answers change although the position that all have reached stays.
    """

    position: int
    places_position: int
    recorded_at: datetime | None
    moves: str


def as_of(cursor: Cursor) -> AsOf:
    """The lowest position of all ledgers in this look, with its instant."""
    query = """
        SELECT p.position, p.places_position, p.moves, j.recorded_at
          FROM (SELECT coalesce(min(position), 0) AS position,
                       coalesce(min(position) FILTER (WHERE ledger = 'place_register'), 0) AS places_position,
                       encode(sha256(convert_to(coalesce(string_agg(
                           concat_ws(' ', ledger, position, generation), ',' ORDER BY ledger), ''), 'UTF8')), 'hex')
                           AS moves
                  FROM ledger_positions) p
          LEFT JOIN journal j USING (position)"""
    found = read_row(cursor, AsOf, query, {})
    assert found is not None, "an aggregate without groups gives one row"
    return found
