"""序时簿原件 (the journal as it lies there): reads the stored bytes themselves and checks that none is missing.

The auditor shares no code with what it audits: its own connection, its own reading of JSON, its own arithmetic.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg2.extensions import connection

PAGE_ROWS = 5_000

State = dict[str, Any]


@dataclass(frozen=True)
class Stored:
    """One fact as stored: its place in the journal, its stream and version there, and its JSON."""

    position: int
    stream: str
    version: int
    topic: str
    state: State

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
            "SELECT position, stream, version, topic, state FROM journal WHERE position <= %s ORDER BY position",
            (last_position,),
        )
        for position, stream, version, topic, state in reading:
            if position != expected:
                msg = f"expected position {expected}, found {position}"
                raise JournalBroken(msg)
            versions[stream] += 1
            if version != versions[stream]:
                msg = f"position {position}: {stream} has version {version} after {versions[stream] - 1}"
                raise JournalBroken(msg)
            yield Stored(position, stream, version, topic, _read(position, bytes(state)))
            expected += 1
    if expected != last_position + 1:
        msg = f"the journal ends at {expected - 1}, not at {last_position}"
        raise JournalBroken(msg)


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
