"""The recipe of scripts/README.md, followed line by line in a folder of its own."""

import os
import re
import shutil
import subprocess
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
from tests.tree import ROOT
from tests.upgrade.kept import BOOKS, COLUMNS, stored

SCHEMA = "sunledger"
README = (ROOT / "scripts/README.md").read_text(encoding="utf-8")
(RECIPE,) = re.findall(r"^## Back up and restore$.+?^```sh$(.+?)^```$", README, re.MULTILINE | re.DOTALL)


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
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PG", "DATABASE"))
        }
        followed = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", RECIPE],
            cwd=folder,
            env=environment | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert followed.returncode == 0, followed.stderr
        assert followed.stdout.count("账实相符") == 2, followed.stdout
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
