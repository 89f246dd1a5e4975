"""A connection to the database that can be cut at the worst moment: after the commit, before the server says so."""

import contextlib
import socket
import tempfile
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from psycopg2.extensions import connection


class ConnectionThatCanBeCut:
    """Passes bytes both ways between a Unix socket of its own and a PostgreSQL server.

    swallow_answers  True: the end of the next answer is not passed on; the connection is cut instead.
    """

    def __init__(self, behind: connection) -> None:
        self.swallow_answers = False
        self._host, self._port = behind.info.host, behind.info.port
        self._user, self._database = behind.info.user, behind.info.dbname
        self._folder = tempfile.TemporaryDirectory(prefix="cut-")
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(Path(self._folder.name) / ".s.PGSQL.5432"))
        self._door.listen()
        Thread(target=self._let_in, daemon=True).start()

    @property
    def url(self) -> str:
        return f"postgresql://{self._user}@/{self._database}?host={quote(self._folder.name, safe='')}"

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._folder.cleanup()

    def _let_in(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._door.accept()
                server = self._to_server()
                Thread(target=self._pass_questions, args=(caller, server), daemon=True).start()
                Thread(target=self._pass_answers, args=(server, caller), daemon=True).start()

    def _to_server(self) -> socket.socket:
        if self._host.startswith("/"):
            server = socket.socket(socket.AF_UNIX)
            server.connect(f"{self._host}/.s.PGSQL.{self._port}")
            return server
        return socket.create_connection((self._host, self._port))

    def _pass_questions(self, caller: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError), caller, server:
            while said := caller.recv(65536):
                server.sendall(said)

    def _pass_answers(self, server: socket.socket, caller: socket.socket) -> None:
        with contextlib.suppress(OSError), server, caller:
            while said := server.recv(65536):
                # The server ends its answer to a query with ReadyForQuery: Z, length 5, idle.
                if self.swallow_answers and said.endswith(b"Z\x00\x00\x00\x05I"):
                    self.swallow_answers = False
                    server.shutdown(socket.SHUT_RDWR)
                    caller.shutdown(socket.SHUT_RDWR)
                    return
                caller.sendall(said)
