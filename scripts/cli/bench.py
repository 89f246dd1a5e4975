"""量测 (bench): measure each figure beside its reference in the same run, then audit what was written."""

import math
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from projections.journal.embedded import EmbeddedPostgres
from scripts.bench.auditing import audits
from scripts.bench.lab import Lab
from scripts.bench.measured import Measured, Stopwatch, no_time_left
from scripts.bench.report import as_json as row_as_json
from scripts.bench.report import as_table, machine
from scripts.bench.table import ROWS
from scripts.cli.folder import DEFAULT_FOLDER
from scripts.cli.output import AsJson, Exit, progress, say_error, say_json, screen, stop
from scripts.garbage_collection import look_seldom
from scripts.verify.journal import JournalBroken

FULL_SECONDS, QUICK_SECONDS = 245.0, 48.0
"""For the rows; the audit at the end comes on top."""


def bench(
    rows: Annotated[list[str] | None, typer.Argument(help=f"All, or of: {', '.join(ROWS)}.")] = None,
    *,
    quick: Annotated[
        bool, typer.Option("--quick", help="一分钟之内。 Under a minute, smaller books.")
    ] = False,
    as_json: AsJson = False,
    seed: Annotated[int, typer.Option(help="同一个数造同样的账。 The same seed makes the same books.")] = 1,
    folder: Annotated[
        Path, typer.Option(help="临时数据所在的盘。 Where the data may lie meanwhile; removed afterwards.")
    ] = DEFAULT_FOLDER.parent,
) -> None:
    """量测,五分钟之内。 Measure, in under five minutes.  Exit 1 when the audit at the end finds a difference."""
    unknown = sorted(set(rows or ()) - ROWS.keys())
    if unknown:
        stop(Exit.MISUSED, f"没有这些行。 No such rows: {', '.join(unknown)}; known: {', '.join(ROWS)}")
    began = time.perf_counter()
    limit = math.inf if rows else QUICK_SECONDS if quick else FULL_SECONDS
    with _laboratory(folder, seed, limit, quick=quick) as lab:
        measured = _measured(lab, rows or list(ROWS))
        try:
            audited = list(audits(lab))
        except JournalBroken as broken:
            stop(Exit.DISAGREES, f"账不完整。 The books are broken: {broken}")
    seconds = round(time.perf_counter() - began, 1)
    if as_json:
        rows_as_json = [row_as_json(name, row) for name, row in measured.items()]
        say_json({"machine": machine(), "seconds": seconds, "rows": rows_as_json, "audit": audited})
    else:
        screen.print(as_table(measured))
        facts = sum(books["facts"] for books in audited)
        screen.print(f"查账 {facts} 件事实,共 {seconds} 秒。 Audited {facts} facts; {seconds} s in all.")
    differences = [difference for books in audited for difference in books["differences"]]
    for difference in differences:
        say_error(difference)
    if differences:
        raise typer.Exit(Exit.DISAGREES)


def _measured(lab: Lab, names: Sequence[str]) -> dict[str, Measured]:
    """Measure the rows in the order of the table; a row that there is no time for says so."""
    measured = {}
    with progress() as bar:
        task = bar.add_task("量测 measuring", total=len(names))
        for name in (name for name in ROWS if name in names):
            bar.update(task, description=name)
            with Stopwatch() as watch:
                row = ROWS[name].measure(lab) if lab.seconds_left > 0 else no_time_left(name)
            measured[name] = replace(row, seconds=watch.seconds)
            bar.advance(task)
    return measured


@contextmanager
def _laboratory(folder: Path, seed: int, seconds: float, *, quick: bool) -> Iterator[Lab]:
    """An embedded server in a folder of its own, which is removed afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="sunledger-bench-", dir=folder))
    look_seldom()
    try:
        with EmbeddedPostgres(place) as server:
            yield Lab(server.url, seed, quick, seconds)
    finally:
        shutil.rmtree(place)
