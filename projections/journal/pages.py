"""翻页 (pages of the journal): how projections read facts, many at a time, in the order of their positions."""

from datetime import date, datetime
from typing import NamedTuple

from psycopg2.extensions import cursor


class Entry(NamedTuple):
    """One line of the journal, as the columns hold it.

    state is the exact bytes; `mapper.decode_page` turns a page of entries into facts.
    effective_on, actor, idempotency_key and request_id are None where the recording did not say them.
    """

    position: int
    stream: str
    version: int
    topic: str
    state: memoryview
    effective_on: date | None
    recorded_at: datetime
    actor: str | None
    idempotency_key: str | None
    request_id: str | None


_COLUMNS = ", ".join(Entry._fields)


def read_page(reading: cursor, after: int, limit: int) -> list[Entry]:
    """Return up to `limit` entries after a position, in order; an empty list when there are none."""
    statement = f"SELECT {_COLUMNS} FROM journal WHERE position > %s ORDER BY position LIMIT %s"
    reading.execute(statement, (after, limit))
    return list(map(Entry._make, reading.fetchall()))
