"""逐页判断 (judged pages): a page of rows that are judged after reading, by what SQL cannot count: working days."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from projections.reading.paging import Cursor, Page, Paging, read_page

R = TypeVar("R")
T = TypeVar("T")


def read_judged_page(
    cursor: Cursor,
    kind: type[R],
    query: str,
    parameters: Mapping[str, object],
    paging: Paging,
    *,
    keys: Sequence[str],
    judged: Callable[[tuple[R, ...]], Iterable[T]],
) -> Page[T]:
    """Read on until a page is full of what `judged` gives for the rows, which may be fewer; else as `read_page`."""
    kept: list[T] = []
    place = paging.after
    while len(kept) < paging.limit:
        wanted = Paging(paging.limit - len(kept), place)
        page = read_page(cursor, kind, query, parameters, wanted, keys=keys)
        kept += judged(page.rows)
        place = page.next_cursor
        if place is None:
            break
    return Page(tuple(kept), place)
