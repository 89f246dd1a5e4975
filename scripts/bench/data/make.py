"""造数 (making data): books of any size, from a seed.  `python -m scripts.bench.data.make --folder F --facts N`.

The sample county is recorded once through the real streams, then multiplied.  Books that hold some already grow.
"""

import time
from contextlib import closing
from typing import Annotated

import typer

from domain.books.books import Books
from projections.journal.database import Database
from projections.journal.schema import create_schema
from scripts.bench.data.multiply import multiply
from scripts.bench.data.sample_county import publish_rules, record_sample
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at


def make_county(database: Database, facts: int, seed: int = 1) -> int:
    """Fill these books, new or made by this function before, to at least so many facts; give how many they hold."""
    record_county(database, seed)
    return multiply(database, facts)


def record_county(database: Database, seed: int) -> None:
    """Record the rules and the sample county, unless these books hold them."""
    create_schema(database)
    with closing(Books({"DATABASE_URL": database.url, "BOOKS_SCHEMA": database.schema})) as books:
        if not books.recorder.max_notification_id():
            record_sample(books, publish_rules(books), seed)


def main(
    facts: Annotated[int, typer.Option(help="At least so many facts.")] = 1_000_000,
    seed: Annotated[int, typer.Option(help="The same seed makes the same county.")] = 1,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
) -> None:
    """Make books for measuring."""
    with books_at(folder, schema, new=True) as database:
        began = time.perf_counter()
        made = make_county(database, facts, seed)
        print(f"{made} facts in {time.perf_counter() - began:.1f} s; DATABASE_URL={database.url}")


if __name__ == "__main__":
    typer.run(main)
