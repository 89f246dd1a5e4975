"""A running service for the tests: a real server on a free port, real books, a token for every role."""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from typing import Any
from uuid import uuid4

import httpx
import psycopg2
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from domain.books.books import Books
from projections.access.register import TokenRegister
from projections.access.roles import Role
from projections.journal.database import Database, Pool
from projections.journal.schema import create_schema
from projections.ledger.following import Follower
from projections.reading.snapshots import Ledgers
from projections.reading.standby import Standby

Body = Mapping[str, Any]


class Service:
    """A running service.  `by(role)` is a client that carries the token of a person with that role."""

    def __init__(self, url: str, database: Database, ledgers: Ledgers, register: TokenRegister) -> None:
        self.url = url
        self.database = database
        self.ledgers = ledgers
        self.register = register
        self._clients: dict[str, httpx.Client] = {}

    def by(self, role: Role | None, *, person: str = "", scope: str = "") -> httpx.Client:
        """A client for a role; another `person` of the same role has another token."""
        name = f"{role}/{person}/{scope}"
        if name not in self._clients:
            headers = {}
            if role is not None:
                token = self.register.make(person or f"u-{role}", [role], scope)
                headers["Authorization"] = f"Bearer {token}"
            self._clients[name] = httpx.Client(base_url=self.url, headers=headers, timeout=30)
        return self._clients[name]

    def post(
        self, role: Role, path: str, body: Body, *, key: str | None = None, person: str = ""
    ) -> httpx.Response:
        """Send a request that records, under a new key unless one is given."""
        headers = {"Idempotency-Key": key or uuid4().hex}
        return self.by(role, person=person).post(path, json=body, headers=headers)

    def record(self, role: Role, path: str, body: Body, *, person: str = "") -> int:
        """Send a request that must be recorded; give the position to wait for."""
        answer = self.post(role, path, body, person=person)
        assert answer.status_code == 201, answer.text
        return int(answer.headers["X-Journal-Position"])

    def head(self) -> int:
        """The last position of the journal: unchanged when nothing was recorded."""
        return self.ledgers.lag().head

    def close(self) -> None:
        for client in self._clients.values():
            client.close()


@contextmanager
def running_service(
    database_url: str, standby_url: str = "", *, before: Callable[[Books], None] | None = None
) -> Iterator[Service]:
    """Open new books, follow them, and answer over HTTP until the end of the block; read from a standby if named.

    before  records what an earlier release left in the books; they are then opened again.
    """
    schema = f"books_{uuid4().hex}"
    database = Database(database_url, schema)
    with ExitStack() as stack:
        stack.callback(_drop, database_url, schema)
        create_schema(database)
        env = {
            "PERSISTENCE_MODULE": "projections.journal.persistence",
            "DATABASE_URL": database_url,
            "BOOKS_SCHEMA": schema,
        }
        if before is not None:
            with Books(env) as earlier:
                before(earlier)
        books = Books(env)
        stack.callback(books.close)
        register = stack.enter_context(closing(TokenRegister(database)))
        pool = stack.enter_context(closing(Pool(database)))
        _follow(stack, database)
        standby = None
        if standby_url:
            standby = Standby(Database(standby_url, schema), database, tolerated_seconds=1.0).start()
            stack.callback(standby.close)
        ledgers = Ledgers(pool, standby)
        url = stack.enter_context(serving_app(create_app(books, ledgers, register)))
        service = stack.enter_context(closing(Service(url, database, ledgers, register)))
        yield service


def _follow(stack: ExitStack, database: Database) -> None:
    follower = Follower(database)
    follower.catch_up()
    thread = threading.Thread(target=follower.run, name="follower")
    thread.start()
    stack.callback(thread.join)
    stack.callback(follower.stop)


@contextmanager
def serving_app(app: FastAPI) -> Iterator[str]:
    """Serve an app on a free port; give its address."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="server")
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _drop(database_url: str, schema: str) -> None:
    with closing(psycopg2.connect(database_url)) as opened:
        opened.autocommit = True
        with opened.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
