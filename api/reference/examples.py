"""请求示例 (examples of requests): the steps of the story as requests that can be sent as they are.

A step says what is its own; every other field that must be there has the example of its declaration (`domain/fields/`).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from api.commands.declaration import CommandDeclaration
from api.reference.declared_fields import declared_example, places_of_request
from api.reference.schemas import Schema, resolved
from api.story.step import PERSONS, Said, Step
from domain.fields.field import field_of

NOTHING: Said = {}


def requests_of(
    story: Iterable[Step], commands: Iterable[CommandDeclaration], document: Schema
) -> Iterator[dict[str, Any]]:
    """Give every step as one request of `x-story`: who sends it, where, and what."""
    declared = {command.operation: command for command in commands}
    for one in story:
        command = declared[one.operation]
        said = {"effective_on": one.effective_on, **one.said}
        keys = {name: said.pop(name, None) or _key(name, command) for name in command.keys}
        path = command.path.format_map({name: quote(str(key), safe="") for name, key in keys.items()})
        sent = document["paths"][command.path]["post"]["requestBody"]["content"]
        ((media_type, content),) = sent.items()
        if command.body_format is not None and command.body_format.table is not None:
            path += f"?{urlencode(said)}"
        yield {
            "operation": command.path,
            "effective_on": one.effective_on,
            "by": one.by or PERSONS[command.role],
            "role": command.role,
            "keys": keys,
            "path": path,
            "media_type": media_type,
            "body": one.file or example_of(content["schema"], document, said=said),
        }


def _key(name: str, command: CommandDeclaration) -> str:
    """Give the example of a key in a path."""
    return str(field_of(name, *places_of_request(command.body)).example)


def example_of(schema: Schema, document: Schema, name: str = "", owner: str = "", *, said: Any = None) -> Any:
    """Put together an example of a schema: what is said, and the other fields that must be there.

    name, owner  the field that the example is for, and the model that has this field.
    """
    plain = resolved(schema, document)
    if plain.get("type") == "object":
        return _example_of_object(plain, document, said or NOTHING)
    if plain.get("type") == "array" and resolved(plain["items"], document).get("type") == "object":
        parts = [NOTHING] if said is None else said
        return [example_of(plain["items"], document, name, owner, said=part) for part in parts]
    if said is not None:
        return said
    example = declared_example(owner, name)
    choices = plain.get("enum", [plain["const"]] if "const" in plain else [example])
    return example if example in choices else choices[0]


def _example_of_object(plain: Schema, document: Schema, said: Mapping[str, Any]) -> dict[str, Any]:
    properties, required = plain.get("properties", {}), plain.get("required", ())
    unknown = said.keys() - properties.keys()
    assert not unknown, f"{plain['title']} has no {unknown}"
    return {
        field: example_of(inner, document, field, plain["title"], said=said.get(field))
        for field, inner in properties.items()
        if field in required or field in said
    }
