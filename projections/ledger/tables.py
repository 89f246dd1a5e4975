"""账页 (tables of a ledger): rows of Python and lines of COPY, for keyed and for append-only tables.

A row is a `Row`, or of any other class with annotated fields; they are the columns, in any order of the table.
Types of columns: int ↔ bigint, str ↔ text, bool, date, datetime, each also with None; anything else (tuples and
dataclasses) is kept as jsonb.
"""

import types
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from projections.journal.copy_lines import COPY_ESCAPES

R = TypeVar("R")
Key = Any
"""The value of a one-column key, or the tuple of the values of a longer one."""

Encoder = Callable[[list[Any]], Iterable[str]]
"""Writes a column: one text for each value."""

_JSON = msgspec.json.Encoder()


class Row(msgspec.Struct, gc=False):
    """A row, for ledgers to derive theirs from: made three times as fast as a dataclass.

    What stands in it cannot refer back to it, so the garbage collector need not look.
    """


class Table(Generic[R]):
    """One table of a ledger.

    name  the table, as `tables.sql` creates it.
    row   the class of its rows; its fields are the columns that we write and read.
    key   the columns of the primary key, none of them None; empty for a table that is only appended to.
    """

    def __init__(self, name: str, row: type[R], key: Sequence[str] = ()) -> None:
        """Prepare the encoders.  Raises AssertionError for a key column that the row does not have."""
        hints = get_type_hints(row)
        self.name = name
        self.row = row
        self.key = tuple(key)
        self.columns = tuple(hints)
        assert set(self.key) <= set(self.columns), f"{name}: {self.key} are not all columns"
        self.key_of: Callable[[R], Key] = attrgetter(*self.key) if self.key else _no_key
        self._key_leads = self.columns[: len(self.key)] == self.key
        self.key_types = tuple(_SQL_TYPES[hints[column]] for column in self.key)
        plain = [column for column, hint in hints.items() if hint in _PLAIN]
        assert plain, f"{name}: no column is a number or a text that always stands"
        encoded = [column for column in self.columns if column not in plain]
        self.written = (*plain, *encoded)
        """The columns in the order in which `lines` writes them."""
        self._plain: Callable[[R], tuple[Any, ...]] = _tuple_of(plain)
        self._form = "\t".join(["%s"] * len(plain))
        self._encoded = [(attrgetter(column), _encoder(hints[column])) for column in encoded]
        self._documents = {
            number: hint for number, hint in enumerate(hints.values()) if _parts(hint)[0] not in _ENCODERS
        }

    def lines(self, rows: Collection[R]) -> list[str]:
        """Write rows as lines of COPY's text format: numbers and texts at once, the others column by column."""
        lines = self._plain_lines(rows)
        if not self._encoded:
            return lines
        encoded = [encode(list(map(field, rows))) for field, encode in self._encoded]
        return list(map("\t".join, zip(lines, *encoded, strict=True)))

    def _plain_lines(self, rows: Collection[R]) -> list[str]:
        """Nearly no text needs an escape; to see that none does is far cheaper than to escape them one by one."""
        cells, form = list(map(self._plain, rows)), self._form
        lines = [form % of_row for of_row in cells]
        together = "\n".join(lines)
        if (
            "\\" not in together
            and "\r" not in together
            and together.count("\n") == len(lines) - 1
            and together.count("\t") == len(lines) * form.count("\t")
        ):
            return lines
        return [form % tuple([str(cell).translate(COPY_ESCAPES) for cell in of_row]) for of_row in cells]

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
        if self._key_leads:
            return self.row(*parts)
        return self.row(**dict(zip(self.key, parts, strict=True)))

    def __repr__(self) -> str:
        return f"<table {self.name}>"


def _no_key(_row: object) -> Key:
    raise TypeError("this table is only appended to and has no key")


def _tuple_of(columns: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(columns) > 1:
        return attrgetter(*columns)
    return lambda row: tuple(getattr(row, column) for column in columns)


def _parts(hint: Any) -> tuple[Any, bool]:
    """The type of a column without None, and whether None may stand in it."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [part for part in get_args(hint) if part is not type(None)]
        return (inner[0] if len(inner) == 1 else hint), len(inner) < len(get_args(hint))
    return hint, False


def _encoder(hint: Any) -> Encoder:
    """Choose how a column is written by the type of its field."""
    kind, nullable = _parts(hint)
    encode = _ENCODERS.get(kind) or (_whole_documents if _may_lack(kind) else _documents)
    return _or_null(encode) if nullable else encode


def _numbers(values: list[int]) -> Iterable[str]:
    return map(str, values)


def _texts(values: list[str]) -> Iterable[str]:
    """Nearly every text is printable and needs no escape; asking is far cheaper than translating."""
    together = "".join(values)
    if together.isprintable() and "\\" not in together:
        return values
    return [
        value if value.isprintable() and "\\" not in value else value.translate(COPY_ESCAPES)
        for value in values
    ]


def _flags(values: list[bool]) -> Iterable[str]:
    return ["t" if value else "f" for value in values]


_day = lru_cache(4_096)(date.isoformat)


def _days(values: list[date]) -> Iterable[str]:
    """A page has many rows and few days."""
    return map(_day, values)


def _instants(values: list[datetime]) -> Iterable[str]:
    return [value.isoformat() for value in values]


def _documents(values: list[Any]) -> Iterable[str]:
    together = _JSON.encode_lines(values).decode().replace("\\", r"\\")
    return together.split("\n")[: len(values)]


def _may_lack(hint: Any) -> bool:
    """Whether a dataclass in a column of this type has a field that came later, with a default."""
    if isinstance(hint, type) and is_dataclass(hint):
        later = any(field.default is not MISSING for field in fields(hint))
        return later or any(map(_may_lack, get_type_hints(hint).values()))
    return any(map(_may_lack, get_args(hint)))


def _whole_documents(values: list[Any]) -> Iterable[str]:
    """Write all fields: msgspec writes those with which it read a dataclass, and old facts lack the later ones."""
    return _documents(list(map(_whole, values)))


def _whole(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_whole, value))
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: _whole(getattr(value, field.name)) for field in fields(value)})
    return value


def _or_null(encode: Encoder) -> Encoder:
    """Write what is there with `encode`, and nothing as NULL."""

    def encode_or_null(values: list[Any]) -> Iterable[str]:
        given = [value for value in values if value is not None]
        if len(given) == len(values):
            return encode(values)
        present = iter(encode(given))
        return [r"\N" if value is None else next(present) for value in values]

    return encode_or_null


_PLAIN = frozenset({int, str})
"""What a format writes as COPY reads it, but for escapes in texts."""

_ENCODERS: dict[Any, Encoder] = {
    int: _numbers,
    str: _texts,
    bool: _flags,
    date: _days,
    datetime: _instants,
}
_SQL_TYPES = {int: "bigint", str: "text", bool: "boolean", date: "date", datetime: "timestamptz"}
