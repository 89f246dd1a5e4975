"""字段说明 (declared fields): which declaration stands behind a field of the interface, and what it adds to OpenAPI."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from api.http.naming import NAMED_AS, PURPOSE_CODE, PURPOSE_NAME
from api.requests.body import CommandBody, Part, Shape
from domain.fields.field import Field, field_of, places_of, rooms_of
from domain.rulebook.regulations import Regulations

NAME = {
    "type": "string",
    "title": "名称 name",
    "description": "区划与单位名册所载的名称；未登记则无此项",
}
"""What stands beside the code of a place or a unit in an answer, where the register knows its name."""


LIMIT_OF = {"string": "maxLength", "array": "maxItems"}
"""What JSON Schema calls the longest length of a type."""


def places_of_request(model: type[Shape]) -> tuple[str, ...]:
    """Where the fields of a request are declared: a part as the value it becomes, a command in its subject's rooms."""
    if issubclass(model, Part):
        return places_of(model.VALUE)
    return rooms_of(model.__module__.rpartition(".")[2])


def request_models(*bases: type[Shape]) -> Iterator[type[Shape]]:
    """Give every command and every part of a request that is imported; `bases` are where to begin."""
    for base in bases or (CommandBody, Part):
        for model in base.__subclasses__():
            yield model
            yield from request_models(model)


@cache
def places_by_model() -> dict[str, tuple[str, ...]]:
    """Give where the fields of each model of a request are declared, by its name in the OpenAPI document."""
    requests = {model.__name__: places_of_request(model) for model in request_models()}
    return requests | {kind.__name__: places_of(kind) for kind in _with_its_parts(Regulations)}


def _with_its_parts(kind: type) -> Iterator[type]:
    """Give a dataclass and those that its fields hold, alone or in lists."""
    yield kind
    for hint in get_type_hints(kind).values():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and is_dataclass(part):
                yield from _with_its_parts(part)


def describe_fields(schemas: dict[str, Any]) -> None:
    """Write label, help, unit, length and openness into the schemas of what is sent; name places in answers."""
    places = places_by_model()
    for model, schema in schemas.items():
        of, properties = places.get(schema.get("title", "")), schema.get("properties", {})
        if of is None or model.endswith("-Output"):  # an answer may bear the name of a part of a request
            named_as = {**NAMED_AS, PURPOSE_CODE: PURPOSE_NAME}
            named = [name for field, name in named_as.items() if field in properties]
            properties.update(dict.fromkeys(named, NAME))
            continue
        for name, shown in properties.items():
            field = field_of(name, *of)
            shown.update(_words_of(field, shown.get("description", "")))
            limit = LIMIT_OF.get(shown.get("type", ""))
            if limit and field.kind.longest and not {"enum", "const", "pattern"} & shown.keys():
                shown.setdefault(limit, field.kind.longest)  # a rule looks at the lengths of a rulebook


def describe_parameters(parameters: list[dict[str, Any]], body: type[Shape]) -> None:
    """Write label, help, unit and openness into the parameters that are fields of a command."""
    for parameter in parameters:
        if parameter["in"] == "query" and parameter["name"] in body.model_fields:
            field = field_of(parameter["name"], *places_of_request(body))
            parameter["schema"].update(_words_of(field, parameter.get("description", "")))


def _words_of(field: Field, shape: str) -> dict[str, Any]:
    unit = {"x-unit": f"{field.kind.unit_zh} {field.kind.unit_en}"} if field.kind.unit_zh else {}
    return {
        "title": f"{field.label_zh} {field.label_en}",
        "description": "\n\n".join(text for text in (field.help_zh, field.help_en, shape) if text),
        "x-public": field.public,
        **unit,
    }


def declared_example(owner: str, name: str) -> Any:
    """Give the example of a field of a request, as JSON writes it; `owner` is the model that has the field."""
    example = field_of(name, *places_by_model()[owner]).example
    return list(example) if isinstance(example, tuple) else example
