"""接口描述 (OpenAPI document): the routes as the framework sees them, with roles, words and examples.

The examples of all commands are the story of `api/story/`; `x-story` holds every step of it, in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.commands.declaration import BodyFormat, CommandDeclaration
from api.reference.answer_examples import PROBLEM, recorded_answers
from api.reference.declared_fields import describe_fields, describe_parameters
from api.reference.examples import requests_of
from api.reference.schemas import Schema
from api.story.story import STORY
from projections.access.roles import Role

METHODS = ("get", "post")
"""In the order in which a page lists them; every process the same."""
DESCRIPTION = (
    "阳光账：扶贫与衔接资金及项目的账——从指标文件到村里的公示栏。金额一律为以分为单位的整数。"
    "Sunledger keeps a county's aid money and projects, from the indicator document to the village board. "
    "Amounts are whole numbers of fen (100 fen = 1 yuan). "
    "示例连成一个县的故事：按 x-story 的次序逐条提交到新建的空账套，每条都能入账。"
    "The examples tell the story of one county: posted to new, empty books in the order of x-story, each is recorded."
)


def describe(app: FastAPI, commands: Sequence[CommandDeclaration]) -> None:
    """Let `app.openapi()` give our document; it is made once, when it is first asked for."""

    def document() -> Schema:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app, commands)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]  # the way that FastAPI names for one's own document


def _document(app: FastAPI, commands: Sequence[CommandDeclaration]) -> Schema:
    subjects = dict.fromkeys(command.subject for command in commands)
    document = get_openapi(
        title="阳光账 Sunledger",
        version=app.version,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": subject.zh, "description": subject.en} for subject in subjects],
    )
    describe_fields(document["components"]["schemas"])
    _name_commands(document["components"]["schemas"], commands)
    declared = {(command.path, command.method.lower()): command for command in commands}
    for path, method, operation in operations_of(document):
        command = declared.get((path, method))
        _say_who_may_ask(operation, command)
        if command is not None:
            describe_parameters(operation["parameters"], command.body)
            _describe_columns(operation, command.body_format)
        operation["summary"] = operation["description"].partition("\n")[0]
        operation["responses"].pop("422", None)
        for answer in operation["responses"].values():
            answer["description"] = "回执 Receipt" if method == "post" else "答复 Answer"
        for parameter in operation.get("parameters", ()):
            # The framework knows it as optional, since its absence has a problem of its own.
            parameter["required"] = parameter["required"] or parameter["name"] == "Idempotency-Key"
        operation["responses"]["default"] = {
            "description": "问题报告 (RFC 9457)",
            "content": {"application/problem+json": {"example": PROBLEM}},
        }
    _tell_story(document, commands)
    _show_answers(document)
    return document


def _tell_story(document: Schema, commands: Sequence[CommandDeclaration]) -> None:
    """Write the story down, and show of every command its first step."""
    document["x-story"] = list(requests_of(STORY, commands, document))
    for number, request in reversed(list(enumerate(document["x-story"], 1))):
        operation = document["paths"][request["operation"]]["post"]
        operation["requestBody"]["content"][request["media_type"]]["example"] = request["body"]
        operation["x-step"] = number
        for parameter in operation["parameters"]:
            if parameter["in"] == "path":
                parameter["schema"]["examples"] = [request["keys"][parameter["name"]]]


def _show_answers(document: Schema) -> None:
    """Show what the service answered to the story, and when it was read afterwards."""
    for path, method, operation in operations_of(document):
        answer = recorded_answers().get(f"{method} {path}")
        for status, described in operation["responses"].items():
            if answer is not None and status.startswith("2"):
                described["content"]["application/json"]["example"] = answer


def _name_commands(schemas: Schema, commands: Sequence[CommandDeclaration]) -> None:
    """Let what is sent begin with the names of the commands that take it; its class says the rest in English."""
    names: dict[str, list[str]] = {}
    for command in commands:
        names.setdefault(command.body.__name__, []).append(command.zh.name)
    for model in names.keys() & schemas.keys():
        said = schemas[model]["description"]
        schemas[model]["description"] = f"{' / '.join(names[model])} — {said[0].lower()}{said[1:]}"


def operations_of(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    """Give path, method and description of every operation."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _say_who_may_ask(operation: Schema, command: CommandDeclaration | None) -> None:
    """Add the roles, and the words of a command; every role may read what needs a token."""
    if command is None:
        operation["x-roles"] = sorted(Role) if "security" in operation else []
    else:
        operation["x-roles"] = [command.role]
        operation["x-words"] = {"zh": asdict(command.zh), "en": asdict(command.en)}


def _describe_columns(operation: Schema, body: BodyFormat | None) -> None:
    """Say what the columns of a file may be called; the fields of its rows say the rest."""
    if body is not None and body.table is not None:
        needed = [group[0] for group in body.table.needed if len(group) == 1]
        operation["requestBody"]["content"][body.media_type] |= {
            "x-row": {"$ref": f"#/components/schemas/{body.table.row.__name__}"},
            "x-columns": [
                {"name": name, "names": list(names), "required": name in needed}
                for name, names in body.table.columns.items()
            ],
        }
