"""输出 (output): what the commands say, to people in words and tables, to programs as JSON, and how they end."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON。 Print JSON for programs.")]

screen = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


class Exit(IntEnum):
    """How a command ends; README.md says what each number means, and promises it to scripts."""

    DONE = 0
    DISAGREES = 1
    MISUSED = 2
    NOT_OPENED = 3
    PORT_TAKEN = 4


def say_error(message: str) -> None:
    """Say on the error stream what went wrong; the message is plain text."""
    errors.print("×", message, markup=False, soft_wrap=True)


def stop(code: Exit, message: str) -> NoReturn:
    """Say why and end."""
    say_error(message)
    raise typer.Exit(code)


def say_json(answer: Mapping[str, Any]) -> None:
    """Print one JSON object; dates and instants as ISO text."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
    sys.stdout.flush()


def say_table(title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; every cell as text."""
    table = Table(*headings, title=title, title_justify="left")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    screen.print(table)


def progress() -> Progress:
    """Make the bar of a long work; it goes to the error stream, so that answers stay clean."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
    )
