"""子进程 (child processes): our own commands, run as long as this process runs, and started again when they die.

Such a child watches the pipe that is its input: when the parent ends, however it ends, the pipe closes and the child
stops by itself, so that none is left alone.
"""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

log = logging.getLogger(__name__)

STOP_SECONDS = 20.0
WATCH_SECONDS = 0.2
PAUSE_SECONDS = 1.0


class ChildProcess:
    """One command in a process of its own; sockets in `lent` are open there too, under the same number."""

    def __init__(self, *command: str, lent: Sequence[socket.socket] = ()) -> None:
        self._command, self._lent = command, tuple(lent)
        self._child = self._started()

    def mend(self) -> bool:
        """Start it again when it has died; False while it lives."""
        died_with = self._child.poll()
        if died_with is None:
            return False
        log.error("%s ended with %s and is started again", self._command[0], died_with)
        self._child = self._started()
        return True

    def let_go(self) -> None:
        """Tell it to end, and close its sockets here: once the child closes them, too, they accept no connection."""
        for one in self._lent:
            one.close()
        assert self._child.stdin is not None
        with suppress(BrokenPipeError):
            self._child.stdin.close()

    def end(self) -> None:
        """Wait until it ended; kill it when that takes too long."""
        try:
            self._child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _started(self) -> "subprocess.Popen[bytes]":
        # A session of its own: Ctrl-C reaches the parent alone, which then lets the child finish what it does.
        return subprocess.Popen(
            [sys.executable, "-m", "scripts.cli.main", *self._command],
            stdin=subprocess.PIPE,
            pass_fds=[one.fileno() for one in self._lent],
            start_new_session=True,
        )


@contextmanager
def kept_running(*children: ChildProcess) -> Iterator[None]:
    """Start children again when they die, and end them at the end of the block."""
    stopping = threading.Event()

    def watch() -> None:
        while not stopping.wait(WATCH_SECONDS):
            if sum(child.mend() for child in children):
                # One that cannot start is not tried without end at full speed.
                stopping.wait(PAUSE_SECONDS)

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        stopping.set()
        watching.join()
        for child in children:
            child.let_go()
        for child in children:
            child.end()


def when_the_parent_ends(stop: Callable[[], object]) -> None:
    """Call `stop`, in a thread of its own, as soon as the process that started this one has ended or let it go."""

    def watch() -> None:
        sys.stdin.buffer.read()
        stop()

    threading.Thread(target=watch, daemon=True).start()


def end_undisturbed() -> None:
    """Ignore further signals: the process ends anyway, and Python drops its handlers before it has ended.

    Without this a second SIGTERM at that moment kills it, and its exit code says so.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def when_told_to_end(stop: Callable[[], object]) -> None:
    """Call `stop`, in a thread of its own, at every SIGINT and SIGTERM.  For the main thread.

    A handler runs in the main thread wherever that is, also inside a lock that `stop` would wait for without end.  So
    it takes none: it only writes a byte.
    """
    told, telling = os.pipe()

    def watch() -> None:
        while os.read(told, 1):
            stop()

    threading.Thread(target=watch, daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: os.write(telling, b"!"))
