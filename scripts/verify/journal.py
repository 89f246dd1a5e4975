"""序时簿原件 (the journal as it lies there): reads the stored bytes themselves and checks that none is missing.

The auditor shares no code with what it audits: its own connection, its own reading of JSON, its own arithmetic.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg2.extensions import connection

PAGE_ROWS = 5_000

State = dict[str, Any]

_COLUMNS = "position, stream, version, topic, state, effective_on::text, actor, recorded_at"


@dataclass(frozen=True, slots=True)
class Stored:
    """One fact as stored: its place in the journal, its stream and version there, and its JSON."""

    position: int
    stream: str
    version: int
    topic: str
    state: State
    effective_on: str | None
    actor: str | None
    recorded_at: datetime

    @property
    def kind(self) -> str:
        """The kind of its stream, which begins its topic."""
        return self.topic.partition(".")[0]

    @property
    def key(self) -> str:
        """The business key: the stream id without its kind."""
        return self.stream.partition("/")[2]


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
            f"SELECT {_COLUMNS} FROM journal WHERE position <= %s ORDER BY position", (last_position,)
        )
        for position, stream, version, topic, state, *beside in reading:
            if position != expected:
                msg = f"expected position {expected}, found {position}"
                raise JournalBroken(msg)
            versions[stream] += 1
            if version != versions[stream]:
                msg = f"position {position}: {stream} has version {version} after {versions[stream] - 1}"
                raise JournalBroken(msg)
            yield Stored(position, stream, version, topic, _read(position, bytes(state)), *beside)
            expected += 1
    if expected != last_position + 1:
        msg = f"the journal ends at {expected - 1}, not at {last_position}"
        raise JournalBroken(msg)


def stored_streams(opened: connection, last_position: int, kinds: Collection[str]) -> Iterator[Stored]:
    """Read the facts of all streams of these kinds once more, stream after stream; they were checked before."""
    with opened.cursor("audit_streams") as reading:
        reading.itersize = PAGE_ROWS
        reading.execute(
            f"SELECT {_COLUMNS} FROM journal WHERE position <= %s AND split_part(stream, '/', 1) = ANY(%s)"
            " ORDER BY stream, version",
            (last_position, sorted(kinds)),
        )
        for position, stream, version, topic, state, *beside in reading:
            yield Stored(position, stream, version, topic, json.loads(bytes(state)), *beside)


def _read(position: int, stored: bytes) -> State:
    try:
        state = json.loads(stored)
    except ValueError as error:
        msg = f"position {position} is not JSON: {error}"
        raise JournalBroken(msg) from error
    canonical = json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if not isinstance(state, dict) or canonical.encode() != stored:
        msg = f"position {position} is not canonical JSON"
        raise JournalBroken(msg)
    return state
