"""滞后 (lag): from the answer to a payment until a page of the board shows it, at 300 payments a second.

A page says up to which position it counts.  One reader looks at it again and again; what a look shows was visible when
the look was answered, so the figures hold the time of the look as well.

What is measured is a service in the middle of its day: each claim was paid on once, so that no payment waits for its
streams to be read from the journal, and a checkpoint is behind it, so that it does not pay for what other rows wrote.
"""

import asyncio
import time
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

import uvloop

from scripts.bench.data.sample_county import TAG
from scripts.bench.http.load import Answer, answer_on, answers, client, per_second, request
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, percentiles
from scripts.bench.processes import serving
from scripts.bench.rows.http_post import CREATED, payment_requests

POSTS_PER_SECOND = 300
CONNECTIONS = 30
PAUSE_SECONDS = 0.005
WAIT_SECONDS = 10.0


def measure(lab: Lab) -> Measured:
    """Post payments at an even pace, and look."""
    requests = payment_requests(lab.payable)
    page = request("GET", f"/board/projects/{TAG}-1")
    with serving(lab.url, lab.payable.database.schema) as service:
        per_second(answers(service, list(islice(requests, len(lab.payable.cold)))), CREATED)
        lab.execute("CHECKPOINT")
        for seconds in (1, lab.pick(10, 2)):
            posts = list(islice(requests, POSTS_PER_SECOND * seconds))
            asked = client().submit(_post_and_look, service.host, service.port, posts, page)
            posted, looks = asked.result()
    assert {one.status for one in posted} == {CREATED}
    p50_ms, p99_ms = percentiles(_delays(posted, looks))
    figures = {
        "p50_ms": p50_ms,
        "p99_ms": p99_ms,
        "posts_per_s": len(posted) / (posted[-1].answered_at - posted[0].asked_at),
        "post_p99_ms": percentiles([one.seconds for one in posted])[1],
        "looks_per_s": len(looks) / (looks[-1].answered_at - looks[0].asked_at),
    }
    return Measured(figures, (Aim("p99_ms", p99_ms, 150, at_least=False),))


def _delays(posted: Sequence[Answer], looks: Sequence[Answer]) -> list[float]:
    """Seconds from each answer to the first look that shows its position; none when that was answered before."""
    shown = [look.position for look in looks]
    seen = [looks[bisect_left(shown, one.position)].answered_at - one.answered_at for one in posted]
    return [max(0.0, seconds) for seconds in seen]


def _post_and_look(
    host: str, port: int, posts: Sequence[bytes], page: bytes
) -> tuple[list[Answer], list[Answer]]:
    return uvloop.run(_posted_and_looked(host, port, posts, page))


async def _posted_and_looked(
    host: str, port: int, posts: Sequence[bytes], page: bytes
) -> tuple[list[Answer], list[Answer]]:
    posted: list[Answer] = []
    looks: list[Answer] = []
    began = time.perf_counter()

    async def post(first: int) -> None:
        reader, writer = await asyncio.open_connection(host, port)
        for number in range(first, len(posts), CONNECTIONS):
            await asyncio.sleep(began + number / POSTS_PER_SECOND - time.perf_counter())
            posted.append(await answer_on(reader, writer, posts[number]))
        writer.close()

    async def look(until: asyncio.Event) -> None:
        reader, writer = await asyncio.open_connection(host, port)
        while not until.is_set() or looks[-1].position < last_position(posted):
            looks.append(await answer_on(reader, writer, page))
            await asyncio.sleep(PAUSE_SECONDS)
        writer.close()

    def last_position(answered: Sequence[Answer]) -> int:
        return max(one.position for one in answered)

    all_posted = asyncio.Event()
    looking = asyncio.create_task(look(all_posted))
    await asyncio.gather(*map(post, range(CONNECTIONS)))
    all_posted.set()
    await asyncio.wait_for(looking, WAIT_SECONDS)
    return sorted(posted, key=lambda one: one.asked_at), looks
