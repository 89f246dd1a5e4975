"""量什么 (what is measured): the rows of the benchmark in the order in which they run, small books first."""

from collections.abc import Callable
from dataclasses import dataclass

from scripts.bench.lab import Lab
from scripts.bench.measured import Measured
from scripts.bench.rows import (
    append_bulk,
    append_many_callers,
    board,
    hot_account,
    http_batch,
    http_post,
    lag,
    readers,
    rebuild_vs_books,
    rebuilding,
    startup,
)


@dataclass(frozen=True)
class Row:
    """One row: what is measured, beside what (empty: beside nothing), and how."""

    what: str
    reference: str
    measure: Callable[[Lab], Measured]


ROWS = {
    "append_bulk": Row("facts, 1,000 a call", "COPY of the same rows", append_bulk.measure),
    "append_many_callers": Row(
        "single-fact calls, 32 threads", "pgbench INSERT, 20 clients", append_many_callers.many_callers
    ),
    "append_vs_library": Row("the same calls", "eventsourcing.postgres", append_many_callers.vs_library),
    "hot_account": Row("payments on one account", "the same on 1,000 accounts", hot_account.measure),
    "http_post": Row("payments over HTTP, 32 connections", "a bare FastAPI POST", http_post.measure),
    "http_batch": Row("lines of a 20,000-line roll in one request", "append_bulk", http_batch.measure),
    "lag": Row("from a recorded payment to the board, 300 posts/s", "", lag.measure),
    "verify": Row("facts audited", "facts rebuilt", rebuilding.measure_verify),
    "rebuild_vs_books": Row(
        "facts, all ledgers", "transactions of ledger, hledger, beancount", rebuild_vs_books.measure
    ),
    "rebuild": Row("facts, all ledgers", "the journal read and parsed", rebuilding.measure_rebuild),
    "startup": Row("from the start to ready", "", startup.measure),
    "board": Row("pages uncached; not modified", "a bare FastAPI GET", board.measure),
    "rebuild_scale": Row("time of a fact in a large journal", "in a small one", rebuilding.measure_scale),
    "readers": Row("the county page from two readers", "from one; from the service", readers.measure),
}
