"""What is longer than its field may be is refused with its place and its limit, and nothing of it is recorded."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.requests.statements import LINES_MAX
from domain.fields.field import field_of
from projections.access.roles import Role
from tests.api.books_over_http import ROUTES
from tests.api.service import Service
from tests.api.test_no_request_is_a_bug import COMMANDS, good_example, send
from tests.api.test_openapi import DOCUMENT


def shape_of(command: str) -> dict[str, Any]:
    """The schema of what a command takes."""
    content = DOCUMENT["paths"][ROUTES[command].path]["post"]["requestBody"]["content"]["application/json"]
    name = content["schema"]["$ref"].rpartition("/")[2]
    schema: dict[str, Any] = DOCUMENT["components"]["schemas"][name]
    return schema


def limited(limit: str) -> Iterator[Any]:
    """Each field of a command that has this limit, with the limit."""
    for command in COMMANDS:
        for name, schema in shape_of(command)["properties"].items():
            if limit in schema:
                yield pytest.param(command, name, schema[limit], id=f"{command}.{name}")


def complains(answer: httpx.Response, pointer: str, kind: str, limit: int) -> None:
    assert answer.status_code == 422, answer.text
    errors = {error["pointer"]: error for error in answer.json()["errors"]}
    assert errors.keys() == {pointer}
    assert errors[pointer]["kind"] == kind
    unit = {"too_long": f"最多 {limit} 项", "string_too_long": f"最多 {limit} 个字"}[kind]
    assert unit in errors[pointer]["detail_zh"]


@pytest.mark.parametrize(("command", "name", "longest"), [*limited("maxItems")])
def test_a_list_of_one_too_many_is_refused(service: Service, command: str, name: str, longest: int) -> None:
    head = service.head()
    good = good_example(command)
    entry = {
        "amounts": {"label": "合计", "amount_fen": 1},
        "sources": {"document_no": "文号", "level": "central", "amount_fen": 1},
    }
    one = good[name][0] if name in good else entry[name]
    complains(send(service, command, good | {name: [one] * (longest + 1)}), f"#/{name}", "too_long", longest)
    assert service.head() == head


@pytest.mark.parametrize(("command", "name", "longest"), [*limited("maxLength")])
def test_a_text_of_one_character_too_many_is_refused(
    service: Service, command: str, name: str, longest: int
) -> None:
    head = service.head()
    body = good_example(command) | {name: "长" * (longest + 1)}
    complains(send(service, command, body), f"#/{name}", "string_too_long", longest)
    assert service.head() == head


def test_the_rows_of_a_survey_have_a_limit(service: Service) -> None:
    head = service.head()
    body = good_example("survey_assets")
    longest = field_of("rows").kind.longest
    body["cuts"][0]["rows"] *= longest + 1
    complains(send(service, "survey_assets", body), "#/cuts/0/rows", "too_long", longest)
    assert service.head() == head


@pytest.mark.parametrize(
    ("place", "value", "kind", "limit"),
    [
        ("uses", lambda use: [use] * 201, "too_long", 200),
        ("uses/0/budget_codes", lambda code: [code] * 51, "too_long", 50),
        ("uses/0/budget_codes/0", lambda _: "长" * 65, "string_too_long", 64),
        ("notice_kinds/0/fields/0/name_zh", lambda _: "长" * 201, "string_too_long", 200),
        ("fee/source", lambda _: "长" * 4_001, "string_too_long", 4_000),
        ("name", lambda _: "长" * 201, "string_too_long", 200),
    ],
)
def test_a_rulebook_is_within_its_lengths(
    service: Service, place: str, value: Any, kind: str, limit: int
) -> None:
    head = service.head()
    body = good_example("publish_rulebook")
    *outer, last = (int(step) if step.isdigit() else step for step in place.split("/"))
    holder: Any = body["regulations"]
    for step in outer:
        holder = holder[step]
    old = holder[last]
    holder[last] = value(old[0] if isinstance(old, list) else old)
    complains(send(service, "publish_rulebook", body), f"#/regulations/{place}", kind, limit)
    assert service.head() == head


def test_a_statement_file_has_a_limit(service: Service) -> None:
    head = service.head()
    content = "日期,金额\n" + "2024-05-21,1.00\n" * (LINES_MAX + 1)
    answer = service.by(Role.RECORDER).post(
        "/accounts/ZH-01/statements?effective_on=2024-05-31&statement_on=2024-05-31&bank_balance_fen=0",
        content=content.encode(),
        headers={"Idempotency-Key": "a-long-statement", "Content-Type": "text/csv"},
    )
    assert answer.status_code == 422, answer.text
    (error,) = answer.json()["errors"]
    assert error["pointer"] == f"line:{LINES_MAX + 2}"
    assert f"最多 {LINES_MAX} 行" in error["detail_zh"]
    assert service.head() == head
