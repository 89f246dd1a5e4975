"""接口描述 (OpenAPI document): the routes as the framework sees them, with roles, words and examples.

Examples are put together from the example of each field, which is declared once (`domain/fields/`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.commands.declaration import BodyFormat, CommandDeclaration
from api.reference.answer_examples import PROBLEM, RECORDED_FACTS
from api.reference.declared_fields import (
    describe_fields,
    describe_parameters,
    named_example,
    places_of_request,
)
from projections.access.roles import Role

Schema = dict[str, Any]
METHODS = ("get", "post")
"""In the order in which a page lists them; every process the same."""
DESCRIPTION = (
    "阳光账：扶贫与衔接资金及项目的账——从指标文件到村里的公示栏。金额一律为以分为单位的整数。"
    "Sunledger keeps a county's aid money and projects, from the indicator document to the village board. "
    "Amounts are whole numbers of fen (100 fen = 1 yuan)."
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
    rooms = {command.subject.zh: places_of_request(command.body) for command in commands}
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
        for content in _contents(operation):
            if "example" not in content and "schema" in content:
                of = rooms.get(operation["tags"][0], ())
                content["example"] = example_of(content["schema"], document, rooms=of)
    return document


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


def _contents(operation: Schema) -> Iterator[Schema]:
    """Give the bodies of a request and of its good answers."""
    yield from operation.get("requestBody", {}).get("content", {}).values()
    for status, answer in operation["responses"].items():
        if status.startswith("2") or status == "503":
            yield from answer.get("content", {}).values()


def example_of(
    schema: Schema, document: Schema, name: str = "", owner: str = "", rooms: tuple[str, ...] = ()
) -> Any:
    """Put together an example of a schema, with the fields that must be there.

    name, owner  the field that the example is for, and the model that has this field.
    rooms        of domain/, to which the subject belongs that is asked.
    """
    plain = resolved(schema, document)
    if choices := plain.get("enum", [plain["const"]] if "const" in plain else None):
        named = named_example(owner, name, "string", rooms)
        return named if named in choices else choices[0]
    match plain.get("type"):
        case "object":
            return {
                field: example_of(inner, document, field, plain.get("title", ""), rooms)
                for field, inner in plain.get("properties", {}).items()
                if field in plain.get("required", ())
            }
        case "array" if name == "facts":
            return RECORDED_FACTS
        case "array":
            of_texts = _is_text(plain["items"], document)
            named = named_example(owner, name, "array", rooms) if of_texts else []
            return named or [example_of(plain["items"], document, name, owner, rooms)]
    return named_example(owner, name, plain.get("format") or str(plain.get("type")), rooms)


def _is_text(schema: Schema, document: Schema) -> bool:
    return resolved(schema, document).get("type") == "string"


def resolved(schema: Schema, document: Schema) -> Schema:
    """Follow references, and take the first choice that is not null."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return resolved(document["components"]["schemas"][name], document)
    if "anyOf" in schema:
        return resolved(next(one for one in schema["anyOf"] if one.get("type") != "null"), document)
    return schema
