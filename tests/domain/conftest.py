"""Ground for the tests of the domain: empty books on the real journal."""

from collections.abc import Iterator

import pytest

from domain.books.books import Books


@pytest.fixture
def books(books_env: dict[str, str]) -> Iterator[Books]:
    """The writer of fresh books."""
    with Books(books_env) as opened:
        yield opened
