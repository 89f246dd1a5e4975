"""查阅进程 (readers): what processes that only read cost, and what they give to visitors and to those who record.

Thirty-two visitors ask for one page, each time anew, while one person records payment after payment: the visitors ask
the service itself, one reader, or two of them.
"""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import uvloop

from scripts.bench.http.load import Answer, answer_on, answers, per_second, request
from scripts.bench.lab import Lab
from scripts.bench.measured import Measured, in_turn, percentiles
from scripts.bench.processes import Service, memory_mb, running
from scripts.bench.rows.http_post import CREATED, payment_requests

SUNLEDGER = "scripts.cli.main"
FOUND = 200
PAUSE_SECONDS = 0.02


def measure(lab: Lab) -> Measured:
    """Let visitors come to each of the three, in turn."""
    payments = payment_requests(lab.payable)
    pages = [request("GET", "/board")] * lab.pick(1_200, 300)
    books = ("--schema", lab.payable.database.schema, "--port", "0", "--json")
    with (
        running(lab.url, SUNLEDGER, "serve", *books, "--readers", "2", "--readers-port", "0") as service,
        running(lab.url, SUNLEDGER, "read", *books) as one,
        ThreadPoolExecutor(1) as street,
    ):
        visited = {"service": service, "one": one, "two": replace(service, port=service.readers_port)}
        waits: dict[str, list[float]] = {name: [] for name in visited}

        def pages_per_s(name: str) -> float:
            visits = street.submit(answers, visited[name], pages)
            recorded = uvloop.run(_recorded(service, payments, visits))
            waits[name] += [payment.seconds for payment in recorded]
            return per_second(visits.result(), FOUND)

        rounds = in_turn(
            5,
            lab.share(20, 5),
            service=lambda: pages_per_s("service"),
            one=lambda: pages_per_s("one"),
            two=lambda: pages_per_s("two"),
        )
        post_p50_ms, post_p99_ms = percentiles(waits["two"])
        service_p50_ms, service_p99_ms = percentiles(waits["service"])
        figures = {
            "pages_per_s": rounds.rate("two"),
            "one_per_s": rounds.rate("one"),
            "service_per_s": rounds.rate("service"),
            "ratio": rounds.ratio("two", "service"),
            "post_p50_ms": post_p50_ms,
            "post_p99_ms": post_p99_ms,
            "service_post_p50_ms": service_p50_ms,
            "service_post_p99_ms": service_p99_ms,
            "reader_mb": memory_mb(one.process),
            "reader_ready_s": one.seconds_to_ready,
        }
    return Measured(figures, pairs=rounds.count, note="visitors and database share the processors")


async def _recorded(
    service: Service, payments: Iterator[bytes], visits: "Future[list[Answer]]"
) -> list[Answer]:
    """Record one payment after another as long as visitors come."""
    recorded: list[Answer] = []
    reader, writer = await asyncio.open_connection(service.host, service.port)
    while not visits.done() or not recorded:
        recorded.append(await answer_on(reader, writer, next(payments)))
        await asyncio.sleep(PAUSE_SECONDS)
    writer.close()
    assert {payment.status for payment in recorded} == {CREATED}
    return recorded
