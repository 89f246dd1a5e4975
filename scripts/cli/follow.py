"""跟账 (follow): keep the ledgers at the end of the journal, in a process of its own.

`serve` starts one beside itself: folding is work for the processor, and in its own process it never makes a reader
wait.  The child watches the pipe that is its input; when the parent ends, however it ends, the pipe closes and the
child stops by itself, so that no follower is left alone.
"""

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

from projections.follow import Follower
from scripts.cli.output import AsJson, say_json, screen
from scripts.cli.place import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at

log = logging.getLogger(__name__)

STOP_SECONDS = 20.0
WATCH_SECONDS = 1.0


def follow(
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    as_json: AsJson = False,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False,
) -> None:
    """跟账,直到停止。 Keep the ledgers up to date until stopped."""
    with books_at(folder, schema) as database:
        follower = Follower(database)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: follower.stop())
        if with_parent:
            threading.Thread(target=_stop_with_parent, args=(follower,), daemon=True).start()
        elif as_json:
            say_json({"following": schema})
        else:
            screen.print(f"跟账:{schema}。 Following {schema}; Ctrl-C stops.")
        follower.run()


def _stop_with_parent(follower: Follower) -> None:
    sys.stdin.buffer.read()
    follower.stop()


@contextmanager
def follower_process(folder: Path, schema: str) -> Iterator[None]:
    """Run `follow` beside this process, again when it dies, and end it with this process."""
    command = [
        sys.executable,
        "-m",
        "scripts.cli.main",
        "follow",
        "--folder",
        str(folder),
        "--schema",
        schema,
    ]
    stopping = threading.Event()
    child = _follower(command)

    def keep_running() -> None:
        nonlocal child
        while not stopping.is_set():
            if child.poll() is not None:
                log.error("the follower ended with %s and is started again", child.returncode)
                child = _follower(command)
            stopping.wait(WATCH_SECONDS)

    watch = threading.Thread(target=keep_running, daemon=True)
    watch.start()
    try:
        yield
    finally:
        stopping.set()
        watch.join()
        _end(child)


def _follower(command: list[str]) -> "subprocess.Popen[bytes]":
    # A session of its own: Ctrl-C reaches this process alone, which then lets the follower finish its page.
    return subprocess.Popen([*command, "--with-parent"], stdin=subprocess.PIPE, start_new_session=True)


def _end(child: "subprocess.Popen[bytes]") -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError):
        child.stdin.close()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
