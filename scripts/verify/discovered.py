"""各类业务 (all subjects of the audit): found in `subjects/`, so that a new one is a new file and nothing else."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from typing import TypeVar

from scripts.verify import subjects
from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import EVERY_STREAM, Derive, Keys, Subject

V = TypeVar("V")


def _discovered() -> tuple[Subject, ...]:
    found = [
        importlib.import_module(module.name).SUBJECT
        for module in pkgutil.iter_modules(subjects.__path__, f"{subjects.__name__}.")
    ]
    return tuple(sorted(found, key=lambda subject: subject.comes_last))


def _together(parts: Iterable[Mapping[str, V]]) -> dict[str, V]:
    """Join what the subjects declare; nothing is declared twice."""
    joined: dict[str, V] = {}
    for part in parts:
        assert not joined.keys() & part.keys(), f"declared twice: {joined.keys() & part.keys()}"
        joined |= part
    return joined


SUBJECTS = _discovered()
"""In the order in which they hear a fact: by name, then those that come last."""

TOPICS = frozenset(
    f"{kind}.{step}"
    for kind, steps in _together(subject.happens for subject in SUBJECTS).items()
    for step in steps.split()
)
"""Every kind of fact that the auditor knows."""

OPENS = _together(subject.opens for subject in SUBJECTS)
"""Facts that open a record with a number → the field that says its place."""

assert OPENS.keys() <= TOPICS, f"no such fact: {OPENS.keys() - TOPICS}"
OPENED_KINDS = frozenset(topic.partition(".")[0] for topic in OPENS)

BY_FACT: Keys = _together(subject.by_fact for subject in SUBJECTS)
BY_STREAM: Keys = _together(subject.by_stream for subject in SUBJECTS)
AT_THE_END: Keys = _together(subject.at_the_end for subject in SUBJECTS)
KEYS: Keys = _together((BY_FACT, BY_STREAM, AT_THE_END))

STREAMS = _together(subject.streams for subject in SUBJECTS)
"""Kinds of streams → how the rows of one stream are derived from its facts alone."""


class Listeners:
    """Who derives rows from the facts of a kind of stream, in the order of the journal."""

    def __init__(self, papers: Papers) -> None:
        """Begin an audit that writes in `papers`."""
        self._heard = [subject.hears(papers) for subject in SUBJECTS]
        openings = (subject.hears_openings(papers) for subject in SUBJECTS)
        self._hear_openings = [derive for derive in openings if derive is not None]
        self._of_kind: dict[str, tuple[Derive, ...]] = {}

    def of(self, kind: str) -> tuple[Derive, ...]:
        """Give those who hear streams of this kind, in their order."""
        listeners = self._of_kind.get(kind)
        if listeners is None:
            heard = [(part.get(EVERY_STREAM), part.get(kind)) for part in self._heard]
            begins = (self._open,) if kind in OPENED_KINDS else ()
            listeners = (*begins, *(derive for pair in heard for derive in pair if derive is not None))
            self._of_kind[kind] = listeners
        return listeners

    def _open(self, fact: Stored) -> None:
        place_field = OPENS.get(fact.topic)
        if place_field is not None:
            for derive in self._hear_openings:
                derive(fact, place_field)
