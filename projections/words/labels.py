"""代码名称 (labels): what a code is called, in Chinese and English, wherever sentences and pages print one.

The words stand beside the codes in `domain/<subject>/codes.py`; a subject that comes with such a file is found.
Kinds of notice and spending items are the rulebook's: a sentence is made from the fact alone, so it takes their words
from the ready rulebooks.  A code that nobody declared is shown as it is: a rulebook may bring new ones.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec

import domain
from domain.code import Code, Word
from domain.projects.codes import Phase
from domain.rulebook.ready.ready import READY, ready_rulebook

Coded = type[Code] | type[Phase]


def declared_codes() -> Iterator[Coded]:
    """Every list of codes that a subject declares."""
    for room in pkgutil.iter_modules(domain.__path__, "domain."):
        if room.ispkg and find_spec(f"{room.name}.codes"):
            module = importlib.import_module(f"{room.name}.codes")
            for declared in vars(module).values():
                if isinstance(declared, type) and declared.__module__ == module.__name__:
                    assert issubclass(declared, Code | Phase), f"{declared} is no list of codes"
                    yield declared


WORDS: Mapping[str, Mapping[str, Word]] = {
    codes.__name__: {member.code: member.word for member in codes} for codes in declared_codes()
}
"""The words of every code, by the name of its list."""


def label(codes: str, code: str) -> Word:
    """What a code of the list `codes` is called; the code itself where it has no word."""
    return WORDS[codes].get(code, (code, code))


@cache
def _notice_kinds() -> Mapping[str, Word]:
    return {
        kind.code: (kind.name_zh, kind.name_en)
        for regime in READY
        for kind in ready_rulebook(regime).notice_kinds
    }


def notice_kind(code: str) -> Word:
    """What the ready rulebooks call a kind of notice; the code itself where they lack it."""
    return _notice_kinds().get(code, (code, code))


@cache
def _spending_items() -> Mapping[str, Word]:
    return {
        item.code: (item.name_zh, item.name_en)
        for regime in READY
        for item in ready_rulebook(regime).spending_items
    }


def spending_item(code: str) -> Word:
    """What the ready rulebooks call a spending item; the code itself where they lack it."""
    return _spending_items().get(code, (code, code))
