"""字段表 (tables of fields): what a request is made of, a row a field, as people read it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from api.reference.schemas import Schema, resolved

KINDS = {
    "string": "文字 text",
    "integer": "整数 whole number",
    "boolean": "是或否 true or false",
    "date": "日期 date",
    "array": "列表 list",
    "object": "分项 part",
}
"""What a type in JSON, or the format of a text, is called."""


@dataclass(frozen=True)
class FieldRow:
    """One field of a request.

    name   with the parts that it stands in: `lines[].amount_fen`.
    label  in Chinese and English; "" for a parameter that is no declared field.
    kind   what is written there, and its unit and longest length, a text each.
    codes  code, Chinese and English word of a closed list; empty where any text goes.
    help   paragraphs, Chinese first.
    """

    name: str
    label: str
    required: bool
    kind: tuple[str, ...]
    codes: tuple[tuple[str, str, str], ...]
    help: tuple[str, ...]


def rows_of(schema: Schema, document: Schema, within: str = "") -> Iterator[FieldRow]:
    """Give a row for every field of an object, each part followed by its own fields."""
    whole = resolved(schema, document)
    for name, shown in whole.get("properties", {}).items():
        row = row_of(within + name, shown, document, required=name in whole.get("required", ()))
        yield row
        entry, path = resolved(shown, document), row.name
        while entry.get("type") == "array":
            entry, path = resolved(entry["items"], document), f"{path}[]"
        yield from rows_of(entry, document, f"{path}.")


def columns_of(content: Schema, document: Schema) -> Iterator[FieldRow]:
    """Give a row for every column of a file, as the field of its rows is declared, with what it may be called."""
    fields = resolved(content.get("x-row", {}), document).get("properties", {})
    for column in content.get("x-columns", ()):
        name, names = column["name"], f"列名 columns: {'、'.join(column['names'])}"
        row = FieldRow(name, column["names"][1], column["required"], (), (), ())
        if name in fields:
            row = row_of(name, fields[name], document, required=column["required"])
        yield replace(row, kind=(*row.kind, names))


def row_of(name: str, shown: Schema, document: Schema, *, required: bool) -> FieldRow:
    """Give the row of one field or parameter."""
    plain = resolved(shown, document)
    said = shown if "title" in shown else plain  # the words stand beside the reference to a part
    return FieldRow(
        name=name,
        label=said["title"] if "x-public" in said else "",
        required=required,
        kind=tuple(_kind_of(plain, said.get("x-unit", ""))),
        codes=tuple((one["code"], one["zh"], one["en"]) for one in plain.get("x-codes", ())),
        help=tuple(filter(None, said.get("description", "").split("\n\n"))),
    )


def _kind_of(plain: Schema, unit: str) -> Iterator[str]:
    kind = str(plain.get("format") or plain.get("type"))
    yield "代码 code" if "x-codes" in plain else KINDS.get(kind, kind)
    if unit:
        yield f"单位 unit {unit}"
    if "maxLength" in plain:
        yield f"最长 {plain['maxLength']} 字 characters"
    if "maxItems" in plain:
        yield f"最多 {plain['maxItems']} 项 entries"
