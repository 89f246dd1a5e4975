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
class Measurement:
    """One row: what is measured, beside what (empty: beside nothing), and how."""

    what: str
    reference: str
    measure: Callable[[Lab], Measured]


ROWS = {
    "append_bulk": Measurement("facts, 1,000 a call", "COPY of the same rows", append_bulk.measure),
    "append_many_callers": Measurement(
        "single-fact calls, 32 threads", "pgbench INSERT, 20 clients", append_many_callers.many_callers
    ),
    "append_vs_library": Measurement(
        "the same calls", "eventsourcing.postgres", append_many_callers.vs_library
    ),
    "hot_account": Measurement("payments on one account", "the same on 1,000 accounts", hot_account.measure),
    "http_post": Measurement("payments over HTTP, 32 connections", "a bare FastAPI POST", http_post.measure),
    "http_batch": Measurement(
        "lines of a 20,000-line roll in one request", "append_bulk", http_batch.measure
    ),
    "lag": Measurement("from a recorded payment to the board, 300 posts/s", "", lag.measure),
    "verify": Measurement("facts audited", "facts rebuilt", rebuilding.measure_verify),
    "rebuild_vs_books": Measurement(
        "facts, all ledgers", "transactions of ledger, hledger, beancount", rebuild_vs_books.measure
    ),
    "rebuild": Measurement("facts, all ledgers", "the journal read and parsed", rebuilding.measure_rebuild),
    "startup": Measurement("from the start to ready", "", startup.measure),
    "board": Measurement("pages uncached; not modified", "a bare FastAPI GET", board.measure),
    "rebuild_scale": Measurement(
        "time of a fact in a large journal", "in a small one", rebuilding.measure_scale
    ),
    "readers": Measurement("the county page from two readers", "from one; from the service", readers.measure),
}
