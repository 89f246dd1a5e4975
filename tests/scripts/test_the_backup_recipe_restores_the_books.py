"""The recipe of scripts/README.md, followed line by line in a folder of its own."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import psycopg2
import pytest

from projections.journal.database import Database
from projections.journal.embedded import EmbeddedPostgres
from projections.journal.schema import create_schema
from scripts.catch_up import catch_up
from tests.scripts.recipes import followed, recipe
from tests.upgrade.kept import BOOKS, COLUMNS, stored

SCHEMA = "sunledger"
TRIAL, COPY, DISASTER = recipe("Back up and restore")


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedPostgres]:
    """A server with the demo county in `data/`, backed up into `backups/` by the recipe."""
    # Not below the folder of pytest: another run of pytest takes the way there from the user of the server.
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    (folder / ".venv").symlink_to(sys.prefix)
    with EmbeddedPostgres(folder / "data") as running:
        kept = Database(running.url, SCHEMA)
        BOOKS[0].restore(kept)
        create_schema(kept)
        catch_up(kept)
        said = followed(TRIAL + COPY, folder, BACKUPS=str(folder / "backups"))
        assert said.count("账实相符") == 2, said
        yield running
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def dumped(server: EmbeddedPostgres) -> Iterator[Database]:
    """The books that came out of the dump into a folder that did not exist."""
    folder = server.folder.parent
    said = followed(DISASTER, folder, BACKUPS=str(folder / "backups"), BOOKS_FOLDER=str(folder / "new"))
    assert said.count("账实相符") == 1, said
    with EmbeddedPostgres(folder / "new") as running:
        yield Database(running.url, SCHEMA)


@pytest.fixture(scope="module")
def copied(server: EmbeddedPostgres) -> Iterator[Database]:
    """The books in the copy of the folder."""
    (copy,) = (one for one in (server.folder.parent / "backups").iterdir() if one.is_dir())
    with EmbeddedPostgres(copy) as running:
        yield Database(running.url, SCHEMA)


def test_books_on_a_server_of_their_own_are_dumped_and_restored(server: EmbeddedPostgres) -> None:
    own, empty = (
        Database(server.url.replace("/postgres?", f"/{name}?"), SCHEMA) for name in ("own", "empty")
    )
    with closing(Database(server.url, SCHEMA).connect("test")) as opened:
        opened.autocommit = True
        opened.cursor().execute("CREATE DATABASE own TEMPLATE template0")
        opened.cursor().execute("CREATE DATABASE empty TEMPLATE template0")
    BOOKS[0].restore(own)
    create_schema(own)
    catch_up(own)
    kept = {"BACKUPS": str(server.folder.parent / "own"), "BOOKS_FOLDER": "/nowhere"}
    for commands, database in ((TRIAL, own), (DISASTER, empty)):
        said = followed(commands, server.folder.parent, DATABASE_URL=database.url, **kept)
        assert said.count("账实相符") == 1, said
    assert stored(empty, "journal") == stored(own, "journal") != b""


def test_only_its_owner_reads_a_backup_and_none_lies_in_the_checkout(server: EmbeddedPostgres) -> None:
    (dump,) = (server.folder.parent / "backups").glob("*.dump")
    assert datetime.strptime(dump.stem, "%Y%m%d-%H%M%S").astimezone(), "a later backup has another name"
    assert dump.stat().st_mode & 0o077 == 0
    assert {one.name for one in server.folder.parent.iterdir()} <= {".venv", "data", "backups", "new", "own"}


@pytest.mark.parametrize("restored", ["dumped", "copied"])
def test_what_was_restored_holds_the_same_bytes(
    restored: str, server: EmbeddedPostgres, request: pytest.FixtureRequest
) -> None:
    database = request.getfixturevalue(restored)
    for table in COLUMNS:
        assert stored(database, table) == stored(Database(server.url, SCHEMA), table) != b""


@pytest.mark.parametrize("restored", ["dumped", "copied"])
@pytest.mark.parametrize(
    "rewriting", ["UPDATE journal SET actor = 'u-other'", "DELETE FROM journal", "TRUNCATE journal"]
)
def test_what_was_restored_refuses_to_be_rewritten(
    restored: str, rewriting: str, request: pytest.FixtureRequest
) -> None:
    refused = pytest.raises(psycopg2.errors.RestrictViolation)
    with (
        closing(request.getfixturevalue(restored).connect("test")) as opened,
        opened.cursor() as cursor,
        refused,
    ):
        cursor.execute(rewriting)
