"""开门 (serve): open the books, keep the ledgers, and answer over HTTP until told to stop.

One process holds the pen and answers; a second one follows.  SIGTERM and SIGINT end both, and the embedded server with
them: requests that are being answered are finished first.
"""

import signal
import socket
import sys
from contextlib import closing
from typing import Annotated

import typer
import uvicorn

from domain.books.books import Books
from scripts.cli.follow import follower_process
from scripts.cli.output import AsJson, Exit, say_json, screen, stop
from scripts.cli.place import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at, open_books

BACKLOG = 2_048
FINISH_SECONDS = 10


def serve(
    host: Annotated[str, typer.Option(help="监听地址。 Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="端口;0 任选。 Port; 0 takes a free one.")
    ] = 8000,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    demo: Annotated[
        bool, typer.Option("--demo", help="先记入示范县。 Record the demo county first.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """开门服务。 Serve the board and the API.  Exit 3: books cannot be opened, 4: port taken."""
    signal.signal(signal.SIGTERM, _leave)
    with (
        closing(_listening(host, port)) as listening,
        books_at(folder, schema) as database,
        closing(open_books(database)) as books,
        follower_process(folder, schema),
    ):
        if demo:
            from scripts.cli.demo import record_demo

            record_demo(books, quiet=as_json)
        _answer(books, listening, as_json=as_json)


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
