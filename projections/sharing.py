"""分头填账 (filling in two processes): half of the ledgers each, since one interpreter keeps only one core busy.

Both read the journal for themselves and write in a transaction of their own.  A short journal, or ledgers that
another process cannot find by name, are filled in this process alone.
"""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing

from projections.filling import fill
from projections.journal.database import Database
from projections.view import LedgerFailed, Projection, every_projection

LONG_JOURNAL = 50_000
"""Facts; a shorter journal is folded before a second process has started."""

Failure = tuple[str, int | None, str]
"""What a LedgerFailed says, for another process."""


def fill_together(
    database: Database,
    shadow: str,
    projections: Sequence[Projection],
    told: Callable[[int], None],
    *,
    head: int,
    page_facts: int,
) -> None:
    """Fill these ledgers in the schema `shadow`, as `fill` does; `told` hears of this process only.

    head  how many facts the journal holds, about.  Raises LedgerFailed.
    """
    known = every_projection()
    if head < LONG_JOURNAL or not _cores() or not all(one in known for one in projections):
        _fill(database, shadow, projections, told, page_facts)
        return
    mine, yours = _halves(projections)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        names = tuple(one.name for one in yours)
        theirs = other.submit(fill_named, database.url, database.schema, shadow, names, page_facts)
        _fill(database, shadow, mine, told, page_facts)
        failure = theirs.result()
    if failure is not None:
        ledger, position, reason = failure
        raise LedgerFailed(ledger, position, RuntimeError(reason))


def fill_named(url: str, books: str, shadow: str, names: Sequence[str], page_facts: int) -> Failure | None:
    """Fill the ledgers of these names; what the other process runs.  Says a failure instead of raising it."""
    chosen = [one for one in every_projection() if one.name in names]
    try:
        _fill(Database(url, books), shadow, chosen, lambda _: None, page_facts)
    except LedgerFailed as failure:
        return failure.ledger, failure.position, str(failure.__cause__)
    return None


def _fill(
    database: Database,
    shadow: str,
    projections: Sequence[Projection],
    told: Callable[[int], None],
    page_facts: int,
) -> None:
    with closing(database.connect("rebuild")) as writing, closing(database.connect("rebuild")) as reading:
        with writing.cursor() as cursor:
            cursor.execute(f"SET search_path TO {shadow}, {database.schema}, pg_temp")
        fill(writing, reading, projections, told, page_facts=page_facts)


def _halves(projections: Sequence[Projection]) -> tuple[list[Projection], list[Projection]]:
    """Two lists with about the same work; how many tables a ledger has tells its work well enough."""
    halves: tuple[list[Projection], list[Projection]] = ([], [])
    for one in sorted(projections, key=lambda one: -len(one.tables)):
        lighter = min(halves, key=lambda half: sum(len(held.tables) for held in half))
        lighter.append(one)
    return halves


def _cores() -> bool:
    return len(os.sched_getaffinity(0)) > 1
