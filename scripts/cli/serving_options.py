"""对外服务 (serving): the options of the commands that answer over HTTP, the title of their pages, their addresses."""

import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from api.board.board import TITLE
from scripts.cli.output import Exit, say_json, screen

Host = Annotated[str, typer.Option(help="监听地址。 Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="端口;0 任选。 Port; 0 takes a free one.")]
PlaceNamesFile = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        dir_okay=False,
        help="区划名称 JSON，账套未登记区划时用。 Names of places by code, for books without a register.",
    ),
]


def leave_on_sigterm() -> None:
    """Let SIGTERM end the main thread as if it had come to its end, so that everything that was opened is closed."""

    def leave(*_: object) -> NoReturn:
        sys.exit(Exit.DONE)

    signal.signal(signal.SIGTERM, leave)


def names_and_title(places: Path | None, *, demo: bool) -> tuple[Mapping[str, str], tuple[str, str]]:
    """Give the names of places in the file, and the title over every page (zh, en)."""
    names = json.loads(places.read_text(encoding="utf-8")) if places else {}
    if demo:
        from scripts.demo.county import DEMO_TITLE

        return names, DEMO_TITLE
    return names, TITLE


def say_where(address: str, *, readers: str | None = None, as_json: bool) -> None:
    """Print the addresses; callers that connect now are answered as soon as the service is up."""
    named = {"board": f"{address}/board", "docs": f"{address}/docs", "health": f"{address}/health"}
    if readers is not None:
        named["readers"] = f"{readers}/board"
    if as_json:
        say_json(named)
        return
    words = {"board": "公示栏", "docs": "接口  ", "health": "状态  ", "readers": "查阅  "}
    for name, where in named.items():
        screen.print(f"{words[name]} {name:8}{where}")
    screen.print("Ctrl-C 停止。 Ctrl-C stops.")
