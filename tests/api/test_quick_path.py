"""The quick path answers as the framework would; whatever is not in order goes the framework's way."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from api.commands.quick_path import quick_routes
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from tests.api.service import Service

BODY = {
    "effective_on": "2024-01-02",
    "year": 2024,
    "days_off": ["2024-01-01"],
    "make_up_days": [],
    "source": "国办",
}
PLAIN = json.dumps(BODY).encode()


@pytest.fixture
def asked(service: Service) -> httpx.Client:
    """A client whose token is remembered by the service, as that of anybody who asked a moment ago."""
    client = service.by(Role.ADMINISTRATOR)
    client.get("/funds")
    return client


def both_ways(client: httpx.Client, path: str, body: bytes, **headers: str) -> list[tuple[int, Any, Any]]:
    """Ask twice; a header that stands twice sends the second one the framework's way."""
    given = {"Content-Type": "application/json", **headers}
    answers = []
    for more in ([], [("X-Twice", "1"), ("X-Twice", "2")]):
        answer = client.post(path, content=body, headers=[*given.items(), *more])
        said = answer.json()
        said.pop("correlation_id", None)
        kept = {name: value for name, value in answer.headers.items() if name not in {"date", "x-request-id"}}
        answers.append((answer.status_code, said, kept))
    return answers


def test_the_quick_path_takes_every_command_that_is_one_object_with_at_most_one_key_in_its_address() -> None:
    quick = [route for _, route in quick_routes(every_command())]
    assert len(quick) == len(dict(quick_routes(every_command()))) > 60
    sent_as_one_object = [
        command for command in every_command() if command.body_format is None and len(command.keys) <= 1
    ]
    assert [one.command for one in quick] == sent_as_one_object


def test_a_recorded_request_is_answered_alike_and_recorded_once(asked: httpx.Client) -> None:
    first, again = both_ways(asked, "/calendars", PLAIN, **{"Idempotency-Key": uuid4().hex})
    assert first[0] == again[0] == 201
    assert first[1] == again[1]
    assert "idempotency-hit" not in first[2]
    assert again[2].pop("idempotency-hit") == "true"
    assert first[2] == again[2]


@pytest.mark.parametrize(
    ("path", "body", "headers"),
    [
        ("/calendars", PLAIN, {}),
        ("/calendars", PLAIN, {"Idempotency-Key": "a b"}),
        ("/calendars", PLAIN, {"Idempotency-Key": "taken", "If-Match": "7"}),
        ("/calendars", PLAIN, {"Authorization": "Bearer sl_nobody"}),
        ("/calendars", PLAIN, {"Authorization": "Basic eDp5"}),
        ("/calendars", PLAIN, {"Content-Type": "text/plain"}),
        ("/calendars?x=1", PLAIN, {}),
        ("/calendars", b"", {}),
        ("/calendars", b"{", {}),
        ("/calendars", b"[" * 100_000, {}),
        ("/calendars", b"\xff", {}),
        ("/calendars", b"[]", {}),
        ("/calendars", json.dumps({**BODY, "more": 1}).encode(), {}),
        ("/calendars", json.dumps({**BODY, "year": "x"}).encode(), {}),
        ("/calendars", json.dumps({**BODY, "days_off": ["2031-01-01"]}).encode(), {}),
        ("/periods/2024-13/closure", b'{"effective_on":"2024-01-02"}', {}),
        ("/periods/January/closure", b'{"effective_on":"2024-01-02"}', {}),
        ("/claims/%00/payments", b"{}", {}),
        (f"/claims/{'x' * 65}/payments", b"{}", {}),
        ("/claims/a%2Fb/payments", b"{}", {}),
        ("/claims//payments", b"{}", {}),
        ("/calendars/", PLAIN, {}),
        ("/nowhere", PLAIN, {}),
    ],
)
def test_a_refused_request_is_refused_alike_and_records_nothing(
    service: Service, asked: httpx.Client, path: str, body: bytes, headers: dict[str, str]
) -> None:
    service.post(Role.ADMINISTRATOR, "/calendars", {**BODY, "year": 2019, "days_off": []}, key="taken")
    head = service.head()
    one, other = both_ways(
        asked, path, body, **({"Idempotency-Key": uuid4().hex} | headers if headers != {} else {})
    )
    assert one[0] >= 400
    assert one == other
    assert service.head() == head


def test_a_caller_without_the_role_is_refused(service: Service) -> None:
    client = service.by(Role.PAYER)
    client.get("/funds")
    one, other = both_ways(client, "/calendars", PLAIN, **{"Idempotency-Key": uuid4().hex})
    assert one[0] == 403
    assert one == other
