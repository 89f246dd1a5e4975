"""端口 (ports): take a port before anything else is started, for one process or for several together."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

BACKLOG = 2_048


class PortTaken(RuntimeError):
    """The service cannot listen there (端口不可用); the message names the address and says why."""


@contextmanager
def take_port(host: str, port: int) -> Iterator[socket.socket]:
    """Listen on a port; 0 takes a free one.  Raises PortTaken."""
    with take_port_together(host, port, 1) as (listening,):
        yield listening


@contextmanager
def take_port_together(host: str, port: int, how_many: int) -> Iterator[list[socket.socket]]:
    """Take one port for so many processes; the kernel deals callers out among their sockets.

    With one socket for all of them, the process that wakes first would take every caller that waits.  Raises PortTaken.
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
            raise PortTaken(f"{host}:{port}: {error.strerror}") from error
        yield listening


def address_of(listening: socket.socket) -> str:
    """Give the address that callers reach it at."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
