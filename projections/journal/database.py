"""数据库连接 (connections): one schema is one set of books (账套, D7), reached through psycopg2 (D2).

Every connection is in autocommit and finds its own schema by search_path, so the statements of the journal name their
tables plainly.  Errors of the driver become the errors of the library, class by class.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from queue import Empty, LifoQueue
from typing import Any

import psycopg2
from eventsourcing import persistence
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, connection

SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,47}")


class Database:
    """Where one set of books is kept: a server by its libpq URI, and a schema in it."""

    def __init__(self, url: str, schema: str, revive: Callable[[], object] = lambda: None) -> None:
        """Refuse a schema name that would need quoting (ValueError); connect nothing yet.

        `connect` calls `revive` when the server does not answer, and then tries once more.
        """
        if not SCHEMA_NAME.fullmatch(schema):
            msg = f"账套名 {schema!r} 须为小写字母、数字和下划线，至多48个 / a schema is named by {SCHEMA_NAME.pattern}"
            raise ValueError(msg)
        self.url = url
        self.schema = schema
        self._revive = revive

    def connect(self, purpose: str = "journal", *, readonly: bool = False) -> connection:
        """Open a connection in autocommit.  Raises the library's OperationalError when the server does not answer."""
        with translated():
            try:
                opened = self._open(purpose)
            except psycopg2.OperationalError:
                self._revive()
                opened = self._open(purpose)
            opened.autocommit = True
            with opened.cursor() as cursor:
                access = "; SET default_transaction_read_only TO on" if readonly else ""
                cursor.execute(f"SET search_path TO {self.schema}, pg_temp; SET timezone TO 'UTC'{access}")
        return opened

    def _open(self, purpose: str) -> connection:
        name = f"sunledger {self.schema} {purpose}"
        return psycopg2.connect(
            self.url, connect_timeout=10, keepalives_idle=30, application_name=name, client_encoding="UTF8"
        )


class Pool:
    """A few connections for short statements, shared by threads; dead ones are replaced when they are met."""

    def __init__(
        self, database: Database, *, size: int = 8, readonly: bool = True, timeout: float = 30.0
    ) -> None:
        """Connect nothing yet.  A caller waits up to `timeout` seconds for one of `size` connections."""
        self.database = database
        self._readonly = readonly
        self._timeout = timeout
        self._idle: LifoQueue[connection | None] = LifoQueue()
        for _ in range(size):
            self._idle.put(None)

    @contextmanager
    def connection(self) -> Iterator[connection]:
        """Lend a connection.  Raises OperationalError when all stay lent for too long or the server is away."""
        try:
            lent = self._idle.get(timeout=self._timeout)
        except Empty:
            msg = f"no connection to {self.database.schema} became free in {self._timeout} s"
            raise persistence.OperationalError(msg) from None
        try:
            if lent is None or lent.closed:
                lent = self.database.connect("pool", readonly=self._readonly)
            with translated():
                yield lent
        except (persistence.OperationalError, persistence.InterfaceError):
            # A dead line does not always look dead; and the idle ones have probably died of the same cause.
            self.close()
            if lent is not None:
                lent.close()
            raise
        finally:
            if lent is not None and lent.info.transaction_status != TRANSACTION_STATUS_IDLE:
                lent.close()
            self._idle.put(lent)

    def fetch(
        self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Run one reading statement and return all rows; once more when the connection turns out to be dead."""
        try:
            return self._fetch(statement, parameters)
        except (persistence.OperationalError, persistence.InterfaceError):
            return self._fetch(statement, parameters)

    def _fetch(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
        with self.connection() as lent, lent.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall() if cursor.description is not None else []

    def close(self) -> None:
        """Close the idle connections.  The pool stays usable: the next caller connects anew."""
        idle = []
        while not self._idle.empty():
            try:
                idle.append(self._idle.get_nowait())
            except Empty:
                break
        for kept in idle:
            if kept is not None:
                kept.close()
            self._idle.put(None)


@contextmanager
def translated() -> Iterator[None]:
    """Raise the library's error of the same name for an error of the driver."""
    try:
        yield
    except psycopg2.Error as error:
        raise translation(error) from error


def translation(error: psycopg2.Error) -> persistence.PersistenceError:
    """Find the library's error for an error of the driver: the nearest class of the same name.

    A plain DatabaseError without a code never came from the server: it is how the driver says that the line is dead.
    """
    if type(error) is psycopg2.DatabaseError and error.pgcode is None:
        return persistence.OperationalError(str(error).strip())
    for kind in type(error).__mro__:
        known = getattr(persistence, kind.__name__, None)
        if isinstance(known, type) and issubclass(known, persistence.PersistenceError):
            return known(str(error).strip())
    return persistence.PersistenceError(str(error).strip())
