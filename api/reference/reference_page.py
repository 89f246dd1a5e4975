"""接口说明 (reference): the OpenAPI document as a page that loads nothing from another host and runs no script."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response

from api.reference.field_rows import FieldRow, columns_of, row_of, rows_of
from api.reference.openapi import DESCRIPTION, operations_of
from api.reference.pages import page
from api.reference.schemas import Schema
from projections.access.roles import Role

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation; `place` is path, query or header."""

    place: str
    row: FieldRow


@dataclass(frozen=True)
class Operation:
    """One operation as the page shows it; `request` and `response` are examples, written as JSON.

    id       the anchor that the contents lead to.
    name     what the contents call it, in Chinese.
    roles    who may ask, in Chinese with the code behind it.
    help_zh  one sentence about a command; "" for a question.
    step     where in the story the example of a command stands, who sends it and to which address; "" for a question.
    fields   what the body of a command is made of, or the columns of its file; empty where it has neither.
    """

    id: str
    name: str
    method: str
    path: str
    summary: str
    help_zh: str
    roles: list[str]
    parameters: tuple[Parameter, ...]
    fields: tuple[FieldRow, ...]
    step: str
    request: str
    status: str
    response: str


@router.get("/docs")
def read_reference(request: Request) -> Response:
    """接口说明 — contents by subject, then every operation with its roles, parameters, fields and examples."""
    english = {tag["name"]: tag["description"] for tag in request.app.openapi()["tags"]}
    return page("reference.html", tags=_by_tag(request.app), english=english, description=DESCRIPTION)


def _by_tag(app: FastAPI) -> dict[str, list[Operation]]:
    tags: dict[str, list[Operation]] = {}
    document = app.openapi()
    for path, method, described in operations_of(document):
        status, answer = next(iter(described["responses"].items()))
        words = described.get("x-words")
        operation = Operation(
            id=described["operationId"],
            name=words["zh"]["name"] if words else described["summary"].partition(" — ")[0],
            method=method.upper(),
            path=path,
            summary=described["summary"],
            help_zh=words["zh"]["help"] if words else "",
            roles=_named(described["x-roles"]),
            parameters=tuple(_parameters(described, document)),
            fields=tuple(_fields(described, document)),
            step=_step(described, document),
            request=_example(described.get("requestBody", {})),
            status=status,
            response=_example(answer),
        )
        tags.setdefault(described.get("tags", ["其他"])[0], []).append(operation)
    return tags


def _parameters(described: Schema, document: Schema) -> Iterator[Parameter]:
    for one in described.get("parameters", ()):
        yield Parameter(one["in"], row_of(one["name"], one["schema"], document, required=one["required"]))


def _fields(described: Schema, document: Schema) -> Iterator[FieldRow]:
    for content in described.get("requestBody", {}).get("content", {}).values():
        yield from rows_of(content.get("schema", {}), document)
        yield from columns_of(content, document)


def _step(described: Schema, document: Schema) -> str:
    """Say which step of the story an example is, who sends it, and to which address."""
    if "x-step" not in described:
        return ""
    number = described["x-step"]
    request = document["x-story"][number - 1]
    return (
        f"故事第 {number} 步 step {number} of the story · {request['by']} · POST {unquote(request['path'])}"
    )


def _named(roles: list[str]) -> list[str]:
    if len(roles) == len(Role):
        return ["每个角色 every role"]
    return [f"{Role.word_of(role)[0]} {role}" for role in roles]


def _example(body: Schema) -> str:
    for content in body.get("content", {}).values():
        if "example" in content:
            example = content["example"]
            return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=2)
    return ""
