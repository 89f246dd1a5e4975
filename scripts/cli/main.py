"""阳光账的命令行 (the command line): `sunledger`, one file a command.  Exit codes: `Exit` in output.py."""

import sys
from collections.abc import Sequence

import typer
from eventsourcing.persistence import OperationalError
from eventsourcing.utils import resolve_topic
from typer.exceptions import TyperException

from scripts.cli.folder import BooksShut
from scripts.cli.output import Exit, say_error
from scripts.ports import PortTaken

COMMANDS = {
    "serve": "scripts.cli.serve:serve",
    "demo": "scripts.cli.demo:demo",
    "read": "scripts.cli.read:read",
    "follow": "scripts.cli.follow:follow",
    "rebuild": "scripts.cli.rebuild:rebuild_ledgers",
    "verify": "scripts.cli.verify:verify",
    "status": "scripts.cli.status:status",
    "export": "scripts.cli.export:app",
    "token": "scripts.cli.token:app",
    "bench": "scripts.cli.bench:bench",
}
"""Each command and where it is; only the one that is asked for is loaded."""


MISUSES = {
    "NoSuchOption": "没有这个选项",
    "MissingParameter": "缺少必填的选项或参数",
    "BadParameter": "选项或参数的值不对",
}
"""What is wrong with a command line, by the kind of error; the library that reads it says it in English only."""


def assembled(asked: Sequence[str]) -> typer.Typer:
    """Put the command line together: the command that is asked for, or all of them for the help."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="阳光账:帮扶资金从指标到公示。 Sunledger: aid money from the indicator to the village board.",
    )
    # With a callback of its own, even a line of one command keeps the name of that command.
    app.callback()(lambda: None)
    for name in COMMANDS.keys() & asked[:1] or COMMANDS:
        command = resolve_topic(COMMANDS[name])
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def main() -> None:
    """Run one command.  It says in a sentence, not in a traceback, what is wrong, shut or taken."""
    try:
        sys.exit(assembled(sys.argv[1:])(prog_name="sunledger", standalone_mode=False))
    except TyperException as error:
        _say_misuse(error)
        sys.exit(Exit.MISUSED)
    except (BooksShut, OperationalError) as error:
        say_error(f"账套打不开。 The books cannot be opened: {error}")
        sys.exit(Exit.NOT_OPENED)
    except PortTaken as error:
        say_error(f"端口不可用,请换一个。 This port cannot be taken, name another one: {error}")
        sys.exit(Exit.PORT_TAKEN)


def _say_misuse(error: TyperException) -> None:
    """Say what is wrong with the command line; the help that a line without arguments asks for is printed already."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return
    context = getattr(error, "ctx", None)
    see = f"{context.command_path if context else 'sunledger'} --help"
    english = " ".join(error.format_message().split())
    say_error(f"{MISUSES.get(kind, '命令行有误')},用法见 {see}。 {english.rstrip('.')}. See {see}.")


if __name__ == "__main__":
    main()
