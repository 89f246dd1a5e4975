"""答复中的名称 (naming): the name of each place and unit beside its code, in any answer of the ledgers."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from domain.fields.field import every_field
from domain.funds.codes import PurposeKind
from projections.reading.paging import Page

NAMED_AS: Mapping[str, str] = {
    name: f"{name.removesuffix('_code')}_name"
    for (_, name), field in every_field().items()
    if field.kind.registered
}
"""The fields of an answer that hold the code of a place or a unit, and what its name is called there."""

PURPOSE_CODE, PURPOSE_NAME = "purpose_code", "purpose_name"
"""What money serves, and its name: of a unit only, since other purposes are no places."""


def with_names(answer: object, names: Mapping[str, str]) -> object:
    """Give an answer of the ledgers with the name of each place and unit whose code stands in it.

    Books that know no names, and answers that can hold no code, pay nothing for this.
    """
    rows = answer.rows if isinstance(answer, Page) else answer if isinstance(answer, tuple) else (answer,)
    if not names or not any(map(_may_hold_code, set(map(type, rows)))):
        return answer
    plain = msgspec.to_builtins(answer)
    _name(plain, names)
    return plain


@cache
def _may_hold_code(kind: Any) -> bool:
    """Whether a value of this type may hold the code of a place or a unit, itself or in its parts."""
    if is_dataclass(kind):
        fields = get_type_hints(kind)
        coded = PURPOSE_CODE in fields or not NAMED_AS.keys().isdisjoint(fields)
        return coded or any(map(_may_hold_code, fields.values()))
    return kind in {Any, object, dict, list, tuple} or any(map(_may_hold_code, get_args(kind)))


def _name(plain: Any, names: Mapping[str, str]) -> None:
    """Name places and units in what JSON is made of, in lists and in records inside them."""
    parts: Iterable[Any] = plain.values() if isinstance(plain, dict) else plain
    for part in parts:
        if isinstance(part, dict | list | tuple):
            _name(part, names)
    if isinstance(plain, dict):
        for field, name_field in NAMED_AS.items():
            if field in plain and plain[field] in names:
                plain[name_field] = names[plain[field]]
        if plain.get("purpose_kind") == PurposeKind.UNIT and plain.get(PURPOSE_CODE) in names:
            plain[PURPOSE_NAME] = names[plain[PURPOSE_CODE]]
