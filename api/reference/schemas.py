"""模式 (schemas): how the reference reads the JSON Schema of the OpenAPI document."""

from typing import Any

Schema = dict[str, Any]


def resolved(schema: Schema, document: Schema) -> Schema:
    """Follow references, and take the first choice that is not null."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return resolved(document["components"]["schemas"][name], document)
    if "anyOf" in schema:
        return resolved(next(one for one in schema["anyOf"] if one.get("type") != "null"), document)
    return schema
