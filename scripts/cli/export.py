"""导出 (export): the double-entry ledger as plain text, for programs that know nothing of this one."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import closing, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from projections.journal.database import Pool
from projections.place_register import query as place_register
from projections.reading.snapshots import Ledgers
from projections.trial_balance.vouchers import Voucher, vouchers
from scripts.catch_up import catch_up
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import Exit, errors, stop
from scripts.export import beancount_text, ledger_text

app = typer.Typer(no_args_is_help=True, help="导出。 Copy the books out as text.")
app.callback()(lambda: None)


class Format(StrEnum):
    """The programs that read what is written."""

    HLEDGER = "hledger"
    BEANCOUNT = "beancount"
    LEDGER = "ledger"


@dataclass(frozen=True)
class Writing:
    """How one program wants it: what stands first, and each transaction."""

    opening: Callable[[str], str]
    transaction: Callable[[Voucher, Mapping[str, str]], str]


_LEDGER = Writing(ledger_text.opening, ledger_text.transaction)
WRITINGS = {
    Format.HLEDGER: _LEDGER,
    Format.LEDGER: _LEDGER,
    Format.BEANCOUNT: Writing(beancount_text.opening, beancount_text.transaction),
}


@app.command()
def journal(
    written_for: Annotated[Format, typer.Option("--format", help="格式。 The program that is to read it.")],
    output: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="文件;不写则为标准输出。 A file; without it, standard output."),
    ] = None,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
) -> None:
    """导出复式账。 Write every posting with its source, in the order of the journal, from one moment of the books.

    Exit 3 when the file cannot be written.
    """
    writing = WRITINGS[written_for]
    with books_at(folder, schema) as database, closing(Pool(database, size=1)) as pool:
        catch_up(database, "trial_balance", "place_register")
        try:
            _write(Ledgers(pool), schema, writing, output)
        except BrokenPipeError:
            # Whoever reads has enough (`| head`): what is still held back for him goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            stop(
                Exit.NOT_OPENED, f"文件写不了。 The file cannot be written: {output or '-'}: {error.strerror}"
            )


def _write(ledgers: Ledgers, schema: str, writing: Writing, output: Path | None) -> None:
    with (
        ledgers.look() as look,
        output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout) as text,
    ):
        position = look.position("trial_balance")
        text.write(
            writing.opening(
                f"阳光账 Sunledger {schema}: 截至序时簿第 {position} 号 up to position {position}"
            )
        )
        names = place_register.names(look.cursor)
        text.writelines(writing.transaction(voucher, names) for voucher in vouchers(look.cursor))
        text.flush()
    errors.print(f"已导出至第 {position} 号事实。 Written up to position {position}.")
