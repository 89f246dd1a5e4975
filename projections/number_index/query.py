"""编号索引, 查询 (index of numbers, reading): which records bear a number, in whatever spelling it is asked for."""

from dataclasses import replace
from typing import TypeVar

from domain.fact import Stream
from domain.funds.codes import PurposeKind
from domain.gifts.gift import Gift
from domain.keys import stream_key
from domain.projects.project import Project
from projections.reading.paging import Cursor

LEDGER = "number_index"
F = TypeVar("F")


def streams_like(cursor: Cursor, stream: str) -> tuple[str, ...]:
    """The ids of all streams with the number of this one, in the order in which they began; several in old books."""
    cursor.execute(
        "SELECT stream FROM number_index WHERE lookup_key = %s ORDER BY position", (stream_key(stream),)
    )
    return tuple(found for (found,) in cursor.fetchall())


def recorded_stream(cursor: Cursor, stream: str) -> str:
    """The id of the record with this number; as it came when none, or more than one, is like it."""
    like = streams_like(cursor, stream)
    return like[0] if len(like) == 1 else stream


def recorded_number(cursor: Cursor, kind: type[Stream], number: str) -> str:
    """The number as it stands on the record; as it came when none, or more than one, is like it."""
    return recorded_stream(cursor, kind.id_of(number)).partition("/")[2]


def as_recorded(cursor: Cursor, only: F, **kinds: type[Stream] | None) -> F:
    """Give a filter with its numbers as they stand on the records.

    kinds  what each of these fields of the filter numbers; None where it numbers nothing that is looked up by a key.
    """
    spelt = {
        name: recorded_number(cursor, kind, getattr(only, name))
        for name, kind in kinds.items()
        if kind is not None and getattr(only, name)
    }
    return replace(only, **spelt)  # type: ignore[type-var]  # every filter is a dataclass


def purpose_numbered(purpose_kind: str | None) -> type[Stream] | None:
    """What the code of a purpose numbers: a project unless another kind is asked for; units have no such number."""
    if purpose_kind == PurposeKind.GIFT:
        return Gift
    return Project if purpose_kind in {None, PurposeKind.PROJECT} else None
