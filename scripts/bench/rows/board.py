"""公示栏 (board): the pages of a large county, each asked for anew, and the answer to a reader who has the page."""

from collections.abc import Sequence
from contextlib import closing
from urllib.parse import quote
from urllib.request import urlopen

from projections.journal.database import Database
from scripts.bench.http.load import Answer, answers, per_second, request
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, in_turn, percentiles
from scripts.bench.processes import Service, running, serving
from scripts.bench.rows.rebuilding import county_with_ledgers

PAGES = {
    "fund": ("fund.indicator_received", "/board/funds/"),
    "project": ("project.proposed", "/board/projects/"),
    "notice": ("notice.drafted", "/board/notices/"),
}
FOUND, NOT_MODIFIED = 200, 304
LOOKS_AT_ONCE, PATIENCE_SECONDS = 20, 5


def measure(lab: Lab) -> Measured:
    """Ask for pages one after another, then for one page again and again, beside a bare GET."""
    database, facts = county_with_ledgers(lab, lab.county_facts)
    looks, repeats = lab.pick(200, 60), lab.pick(4_000, 1_500)
    figures: dict[str, float] = {"facts": facts}
    with serving(lab.url, database.schema) as ours, running(lab.url, "scripts.bench.http.bare") as bare:
        paths = {name: _paths(database, *page, looks) for name, page in PAGES.items()}
        worst_ms = 0.0
        for name, asked in {"county": ["/board"] * looks, **paths}.items():
            p50_ms, p99_ms = _latencies(ours, asked)
            figures |= {f"{name}_p50_ms": p50_ms, f"{name}_p99_ms": p99_ms}
            worst_ms = max(worst_ms, p99_ms)
        known = [_known(ours, paths["project"][0])] * repeats
        board = [request("GET", "/board")] * repeats
        rounds = in_turn(
            5,
            lab.share(10, 4),
            ours=lambda: per_second(answers(ours, known), NOT_MODIFIED),
            bare=lambda: per_second(answers(bare, board), FOUND),
        )
    ratio = rounds.ratio("ours", "bare")
    figures |= {"not_modified_per_s": rounds.rate("ours"), "bare_per_s": rounds.rate("bare"), "ratio": ratio}
    aims = (Aim("p99_ms", worst_ms, 50, at_least=False), Aim("ratio", ratio, 0.6))
    return Measured(figures, aims, rounds.count, "pages: one reader, one after another")


def _paths(database: Database, topic: str, section: str, how_many: int) -> list[str]:
    """The pages of some records, scattered over the journal."""
    with closing(database.connect("paths")) as opened, opened.cursor() as cursor:
        cursor.execute(
            "SELECT stream FROM journal WHERE topic = %s ORDER BY md5(stream) LIMIT %s", (topic, how_many)
        )
        return [section + quote(stream.partition("/")[2], safe="") for (stream,) in cursor.fetchall()]


def _latencies(service: Service, paths: Sequence[str]) -> tuple[float, float]:
    """The median and the 99th percentile in milliseconds, of one reader, who loses patience with slow pages."""
    answered: list[Answer] = []
    while len(answered) < len(paths) and sum(one.seconds for one in answered) < PATIENCE_SECONDS:
        some = paths[len(answered) : len(answered) + LOOKS_AT_ONCE]
        answered += answers(service, [request("GET", path) for path in some], connections=1)
    per_second(answered, FOUND)
    return percentiles([one.seconds for one in answered])


def _known(service: Service, path: str) -> bytes:
    """The request of a reader who has this page already."""
    with urlopen(f"http://{service.host}:{service.port}{path}") as page:
        return request("GET", path, {"If-None-Match": page.headers["ETag"]})
