"""序时簿的一页 (a page of the journal): facts in the order of recording, read with one SELECT and decoded once.

Every ledger is fed from the same decoded page.  Only topics that somebody folds are decoded; the rest are counted
past, so a ledger reaches the end of a page whatever stands on it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

import domain
from domain.fact import FACTS, Fact

PAGE_FACTS = 4_000
"""Facts read, folded and written at once: large enough to make COPY cheap, small enough to stay under 100 MB."""

_FACTS = "SELECT position, stream, topic, state, recorded_at, actor FROM journal"
_NEXT = f"{_FACTS} WHERE position > %s ORDER BY position LIMIT %s"
_AT = f"{_FACTS} WHERE position = ANY(%s) ORDER BY position"
_OF_STREAM = f"""
{_FACTS}
 WHERE stream = %s AND position <= (SELECT position FROM ledger_positions WHERE ledger = %s)
 ORDER BY version
"""


class Recorded(NamedTuple):
    """One fact as it stands in the journal: what a fold is given.

    position    place in the journal, from 1, without gaps.
    stream      e.g. `fund/达市财农〔2024〕3号`; `key` is the part after the kind.
    topic       e.g. `fund.allocated`: folds are chosen by it.
    fact        the decoded fact; a fold annotates it with its class.
    recorded_at 入账时间: when it was recorded, with time zone.
    actor       who recorded it (person id), or None.
    """

    position: int
    stream: str
    topic: str
    fact: Any
    recorded_at: datetime
    actor: str | None

    @property
    def key(self) -> str:
        """The business key of the stream: what stands after `kind/`."""
        return self.stream.partition("/")[2]


class FactUnreadable(ValueError):
    """A stored fact cannot be decoded (事实无法读取): its topic is unknown or its bytes do not fit its class."""

    def __init__(self, position: int, topic: str, reason: str) -> None:
        """Name the place in the journal, for a person has to look there."""
        super().__init__(f"the fact {topic} at position {position} cannot be read: {reason}")
        self.position = position


@dataclass
class Page:
    """Some decoded facts and the position that is reached when they are folded."""

    facts: list[Recorded] = field(default_factory=list)
    last_position: int = 0
    size: int = 0


class JournalReader:
    """Reads pages of one journal, decoding the topics that somebody folds."""

    def __init__(self, topics: Collection[str]) -> None:
        """Prepare the decoders.  `topics` are all topics that any of the ledgers folds."""
        _learn_every_fact()
        self._decoders = {
            topic: msgspec.json.Decoder(FACTS[topic]).decode for topic in topics if topic in FACTS
        }
        self._wanted = frozenset(topics)

    def read(self, cursor: Cursor, after: int, limit: int = PAGE_FACTS) -> Page | None:
        """Read the next facts after a position; None at the end.  Raises FactUnreadable."""
        cursor.execute(_NEXT, (after, limit))
        rows = cursor.fetchall()
        if not rows:
            return None
        return Page(self._decoded(rows), rows[-1][0], len(rows))

    def _decoded(self, rows: list[tuple[Any, ...]]) -> list[Recorded]:
        decoders, wanted, facts = self._decoders, self._wanted, []
        for position, stream, topic, state, recorded_at, actor in rows:
            if topic not in wanted:
                continue
            try:
                fact = decoders[topic](state)
            except KeyError:
                raise FactUnreadable(position, topic, "the topic has no class") from None
            except msgspec.MsgspecError as error:
                raise FactUnreadable(position, topic, str(error)) from error
            facts.append(Recorded(position, stream, topic, fact, recorded_at, actor))
        return facts


def facts_at(cursor: Cursor, positions: Sequence[int]) -> dict[int, Recorded]:
    """Read the facts at these positions: for ledgers that keep where a fact stands, not what it says."""
    cursor.execute(_AT, (list(positions),))
    return {recorded.position: recorded for recorded in map(_recorded, cursor.fetchall())}


def facts_of_stream(cursor: Cursor, stream: str, ledger: str) -> list[Recorded]:
    """Read the facts of one stream, in order, as far as a ledger has come."""
    cursor.execute(_OF_STREAM, (stream, ledger))
    return list(map(_recorded, cursor.fetchall()))


def _recorded(row: tuple[Any, ...]) -> Recorded:
    position, stream, topic, state, recorded_at, actor = row
    return Recorded(position, stream, topic, _decoder(topic)(state), recorded_at, actor)


@cache
def _decoder(topic: str) -> Callable[[Any], Any]:
    return msgspec.json.Decoder(fact_of(topic)).decode


def fact_of(topic: str) -> type[Fact]:
    """Give the class of a topic.  Raises KeyError when no stream records it."""
    _learn_every_fact()
    return FACTS[topic]


def _learn_every_fact() -> None:
    """Import every stream of the domain, since a fact is known by its topic once its module is imported."""
    for module in pkgutil.iter_modules(domain.__path__):
        if not module.ispkg:
            importlib.import_module(f"domain.{module.name}")
