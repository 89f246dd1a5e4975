"""账套所在 (where the books are): the server and the schema that a command works on.

With `DATABASE_URL` the books lie on that PostgreSQL; without it an embedded one is started in the data folder, and
stopped again by whichever command lets go of it last (D8).  `READ_DATABASE_URL` names a hot standby to read from, and
`READ_DATABASE_LAG_SECONDS` how old the oldest write may be that it lacks.
"""

import math
import os
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from eventsourcing.persistence import PersistenceError

from projections.journal.database import Database
from projections.journal.embedded import DEFAULT_FOLDER, EmbeddedPostgres, FolderUnusable
from projections.journal.lost_facts import FactsLost, refuse_a_shorter_journal
from projections.journal.schema import DEFAULT_SCHEMA, books_in, create_schema
from projections.reading.standby import LOOK_SECONDS, STANDBY_LAG_TOLERATED_SECONDS, Standby

if TYPE_CHECKING:
    from domain.books.books import Books

__all__ = [
    "DEFAULT_FOLDER",
    "DEFAULT_SCHEMA",
    "BooksShut",
    "Folder",
    "Schema",
    "books_at",
    "open_books",
    "standby_of",
]

Folder = Annotated[
    Path,
    typer.Option(
        "--folder",
        "--data",
        envvar="BOOKS_FOLDER",
        help="内嵌数据库的目录。 Folder of the embedded database; not used when DATABASE_URL is set.",
    ),
]
Schema = Annotated[
    str, typer.Option("--schema", envvar="BOOKS_SCHEMA", help="账套名。 The set of books: one schema.")
]


class BooksShut(RuntimeError):
    """The books cannot be opened (账套打不开): the folder, the server or the name; the message says which."""


@contextmanager
def books_at(
    folder: Path, schema: str, *, new: bool = False, beside_others: bool = True, ask: bool = True
) -> Iterator[Database]:
    """Reach the books, and let go of the server at the end.  Raises BooksShut.

    new            whether books begin where there are none; otherwise the place is left as it is, and is refused.
    beside_others  whether they begin also in a database that holds other books.
    ask            whether the server is asked for the books; otherwise nothing is asked of it yet.
    """
    url = os.environ.get("DATABASE_URL")
    server = None if url else EmbeddedPostgres(folder)
    try:
        if server is not None:
            if not new:
                _refuse_without_books(server)
            url = server.start().url
        database = _named(url or "", schema, server)
        if ask:
            _begin_or_refuse(database, new=new, beside_others=beside_others)
        yield database
    except (FolderUnusable, TimeoutError) as error:
        raise BooksShut(str(error)) from error
    finally:
        if server is not None:
            server.stop()


def _refuse_without_books(server: EmbeddedPostgres) -> None:
    """Look before anything is made: a command that only works on books must not make some where the name is wrong."""
    with suppress(OSError):
        if server.data.exists():
            return
    msg = f"{server.folder} 中没有账,请先运行 serve / there are no books in this folder; run serve first"
    raise BooksShut(msg)


def _named(url: str, schema: str, server: EmbeddedPostgres | None) -> Database:
    try:
        return Database(url, schema, revive=server.start) if server else Database(url, schema)
    except ValueError as error:
        raise BooksShut(str(error)) from error


def _begin_or_refuse(database: Database, *, new: bool, beside_others: bool) -> None:
    """Find the books, or begin them where the command may: a name that was mistyped must not make some in silence."""
    try:
        kept = books_in(database)
        if database.schema in kept:
            _refuse_without_journal(database.schema, kept[database.schema])
            return
        if new and (beside_others or not kept):
            create_schema(database)
            return
    except PersistenceError as error:
        raise BooksShut(str(error)) from error
    others = ", ".join(kept)
    zh = f"这里有 {others}" if others else "此数据库中一套也没有"
    en = f"there are {others}" if others else "this database holds none"
    msg = f"没有名为 {database.schema} 的账套,{zh} / there are no books named {database.schema} here; {en}"
    raise BooksShut(msg)


def _refuse_without_journal(schema: str, lacking: Collection[str]) -> None:
    if lacking:
        named = ", ".join(sorted(lacking))
        msg = f"账套 {schema} 缺表 {named},请从备份恢复 / {schema} lacks {named}: restore a backup"
        raise BooksShut(msg)


@contextmanager
def standby_of(primary: Database) -> Iterator[Standby | None]:
    """Watch the hot standby that `READ_DATABASE_URL` names; None when it names none.  Raises BooksShut."""
    url = os.environ.get("READ_DATABASE_URL")
    if not url:
        yield None
        return
    standby = Standby(Database(url, primary.schema), primary, tolerated_seconds=_lag_tolerated_seconds())
    with closing(standby):
        yield standby.start()


def _lag_tolerated_seconds() -> float:
    """Read the bound; a shorter one than the pause between two looks would leave the standby after every write."""
    said = os.environ.get("READ_DATABASE_LAG_SECONDS") or str(STANDBY_LAG_TOLERATED_SECONDS)
    with suppress(ValueError):
        if LOOK_SECONDS <= (seconds := float(said)) < math.inf:
            return seconds
    msg = (
        f"READ_DATABASE_LAG_SECONDS 须为不小于 {LOOK_SECONDS:g} 的秒数: {said!r} / it is a number of seconds, "
        f"at least {LOOK_SECONDS:g}"
    )
    raise BooksShut(msg)


def open_books(database: Database) -> "Books":
    """Open the books for writing.  Raises BooksShut when facts are missing or another process holds the lock."""
    from domain.books.books import Books

    try:
        with closing(database.connect("opening", readonly=True)) as opened, opened.cursor() as cursor:
            refuse_a_shorter_journal(cursor, database.schema)
        return Books({"DATABASE_URL": database.url, "BOOKS_SCHEMA": database.schema})
    except (FactsLost, PersistenceError) as error:
        raise BooksShut(str(error)) from error
