"""阅账 (read): answer questions about the books over HTTP, and record nothing.

It needs neither the lock on the books nor the follower, so any number may run beside the process that has them:
`serve --readers` starts some of them at one port, and one may run by itself, also on another machine.
"""

import os
import signal
import socket
from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated

import typer
from eventsourcing.persistence import OperationalError, ProgrammingError

from api.app import create_app
from api.http.read_only import WriterAddress
from projections.access.register import TokenRegister
from projections.journal.database import Pool
from projections.reading.snapshots import Ledgers
from scripts.cli.child_processes import ChildProcess, when_the_parent_ends
from scripts.cli.folder import (
    DEFAULT_FOLDER,
    DEFAULT_SCHEMA,
    BooksShut,
    Folder,
    Schema,
    books_at,
    standby_of,
)
from scripts.cli.output import AsJson
from scripts.cli.serving_options import (
    Host,
    PlaceNamesFile,
    Port,
    leave_on_sigterm,
    names_and_title,
    say_where,
)
from scripts.ports import address_of, take_port
from scripts.web_server import answer

CONNECTIONS = 8


def read(
    host: Host = "127.0.0.1",
    port: Port = 8001,
    writer_port: Annotated[
        int, typer.Option(help="登记服务的端口。 Port of the service that records; callers are told.")
    ] = 8000,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    places: PlaceNamesFile = None,
    demo: Annotated[bool, typer.Option("--demo", help="示范县的名称。 Names of the demo county.")] = False,
    as_json: AsJson = False,
    lent: Annotated[int | None, typer.Option("--lent", hidden=True)] = None,
) -> None:
    """只供查阅。 Serve the board and every GET of the API.  Exit 3: nobody opened the books, 4: the port is taken."""
    leave_on_sigterm()
    if lent is not None:
        when_the_parent_ends(lambda: os.kill(os.getpid(), signal.SIGTERM))
    names, title = names_and_title(places, demo=demo)
    with (
        suppress(KeyboardInterrupt),
        take_port(host, port) if lent is None else socket.socket(fileno=lent) as listening,
        books_at(folder, schema, ask=False) as database,
        closing(TokenRegister(database, readonly=True)) as tokens,
        closing(Pool(database, size=CONNECTIONS)) as pool,
        standby_of(database) as standby,
    ):
        _refuse_unopened(tokens)
        app = create_app(
            WriterAddress(writer_port), Ledgers(pool, standby), tokens, places=names, title=title
        )
        if lent is None:
            say_where(address_of(listening), as_json=as_json)
        answer(app, listening)


def _refuse_unopened(tokens: TokenRegister) -> None:
    """Look once whether there are books.  A server that is away is waited for, as by those that serve already."""
    try:
        with suppress(OperationalError):
            tokens.find("")
    except ProgrammingError as error:
        msg = "还没有人开过这套账,请先运行 serve。 Nobody has opened these books; run serve first"
        raise BooksShut(msg) from error


def reader_beside(
    listening: socket.socket,
    writer: socket.socket,
    folder: Path,
    schema: str,
    places: Path | None,
    *,
    demo: bool,
) -> ChildProcess:
    """Start `read` beside this process, answering at `listening`, which stays open here until it is let go."""
    command = ["read", "--lent", str(listening.fileno()), "--writer-port", str(writer.getsockname()[1])]
    command += ["--folder", str(folder), "--schema", schema]
    if places is not None:
        command += ["--places", str(places)]
    if demo:
        command.append("--demo")
    return ChildProcess(*command, lent=[listening])
