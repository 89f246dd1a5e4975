"""分头填账 (filling in two processes): half of the ledgers each, since one interpreter keeps only one core busy.

Each reads the journal for itself and writes in a transaction of its own.  This process alone fills the ledgers of a
short journal, ledgers of one half, and ledgers that another process cannot find by name.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

import msgspec

from projections.journal.database import Database
from projections.ledger.projection import LedgerFailed, Projection, every_projection, projection_of
from projections.rebuild.rebuild_worker import fill

LONG_JOURNAL = 50_000
"""Facts; a shorter journal is folded before a second process has started."""

PAPERS = frozenset({"claim.submitted", "notice.drafted"})
"""Facts that are mostly words.  The ledgers of papers listen to them; most others listen to money."""


@dataclass(frozen=True)
class _Share:
    """What the other process is to fill."""

    url: str
    books: str
    shadow: str
    ledgers: tuple[str, ...]
    page_facts: int


@dataclass(frozen=True)
class _Failure:
    """What a LedgerFailed of the other process says."""

    ledger: str
    position: int | None
    reason: str


def fill_together(
    database: Database,
    shadow: str,
    projections: Sequence[Projection],
    report: Callable[[int], None],
    *,
    head: int,
    page_facts: int,
) -> None:
    """Fill these ledgers in the schema `shadow`, as `fill` does; `report` gets the positions of this process only.

    head  how many facts the journal holds, about.  Raises LedgerFailed.
    """
    known = every_projection()
    mine, yours = halves(projections)
    alone = not mine or not yours or not all(one in known for one in projections)
    if alone or head < LONG_JOURNAL or not _cores():
        _fill(database, shadow, projections, report, page_facts)
        return
    share = _Share(database.url, database.schema, shadow, tuple(one.name for one in yours), page_facts)
    with _other_process(share) as other:
        _fill(database, shadow, mine, report, page_facts)
        answer, _ = other.communicate()
    if other.returncode:
        raise LedgerFailed(yours[0].name, None, RuntimeError("the other process of the rebuild ended early"))
    if (failure := msgspec.json.decode(answer, type=_Failure | None)) is not None:
        raise LedgerFailed(failure.ledger, failure.position, RuntimeError(failure.reason))


@contextmanager
def _other_process(share: _Share) -> Iterator[subprocess.Popen[bytes]]:
    """Start the other process on its share; it does not outlive this one's failure."""
    # A plain process, not one of `multiprocessing`: that would run the program again that called us.
    with subprocess.Popen(
        [sys.executable, "-c", "from projections.rebuild.two_processes import fill_share; fill_share()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as other:
        try:
            assert other.stdin is not None, "the other process reads its share from a pipe"
            other.stdin.write(msgspec.json.encode(share) + b"\n")
            other.stdin.flush()
            yield other
        except BaseException:
            other.kill()
            raise


def fill_share() -> None:
    """Fill the share that stands in the first line of the input, and answer with a failure or null."""
    share = msgspec.json.decode(sys.stdin.buffer.readline(), type=_Share)
    chosen = [projection_of(ledger) for ledger in share.ledgers]
    failed = None
    try:
        _fill(Database(share.url, share.books), share.shadow, chosen, lambda _: None, share.page_facts)
    except LedgerFailed as failure:
        failed = _Failure(failure.ledger, failure.position, str(failure.__cause__))
    sys.stdout.buffer.write(msgspec.json.encode(failed))


def _fill(
    database: Database,
    shadow: str,
    projections: Sequence[Projection],
    report: Callable[[int], None],
    page_facts: int,
) -> None:
    with closing(database.connect("rebuild")) as writing, closing(database.connect("rebuild")) as reading:
        with writing.cursor() as cursor:
            cursor.execute(f"SET search_path TO {shadow}, {database.schema}, pg_temp")
        fill(writing, reading, projections, report, page_facts=page_facts)


def halves(projections: Sequence[Projection]) -> tuple[list[Projection], list[Projection]]:
    """Ledgers of papers and ledgers of money: few facts are then decoded twice, and both have about the same work."""
    halves: tuple[list[Projection], list[Projection]] = ([], [])
    for one in projections:
        halves[PAPERS.isdisjoint(one.folds)].append(one)
    return halves


def _cores() -> bool:
    return len(os.sched_getaffinity(0)) > 1
