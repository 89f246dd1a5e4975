"""Ground for the tests of ledgers: fresh books with an empty journal."""

from collections.abc import Iterator

import pytest

from tests.projections.given import GivenBooks


@pytest.fixture
def given(database_url: str, books_schema: str) -> Iterator[GivenBooks]:
    books = GivenBooks(database_url, books_schema)
    yield books
    books.write(f"DROP SCHEMA IF EXISTS {books_schema}_next CASCADE")
    books.close()
