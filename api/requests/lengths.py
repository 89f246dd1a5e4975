"""长度检查 (lengths of a rulebook): its parameters are values of the domain, checked against their declared fields."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from domain.fields.field import field_of, places_of
from domain.fields.kinds import CODE
from domain.rulebook.regulations import Regulations

Place = tuple[str | int, ...]


def within_their_lengths(regulations: Regulations) -> Regulations:
    """Give the regulations back.  Raises ValidationError with the place of each text and list that is too long."""
    if too_long := list(_too_long(regulations, ())):
        raise ValidationError.from_exception_data("Regulations", too_long)
    return regulations


def _too_long(value: object, place: Place) -> Iterator[InitErrorDetails]:
    """Look at every field of a value, and of the values inside it."""
    for field in fields(cast("Any", value)):
        held = getattr(value, field.name)
        longest = field_of(field.name, *places_of(type(value))).kind.longest
        yield from _too_long_here(held, longest, (*place, field.name))


def _too_long_here(held: object, longest: int, place: Place) -> Iterator[InitErrorDetails]:
    """Say what is wrong with one text, list or part.  A text inside a list is a code."""
    if isinstance(held, str) and len(held) > longest:
        yield _error("string_too_long", {"max_length": longest}, place, held)
    elif isinstance(held, tuple) and len(held) > longest:
        limits = {"field_type": "Tuple", "max_length": longest, "actual_length": len(held)}
        yield _error("too_long", limits, place, held)
    elif isinstance(held, tuple):
        for number, entry in enumerate(held):
            yield from _too_long_here(entry, CODE.longest, (*place, number))
    elif is_dataclass(held):
        yield from _too_long(held, place)


def _error(kind: str, limits: dict[str, Any], place: Place, given: object) -> InitErrorDetails:
    return InitErrorDetails(type=kind, ctx=limits, loc=place, input=given)
