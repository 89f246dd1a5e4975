"""规章文字检查 (texts of a rulebook): its parameters are values of the domain, checked against declared fields."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from api.http.patterns import PRINTING
from domain.fields.field import field_of, places_of
from domain.fields.kinds import CODE
from domain.rulebook.regulations import Regulations

Place = tuple[str | int, ...]


def as_declared(regulations: Regulations) -> Regulations:
    """Give the regulations back.

    Raises ValidationError with the place of each text and list that is too long, and of each text that could be neither
    kept nor shown: control characters, half a surrogate pair.
    """
    if wrong := list(_wrong(regulations, ())):
        raise ValidationError.from_exception_data("Regulations", wrong)
    return regulations


def _wrong(value: object, place: Place) -> Iterator[InitErrorDetails]:
    """Look at every field of a value, and of the values inside it."""
    for field in fields(cast("Any", value)):
        held = getattr(value, field.name)
        longest = field_of(field.name, *places_of(type(value))).kind.longest
        yield from _wrong_here(held, longest, (*place, field.name))


def _wrong_here(held: object, longest: int, place: Place) -> Iterator[InitErrorDetails]:
    """Say what is wrong with one text, list or part.  A text inside a list is a code."""
    if isinstance(held, str):
        yield from _wrong_text(held, longest, place)
    elif isinstance(held, tuple) and len(held) > longest:
        limits = {"field_type": "Tuple", "max_length": longest, "actual_length": len(held)}
        yield _error("too_long", limits, place, held)
    elif isinstance(held, tuple):
        for number, entry in enumerate(held):
            yield from _wrong_here(entry, CODE.longest, (*place, number))
    elif is_dataclass(held):
        yield from _wrong(held, place)


def _wrong_text(text: str, longest: int, place: Place) -> Iterator[InitErrorDetails]:
    """Say what is wrong with one text, as the framework says it of a text that stands outside."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield _error("string_unicode", {}, place, text)
    elif len(text) > longest:
        yield _error("string_too_long", {"max_length": longest}, place, text)
    elif not re.match(PRINTING, text):
        yield _error("string_pattern_mismatch", {"pattern": PRINTING}, place, text)


def _error(kind: str, limits: dict[str, Any], place: Place, given: object) -> InitErrorDetails:
    return InitErrorDetails(type=kind, ctx=limits, loc=place, input=given)
