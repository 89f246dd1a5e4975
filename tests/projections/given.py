"""Given facts: a journal that a test fills by hand, and the follower and the looks of its ledgers."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import msgspec
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.database import Database, Pool
from projections.journal.schema import create_schema
from projections.ledger.following import Follower
from projections.ledger.page import fact_of
from projections.ledger.projection import Projection
from projections.reading.snapshots import Ledgers

CANONICAL = msgspec.json.Encoder(order="sorted")
MARCH_1 = date(2024, 3, 1)


class GivenBooks:
    """One set of books whose facts are written straight into the journal, as `Books` would have them written."""

    def __init__(self, url: str, schema: str) -> None:
        self.database = Database(url, schema)
        create_schema(self.database)
        self.connection = self.database.connect("test")
        self.pool = Pool(self.database)
        self.ledgers = Ledgers(self.pool)
        self.position = 0
        self.versions: Counter[str] = Counter()

    def close(self) -> None:
        self.pool.close()
        self.connection.close()

    def record(self, topic: str, key: str, *, on: date = MARCH_1, **payload: Any) -> int:
        """Write one fact; what the payload leaves out of the class's fields must have a default."""
        stream = f"{topic.partition('.')[0]}/{key}"
        self.position += 1
        self.versions[stream] += 1
        fact = fact_of(topic)(effective_on=on, by="u-recorder", rulebook_version=1, **payload)
        with self.connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO journal (position, stream, version, topic, state, effective_on, recorded_at, actor)"
                " VALUES (%s, %s, %s, %s, %s, %s, now(), %s)",
                (self.position, stream, self.versions[stream], topic, CANONICAL.encode(fact), on, fact.by),
            )
        return self.position

    def follower(self, *projections: Projection, page_facts: int = 1000) -> Follower:
        return Follower(self.database, projections, page_facts=page_facts)

    def follow(self, *projections: Projection, page_facts: int = 1000) -> int:
        """Fold everything and let go again."""
        follower = self.follower(*projections, page_facts=page_facts)
        try:
            return follower.catch_up()
        finally:
            follower.close()

    @contextmanager
    def look(self) -> Iterator[Cursor]:
        with self.ledgers.look() as look:
            yield look.cursor

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with self.look() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def write(self, statement: str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement)
