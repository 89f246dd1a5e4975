"""开门 (serve): open the books, keep the ledgers, and answer over HTTP until told to stop.

One process holds the pen and answers; a second one follows.  SIGTERM and SIGINT end both, and the embedded server with
them: requests that are being answered are finished first.
"""

import json
import signal
import socket
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.board.board import TITLE
from api.logs import write_json_logs
from projections.access.register import TokenRegister
from projections.journal.database import Pool
from projections.reading import Ledgers, LedgersNotReady, PositionNotReached
from scripts.cli.demo import record_demo
from scripts.cli.follow import follower_process
from scripts.cli.output import AsJson, Exit, say_error, say_json, screen, stop
from scripts.cli.place import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at, open_books, standby_of
from scripts.demo.case import place_names
from scripts.demo.county import DEMO_TITLE
from scripts.garbage import look_seldom

BACKLOG = 2_048
FINISH_SECONDS = 10
LEDGER_SECONDS = 30.0


def serve(
    host: Annotated[str, typer.Option(help="监听地址。 Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="端口;0 任选。 Port; 0 takes a free one.")
    ] = 8000,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    places: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="区划名称 JSON。 Names of places by code, a JSON object."
        ),
    ] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="先记入示范县。 Record the demo county first.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """开门服务。 Serve the board and the API.  Exit 3: the books cannot be opened, 4: the port is taken."""
    signal.signal(signal.SIGTERM, _leave)
    names = place_names() if demo else json.loads(places.read_text(encoding="utf-8")) if places else {}
    with (
        suppress(KeyboardInterrupt),
        closing(take_port(host, port)) as listening,
        books_at(folder, schema) as database,
        closing(open_books(database)) as books,
        follower_process(folder, schema),
    ):
        if demo:
            record_demo(books, quiet=as_json)
        with (
            closing(Pool(database, size=16)) as pool,
            closing(TokenRegister(database)) as tokens,
            standby_of(database) as standby,
        ):
            ledgers = Ledgers(pool, standby)
            app = create_app(books, ledgers, tokens, places=names, title=DEMO_TITLE if demo else TITLE)
            _wait_for_ledgers(ledgers, books.recorder.max_notification_id() or 0)
            _say_where(listening, as_json=as_json)
            answer(app, listening)


def _leave(*_: object) -> NoReturn:
    """End as if the main thread had come to its end, so that everything that was opened is closed."""
    sys.exit(Exit.DONE)


def take_port(host: str, port: int) -> socket.socket:
    """Take the port first: a taken one is said before anything is started."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        reason = f"{host}:{port}: {error.strerror}"
        stop(
            Exit.PORT_TAKEN,
            f"端口不可用,请换 --port。 This port cannot be taken, name another with --port: {reason}",
        )
    return listening


def _say_where(listening: socket.socket, *, as_json: bool) -> None:
    """Print the addresses; callers that connect now are answered as soon as the service is up."""
    host, port = listening.getsockname()[:2]
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    if as_json:
        say_json({"board": f"{address}/board", "docs": f"{address}/docs", "health": f"{address}/health"})
    else:
        screen.print(
            f"公示栏 board  {address}/board\n接口   docs   {address}/docs\nCtrl-C 停止。 Ctrl-C stops."
        )


def _wait_for_ledgers(ledgers: Ledgers, position: int) -> None:
    """Let the ledgers come to the end of the journal before the door opens; one that cannot go on is not waited for."""
    deadline = time.monotonic() + LEDGER_SECONDS
    while time.monotonic() < deadline:
        with suppress(LedgersNotReady, PositionNotReached):
            ledgers.wait_for(position)
            return
        time.sleep(0.05)
    say_error("台账还没有跟上,见 /health。 The ledgers are behind; see /health.")


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
