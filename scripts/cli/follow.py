"""跟账 (follow): keep the ledgers at the end of the journal, in a process of its own.

`serve` starts one beside itself: folding is work for the processor, and in its own process it never makes a reader
wait.  The child watches the pipe that is its input; when the parent ends, however it ends, the pipe closes and the
child stops by itself, so that no follower is left alone.
"""

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

STOP_SECONDS = 20.0


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
def follower_process(folder: Path, schema: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run `follow` beside this process, and end it with this process."""
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
    # A group of its own: Ctrl-C reaches this process alone, which then lets the follower finish its page.
    child = subprocess.Popen([*command, "--with-parent"], stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield child
    finally:
        assert child.stdin is not None
        with suppress(BrokenPipeError):
            child.stdin.close()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
