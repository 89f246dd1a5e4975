"""启动服务 (serve): open the books, keep the ledgers, and answer over HTTP until told to stop.

One process holds the lock on the books and answers; a second one follows; `--readers` adds some that only read.
SIGTERM and SIGINT end them all, and the embedded server with them: they first answer the requests that they have begun.
"""

import time
from contextlib import closing, suppress
from typing import Annotated

import typer

from api.app import create_app
from projections.access.register import TokenRegister
from projections.journal.database import Pool
from projections.reading.snapshots import Ledgers, LedgersNotReady, PositionNotReached
from scripts.cli.child_processes import kept_running
from scripts.cli.folder import (
    DEFAULT_FOLDER,
    DEFAULT_SCHEMA,
    Folder,
    Schema,
    books_at,
    open_books,
    standby_of,
)
from scripts.cli.follow import follower_beside
from scripts.cli.output import AsJson, say_error
from scripts.cli.read import reader_beside
from scripts.cli.serving_options import (
    Host,
    PlaceNamesFile,
    Port,
    leave_on_sigterm,
    names_and_title,
    say_where,
)
from scripts.ports import address_of, take_port, take_port_together
from scripts.web_server import answer

LEDGER_SECONDS = 30.0


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    readers: Annotated[
        int,
        typer.Option(min=0, help="只供查阅的进程数。 Processes that only read, beside the one that records."),
    ] = 0,
    readers_port: Annotated[
        int,
        typer.Option(
            min=0, max=65535, help="它们共用的端口;0 任选。 The port that they share; 0: a free one."
        ),
    ] = 8001,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    places: PlaceNamesFile = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="先记入示范县。 Record the demo county first.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """开门服务。 Serve the board and the API.  Exit 3: the books cannot be opened, 4: the port is taken."""
    leave_on_sigterm()
    names, title = names_and_title(places, demo=demo)
    with (
        suppress(KeyboardInterrupt),
        take_port(host, port) as listening,
        take_port_together(host, readers_port, readers) as reading,
        books_at(folder, schema, new=True) as database,
        closing(open_books(database)) as books,
        kept_running(follower_beside(folder, schema)),
    ):
        if demo:
            from scripts.cli.demo import record_demo

            record_demo(books, quiet=as_json)
        with (
            closing(Pool(database, size=16)) as pool,
            closing(TokenRegister(database)) as tokens,
            standby_of(database) as standby,
            kept_running(
                *(reader_beside(one, listening, folder, schema, places, demo=demo) for one in reading)
            ),
        ):
            ledgers = Ledgers(pool, standby)
            app = create_app(books, ledgers, tokens, places=names, title=title)
            _wait_for_ledgers(ledgers, books.recorder.max_notification_id() or 0)
            readers_at = address_of(reading[0]) if reading else None
            say_where(address_of(listening), readers=readers_at, as_json=as_json)
            answer(app, listening)


def _wait_for_ledgers(ledgers: Ledgers, position: int) -> None:
    """Wait until the ledgers are at the end of the journal, before the first answer; not for one that failed."""
    deadline = time.monotonic() + LEDGER_SECONDS
    while time.monotonic() < deadline:
        with suppress(LedgersNotReady, PositionNotReached):
            ledgers.wait_for(position)
            return
        time.sleep(0.05)
    say_error("台账还没有跟上,见 /health。 The ledgers are behind; see /health.")
