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
    """How a command ends; scripts/README.md promises these numbers to scripts."""

    DONE = 0
    """已办妥。

    It is done.
    """

    DISAGREES = 1
    """账或演示的合计不符，或台账未建、受阻。

    The books or a sum of the demo disagree, or ledgers are missing or stuck.
    """

    MISUSED = 2
    """命令写得不对。

    The command line was wrong.
    """

    NOT_OPENED = 3
    """此处没有账，账打不开（服务器、目录或另一写入者），查账中断，或文件写不了。

    No books are here, they cannot be opened (server, folder or another writer), an audit was cut short, or a file
    cannot be written.
    """

    PORT_TAKEN = 4
    """端口被占用。

    The port is taken.
    """


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
