"""What is longer than its field may be is refused with its place and its limit, and nothing of it is recorded."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import httpx
import pytest

from api.requests.statements import LINES_MAX
from domain.fields.field import field_of
from projections.access.roles import Role
from tests.api.books_over_http import OPERATIONS
from tests.api.service import Service
from tests.api.test_no_request_is_a_bug import COMMANDS, good_example, send
from tests.api.test_openapi import DOCUMENT


def shape_of(command: str) -> dict[str, Any]:
    """The schema of what a command takes."""
    content = DOCUMENT["paths"][OPERATIONS[command].path]["post"]["requestBody"]["content"][
        "application/json"
    ]
    name = content["schema"]["$ref"].rpartition("/")[2]
    schema: dict[str, Any] = DOCUMENT["components"]["schemas"][name]
    return schema


def limited(limit: str) -> Iterator[Any]:
    """Each field of a command that has this limit, with the limit."""
    for command in COMMANDS:
        for name, schema in shape_of(command)["properties"].items():
            if limit in schema:
                yield pytest.param(command, name, schema[limit], id=f"{command}.{name}")


def complains(answer: httpx.Response, pointer: str, most: str) -> None:
    assert answer.status_code == 422, answer.text
    (error,) = answer.json()["errors"]
    assert error["pointer"] == pointer
    assert most in error["detail_zh"]


@pytest.mark.parametrize(("command", "name", "longest"), [*limited("maxItems")])
def test_a_list_of_one_too_many_is_refused(service: Service, command: str, name: str, longest: int) -> None:
    head = service.head()
    good = good_example(command)
    entry = {
        "amounts": {"label": "合计", "amount_fen": 1},
        "sources": {"document_no": "文号", "level": "central", "amount_fen": 1},
        "agreed_items": "gift_works",
    }
    one = good[name][0] if name in good else entry[name]
    complains(send(service, command, good | {name: [one] * (longest + 1)}), f"#/{name}", f"最多 {longest} 项")
    assert service.head() == head


@pytest.mark.parametrize(("command", "name", "longest"), [*limited("maxLength")])
def test_a_text_of_one_character_too_many_is_refused(
    service: Service, command: str, name: str, longest: int
) -> None:
    head = service.head()
    body = good_example(command) | {name: "长" * (longest + 1)}
    complains(send(service, command, body), f"#/{name}", f"最多 {longest} 个字")
    assert service.head() == head


def test_the_rows_of_a_survey_have_a_limit(service: Service) -> None:
    head = service.head()
    body = deepcopy(good_example("survey_assets"))
    longest = field_of("rows").kind.longest
    body["cuts"][0]["rows"] *= longest + 1
    complains(send(service, "survey_assets", body), "#/cuts/0/rows", f"最多 {longest} 项")
    assert service.head() == head


@pytest.mark.parametrize(
    ("place", "value", "most"),
    [
        ("uses", lambda use: [use] * 201, "最多 200 项"),
        ("uses/0/budget_codes", lambda code: [code] * 51, "最多 50 项"),
        ("uses/0/budget_codes/0", lambda _: "长" * 65, "最多 64 个字"),
        ("notice_kinds/0/fields/0/name_zh", lambda _: "长" * 201, "最多 200 个字"),
        ("fee/source", lambda _: "长" * 4_001, "最多 4000 个字"),
        ("name", lambda _: "长" * 201, "最多 200 个字"),
        ("name", lambda _: "\x00", "不得含控制字符"),
    ],
)
def test_the_texts_of_a_rulebook_are_as_their_fields_declare(
    service: Service, place: str, value: Any, most: str
) -> None:
    head = service.head()
    body = deepcopy(good_example("publish_rulebook"))
    *outer, last = (int(step) if step.isdigit() else step for step in place.split("/"))
    holder: Any = body["regulations"]
    for step in outer:
        holder = holder[step]
    old = holder[last]
    holder[last] = value(old[0] if isinstance(old, list) else old)
    complains(send(service, "publish_rulebook", body), f"#/regulations/{place}", most)
    assert service.head() == head


def test_a_statement_file_has_a_limit(service: Service) -> None:
    head = service.head()
    content = "日期,金额\n" + "2024-05-21,1.00\n" * (LINES_MAX + 1)
    answer = service.by(Role.RECORDER).post(
        "/accounts/ZH-01/statements?effective_on=2024-05-31&statement_on=2024-05-31&bank_balance_fen=0",
        content=content.encode(),
        headers={"Idempotency-Key": "a-long-statement", "Content-Type": "text/csv"},
    )
    complains(answer, f"line:{LINES_MAX + 2}", f"最多 {LINES_MAX} 行")
    assert service.head() == head
