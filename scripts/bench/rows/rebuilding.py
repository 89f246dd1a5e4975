"""重建 (rebuild, rebuild_scale, verify): all ledgers from a journal of a realistic mix, and the audit of the same."""

import time
from contextlib import closing

import msgspec

from projections.journal.database import Database, Pool
from projections.reading.snapshots import Ledgers, LedgersNotReady
from projections.rebuild.rebuild import rebuild
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, in_turn, no_time_left
from scripts.bench.processes import in_child
from scripts.verify.audit import audit

READ = "SELECT position, stream, topic, state, recorded_at, actor FROM journal ORDER BY position"
PAGE_FACTS = 4_000


def measure_rebuild(lab: Lab) -> Measured:
    """Rebuild every ledger, and read and parse the same journal, in turn."""
    database, facts = lab.county(lab.county_facts)
    peaks = []

    def ours() -> float:
        rate, peak_mb = in_child(rebuild_rate, database.url, database.schema, facts)
        peaks.append(peak_mb)
        return rate

    def reading() -> float:
        return in_child(reading_rate, database.url, database.schema, facts)[0]

    rounds = in_turn(5, lab.share(65, 8), ours=ours, reading=reading)
    ratio = rounds.ratio("ours", "reading")
    figures = {
        "facts_per_s": rounds.rate("ours"),
        "read_and_parse_per_s": rounds.rate("reading"),
        "ratio": ratio,
        "facts": facts,
        "peak_mb": max(peaks),
    }
    return Measured(
        figures, (Aim("ratio", ratio, 0.4), Aim("peak_mb", max(peaks), 500, at_least=False)), rounds.count
    )


def measure_scale(lab: Lab) -> Measured:
    """Rebuild a small and a large journal, and compare the time of a fact."""
    least_seconds = lab.pick(40, 6)
    if lab.seconds_left < least_seconds:
        return no_time_left("rebuild_scale")
    small, small_facts = lab.county(lab.pick(500_000, 20_000), "small_county")
    peaks = {"small": 0.0, "large": 0.0}

    def rate(name: str, database: Database, facts: int) -> float:
        rebuilt, peak_mb = in_child(rebuild_rate, database.url, database.schema, facts)
        peaks[name] = max(peaks[name], peak_mb)
        return rebuilt

    small_rate = rate("small", small, small_facts)
    wanted = lab.pick(4_000_000, 80_000)
    fitting = min(wanted, max(2 * small_facts, lab.seconds_left * small_rate / 2))
    large, large_facts = lab.county(int(fitting))
    rounds = in_turn(
        5,
        lab.share(60, 5),
        large=lambda: rate("large", large, large_facts),
        small=lambda: rate("small", small, small_facts),
    )
    ratio = rounds.ratio("small", "large")
    figures = {
        "small_facts": small_facts,
        "small_facts_per_s": rounds.rate("small"),
        "small_peak_mb": peaks["small"],
        "large_facts": large_facts,
        "large_facts_per_s": rounds.rate("large"),
        "large_peak_mb": peaks["large"],
        "time_ratio": ratio,
    }
    aims = (
        Aim("time_ratio", ratio, 1.15, at_least=False),
        Aim("peak_mb", max(peaks.values()), 500, at_least=False),
    )
    notes = {True: "", False: f"the time left was enough for {large_facts:,} facts, not {wanted:,}"}
    return Measured(figures, aims, rounds.count, notes[large_facts >= wanted])


def measure_verify(lab: Lab) -> Measured:
    """Audit a county, and rebuild its ledgers, in turn."""
    database, facts = lab.county(lab.pick(100_000, 20_000), "small_county")
    in_child(rebuild_rate, database.url, database.schema, facts)
    rounds = in_turn(
        5,
        lab.share(16, 6),
        ours=lambda: in_child(audit_rate, database.url, database.schema)[0],
        rebuild=lambda: in_child(rebuild_rate, database.url, database.schema, facts)[0],
    )
    ratio = rounds.ratio("ours", "rebuild")
    figures = {
        "facts_per_s": rounds.rate("ours"),
        "rebuild_per_s": rounds.rate("rebuild"),
        "ratio": ratio,
        "facts": facts,
    }
    return Measured(figures, (Aim("ratio", ratio, 0.5),), rounds.count)


def county_with_ledgers(lab: Lab, facts: int, schema: str = "county") -> tuple[Database, int]:
    """A county of at least so many facts, every ledger at the end of its journal; also how many it holds."""
    database, held = lab.county(facts, schema)
    with closing(Pool(database, size=1)) as pool:
        try:
            behind = Ledgers(pool).lag().behind
        except LedgersNotReady:
            behind = held
    if behind:
        in_child(rebuild_rate, database.url, database.schema, held)
    return database, held


def rebuild_rate(url: str, schema: str, facts: int) -> float:
    """Facts a second of one rebuild."""
    began = time.perf_counter()
    rebuild(Database(url, schema))
    return facts / (time.perf_counter() - began)


def reading_rate(url: str, schema: str, facts: int) -> float:
    """Facts a second of reading the journal and parsing its JSON, and nothing else."""
    parse = msgspec.json.Decoder().decode
    began, read = time.perf_counter(), 0
    with closing(Database(url, schema).connect("reading")) as opened, opened.cursor() as cursor:
        cursor.execute(f"BEGIN; DECLARE facts NO SCROLL CURSOR FOR {READ}")
        while True:
            cursor.execute(f"FETCH {PAGE_FACTS} FROM facts")
            rows = cursor.fetchall()
            if not rows:
                break
            for row in rows:
                parse(row[3])
            read += len(rows)
        cursor.execute("COMMIT")
    assert read == facts
    return facts / (time.perf_counter() - began)


def audit_rate(url: str, schema: str) -> float:
    """Facts a second of one audit.  Raises RuntimeError when it finds a difference."""
    began = time.perf_counter()
    seen = audit(url, schema)
    if seen.differences:
        raise RuntimeError(str(seen.differences[0]))
    return seen.facts / (time.perf_counter() - began)
