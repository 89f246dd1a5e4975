"""与文本账程序相比 (rebuild_vs_books): the double-entry ledger as plain text, read by Ledger, hledger and Beancount.

They compute the balances of what a rebuild derives besides all other ledgers.  They are measured in transactions, a
rebuild in facts, of which not every one moves money; the seconds of both stand beside.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from projections.journal.database import Database
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, Rate, in_turn
from scripts.bench.processes import in_child
from scripts.bench.rows.rebuilding import county_with_ledgers, rebuild_rate

BEANCOUNT = """
import sys
from beancount import loader
from beancount.core.realization import realize
entries, errors, _ = loader.load_file(sys.argv[1])
assert not errors, errors[0]
realize(entries)
"""
"""Load without the cache, and add up each account."""

PROGRAMS: Mapping[str, tuple[float, Callable[[str], Sequence[str]]]] = {
    "ledger": (1, lambda file: ("ledger", "-f", file, "balance")),
    "hledger": (5, lambda file: ("hledger", "-f", file, "balance")),
    "beancount": (6, lambda file: (sys.executable, "-c", BEANCOUNT, file)),
}
"""How many times faster a rebuild is to be, and how each computes balances."""

INSTALLS = {
    "ledger": "apt-get install ledger",
    "hledger": "apt-get install hledger",
    "beancount": "pip install --require-hashes -r scripts/locked/bench.txt",
}


def measure(lab: Lab) -> Measured:
    """Export the county and let each program add it up, then rebuild, in turn."""
    whole = not (lab.hurried or lab.quick)
    database, facts = county_with_ledgers(
        lab, 1_000_000 if whole else lab.pick(100_000, 20_000), "county" if whole else "small_county"
    )
    absent = not_installed()
    there = {name: program for name, program in PROGRAMS.items() if name not in absent}
    with tempfile.TemporaryDirectory() as folder:
        files = {name: _export(database, name, Path(folder)) for name in there}
        transactions = _transactions(lab, database)
        programs: dict[str, Rate] = {
            name: partial(_rate, command(str(files[name])), transactions)
            for name, (_, command) in there.items()
        }
        rebuilding = partial(in_child, rebuild_rate, database.url, database.schema, facts)
        rounds = in_turn(5, lab.share(16, 6), ours=lambda: rebuilding()[0], **programs)
    figures = {"facts_per_s": rounds.rate("ours"), "facts": facts, "transactions": transactions}
    figures["rebuild_s"] = facts / rounds.rate("ours")
    for name in there:
        figures[f"{name}_transactions_per_s"] = rounds.rate(name)
        figures[f"{name}_s"] = transactions / rounds.rate(name)
    aims = tuple(
        Aim(f"ours/{name}", rounds.ratio("ours", name), at_least) for name, (at_least, _) in there.items()
    )
    missing = tuple(f"{name}: {INSTALLS[name]}" for name in sorted(absent))
    return Measured(figures, aims, rounds.count, "facts a second to transactions a second", missing)


def not_installed() -> set[str]:
    """The programs that this machine does not have."""
    return {name for name in PROGRAMS if not _is_installed(name)}


def _is_installed(name: str) -> bool:
    return (
        importlib.util.find_spec(name) is not None if name == "beancount" else shutil.which(name) is not None
    )


def _export(database: Database, program: str, folder: Path) -> Path:
    """Write the ledger for one program with `sunledger export journal`."""
    file = folder / f"county.{program}"
    command = ("scripts.cli.main", "export", "journal", "--format", program, "--output", str(file))
    subprocess.run(
        [sys.executable, "-m", *command, "--schema", database.schema],
        env={**os.environ, "DATABASE_URL": database.url},
        capture_output=True,
        check=True,
    )
    return file


def _transactions(lab: Lab, database: Database) -> int:
    ((transactions,),) = lab.execute(f"SELECT count(DISTINCT position) FROM {database.schema}.posting_lines")
    assert isinstance(transactions, int)
    return transactions


def _rate(command: Sequence[str], transactions: int) -> float:
    """Transactions a second of one run, from its start to its end."""
    began = time.perf_counter()
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "BEANCOUNT_DISABLE_LOAD_CACHE": "1"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return transactions / (time.perf_counter() - began)
