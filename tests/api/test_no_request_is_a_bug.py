"""Whatever is sent, the answer is a clear problem and never a fault of the service; and a fault shows nothing."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any
from uuid import uuid4

import anyio
import httpx
import pytest
from fastapi import FastAPI

from api.http.envelope import Envelope
from api.http.problems import answer_problems
from projections.access.roles import Role
from tests.api.books_over_http import OPERATIONS, BooksOverHttp
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.domain.project_papers import ACCOUNT
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
IDENTITY = "11010519491231002X"
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
    path = declared.path.replace("{month}", "2024-01").replace("{level}/{year}", "county/2024")
    path = path.replace("{", "").replace("}", "")
    headers = {"Idempotency-Key": f"{command}-{hash(json.dumps(body))}", "Content-Type": "application/json"}
    return service.by(declared.role).post(path, content=json.dumps(body), headers=headers)


COMMANDS = sorted(operation for operation, one in OPERATIONS.items() if one.body_format is None)
"""Those that take one JSON object."""
FILES = sorted(OPERATIONS.keys() - COMMANDS)
"""Those that take a file, or a stream of lines."""
TABLE = {
    "日期": "2024-03-01",
    "凭证号": "V-1",
    "金额": "1.00",
    "摘要": "进度款",
    "代码": "511703",
    "名称": "达川区",
    "级别": "县级",
    "上级代码": "",
    "类别": "firm",
    "统一社会信用代码": "",
    "所在地": "511703",
    "启用日期": "20200101",
}
"""One row that every reader of CSV can read: each passes over the columns that it does not know."""
CELLS = [
    "", "\x00", "\x07", "\r", '"', '"open', '"a"b', "长" * 300, "长" * 140_000, "9" * 400, "٣", "1e9", "昨天",
    "0001-01-01",
]  # fmt: skip
"""What each cell of a good row is replaced by, in turn."""
STRANGE_FILES = [
    b"", b"\n\n", b"\x00", b"\xff\xfe\x00", b'"', b"\xef\xbb\xbf", b"{}", b"[]\n", b"1e400",
    b'{"effective_on": "\xff"}\n',
]  # fmt: skip
QUERY = {
    "effective_on": "2024-03-31",
    "statement_on": "2024-03-31",
    "bank_balance_fen": "0",
    "source": "民政部 2023 年区划代码",
}
STRANGE_VALUES = ["", "%07", "%00", "1980-01-01", "20240630", "9999-99-99", "x" * 300, "9" * 40, "1.5", "-1"]
"""What each parameter of a file is replaced by, in turn."""


@pytest.mark.long
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


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_a_good_request_with_one_strange_field_is_recorded_or_a_problem_of_the_caller(
    county: Service, command: str
) -> None:
    good = good_example(command)
    for body in (good, *(good | {field: hole} for field in good for hole in HOLES)):
        answer = send(county, command, body)
        if answer.status_code != 201:
            is_a_problem(answer)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_number_of_a_person_in_any_field_is_refused_and_not_repeated(county: Service, command: str) -> None:
    head, good = county.head(), good_example(command)
    for field, held in good.items():
        if isinstance(held, str):
            answer = send(county, command, good | {field: IDENTITY})
            is_a_problem(answer)
            assert IDENTITY not in answer.text, field
    assert county.head() == head


def texts_inside(value: object, *place: str | int) -> Iterator[tuple[str | int, ...]]:
    """Where the texts of a body stand; of a list, those of its first entry."""
    match value:
        case str():
            yield place
        case dict():
            for name, inner in value.items():
                yield from texts_inside(inner, *place, name)
        case [first, *_]:
            yield from texts_inside(first, *place, 0)


def with_text_at(body: dict[str, Any], place: tuple[str | int, ...], text: str) -> dict[str, Any]:
    changed: Any = deepcopy(body)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = text
    return dict(changed)


NESTED = [
    pytest.param(command, place, id=f"{command}.{'.'.join(map(str, place))}")
    for command in COMMANDS
    if command != "propose_rulebook"
    for place in texts_inside(good_example(command))
    if len(place) > 1
]
"""A proposed rulebook is read as a published one, so it is not asked once more."""


@pytest.mark.long
@pytest.mark.parametrize(("command", "place"), NESTED)
def test_half_a_surrogate_pair_at_any_depth_is_a_problem_that_names_its_place(
    service: Service, command: str, place: tuple[str | int, ...]
) -> None:
    head = service.head()
    answer = send(service, command, with_text_at(good_example(command), place, "\ud800"))
    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"#/{'/'.join(map(str, place))}"]
    assert service.head() == head


def query_of(command: str, **changes: str) -> str:
    """The parameters that the document asks for beside a file; `changes` are written as they are."""
    asked = DOCUMENT["paths"][OPERATIONS[command].path]["post"]["parameters"]
    given = {one["name"]: QUERY[one["name"]] for one in asked if one["in"] == "query"} | changes
    return "&".join(f"{name}={value}" for name, value in given.items())


def send_file(service: Service, command: str, content: bytes, query: str) -> httpx.Response:
    declared = OPERATIONS[command]
    path = declared.path.replace("{code}", ACCOUNT)
    kind = declared.body_format.media_type if declared.body_format else ""
    headers = {"Idempotency-Key": uuid4().hex, "Content-Type": kind or "text/csv"}
    return service.by(declared.role).post(f"{path}?{query}", content=content, headers=headers)


def table(*rows: Mapping[str, str]) -> bytes:
    return "\n".join(",".join(cells) for cells in (TABLE, *(row.values() for row in rows))).encode()


def strange_tables() -> Iterator[bytes]:
    yield table()
    yield table(TABLE)
    for column in TABLE:
        for cell in CELLS:
            yield table(TABLE | {column: cell}, TABLE)


def strange_rolls() -> Iterator[bytes]:
    (sent,) = DOCUMENT["paths"]["/rolls/batch"]["post"]["requestBody"]["content"].values()
    lines = [json.loads(line) for line in sent["example"].splitlines()]
    for number, line in enumerate(lines[:2]):
        for field in line:
            for hole in HOLES:
                strange = [*lines[:number], line | {field: hole}, *lines[number + 1 :]]
                yield b"\n".join(json.dumps(one).encode() for one in strange)


@pytest.mark.parametrize("command", FILES)
def test_a_strange_file_is_recorded_or_a_problem_of_the_caller(county: Service, command: str) -> None:
    for content in (*STRANGE_FILES, *strange_rolls(), *strange_tables()):
        answer = send_file(county, command, content, query_of(command))
        if answer.status_code != 201:
            is_a_problem(answer)


@pytest.mark.parametrize("command", FILES)
def test_a_strange_parameter_beside_a_file_is_a_problem_of_the_caller(county: Service, command: str) -> None:
    declared = DOCUMENT["paths"][OPERATIONS[command].path]["post"]["parameters"]
    for asked in (one for one in declared if one["in"] == "query"):
        for value in STRANGE_VALUES:
            answer = send_file(county, command, table(TABLE), query_of(command, **{asked["name"]: value}))
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
