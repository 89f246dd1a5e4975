"""启动 (startup): from the start of the process to the first answer `ready`, and the memory then."""

from statistics import median

from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured
from scripts.bench.processes import memory_mb, serving
from scripts.bench.rows.rebuilding import county_with_ledgers


def measure(lab: Lab) -> Measured:
    """Start the service on a large county, some times."""
    database, facts = county_with_ledgers(lab, lab.county_facts)
    seconds, memories = [], []
    for _ in range(lab.pick(3, 2)):
        with serving(lab.url, database.schema) as service:
            seconds.append(service.seconds_to_ready)
            memories.append(memory_mb(service.process))
    ready_s, ready_mb = median(seconds), max(memories)
    return Measured(
        {"ready_s": ready_s, "ready_mb": ready_mb, "facts": facts},
        (Aim("ready_s", ready_s, 3, at_least=False), Aim("ready_mb", ready_mb, 400, at_least=False)),
        note="the database runs already; memory of the service and its follower together",
    )
