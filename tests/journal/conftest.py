"""Ground for the tests of the journal: one journal on fresh books, and a way to look at them with plain SQL."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from projections.journal.persistence import JournalFactory
from projections.journal.recorders import JournalRecorder

Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def own_folder() -> Iterator[Path]:
    """A folder for a server of its own; not pytest's, which closes its folders to the user that the server runs as."""
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def factory(books_env: dict[str, str]) -> Iterator[JournalFactory]:
    made = JournalFactory(books_env)
    yield made
    made.close()


@pytest.fixture
def journal(factory: JournalFactory) -> JournalRecorder:
    return factory.application_recorder()


@pytest.fixture
def ask(database_url: str, books_schema: str) -> Iterator[Ask]:
    """Run SQL as the owner of the books, each statement its own transaction."""
    opened = psycopg2.connect(database_url)
    opened.autocommit = True
    with opened.cursor() as cursor:
        cursor.execute(f"SET search_path TO {books_schema}")

        def run(statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
            cursor.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else []

        yield run
    opened.close()
