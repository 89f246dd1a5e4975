"""Ground for the tests of the domain: fresh books in memory, and for the desk itself on either journal."""

from collections.abc import Iterator

import pytest

from domain.books.books import Books
from tests.memory_journal import IN_MEMORY


@pytest.fixture(params=["postgresql", "memory"])
def either_env(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment by which a desk finds a fresh journal: the real one, then the one in memory."""
    if request.param == "memory":
        return IN_MEMORY
    env: dict[str, str] = request.getfixturevalue("books_env")
    return env


@pytest.fixture
def books() -> Iterator[Books]:
    """The writer of fresh books, on the journal in memory: the rules do not ask where facts are kept."""
    with Books(IN_MEMORY) as opened:
        yield opened
