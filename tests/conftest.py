"""Ground for the tests: one embedded PostgreSQL for the whole run, and fresh books (账套) for each test.

SUNLEDGER_TEST_DATABASE_URL names another PostgreSQL 15 or later to run on.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg2
import pytest
from playwright.sync_api import Browser, sync_playwright

from projections.journal.embedded import EmbeddedPostgres

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """The libpq URI of the server that the tests run on."""
    given = os.environ.get("SUNLEDGER_TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    with EmbeddedPostgres(folder) as server:
        yield server.url
    shutil.rmtree(folder)


@pytest.fixture
def books_schema(database_url: str) -> Iterator[str]:
    """A name for books that nobody has used; whatever was kept under it is dropped afterwards."""
    schema = f"books_{uuid4().hex}"
    yield schema
    opened = psycopg2.connect(database_url)
    opened.autocommit = True
    with opened.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    opened.close()


@pytest.fixture
def books_env(database_url: str, books_schema: str) -> dict[str, str]:
    """The environment by which the library's Application finds our journal."""
    return {
        "PERSISTENCE_MODULE": "projections.journal.persistence",
        "DATABASE_URL": database_url,
        "BOOKS_SCHEMA": books_schema,
    }


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system; `CHROMIUM` names another.

    It ends with its file: while it is open, its event loop runs in the thread of the tests, and no other may.
    """
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("no chromium: install the package `chromium`, or name a browser in CHROMIUM")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()
