"""网上付款 (http_post): payments over HTTP, one server process, 32 connections; beside it FastAPI alone."""

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from uuid import uuid4

from projections.access.register import TokenRegister
from projections.access.roles import Role
from scripts.bench.data.payable import PAID_ON, Payable, payment_of
from scripts.bench.http.load import answers, per_second, request
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, in_turn
from scripts.bench.processes import Service, running, serving
from scripts.demo.clerk import PAYER

CREATED = 201


def measure(lab: Lab) -> Measured:
    """Post the same payments to the service and to a bare one, in turn."""
    payable = lab.payable
    requests = payment_requests(payable)
    posts = lab.pick(2_000, 500)

    def rate(service: Service) -> float:
        return per_second(answers(service, list(islice(requests, posts))), CREATED)

    with (
        serving(lab.url, payable.database.schema) as ours,
        running(lab.url, "scripts.bench.http.bare") as bare,
    ):
        rate(ours), rate(bare)
        rounds = in_turn(7, lab.share(14, 4), ours=lambda: rate(ours), bare=lambda: rate(bare))
    ratio = rounds.ratio("ours", "bare")
    figures = {"posts_per_s": rounds.rate("ours"), "bare_per_s": rounds.rate("bare"), "ratio": ratio}
    return Measured(figures, (Aim("ratio", ratio, 0.5),), rounds.count)


def payment_requests(payable: Payable) -> Iterator[bytes]:
    """Requests for small payments, one after another, each with numbers and a key of its own."""
    with closing(TokenRegister(payable.database)) as register:
        token = register.make(PAYER, [Role.PAYER])
    headers = {"Authorization": f"Bearer {token}"}
    claims = payable.cold
    for number in payable.numbers:
        body = json.dumps({"effective_on": PAID_ON.isoformat(), **payment_of(number)}).encode()
        path = f"/claims/{claims[number % len(claims)]}/payments"
        yield request("POST", path, {**headers, "Idempotency-Key": uuid4().hex}, body)
