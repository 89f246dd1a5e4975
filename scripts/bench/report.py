"""报表 (the report): the rows as a table for people, as JSON for programs."""

import os
import platform
from collections.abc import Mapping
from typing import Any

from rich.table import Table

from scripts.bench.measured import Aim, Measured
from scripts.bench.table import ROWS

HUNDRED = 100


def as_json(name: str, measured: Measured) -> dict[str, Any]:
    """One row."""
    return {
        "row": name,
        "what": ROWS[name].what,
        "reference": ROWS[name].reference,
        "figures": {figure: _round(value) for figure, value in measured.figures.items()},
        "aims": [
            {
                "what": aim.what,
                "value": _round(aim.value),
                "at_least" if aim.at_least else "at_most": aim.bound,
                "reached": aim.reached,
            }
            for aim in measured.aims
        ],
        "pairs": measured.pairs,
        "seconds": round(measured.seconds, 1),
        "note": measured.note,
        "missing": list(measured.missing),
    }


def machine() -> dict[str, Any]:
    """What it was measured on."""
    return {
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def as_table(rows: Mapping[str, Measured]) -> Table:
    """All rows."""
    table = Table("row", title="阳光账量测 measured", title_justify="left", show_lines=True)
    table.add_column("figures", no_wrap=True)
    table.add_column("aims", no_wrap=True)
    for name, measured in rows.items():
        row = ROWS[name]
        beside = f"\n[dim]beside[/] {row.reference}" if row.reference else ""
        remarks = [f"missing {program}" for program in measured.missing]
        if measured.pairs:
            remarks.append(f"{measured.pairs} in turn")
        if measured.note:
            remarks.append(measured.note)
        table.add_row(
            f"[bold]{name}[/]\n{row.what}{beside}\n[dim]{'; '.join(remarks)}[/]",
            "\n".join(f"{figure} {_text(value)}" for figure, value in measured.figures.items()),
            "\n".join(map(_aim, measured.aims)),
        )
    return table


def _aim(aim: Aim) -> str:
    sign = "≥" if aim.at_least else "≤"
    return f"{'✓' if aim.reached else '✗'} {aim.what} {_text(aim.value)} {sign} {_text(aim.bound)}"


def _text(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= HUNDRED else f"{value:.3g}"


def _round(value: float) -> float:
    return round(value, 1 if abs(value) >= HUNDRED else 4)
