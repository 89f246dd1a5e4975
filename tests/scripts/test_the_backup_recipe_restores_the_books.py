"""The recipe of scripts/README.md, followed line by line in a folder of its own."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
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
DUMP, COPY = recipe("Back up and restore")


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedPostgres]:
    """A server with the demo county in `data/`, backed up and restored beside it by the recipe."""
    # Not below the folder of pytest: another run of pytest takes the way there from the user of the server.
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    (folder / ".venv").symlink_to(sys.prefix)
    with EmbeddedPostgres(folder / "data") as running:
        kept = Database(running.url, SCHEMA)
        BOOKS[0].restore(kept)
        create_schema(kept)
        catch_up(kept)
        said = followed(DUMP + COPY, folder)
        assert said.count("账实相符") == 2, said
        yield running
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def dumped(server: EmbeddedPostgres) -> Database:
    """The books that came out of the dump."""
    return Database(server.url.replace("/postgres?", "/restored?"), SCHEMA)


@pytest.fixture(scope="module")
def copied(server: EmbeddedPostgres) -> Iterator[Database]:
    """The books in the copy of the folder."""
    with EmbeddedPostgres(server.folder.parent / "copy") as running:
        yield Database(running.url, SCHEMA)


def test_books_on_a_server_of_their_own_are_dumped_and_restored(server: EmbeddedPostgres) -> None:
    own = Database(server.url.replace("/postgres?", "/own?"), SCHEMA)
    with closing(Database(server.url, SCHEMA).connect("test")) as opened:
        opened.autocommit = True
        opened.cursor().execute("DROP DATABASE IF EXISTS restored")
        opened.cursor().execute("CREATE DATABASE own TEMPLATE template0")
    BOOKS[0].restore(own)
    create_schema(own)
    catch_up(own)
    said = followed(DUMP, server.folder.parent, DATABASE_URL=own.url, BOOKS_FOLDER="/nowhere")
    assert said.count("账实相符") == 1, said


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
