"""序时簿的一页 (a page of the journal): facts in the order of recording, read with one SELECT and decoded once.

All ledgers fold the same decoded page.  The reader decodes only topics that some ledger folds and passes over the
rest, so a ledger reaches the end of a page whatever stands on it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

import msgspec
import psycopg2
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

import domain
from domain.fact import FACTS, Fact

PAGE_FACTS = 4_000
"""Facts read, folded and written at once: large enough to make COPY cheap, small enough to stay under 100 MB."""

_FACTS = "SELECT position, stream, topic, convert_from(state, 'UTF8') FROM journal"
_HEAD = "SELECT coalesce(max(position), 0) FROM journal"
_NEXT = f"{_FACTS} WHERE position > %s AND position <= %s AND topic = ANY(%s) ORDER BY position"
_BYTES = _NEXT.replace("convert_from(state, 'UTF8')", "state")
_AT = f"{_FACTS} WHERE position = ANY(%s) ORDER BY position"
_OF_STREAM = f"""
{_FACTS}
 WHERE stream = %s AND position <= (SELECT position FROM ledger_positions WHERE ledger = %s)
 ORDER BY version
"""


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """One fact as it stands in the journal: what a fold is given.

    position  place in the journal, from 1, without gaps.
    stream    e.g. `fund/达市财农〔2024〕3号`; `key` is the business key, the part after the kind.
    topic     e.g. `fund.allocated`: folds are chosen by it.
    fact      the decoded fact; a fold annotates it with its class.
    """

    position: int
    stream: str
    key: str
    topic: str
    fact: Any


_position = attrgetter("position")


class FactUnreadable(ValueError):
    """A stored fact cannot be decoded (事实无法读取): its topic is unknown or its bytes do not fit its class."""

    def __init__(self, position: int, topic: str, reason: str) -> None:
        """Name the place in the journal, for a person has to look there."""
        super().__init__(f"the fact {topic} at position {position} cannot be read: {reason}")
        self.position = position


@dataclass
class FactsPage:
    """Some decoded facts by topic, and the position that is reached when they are folded."""

    facts: dict[str, list[Recorded]]
    last_position: int

    def of(self, topics: Iterable[str]) -> list[Recorded]:
        """Give the facts of these topics, in order."""
        return sorted(chain.from_iterable(self.facts.get(topic, ()) for topic in topics), key=_position)


class JournalReader:
    """Reads pages of one journal and decodes the topics that some ledger folds."""

    def __init__(self, topics: Collection[str]) -> None:
        """Prepare the decoders.  `topics` are all topics that any of the ledgers folds."""
        self._wanted = frozenset(topics)
        # Folds import most streams, for their facts: a process with a few ledgers starts sooner without the others.
        if not self._wanted <= FACTS.keys():
            _learn_every_fact()
        self._decoders = {
            topic: msgspec.json.Decoder(FACTS[topic]).decode for topic in topics if topic in FACTS
        }

    def read(self, cursor: Cursor, after: int, limit: int = PAGE_FACTS) -> FactsPage | None:
        """Read the next facts after a position; None at the end.  Raises FactUnreadable."""
        cursor.execute(_HEAD)
        ((head,),) = cursor.fetchall()
        if head <= after:
            return None
        # Positions have no gaps, so this is a page of so many facts; the query leaves out what no ledger folds.
        last = min(after + limit, head)
        place = (after, last, list(self._wanted))
        try:
            cursor.execute(_NEXT, place)
        except psycopg2.DataError:
            # Bytes that are no text: read them as they are, to say where they stand.
            cursor.execute(_BYTES, place)
        return FactsPage(self._decoded(cursor.fetchall()), last)

    def _decoded(self, rows: list[tuple[Any, ...]]) -> dict[str, list[Recorded]]:
        decoders = self._decoders
        facts: dict[str, list[Recorded]] = {topic: [] for topic in self._wanted}
        for position, stream, topic, state in rows:
            try:
                fact = decoders[topic](state)
            except KeyError:
                raise FactUnreadable(position, topic, "the topic has no class") from None
            except msgspec.MsgspecError as error:
                raise FactUnreadable(position, topic, str(error)) from error
            facts[topic].append(Recorded(position, stream, stream.partition("/")[2], topic, fact))
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
    position, stream, topic, state = row
    return Recorded(position, stream, stream.partition("/")[2], topic, _decoder(topic)(state))


@cache
def _decoder(topic: str) -> Callable[[Any], Any]:
    return msgspec.json.Decoder(fact_of(topic)).decode


def fact_of(topic: str) -> type[Fact]:
    """Give the class of a topic.  Raises KeyError when no stream records it."""
    _learn_every_fact()
    return FACTS[topic]


def opening_facts() -> dict[str, type[Fact]]:
    """The facts that open a record, by topic."""
    _learn_every_fact()
    return {topic: fact for topic, fact in sorted(FACTS.items()) if fact.OPENS}


@cache
def _learn_every_fact() -> None:
    """Import every stream of the domain, since a fact is known by its topic once its module is imported."""
    for room in pkgutil.iter_modules(domain.__path__, "domain."):
        if room.ispkg and room.name != "domain.books":
            for module in pkgutil.iter_modules(importlib.import_module(room.name).__path__, f"{room.name}."):
                importlib.import_module(module.name)
