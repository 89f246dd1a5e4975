"""编号索引, 查询 (index of numbers, reading): which records bear a number, in whatever spelling it is asked for."""

from domain.fact import Stream
from domain.keys import stream_key
from projections.reading.paging import Cursor

LEDGER = "number_index"


def streams_like(cursor: Cursor, stream: str) -> tuple[str, ...]:
    """The ids of all streams with the number of this one, in the order in which they began; several in old books."""
    cursor.execute(
        "SELECT stream FROM number_index WHERE lookup_key = %s ORDER BY position", (stream_key(stream),)
    )
    return tuple(found for (found,) in cursor.fetchall())


def recorded_number(cursor: Cursor, kind: type[Stream], number: str) -> str:
    """The number as it stands on the record; as it came when none, or more than one, is like it."""
    like = streams_like(cursor, kind.id_of(number))
    return like[0].partition("/")[2] if len(like) == 1 else number
