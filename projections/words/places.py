"""地名 (places in a sentence): a fact holds the code of a place or a unit; whoever reads it says how that is written.

What a place is called is not in the fact, and changes.  A reader knows it for the moment that he looks at, and tells
many facts at once, deep inside of a question: he says so once, around the question.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WritePlace = Callable[[str], str]
"""Writes a code with what it is called; a code that is not registered as it is."""

_write: ContextVar[WritePlace] = ContextVar("write_place", default=str)


@contextmanager
def places_written(write: WritePlace) -> Iterator[None]:
    """Let the sentences that are made inside write each place and each unit in this way."""
    before = _write.set(write)
    try:
        yield
    finally:
        _write.reset(before)


def place_text(code: str) -> str:
    """Write a place or a unit as the reader wants it; as its code where he said nothing."""
    return _write.get()(code)
