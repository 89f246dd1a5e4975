"""事实不改形 (facts keep their shape): each kind of fact, its fields and their types, one line a topic.

The lines of golden/facts.txt are the storage format.  A line may be added, and a field with a default at an existing
line; nothing is ever changed or taken away.  To add what is new: `python -m tests.test_facts_are_frozen`.
"""

import dataclasses
import sys
import types
import typing
from collections.abc import Iterator

from domain.fact import FACTS, Fact
from tests.tree import ROOT, import_all_of_domain

GOLDEN = ROOT / "tests/golden/facts.txt"
EVERY_FACT = {field.name for field in dataclasses.fields(Fact)}


def written(kind: object) -> str:
    """How a type is written in a line: `str`, `date|None`, `[SourceAmount]`."""
    if typing.get_origin(kind) is tuple:
        return f"[{written(typing.get_args(kind)[0])}]"
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return "|".join(written(part) for part in typing.get_args(kind))
    assert isinstance(kind, type), kind
    return "None" if kind is type(None) else kind.__name__


def fields_of(kind: type) -> dict[str, str]:
    """Each field of a dataclass as it is written in a line, by its name; `=` marks a default."""
    hints = typing.get_type_hints(kind)
    assert dataclasses.is_dataclass(kind)
    return {
        field.name: f"{field.name}:{written(hints[field.name])}"
        + ("" if field.default is dataclasses.MISSING else f"={field.default!r}")
        for field in dataclasses.fields(kind)
    }


def values_in(kind: type) -> Iterator[type]:
    """The value dataclasses that a fact holds, and those inside them."""
    for hint in typing.get_type_hints(kind).values():
        for part in (hint, *typing.get_args(hint)):
            if isinstance(part, type) and dataclasses.is_dataclass(part):
                yield part
                yield from values_in(part)


def shapes() -> dict[str, dict[str, str]]:
    """Every kind of fact by its topic and every value by its class name, with their fields."""
    import_all_of_domain()
    own = {topic: fact for topic, fact in FACTS.items() if fact.__module__.startswith("domain.")}
    values = {value.__name__: value for fact in own.values() for value in values_in(fact)}
    named = {topic: fields_of(fact) for topic, fact in own.items()}
    kept = {
        topic: {n: f for n, f in fields.items() if n not in EVERY_FACT} for topic, fields in named.items()
    }
    return kept | {name: fields_of(value) for name, value in values.items()}


def lines() -> list[str]:
    return [" ".join((name, *sorted(fields.values()))) for name, fields in sorted(shapes().items())]


def golden() -> list[str]:
    return GOLDEN.read_text(encoding="utf-8").splitlines() if GOLDEN.exists() else []


def changed_for_the_worse() -> list[str]:
    """The golden lines that the code no longer keeps: gone, a field gone or altered, or one added without default."""
    now = shapes()
    broken = []
    for line in golden():
        name, *kept = line.split(" ")
        fields = set(now.get(name, {}).values())
        added = fields - set(kept)
        if set(kept) - fields or any("=" not in field for field in added) or (not fields and name not in now):
            broken.append(line)
    return broken


def test_no_recorded_fact_changes_shape() -> None:
    assert changed_for_the_worse() == []


def test_every_shape_is_written_down() -> None:
    assert lines() == golden(), "run: python -m tests.test_facts_are_frozen"


def test_the_auditor_knows_every_kind_of_fact() -> None:
    import_all_of_domain()
    from scripts.verify.discovered import TOPICS

    own = {topic for topic, fact in FACTS.items() if fact.__module__.startswith("domain.")}
    assert own == TOPICS


def test_a_fact_is_a_frozen_dataclass_named_stream_dot_past_tense() -> None:
    import_all_of_domain()
    for topic, fact in FACTS.items():
        assert fact.__dataclass_params__.frozen, topic  # type: ignore[attr-defined]  # what dataclass() writes there
        stream, _, happened = topic.partition(".")
        assert stream, topic
        assert happened, topic


if __name__ == "__main__":
    if changed_for_the_worse():
        sys.exit("\n".join(("a recorded shape may not change:", *changed_for_the_worse())))
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
