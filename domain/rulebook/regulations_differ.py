"""规章变动 (what differs between two regulations): each parameter that says another thing, with both values.

A row of a list is found by its code, or by what else names it; a row that only one side has is told once, not field by
field.  Sources are left out: they say where a number comes from, not what it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from domain.rulebook.regulations import Regulations

NOTHING = "—"
NAMED_BY = (
    ("code",),
    ("stage",),
    ("kind", "use", "from_fen"),
    ("step", "kind", "level"),
    ("after", "level"),
    ("use",),
)
"""What names a row of a list: the first of these that it has whole, e.g. `works.200000000` for a tender line."""
TELLS_NO_RULE = frozenset({"source"})


@dataclass(frozen=True)
class ChangedParameter:
    """One parameter that differs.  `where` is its place, e.g. `fee.cap_bp`; `was` or `becomes` is — where it is not."""

    where: str
    was: str
    becomes: str


def differences(was: Regulations, becomes: Regulations) -> tuple[ChangedParameter, ...]:
    """What changes between two regulations, in the order of the rulebook."""
    return tuple(_between("", was, becomes))


def _between(where: str, was: object, becomes: object) -> Iterator[ChangedParameter]:
    if was == becomes:
        return
    if is_dataclass(was) and is_dataclass(becomes):
        for field in fields(was):
            if field.name not in TELLS_NO_RULE:
                place = f"{where}.{field.name}" if where else field.name
                yield from _between(place, getattr(was, field.name), getattr(becomes, field.name))
    elif isinstance(was, tuple) and isinstance(becomes, tuple) and any(map(is_dataclass, (*was, *becomes))):
        yield from _between_lists(where, was, becomes)
    else:
        yield ChangedParameter(where, _shown(was), _shown(becomes))


def _between_lists(
    where: str, was: tuple[object, ...], becomes: tuple[object, ...]
) -> Iterator[ChangedParameter]:
    before, after = _by_name(was), _by_name(becomes)
    for name in dict.fromkeys([*before, *after]):
        place = f"{where}.{name}"
        if name in before and name in after:
            yield from _between(place, before[name], after[name])
        else:
            yield ChangedParameter(place, _shown(before.get(name)), _shown(after.get(name)))


def _by_name(rows: tuple[object, ...]) -> dict[str, object]:
    """The rows by what names them; rows of one name are told apart by their number."""
    named: dict[str, object] = {}
    for row in rows:
        said = next((names for names in NAMED_BY if all(hasattr(row, one) for one in names)), ())
        name = ".".join(str(part) for part in (getattr(row, one) for one in said) if part != "")
        number = sum(1 for other in named if other == name or other.startswith(f"{name}#"))
        named[f"{name}#{number + 1}" if number else name] = row
    return named


def _shown(value: object) -> str:
    """A value as text.  A row that stands alone says its name, or its place in the list says enough."""
    if value is None or value == ():
        return NOTHING
    if isinstance(value, tuple):
        return "、".join(map(_shown, value))
    if is_dataclass(value):
        return next(
            (str(getattr(value, said)) for said in ("name", "name_zh", "text") if hasattr(value, said)), "有"
        )
    return str(value)
