"""各类业务的事实 (the facts of all subjects): found in `facts_of/`, so that a new subject is a new file there."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from typing import TypeVar

from tests import facts_of
from tests.subject_facts import SubjectFacts

V = TypeVar("V")


def _discovered() -> list[SubjectFacts]:
    return [
        importlib.import_module(module.name).FACTS
        for module in pkgutil.iter_modules(facts_of.__path__, f"{facts_of.__name__}.")
    ]


def _together(parts: Iterable[Mapping[str, V]]) -> dict[str, V]:
    """Join what the subjects say; nothing is said twice."""
    joined: dict[str, V] = {}
    for part in parts:
        assert not joined.keys() & part.keys(), f"said twice: {joined.keys() & part.keys()}"
        joined |= part
    return joined


SUBJECTS = _discovered()

WAYS_BACK = _together(subject.ways_back for subject in SUBJECTS)
"""Kinds of facts → what takes them back, or puts them right."""

NONE_MAY = _together(subject.none_may for subject in SUBJECTS)
"""Kinds of facts → why nothing takes them back."""

SAYS_WHY = _together(subject.says_why for subject in SUBJECTS)
"""Kinds of facts that take back and have no field `reason` → what says why instead."""

TAKES_BACK = frozenset(way for ways in WAYS_BACK.values() for way in ways)
"""The kinds of facts that take another back, or put it right."""

POST_NOTHING = frozenset(
    topic for subject in SUBJECTS for topics in subject.post_nothing.values() for topic in topics
)
"""The kinds of facts that hold an amount and move no money."""
