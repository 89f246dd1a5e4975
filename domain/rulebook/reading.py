"""读取参数 (reading parameters): typed values built from plain data, nothing missing or added."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from domain.code import Word
from domain.rulebook.refusals import RulebookMisread

V = TypeVar("V")
PLAIN: Mapping[object, Word] = {
    str: ("文字", "a text"),
    int: ("整数", "a whole number"),
    bool: ("true 或 false", "true or false"),
    date: ("日期（YYYY-MM-DD）", "a date YYYY-MM-DD"),
}
"""What a plain value is called."""


def read(kind: type[V], given: object, where: str = "") -> V:
    """Build a value of `kind` (a dataclass, a tuple of one kind, date, str, int, bool; or None) from plain data.

    `where` is the path of the value for the refusal.  Raises RulebookMisread for a wrong type, an unknown field or a
    field that is missing and has no default.
    """
    return cast("V", _read(kind, given, where))


def _read(kind: object, given: object, where: str) -> object:
    if isinstance(kind, UnionType):
        return None if given is None else _read(get_args(kind)[0], given, where)
    if get_origin(kind) is tuple:
        if not isinstance(given, list | tuple):
            raise RulebookMisread(where, _shown(given), _called(kind))
        part = get_args(kind)[0]
        return tuple(_read(part, value, f"{where}[{index}]") for index, value in enumerate(given))
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_fields(kind, given, where)
    if kind is date and isinstance(given, str):
        return _read_day(given, where)
    if type(given) is not kind:
        raise RulebookMisread(where, _shown(given), _called(kind))
    return given


def _read_fields(kind: type, given: object, where: str) -> object:
    if not isinstance(given, dict):
        raise RulebookMisread(where, _shown(given), _called(kind))
    kinds = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    unknown = sorted(set(given) - set(known))
    if unknown:
        name, names = unknown[0], "、".join(known)
        wanted = f"已有的参数之一：{names}", f"one of the known fields: {names}"
        raise RulebookMisread(_at(where, name), _shown(given[name]), wanted)
    values = {}
    for name, field in known.items():
        if name in given:
            values[name] = _read(kinds[name], given[name], _at(where, name))
        elif field.default is MISSING:
            raise RulebookMisread(_at(where, name), "", _called(kinds[name]))
    return kind(**values)


def _read_day(given: str, where: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise RulebookMisread(where, given, PLAIN[date]) from None


def _called(kind: object) -> Word:
    """What a value of this kind is called."""
    if isinstance(kind, UnionType):
        return _called(get_args(kind)[0])
    if isinstance(kind, type) and is_dataclass(kind):
        return "一组参数", f"the fields of a {kind.__name__}"
    return PLAIN.get(kind, ("列表", "a list"))


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _shown(given: object) -> str:
    return repr(given)[:80]
