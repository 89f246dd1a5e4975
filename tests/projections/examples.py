"""Example facts made from the shape of their classes alone: every field gets a plain value of its type."""

import dataclasses
import types
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from domain.fact import Fact


def example_of(kind: Any) -> Any:
    """A value of this type."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) in {Union, types.UnionType}:
        return example_of(next(part for part in get_args(kind) if part is not type(None)))
    if get_origin(kind) is tuple:
        return (example_of(get_args(kind)[0]),)
    hints = get_type_hints(kind)
    return kind(**{field.name: example_of(hints[field.name]) for field in dataclasses.fields(kind)})


def example_fact(kind: type[Fact], /, **said: Any) -> Any:
    """A fact of this class; what is said replaces the plain values."""
    return dataclasses.replace(example_of(kind), **said)


PLAIN: dict[Any, Any] = {
    str: "甲",
    int: 123_456,
    bool: True,
    date: date(2024, 3, 1),
    frozenset[date]: frozenset({date(2024, 3, 1)}),
}
