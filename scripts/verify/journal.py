"""序时簿原件 (the journal as it lies there): reads the stored bytes themselves and checks that none is missing.

The auditor shares no code with what it audits: its own connection, its own reading of JSON, its own arithmetic.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import psycopg2
from psycopg2.extensions import connection

PAGE_FACTS = 2_000

State = dict[str, Any]

_DECODE = json.JSONDecoder().decode
# What was decoded holds no circle; to look for one takes a quarter of the time of writing.
_ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


class Stored(NamedTuple):
    """One fact as stored: its place in the journal, its stream, and its JSON.

    kind          the kind of the stream, which begins the topic as well.
    key           the business key: the stream without its kind.
    effective_on  and the actor: the columns beside the fact, where they were read.
    """

    position: int
    stream: str
    topic: str
    kind: str
    key: str
    state: State
    effective_on: str | None = None
    actor: str | None = None


class JournalBroken(RuntimeError):
    """A fact is missing, out of order or not canonical (序时簿不完整); the message names the position."""

    def __init__(self, position: int, what: str) -> None:
        """Remember the position where it is seen."""
        super().__init__(what)
        self.position = position


def cannot_be_added_up(fact: Stored, error: Exception) -> JournalBroken:
    """What to raise for a fact that does not say what facts of its topic say."""
    what = f"第 {fact.position} 号事实无法累加 / position {fact.position}: {fact.topic} cannot be added up: {error!r}"
    return JournalBroken(fact.position, what)


def check_journal(opened: connection, last_position: int) -> int:
    """Read the facts up to `last_position` in order and give their number.

    Raises JournalBroken at a gap in the positions, a gap in a stream's versions, or bytes that are not canonical JSON.
    """
    versions: Counter[str] = Counter()
    expected = 1
    query = "SELECT position, stream, version, state FROM journal WHERE position <= %s ORDER BY position"
    for page in _pages(opened, "audit_bytes", query, last_position):
        for position, stream, version, stored in page:
            _follows(position, expected)
            expected += 1
            versions[stream] += 1
            _follows_in_stream(position, stream, version, versions[stream])
            try:
                text = bytes(stored).decode()
            except ValueError as error:
                raise JournalBroken(position, _not_json(position, error)) from error
            _canonical(position, text)
    _ends(expected - 1, last_position)
    return last_position


def facts_in_order(opened: connection, last_position: int, passed_over: Collection[str]) -> Iterator[Stored]:
    """Read the facts up to `last_position` in order; those of some topics are only counted.

    Raises JournalBroken at a gap in the positions, or at a fact that is no JSON.
    """
    expected = 1
    query = """
        SELECT position, stream, topic, CASE WHEN topic <> ALL(%s) THEN convert_from(state, 'UTF8') END
          FROM journal WHERE position <= %s ORDER BY position
    """
    for page in _pages(opened, "audit", query, sorted(passed_over), last_position):
        for position, stream, topic, text in page:
            _follows(position, expected)
            expected += 1
            if text is not None:
                kind, _, key = stream.partition("/")
                yield Stored(position, stream, topic, kind, key, _state(position, text))
    _ends(expected - 1, last_position)


def facts_by_stream(opened: connection, last_position: int) -> Iterator[Stored]:
    """Read the same facts stream after stream, with the columns beside them.

    Raises JournalBroken where the versions of a stream are not in order, or a fact is not canonical JSON: at the first
    in this order, which need not be the first of the journal.
    """
    former, kind, key, count, latest = "", "", "", 0, 0
    query = """
        SELECT position, stream, version, topic, convert_from(state, 'UTF8'), effective_on::text, actor
          FROM journal WHERE position <= %s ORDER BY stream, version
    """
    for page in _pages(opened, "audit_streams", query, last_position):
        for position, stream, version, topic, text, effective_on, actor in page:
            if stream != former:
                kind, _, key = stream.partition("/")
                former, count, latest = stream, 0, 0
            count += 1
            _follows_in_stream(position, stream, version, count)
            if position < latest:
                raise JournalBroken(
                    position,
                    f"第 {position} 号事实倒序 / position {position}: {stream} goes back from {latest}",
                )
            latest = position
            state = _canonical(position, text)
            yield Stored(position, stream, topic, kind, key, state, effective_on, actor)


def _pages(opened: connection, name: str, query: str, *arguments: Any) -> Iterator[list[tuple[Any, ...]]]:
    """Give the rows of a query, a page at a time; the last argument is the last position."""
    with opened.cursor(name) as reading:
        try:
            reading.execute(query, arguments)
            while page := reading.fetchmany(PAGE_FACTS):
                yield page
        except psycopg2.DataError as error:
            raise JournalBroken(arguments[-1], f"有事实不是文本 / a fact is no text: {error}") from error


def _follows(position: int, expected: int) -> None:
    if position != expected:
        raise JournalBroken(
            position,
            f"应为第 {expected} 号事实，却是第 {position} 号 / expected position {expected}, found {position}",
        )


def _follows_in_stream(position: int, stream: str, version: int, expected: int) -> None:
    if version != expected:
        what = f"position {position}: {stream} has version {version} after {expected - 1}"
        raise JournalBroken(position, f"第 {position} 号事实版本不连 / {what}")


def _ends(position: int, last_position: int) -> None:
    if position != last_position:
        what = f"the journal ends at {position}, not at {last_position}"
        raise JournalBroken(last_position, f"序时簿止于第 {position} 号，应至第 {last_position} 号 / {what}")


def _canonical(position: int, text: str) -> State:
    state = _state(position, text)
    if _ENCODE(state) != text:
        raise JournalBroken(position, _not_canonical(position))
    return state


def _state(position: int, text: str) -> State:
    try:
        state = _DECODE(text)
    except ValueError as error:
        raise JournalBroken(position, _not_json(position, error)) from error
    if not isinstance(state, dict):
        raise JournalBroken(position, _not_canonical(position))
    return state


def _not_json(position: int, error: ValueError) -> str:
    return f"第 {position} 号事实不是 JSON / position {position} is not JSON: {error}"


def _not_canonical(position: int) -> str:
    return f"第 {position} 号事实不是规范的 JSON / position {position} is not canonical JSON"
