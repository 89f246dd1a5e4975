"""网上名册 (http_batch): a roll of 20,000 lines in one request, recorded and answered; beside it the journal alone."""

import json
from contextlib import ExitStack, closing
from datetime import date
from itertools import count
from random import Random
from uuid import uuid4

from projections.access.register import TokenRegister
from projections.access.roles import Role
from projections.journal.database import Database
from scripts.bench.data.sample_county import STANDARD_FEN, TAG, SampleCounty, publish_rules
from scripts.bench.http.load import answers, per_second, request
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, in_turn
from scripts.bench.processes import serving
from scripts.bench.rows.append_bulk import books_of, bulk_appends
from scripts.bench.rows.http_post import CREATED
from scripts.demo.clerk import RECORDER, Clerk
from scripts.demo.papers import scan
from scripts.demo.project_path import enter_library
from scripts.demo.work import Work

LINES = 20_000
MONTHS = 12


def measure(lab: Lab) -> Measured:
    """Send rolls one after another, and append as many facts without HTTP, rules or streams."""
    database, lines = lab.new_books("http_batch"), lab.pick(LINES, 5_000)
    work = _households(lab, database, lines)
    with closing(TokenRegister(database)) as register:
        token = register.make(RECORDER, [Role.RECORDER])
    numbers = count()
    with ExitStack() as stack:
        appends = bulk_appends(lab, stack)
        service = stack.enter_context(serving(lab.url, database.schema))

        def send() -> float:
            roll = _roll(work, next(numbers), lines, token)
            return lines * per_second(answers(service, [roll], connections=1), CREATED)

        send(), appends()
        rounds = in_turn(5, lab.share(20, 5), ours=send, append=appends)
    ratio = rounds.ratio("ours", "append")
    figures = {
        "lines_per_s": rounds.rate("ours"),
        "append_facts_per_s": rounds.rate("append"),
        "ratio": ratio,
        "lines": lines,
    }
    return Measured(figures, (Aim("ratio", ratio, 0.25),), rounds.count)


def _households(lab: Lab, database: Database, lines: int) -> Work:
    """An approved project that pays households, with its money."""
    with closing(books_of(database)) as books:
        clerk = Clerk(books, TAG, (publish_rules(books),))
        county = SampleCounty(clerk, Random(lab.seed))  # noqa: S311 - a seed, no secret
        county.open_account()
        work = county.work(f"{TAG}-1", "subsidy", lines * STANDARD_FEN)
        enter_library(clerk, work, date(2024, 10, 8))
        county.receive("batch", work.estimate_fen)
        county.fund("batch", work)
        return work


def _roll(work: Work, number: int, lines: int, token: str) -> bytes:
    """One roll as a request: its head, then a line for each household."""
    head = {
        "effective_on": "2025-03-20",
        "roll_no": f"roll-{number}",
        "project_code": work.code,
        "account_code": work.account_code,
        "title": work.name,
        "period_text": f"{2025 + number // MONTHS} 年 {1 + number % MONTHS} 月",
        "standard_text": "每人每月 700 元",
        "declared_count": lines,
        "declared_sum_fen": lines * STANDARD_FEN,
        "list_sha256": scan("roll", str(number)),
    }
    due = {"quantity": 1, "standard_fen": STANDARD_FEN, "amount_fen": STANDARD_FEN}
    households = ({"line_no": line, "person_id": f"p-{line:05}", **due} for line in range(1, lines + 1))
    body = b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in (head, *households))
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": uuid4().hex,
        "Content-Type": "application/x-ndjson",
    }
    return request("POST", "/rolls/batch", headers, body)
