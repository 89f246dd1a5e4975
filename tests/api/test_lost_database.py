"""The database goes away: nothing is acknowledged that is lost, and the same key finds out what became of a request."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from projections.access.roles import Role
from projections.journal.embedded import EmbeddedPostgres
from tests.api.service import Service, running_service


@pytest.fixture
def server() -> Iterator[EmbeddedPostgres]:
    """A server of its own, since it is killed."""
    with tempfile.TemporaryDirectory(prefix="sunledger-") as folder, EmbeddedPostgres(Path(folder)) as own:
        yield own


def calendar(service: Service, year: int) -> tuple[int, str]:
    body = {
        "effective_on": "2024-01-02",
        "year": year,
        "days_off": [],
        "make_up_days": [],
        "source": "国务院办公厅通知",
    }
    answer = service.post(Role.ADMINISTRATOR, "/calendars", body, key=f"year-{year}")
    return answer.status_code, answer.text


def test_a_killed_database_is_said_and_the_service_goes_on_when_it_is_back(server: EmbeddedPostgres) -> None:
    with running_service(server.url) as service:
        assert calendar(service, 2024)[0] == 201
        pid = server.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        answer = service.by(Role.ADMINISTRATOR).get("/health/ready")
        assert answer.status_code == 503
        assert service.by(None).get("/health/live").status_code == 200
        gone = service.by(Role.ADMINISTRATOR).get("/funds")
        assert gone.status_code == 503
        assert gone.json()["code"] == "books_unavailable"
        assert "psycopg" not in gone.text

        server.start()
        statuses = {calendar(service, year)[0] for year in (2025, 2026, 2027)}
        assert statuses <= {201, 503}
        assert all(calendar(service, year)[0] == 201 for year in (2024, 2025, 2026, 2027))
        assert service.head() == 4
