"""字段只说一次 (a field is declared once): each field of a request or a fact has its row, and each row its field."""

import dataclasses
import re
import sys
import typing
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import api.app  # noqa: F401 -- every request model is imported with the service
from api.reference.declared_fields import places_of_request, request_models
from api.reference.examples import example_of
from api.requests.as_declared import as_declared
from api.requests.body import Shape
from domain import fields
from domain.fact import FACTS
from domain.fields.field import Field, every_field, field_of, in_common_zh, label_zh, places_of, rooms_of
from domain.fields.kinds import DAY, PART, PLACE, SHA256, UNIT, WORKED_OUT
from domain.rulebook.ready.ready import READY, ready_rulebook
from domain.rulebook.regulations import Regulations
from tests.api.test_openapi import DOCUMENT
from tests.test_facts_are_frozen import values_in
from tests.tree import import_all_of_domain

CHINESE = re.compile(r"[\u4e00-\u9fff]")
GENERIC = {"米", "见附件", "…", "无", "测试", "示例", "test", "example"}
TABLE = tuple(every_field().values())
ROWS = [pytest.param(row, id=f"{row.of}.{row.name}") for row in TABLE]
OVERRIDES = [pytest.param(row, id=f"{row.of}.{row.name}") for row in TABLE if row.of]
MODELS = [pytest.param(model, id=model.__name__) for model in request_models()]


OF_NO_REGISTER = {
    "delivered_unit": "what a quantity is counted in",
    "auditor_unit": "a firm from outside, written as it signs",
}
"""Fields whose names end in `_unit` and that hold no number of the register of units, and why."""


@dataclasses.dataclass(frozen=True)
class Use:
    """One field of a request or a fact, with the type that it has there; `row` is None where nobody declares it."""

    name: str
    kind: Any
    where: str
    row: Field | None


def use(name: str, places: tuple[str, ...], kind: Any, where: str) -> Use:
    try:
        return Use(name, kind, where, field_of(name, *places))
    except KeyError:
        return Use(name, kind, where, None)


def uses_in_facts() -> Iterator[Use]:
    import_all_of_domain()
    facts = [fact for fact in FACTS.values() if fact.__module__.startswith("domain.")]
    values = {value for fact in facts for value in values_in(fact)}
    for holder in (*facts, *values):
        for name, kind in typing.get_type_hints(holder).items():
            if not name.startswith("_") and not name.isupper():
                yield use(name, places_of(holder), kind, holder.__qualname__)


def uses_in_requests() -> Iterator[Use]:
    for model in request_models():
        for name, field in model.model_fields.items():
            yield use(name, places_of_request(model), field.annotation, model.__name__)


USES = [*uses_in_requests(), *uses_in_facts()]


def parts_of(kind: Any) -> Iterator[Any]:
    """The type itself and the types inside it: of a list, of an optional value."""
    yield kind
    for inner in typing.get_args(kind):
        yield from parts_of(inner)


def holds_parts(kind: Any) -> bool:
    return any(
        isinstance(part, type) and (issubclass(part, Shape) or dataclasses.is_dataclass(part))
        for part in parts_of(kind)
    )


def test_the_table_covers_every_request_and_every_fact() -> None:
    assert len(MODELS) > 69
    assert len({one.where for one in USES}) > 180
    assert [f"{one.where}.{one.name}" for one in USES if one.row is None] == []


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_its_field(row: Field) -> None:
    assert any(one.row is row for one in USES)


@pytest.mark.parametrize("row", OVERRIDES)
def test_a_meaning_of_its_own_differs_from_what_the_name_means_elsewhere(row: Field) -> None:
    others = [other for other in TABLE if other.name == row.name and other is not row]
    assert others, "without another meaning the row needs no `of`"
    assert row.label_zh not in {other.label_zh for other in others if other.of == ""}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_speaks_chinese_and_english(row: Field) -> None:
    assert CHINESE.search(row.label_zh)
    assert CHINESE.search(row.help_zh)
    assert row.help_zh.count("。") == 1, "one sentence"
    assert row.help_zh.endswith("。")
    for text in (row.label_en, row.help_en):
        assert text
        assert not CHINESE.search(text)
    assert row.help_en.endswith(".")
    assert bool(row.kind.unit_zh) == bool(row.kind.unit_en)


def test_every_name_has_a_label_also_where_it_means_several_things() -> None:
    names = {row.name for row in TABLE}
    assert {name for name in names if not CHINESE.search(label_zh(name))} == set()
    everywhere = {row.name for row in TABLE if row.of == ""}
    labels = {name: {row.label_zh for row in TABLE if row.name == name} for name in names - everywhere}
    assert in_common_zh().keys() == {name for name, called in labels.items() if len(called) > 1}


def twice(texts: list[Any]) -> list[Any]:
    return [text for text, times in Counter(texts).items() if times > 1]


def test_no_help_is_used_for_two_fields() -> None:
    assert twice([row.help_zh for row in TABLE]) == []
    assert twice([row.help_en for row in TABLE]) == []


@pytest.mark.parametrize("row", ROWS)
def test_an_example_is_plain_and_within_its_length(row: Field) -> None:
    uses = [one for one in USES if one.row is row]
    assert (row.example is None) == any(holds_parts(one.kind) for one in uses)
    texts = row.example if isinstance(row.example, tuple) else (row.example,)
    assert not GENERIC & set(texts)
    assert row.example not in ("", ())
    if isinstance(row.example, str | tuple) and row.kind is not DAY:
        assert 0 < len(row.example) <= row.kind.longest
    if row.kind is DAY:
        date.fromisoformat(str(row.example))


@pytest.mark.parametrize("row", ROWS)
def test_what_the_name_says_of_its_unit_is_so(row: Field) -> None:
    units = {"_fen": "分", "_bp": "‱（万分之一）", "_months": "个月"}
    for ending, unit in units.items():
        if row.name.endswith(ending):
            assert row.kind.unit_zh == unit
    assert row.name.endswith("_sha256") <= (row.kind is SHA256)
    assert row.name.endswith("_on") <= (row.kind is DAY)


@pytest.mark.parametrize("row", ROWS)
def test_a_field_that_names_a_place_or_a_unit_is_declared_so(row: Field) -> None:
    if row.name not in OF_NO_REGISTER:
        assert row.name.endswith("_unit") == (row.kind is UNIT)
    assert row.name.endswith(("place_code", "parent_code")) == (row.kind is PLACE)


def test_a_name_that_answers_show_with_a_place_or_a_unit_means_nothing_else() -> None:
    named = {row.name for row in TABLE if row.kind.registered}
    assert [row.of for row in TABLE if row.name in named and not row.kind.registered] == []


@pytest.mark.parametrize("model", MODELS)
def test_a_request_takes_the_example_of_each_of_its_fields(model: type[Shape]) -> None:
    own = schema_of(model)["properties"]
    for name, field in model.model_fields.items():
        example = field_of(name, *places_of_request(model)).example
        if example is None:
            example = example_of(own[name], DOCUMENT, name, model.__name__)
        takes(model, name, field.rebuild_annotation(), example)


def schema_of(model: type[Shape]) -> dict[str, Any]:
    """The schema as the reference shows it; its own where no operation takes this model by itself."""
    schemas = DOCUMENT["components"]["schemas"]
    shown: dict[str, Any] = schemas.get(f"{model.__name__}-Input") or schemas.get(model.__name__) or {}
    return shown or model.model_json_schema()


def takes(model: type[Shape], name: str, annotation: Any, example: object) -> None:
    try:
        TypeAdapter(annotation).validate_python(example)
    except ValidationError as error:
        pytest.fail(f"{model.__name__}.{name} refuses {example!r}: {error}")


def limits(schema: dict[str, Any]) -> Iterator[int]:
    """The longest that a schema takes as a text or a list, also where it may be null."""
    for one in (schema, *schema.get("anyOf", ())):
        yield from (one[limit] for limit in ("maxLength", "maxItems") if limit in one)


def is_open(schema: dict[str, Any]) -> bool:
    """Whether a schema is a text or a list whose length nothing bounds: no list of words, no pattern, no format."""
    bounded = {"enum", "const", "format", "pattern"} & set(schema)
    return schema.get("type") in {"string", "array"} and not bounded


@pytest.mark.parametrize("model", MODELS)
def test_a_request_enforces_the_declared_length(model: type[Shape]) -> None:
    for name, schema in model.model_json_schema()["properties"].items():
        found = list(limits(schema))
        declared = field_of(name, *places_of_request(model)).kind.longest
        assert found == [declared] or not found, name
        assert found or not is_open(schema), f"{name} has no limit"


def test_every_text_and_list_of_a_rulebook_has_a_length() -> None:
    for holder in (Regulations, *values_in(Regulations)):
        for name, kind in typing.get_type_hints(holder).items():
            if kind is str or typing.get_origin(kind) is tuple:
                assert field_of(name, *places_of(holder)).kind.longest > 0, f"{holder.__name__}.{name}"


@pytest.mark.parametrize("regime", READY)
def test_the_ready_rulebooks_are_as_declared(regime: str) -> None:
    regulations = ready_rulebook(regime)
    assert as_declared(regulations) is regulations


def test_a_name_declared_twice_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "again.py").write_text("from domain.fields.works import FIELDS\n", encoding="utf-8")
    monkeypatch.setattr(fields, "__path__", [*fields.__path__, str(tmp_path)])
    every_field.cache_clear()
    try:
        with pytest.raises(AssertionError, match="declared twice"):
            every_field()
    finally:
        every_field.cache_clear()
        sys.modules.pop("domain.fields.again", None)


def test_a_field_that_nobody_declares_is_not_found() -> None:
    with pytest.raises(KeyError):
        field_of("no_such_field", "projects")


def test_what_the_books_work_out_is_never_asked_for() -> None:
    asked = {one.row for one in uses_in_requests()}
    assert not [row.name for row in asked if row is not None and row.kind is WORKED_OUT]
    assert [row.name for row in asked if row is not None and row.kind is PART] == ["regulations"]


def test_a_file_of_fields_knows_the_rooms_in_which_it_declares_its_own() -> None:
    assert rooms_of("works") == ("projects",)
    assert rooms_of("rulebooks") == ("rulebook",)
    assert rooms_of("notices") == ("notices",)
    assert rooms_of("claims") == ()
