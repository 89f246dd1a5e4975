"""造数 (making data): fill books for measuring.  `python -m scripts.cli.make_county --folder F --facts N`."""

import time
from typing import Annotated

import typer

from scripts.bench.data.make import make_county
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at


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
