"""Ground for the tests of the board: a county in its books, a real server, and a real browser."""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from uuid import uuid4

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from api.board.board import TITLE, open_board
from api.http.envelope import Envelope
from projections.ledger.projection import every_projection
from projections.place_register.place_names import PlaceNames
from projections.reading.snapshots import Ledgers
from tests.board.county import PLACES, TODAY, record_county
from tests.projections.given import GivenBooks


@dataclass(frozen=True)
class Board:
    """A board that answers at `url`, and the books behind it."""

    url: str
    given: GivenBooks

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.url + path, headers=headers)


@contextmanager
def serving(
    ledgers: Ledgers,
    seconds: Callable[[], float] = time.monotonic,
    *,
    places: Mapping[str, str] = PLACES,
    title: tuple[str, str] = TITLE,
) -> Iterator[str]:
    """Serve a board that reads these ledgers, on a free port; give its address."""
    app = FastAPI()
    open_board(app, ledgers, names=PlaceNames(places), title=title, today=lambda: TODAY, seconds=seconds)
    app.add_middleware(Envelope)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@contextmanager
def new_books(database_url: str) -> Iterator[GivenBooks]:
    """Open books that are dropped afterwards."""
    schema = f"books_{uuid4().hex}"
    given = GivenBooks(database_url, schema)
    yield given
    given.write(f"DROP SCHEMA {schema} CASCADE")
    given.close()


def follow(given: GivenBooks) -> int:
    """Bring every ledger of the house to the end of the journal."""
    return given.follow(*every_projection())


@pytest.fixture(scope="module")
def board(database_url: str) -> Iterator[Board]:
    """The board of the county."""
    with ExitStack() as stack:
        given = stack.enter_context(new_books(database_url))
        record_county(given)
        assert follow(given) == given.position
        yield Board(stack.enter_context(serving(given.ledgers)), given)


@pytest.fixture(scope="module")
def empty_board(database_url: str) -> Iterator[Board]:
    """The board of books in which nothing was recorded."""
    with ExitStack() as stack:
        given = stack.enter_context(new_books(database_url))
        follow(given)
        yield Board(stack.enter_context(serving(given.ledgers)), given)
