"""The garbage collector: it leaves alone what stays, and still frees what refers to itself."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from scripts.garbage_collection import MIDDLE, OLD, YOUNG, look_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


class Node:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_in_memory_is_never_looked_at_again() -> None:
    stays = [[number] for number in range(1_000)]
    look_seldom()
    assert gc.get_freeze_count() > len(stays)
    assert not any(one is stays for one in gc.get_objects())


def test_what_is_unreachable_beforehand_is_freed_and_not_kept_for_good() -> None:
    gone = weakref.ref(Node())
    look_seldom()
    assert gone() is None


def test_what_becomes_unreachable_later_is_freed_in_the_end() -> None:
    look_seldom()
    assert gc.get_threshold() == (YOUNG, MIDDLE, OLD)
    gone = weakref.ref(Node())
    kept = [[number] for number in range(YOUNG + 1_000)]
    assert gone() is None, "the first look at new objects finds it"
    assert len(kept) > YOUNG
