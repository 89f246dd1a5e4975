"""账页 (tables of a ledger): rows of Python and lines of COPY, for keyed and for append-only tables.

A row is a dataclass (better with `slots=True`) or a NamedTuple whose fields are the columns, in any order of the
table.  Types of columns: int ↔ bigint, str ↔ text, bool, date, datetime, each also with None; anything else (tuples
and dataclasses) is kept as jsonb.
"""

import types
from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

R = TypeVar("R")
Key = Any
"""The value of a one-column key, or the tuple of the values of a longer one."""

Encoder = Callable[[Any], str]
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


class Table(Generic[R]):
    """One table of a ledger.

    name  the table, as `tables.sql` creates it.
    row   the class of its rows; its fields are the columns that we write and read.
    key   the columns of the primary key; empty for a table that is only appended to.
    """

    def __init__(self, name: str, row: type[R], key: Sequence[str] = ()) -> None:
        """Prepare the encoders; an unknown key column is a bug and is said at once."""
        hints = get_type_hints(row)
        self.name = name
        self.row = row
        self.key = tuple(key)
        self.columns = tuple(hints)
        assert set(self.key) <= set(self.columns), f"{name}: {self.key} are not all columns"
        self.key_of: Callable[[R], Key] = attrgetter(*self.key) if self.key else _no_key
        self._values: Callable[[R], Sequence[Any]] = _values_getter(row, self.columns)
        self._encoders = tuple(_encoder(hint) for hint in hints.values())
        self._documents = {
            number: hint
            for number, hint in enumerate(hints.values())
            if _encoder(hint) in {_json, _json_or_null}
        }

    def line(self, row: R) -> str:
        """Write a row as one line of COPY's text format."""
        return "\t".join(
            [encode(value) for encode, value in zip(self._encoders, self._values(row), strict=True)]
        )

    def made_from(self, values: Sequence[Any]) -> R:
        """Make the row again from the columns as the driver reads them."""
        if not self._documents:
            return self.row(*values)
        return self.row(
            *(
                msgspec.convert(value, self._documents[number]) if number in self._documents else value
                for number, value in enumerate(values)
            )
        )

    def begun_at(self, key: Key) -> R:
        """Begin a row at its key; its other fields take their defaults."""
        parts = key if len(self.key) > 1 else (key,)
        return self.row(**dict(zip(self.key, parts, strict=True)))

    def __repr__(self) -> str:
        return f"<table {self.name}>"


def _no_key(_row: object) -> Key:
    raise TypeError("this table is only appended to and has no key")


def _values_getter(row: type[R], columns: tuple[str, ...]) -> Callable[[R], Sequence[Any]]:
    if issubclass(row, tuple):
        return lambda one: cast("Sequence[Any]", one)  # a NamedTuple is its own values
    if len(columns) == 1:
        (only,) = columns
        return lambda one: (getattr(one, only),)
    return attrgetter(*columns)


def _encoder(hint: Any) -> Encoder:
    """Choose how a column is written by the type of its field."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [part for part in get_args(hint) if part is not type(None)]
        return _OR_NULL[_encoder(inner[0])] if len(inner) == 1 else _json_or_null
    return _ENCODERS.get(hint, _json)


def _text(value: str) -> str:
    return value.translate(_ESCAPES) if not value.isalnum() else value


def _flag(value: bool) -> str:  # noqa: FBT001 -- the value of a column, not a switch
    return "t" if value else "f"


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode().replace("\\", r"\\")


def _or_null(encode: Encoder) -> Encoder:
    return lambda value: r"\N" if value is None else encode(value)


_json_or_null = _or_null(_json)
_ENCODERS: dict[Any, Encoder] = {
    int: str,
    str: _text,
    bool: _flag,
    date: date.isoformat,
    datetime: datetime.isoformat,
}
_OR_NULL = {encode: _or_null(encode) for encode in _ENCODERS.values()} | {_json: _json_or_null}
