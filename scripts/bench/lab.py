"""试验室 (the laboratory): one embedded PostgreSQL with its durable defaults, and the books in it."""

import math
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property

from projections.journal.database import Database
from projections.journal.schema import create_schema
from scripts.bench.data.make import record_county
from scripts.bench.data.multiply import multiply
from scripts.bench.data.payable import Payable, make_payable

FACTS_PER_SECOND = 8_000
"""Of making data, rebuilding them twice and reading them once: a slow machine measures a smaller county."""


@dataclass
class Lab:
    """What all rows share.

    seed        makes the data.
    quick       everything smaller.
    seconds     how long all rows together may take; infinite when rows are asked for by name.
    books       schemas with whole ledgers, to be audited at the end;  facts: schemas with nothing but facts.
    """

    url: str
    seed: int
    quick: bool
    seconds: float
    books: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    _began: float = field(default_factory=time.perf_counter)

    @property
    def seconds_left(self) -> float:
        """How long the rows that are still to come may take."""
        return self.seconds - (time.perf_counter() - self._began)

    def pick(self, full: int, quick: int) -> int:
        """A size, by how thorough this run is."""
        return quick if self.quick else full

    def new_books(self, schema: str, *, bare: bool = False) -> Database:
        """Open books, new or not, for the audit at the end; of `bare` ones, which make no sense, it reads the bytes."""
        database = Database(self.url, schema)
        create_schema(database)
        kept = self.facts if bare else self.books
        if schema not in kept:
            kept.append(schema)
        return database

    def drop(self, schema: str) -> None:
        """Drop books of this name, if there are any."""
        self.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")

    @property
    def hurried(self) -> bool:
        """Whether there is a limit of time."""
        return self.seconds < math.inf

    def share(self, full: float, quick: float) -> float:
        """How many seconds a row may take for its rounds: so many, or half of what is left when that is less."""
        return min(quick if self.quick else full, self.seconds_left / 2) if self.hurried else math.inf

    def county(self, facts: int, schema: str = "county") -> tuple[Database, int]:
        """A county, grown to at least so many facts; also how many it holds.  It never shrinks."""
        database = Database(self.url, schema)
        create_schema(database)
        if not self.execute(f"SELECT 1 FROM {schema}.journal LIMIT 1"):
            sample = self.sample.schema
            for table in ("journal", "requests"):
                self.execute(f"INSERT INTO {schema}.{table} SELECT * FROM {sample}.{table}")
        return database, multiply(database, facts)

    @cached_property
    def county_facts(self) -> int:
        """How large the county is to be: what there is time for, the first time that somebody asks."""
        wanted = self.pick(1_000_000, 50_000)
        return (
            max(wanted // 10, min(wanted, int(self.seconds_left * FACTS_PER_SECOND)))
            if self.hurried
            else wanted
        )

    @cached_property
    def sample(self) -> Database:
        """The sample county alone."""
        database = self.new_books("sample")
        record_county(database, self.seed)
        return database

    @cached_property
    def payable(self) -> Payable:
        """Books with approved claims, which every row that pays shares; they come to the audit as they are then."""
        return make_payable(self.new_books("payable"), self.seed, self.pick(1_000, 250))

    def execute(self, statement: str) -> list[tuple[object, ...]]:
        """Run a statement of a row, in autocommit, and give its rows if it has any."""
        with closing(Database(self.url, "public").connect("bench")) as opened, opened.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
