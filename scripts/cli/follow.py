"""跟账 (follow): keep the ledgers at the end of the journal, in a process of its own.

`serve` starts one beside itself: folding is work for the processor, and in its own process it never makes a reader
wait.
"""

from pathlib import Path
from typing import Annotated

import typer

from projections.ledger.following import Follower
from scripts.cli.child_processes import ChildProcess, end_undisturbed, when_the_parent_ends, when_told_to_end
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, say_json, screen
from scripts.garbage_collection import look_seldom


def follow(
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    as_json: AsJson = False,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False,
) -> None:
    """跟账,直到停止。 Keep the ledgers up to date until stopped."""
    look_seldom()
    with books_at(folder, schema) as database:
        follower = Follower(database)
        when_told_to_end(follower.stop)
        if with_parent:
            when_the_parent_ends(follower.stop)
        elif as_json:
            say_json({"following": schema})
        else:
            screen.print(f"跟账:{schema}。 Following {schema}; Ctrl-C stops.")
        follower.run()
    end_undisturbed()


def follower_beside(folder: Path, schema: str) -> ChildProcess:
    """Start `follow` beside this process."""
    return ChildProcess("follow", "--with-parent", "--folder", str(folder), "--schema", schema)
