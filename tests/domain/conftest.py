"""Ground for the tests of the domain: empty books on the real journal, and for the desk itself on either journal."""

from collections.abc import Iterator

import pytest

from domain.books.books import Books


@pytest.fixture(params=["postgresql", "memory"])
def either_env(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment by which a desk finds a fresh journal: the real one, then the one in memory."""
    if request.param == "memory":
        return {"PERSISTENCE_MODULE": "tests.memory_journal"}
    env: dict[str, str] = request.getfixturevalue("books_env")
    return env


@pytest.fixture
def books() -> Iterator[Books]:
    """The writer of fresh books, on the journal in memory: the rules do not ask where facts are kept."""
    with Books({"PERSISTENCE_MODULE": "tests.memory_journal"}) as opened:
        yield opened
