"""造数 (making data): fill books for measuring.  `python -m scripts.bench.data --folder F --facts N`."""

import time
from pathlib import Path
from typing import Annotated

import typer

from projections.journal.database import Database
from projections.journal.embedded import EmbeddedPostgres
from scripts.bench.data.make import make_county


def main(
    folder: Annotated[Path, typer.Option(help="Of the embedded database that the books lie in, new or not.")],
    facts: Annotated[int, typer.Option(help="At least so many facts.")] = 1_000_000,
    seed: Annotated[int, typer.Option(help="The same seed makes the same county.")] = 1,
    schema: Annotated[str, typer.Option(help="The set of books.")] = "sunledger",
) -> None:
    """Make books for measuring."""
    with EmbeddedPostgres(folder) as server:
        began = time.perf_counter()
        made = make_county(Database(server.url, schema), facts, seed)
        print(f"{made} facts in {time.perf_counter() - began:.1f} s; DATABASE_URL={server.url}")


if __name__ == "__main__":
    typer.run(main)
