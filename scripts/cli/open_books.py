"""门 (the door): ports to listen on, what stands over the pages, and the settings of the web server."""

import json
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import uvicorn
from fastapi import FastAPI

from api.board.board import TITLE
from api.http.logs import write_json_logs
from scripts.cli.output import Exit, say_json, screen, stop
from scripts.garbage import look_seldom

BACKLOG = 2_048
FINISH_SECONDS = 10

Host = Annotated[str, typer.Option(help="监听地址。 Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="端口;0 任选。 Port; 0 takes a free one.")]
PlaceNames = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="区划名称 JSON。 Names of places by code, a JSON object."),
]


def leave_on_sigterm() -> None:
    """Let SIGTERM end the main thread as if it had come to its end, so that everything that was opened is closed."""

    def leave(*_: object) -> NoReturn:
        sys.exit(Exit.DONE)

    signal.signal(signal.SIGTERM, leave)


def over_the_door(places: Path | None, *, demo: bool) -> tuple[Mapping[str, str], tuple[str, str]]:
    """Give the names of places by code, and what stands over every page (zh, en)."""
    if demo:
        from scripts.demo.case import place_names
        from scripts.demo.county import DEMO_TITLE

        return place_names(), DEMO_TITLE
    return (json.loads(places.read_text(encoding="utf-8")) if places else {}), TITLE


@contextmanager
def take_port(host: str, port: int) -> Iterator[socket.socket]:
    """Take the port first: a taken one is said before anything is started."""
    with take_port_together(host, port, 1) as (listening,):
        yield listening


@contextmanager
def take_port_together(host: str, port: int, how_many: int) -> Iterator[list[socket.socket]]:
    """Take one port for so many processes; the kernel deals callers out among their sockets.

    With one socket for all of them, whoever wakes first would take every caller that waits.
    """
    with ExitStack() as taken:
        listening: list[socket.socket] = []
        try:
            for _ in range(how_many):
                one = taken.enter_context(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET))
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, bool(listening))
                one.bind((host, listening[0].getsockname()[1] if listening else port))
                # The first shares its port only when it has it: otherwise it would join a stranger's unasked.
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, how_many > 1)
                listening.append(one)
            for one in listening:
                one.listen(BACKLOG)
        except OSError as error:
            reason = f"{host}:{port}: {error.strerror}"
            stop(
                Exit.PORT_TAKEN,
                f"端口不可用,请换一个。 This port cannot be taken, name another one: {reason}",
            )
        yield listening


def address_of(listening: socket.socket) -> str:
    """Give the address that callers reach it at."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


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


def answer(app: FastAPI, listening: socket.socket) -> None:
    """Answer over HTTP with the settings of production, until told to stop."""
    write_json_logs()
    look_seldom()
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=FINISH_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listening])
