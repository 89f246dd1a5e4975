"""Ground for the tests of the interface: a running service with empty books, one for each file of tests."""

from collections.abc import Iterator

import pytest

from scripts.verify.audit import audit
from tests.api.service import Service, running_service


@pytest.fixture(scope="module")
def service(database_url: str) -> Iterator[Service]:
    """A service over new books."""
    with running_service(database_url) as running:
        yield running


@pytest.fixture(autouse=True)
def _the_books_are_audited(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test that recorded something, the auditor derives all figures again and finds no difference."""
    if "service" not in request.fixturenames:
        yield
        return
    service: Service = request.getfixturevalue("service")
    before = service.head()
    yield
    head = service.head()
    if head > before:
        service.ledgers.wait_for(head)
        assert audit(service.database.url, service.database.schema).differences == ()
