"""Ground for the tests of the interface: a running service with empty books, one for each file of tests."""

from collections.abc import Iterator

import pytest

from tests.api.service import Service, running_service


@pytest.fixture(scope="module")
def service(database_url: str) -> Iterator[Service]:
    """A service over new books."""
    with running_service(database_url) as running:
        yield running
