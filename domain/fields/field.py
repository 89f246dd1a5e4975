"""字段 (field): what each field of a request or a fact is called, counts, holds and means, declared once.

A module of this room declares the fields of a subject, in a tuple `FIELDS`.  A name means one thing everywhere; where
it honestly means another thing in one subject, that subject or part has a declaration of its own, under `of`.  What
such meanings have in common a module says in `IN_COMMON_ZH`, by name.
"""

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Self

from domain import fields
from domain.fields.kinds import Kind

Example = str | int | bool | tuple[str, ...] | tuple[int, ...] | None

PUBLIC = True
"""公开: the field may appear on the board and in what is printed for everybody."""


@dataclass(frozen=True)
class Field:
    """字段: one field by the name it is stored under.

    example  as JSON writes it, from the county that all examples tell of; None for a part or a list of parts, whose
             fields have examples of their own.
    public   whether it may appear on the board: it never holds what tells one person from another.
    of       the room of domain/ (`notices`) or the value (`Target`) in which the name means this; "" elsewhere.
    help_zh, help_en  one sentence for the person who fills it in: what to write, and where it stands on the paper.
    """

    name: str
    label_zh: str
    label_en: str
    kind: Kind
    example: Example
    public: bool = False
    of: str = ""
    help_zh: str = ""
    help_en: str = ""

    def says(self, zh: str, en: str) -> Self:
        """Give the same field with its help."""
        return replace(self, help_zh=zh, help_en=en)


def label_zh(name: str, *places: str) -> str:
    """Give what a field is called in Chinese; its name where nobody declares it.

    places  as in `field_of`; without any, what the field is called everywhere, or what all its meanings have in common.
    """
    declared = every_field()
    for place in places:
        if (place, name) in declared:
            return declared[place, name].label_zh
    if ("", name) in declared:
        return declared["", name].label_zh
    labels = {field.label_zh for (_, other), field in declared.items() if other == name}
    return labels.pop() if len(labels) == 1 else in_common_zh().get(name, name)


def scan(paper: str) -> str:
    """The hash that the scan of a paper might have, as an example of its own."""
    return sha256(paper.encode()).hexdigest()


@cache
def every_field() -> Mapping[tuple[str, str], Field]:
    """Every field by `of` and name.  Raises AssertionError for a name declared twice in one place."""
    found: dict[tuple[str, str], Field] = {}
    for module in _modules():
        for field in getattr(module, "FIELDS", ()):
            place = field.of, field.name
            assert place not in found, (
                f"the field {field.name} of {field.of or 'everywhere'} is declared twice"
            )
            found[place] = field
    return MappingProxyType(found)


@cache
def in_common_zh() -> Mapping[str, str]:
    """What a name that means several things is called where nobody says which of them.

    Raises AssertionError for a name that two modules say this of.
    """
    found: dict[str, str] = {}
    for module in _modules():
        for name, label in getattr(module, "IN_COMMON_ZH", {}).items():
            assert name not in found, f"what {name} means in common is declared twice"
            found[name] = label
    return MappingProxyType(found)


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(fields.__path__, f"{fields.__name__}."):
        yield import_module(module.name)


def field_of(name: str, *places: str) -> Field:
    """The field with this name in the first of these places that declares it, or everywhere else.

    places  the value and the room of domain/ that hold the field, the narrower first.
    Errors: KeyError for a field that nobody declares.
    """
    declared = every_field()
    return (
        next((declared[place, name] for place in places if (place, name) in declared), None)
        or declared["", name]
    )


@cache
def rooms_of(subject: str) -> tuple[str, ...]:
    """Give the rooms of domain/ in which the file `subject` of this room declares fields of their own.

    Errors: ModuleNotFoundError for a subject that has no such file.
    """
    declared = import_module(f"{fields.__name__}.{subject}").FIELDS
    return tuple(dict.fromkeys(field.of for field in declared if field.of.islower()))


def places_of(kind: type) -> tuple[str, str]:
    """Where the fields of a fact or a value are declared first: under its own name, then its room of domain/."""
    return kind.__name__, kind.__module__.split(".")[1]
