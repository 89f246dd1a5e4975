"""Whatever is sent, the answer is a clear problem and never a fault of the service; and a fault shows nothing."""

import json
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI

from api.http.envelope import Envelope
from api.http.problems import answer_problems
from api.reference.openapi import example_of
from projections.access.roles import Role
from tests.api.books_over_http import OPERATIONS, BooksOverHttp
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.domain.project_story import Story

RECORDS = ["funds", "accounts", "projects", "claims", "notices", "rolls", "gifts"]
STRANGE_KEYS = ["%00", "%ff%fe", "..", "%2e%2e%2f", "a" * 4_000, "%F0%9D%84%9E", "'; --", "{x}", "%25"]
STRANGE_QUERIES = [
    "limit=0", "limit=x", "cursor=%00", "min_position=-1", "min_position=1e3", "on=", "year=",
]  # fmt: skip
STRANGE: list[Any] = [
    None,
    [],
    {},
    "text",
    0,
    1e400,
    {"effective_on": None},
    {"effective_on": 20240630},
    {"effective_on": "9999-99-99"},
    {"effective_on": "2024-06-30", "\x00": "\ud800"},
    {"effective_on": {"$gt": ""}},
]
HOLES: list[Any] = [
    None,
    "",
    " ",
    "\x00",
    "\ud800",
    "𝄞" * 70,
    -1,
    2**70,
    1.5,
    True,
    [],
    {},
    [[]],
    [None],
    "0001-01-01",
]
"""What each field of a good request is replaced by, in turn."""


def good_example(command: str) -> dict[str, Any]:
    content = DOCUMENT["paths"][OPERATIONS[command].path]["post"]["requestBody"]["content"]
    example: dict[str, Any] = content["application/json"]["example"]
    return example


def is_a_problem(answer: httpx.Response) -> None:
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def send(service: Service, command: str, body: object) -> httpx.Response:
    declared = OPERATIONS[command]
    path = declared.path.replace("{month}", "2024-01").replace("{", "").replace("}", "")
    headers = {"Idempotency-Key": f"{command}-{hash(json.dumps(body))}", "Content-Type": "application/json"}
    return service.by(declared.role).post(path, content=json.dumps(body), headers=headers)


COMMANDS = sorted(operation for operation, one in OPERATIONS.items() if one.body_format is None)
"""Those that take one JSON object."""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_strange_body_is_a_problem_of_the_caller(service: Service, command: str) -> None:
    head = service.head()
    for body in STRANGE:
        is_a_problem(send(service, command, body))
    assert service.head() == head


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    """A county with rules, an account, money and a started project, so that requests reach the rules."""
    story = Story(BooksOverHttp(service))  # type: ignore[arg-type]  # it speaks the words of Books, over HTTP
    story.worked_money().approved().contracted().started()
    return service


@pytest.mark.parametrize("command", COMMANDS)
def test_a_good_request_with_one_strange_field_is_recorded_or_a_problem_of_the_caller(
    county: Service, command: str
) -> None:
    good = good_example(command)
    for body in (good, *(good | {field: hole} for field in good for hole in HOLES)):
        answer = send(county, command, body)
        if answer.status_code != 201:
            is_a_problem(answer)


@pytest.mark.parametrize("key", STRANGE_KEYS)
@pytest.mark.parametrize("records", RECORDS)
def test_a_strange_key_in_an_address_names_no_record(service: Service, records: str, key: str) -> None:
    answer = service.by(Role.AUDITOR).get(f"/{records}/{key}")
    # The client itself takes `..` out of an address; what is left is the list of another folder.
    assert answer.status_code in {307, 404, 422}, answer.text


@pytest.mark.parametrize("query", STRANGE_QUERIES)
def test_a_strange_parameter_is_a_problem_of_the_caller(service: Service, query: str) -> None:
    for path in ("/idle-money", "/funds", "/audit-trail", "/trial-balance"):
        is_a_problem(service.by(Role.AUDITOR).get(f"{path}?{query}"))


def test_the_example_of_an_unknown_kind_of_field_is_still_an_example() -> None:
    assert example_of({"type": "unheard_of"}, DOCUMENT)


def test_a_fault_of_the_service_shows_nothing_of_its_inside() -> None:
    app = FastAPI()
    app.add_middleware(Envelope)
    answer_problems(app)

    @app.get("/faulty")
    def faulty() -> None:
        raise ZeroDivisionError("the secret of the house")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/faulty", headers={"X-Request-Id": "case-7"})

    answer = anyio.run(ask)
    assert answer.status_code == 500
    assert answer.json()["code"] == "bug"
    assert answer.json()["correlation_id"] == answer.headers["X-Request-Id"] == "case-7"
    assert "secret" not in answer.text
    assert "ZeroDivision" not in answer.text
