"""Ground for the tests of ledgers: fresh books with an empty journal."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.projections.county_year import LEDGERS, county_year
from tests.projections.given import GivenBooks


@pytest.fixture
def given(database_url: str, books_schema: str) -> Iterator[GivenBooks]:
    books = GivenBooks(database_url, books_schema)
    yield books
    books.write(f"DROP SCHEMA IF EXISTS {books_schema}_next CASCADE")
    books.close()


@pytest.fixture(scope="module")
def county(database_url: str) -> Iterator[GivenBooks]:
    """A county's year, recorded and folded once, to be read only."""
    schema = f"county_{uuid4().hex}"
    books = GivenBooks(database_url, schema)
    county_year(books)
    books.follow(*LEDGERS)
    yield books
    books.write(f"DROP SCHEMA {schema} CASCADE")
    books.close()
