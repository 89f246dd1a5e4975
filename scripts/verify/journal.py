"""序时簿原件 (the journal as it lies there): reads the stored bytes themselves and checks that none is missing.

The auditor shares no code with what it audits: its own connection, its own reading of JSON, its own arithmetic.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from psycopg2.extensions import connection

PAGE_ROWS = 5_000

State = dict[str, Any]

_DECODE = json.JSONDecoder().decode
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Stored(NamedTuple):
    """One fact as stored: its place in the journal, its stream and version there, and its JSON.

    kind          the kind of the stream, which begins the topic as well.
    key           the business key: the stream without its kind.
    effective_on  and what follows it: the columns beside the fact, where they were read.
    """

    position: int
    stream: str
    version: int
    topic: str
    kind: str
    key: str
    state: State
    effective_on: str | None = None
    actor: str | None = None
    recorded_at: datetime | None = None


class JournalBroken(RuntimeError):
    """A fact is missing, out of order or not canonical (序时簿不完整); the message names the position."""


def stored_facts(opened: connection, last_position: int) -> Iterator[Stored]:
    """Read the facts up to `last_position` in order.

    Raises JournalBroken at a gap in the positions, a gap in a stream's versions, or bytes that are not canonical JSON.
    """
    versions: Counter[str] = Counter()
    expected = 1
    with opened.cursor("audit") as reading:
        reading.itersize = PAGE_ROWS
        reading.execute(
            "SELECT position, stream, version, topic, state, effective_on::text, actor, recorded_at FROM journal"
            " WHERE position <= %s ORDER BY position",
            (last_position,),
        )
        for position, stream, version, topic, state, *beside in reading:
            if position != expected:
                msg = f"expected position {expected}, found {position}"
                raise JournalBroken(msg)
            versions[stream] += 1
            if version != versions[stream]:
                msg = f"position {position}: {stream} has version {version} after {versions[stream] - 1}"
                raise JournalBroken(msg)
            kind, _, key = stream.partition("/")
            yield Stored(position, stream, version, topic, kind, key, _read(position, bytes(state)), *beside)
            expected += 1
    if expected != last_position + 1:
        msg = f"the journal ends at {expected - 1}, not at {last_position}"
        raise JournalBroken(msg)


def stored_streams(opened: connection, last_position: int, kinds: Collection[str]) -> Iterator[Stored]:
    """Read the facts of all streams of these kinds once more, stream after stream; they were checked before."""
    with opened.cursor("audit_streams") as reading:
        reading.itersize = PAGE_ROWS
        reading.execute(
            "SELECT position, stream, version, topic, convert_from(state, 'UTF8') FROM journal"
            " WHERE position <= %s AND split_part(stream, '/', 1) = ANY(%s) ORDER BY stream, version",
            (last_position, sorted(kinds)),
        )
        for position, stream, version, topic, state in reading:
            kind, _, key = stream.partition("/")
            yield Stored(position, stream, version, topic, kind, key, _DECODE(state))


def _read(position: int, stored: bytes) -> State:
    try:
        state = _DECODE(stored.decode())
    except ValueError as error:
        msg = f"position {position} is not JSON: {error}"
        raise JournalBroken(msg) from error
    if not isinstance(state, dict) or _ENCODE(state).encode() != stored:
        msg = f"position {position} is not canonical JSON"
        raise JournalBroken(msg)
    return state
