"""开门 (serve): open the books, keep the ledgers, and answer over HTTP until told to stop.

One process holds the pen and answers; a second one follows.  SIGTERM and SIGINT end both, and the embedded server with
them: requests that are being answered are finished first.
"""

import json
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import uvicorn

from api.app import create_app
from api.logs import write_json_logs
from domain.books.books import Books
from projections.access.register import TokenRegister
from projections.journal.database import Database, Pool
from projections.reading import Ledgers
from scripts.cli.demo import record_demo
from scripts.cli.follow import follower_process
from scripts.cli.output import AsJson, Exit, say_json, screen, stop
from scripts.cli.place import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at, open_books
from scripts.demo.county import TITLE, places_of_the_demo

BACKLOG = 2_048
FINISH_SECONDS = 10


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
    names = places_of_the_demo() if demo else json.loads(places.read_text(encoding="utf-8")) if places else {}
    with (
        suppress(KeyboardInterrupt),
        closing(_listening(host, port)) as listening,
        books_at(folder, schema) as database,
        closing(open_books(database)) as books,
        follower_process(folder, schema),
    ):
        if demo:
            record_demo(books, quiet=as_json)
        _say_where(listening, as_json=as_json)
        _answer(database, books, listening, names, demo=demo)


def _leave(*_: object) -> NoReturn:
    """End as if the main thread had come to its end, so that everything that was opened is closed."""
    sys.exit(Exit.DONE)


def _listening(host: str, port: int) -> socket.socket:
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


def _answer(
    database: Database, books: Books, listening: socket.socket, places: Mapping[str, str], *, demo: bool
) -> None:
    write_json_logs()
    with closing(Pool(database, size=16)) as pool, closing(TokenRegister(database)) as tokens:
        ledgers = Ledgers(pool)
        app = (
            create_app(books, ledgers, tokens, places=places, title=TITLE)
            if demo
            else create_app(books, ledgers, tokens, places=places)
        )
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
