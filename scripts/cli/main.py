"""阳光账的命令行 (the command line): `sunledger`, one file a command.  Exit codes: see scripts/cli/output.py."""

import sys

import typer
from eventsourcing.persistence import OperationalError

from scripts.cli import token
from scripts.cli.demo import demo
from scripts.cli.follow import follow
from scripts.cli.output import Exit, say_error
from scripts.cli.place import BooksShut
from scripts.cli.rebuild import rebuild_ledgers
from scripts.cli.serve import serve
from scripts.cli.status import status
from scripts.cli.verify import verify

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="阳光账:帮扶资金从指标到公示。 Sunledger: aid money from the indicator to the village board.",
)
app.command()(serve)
app.command()(demo)
app.command()(follow)
app.command("rebuild")(rebuild_ledgers)
app.command()(verify)
app.command()(status)
app.add_typer(token.app, name="token")


def main() -> None:
    """Run one command.  What keeps the books shut is said in a sentence, not in a traceback."""
    try:
        app()
    except (BooksShut, OperationalError) as error:
        say_error(f"账套打不开。 The books cannot be opened: {error}")
        sys.exit(Exit.NOT_OPENED)


if __name__ == "__main__":
    main()
