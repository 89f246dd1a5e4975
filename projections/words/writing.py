"""事实成句 (facts in words): one Chinese and one English sentence for every fact, with amounts in yuan.

The sentences stand in the JSON files of this folder, one file a subject, a topic each.  A sentence is made from the
fact, and looks nothing up: how a place is written, its reader says (places.py).
"""

import json
from importlib import resources
from typing import NamedTuple

from domain.template import Template
from projections.words.printing import EN, ZH, template_of


class Sentence(NamedTuple):
    """One fact in words, 简体中文 and English, without a full stop."""

    zh: str
    en: str


def _templates() -> dict[str, tuple[Template, Template]]:
    found: dict[str, tuple[Template, Template]] = {}
    for file in resources.files("projections.words").iterdir():
        if file.name.endswith(".json"):
            for topic, words in json.loads(file.read_text(encoding="utf-8")).items():
                assert topic not in found, f"{topic} has two sentences"
                found[topic] = (template_of(words["zh"], ZH), template_of(words["en"], EN))
    return found


_TEMPLATES = _templates()

TOPICS = frozenset(_TEMPLATES)
"""The topics that have a sentence; a test holds them equal to the facts of the domain."""


def sentence_of(topic: str, fact: object) -> Sentence:
    """Write the sentence of a fact.  A topic without a sentence is a bug (KeyError)."""
    zh, en = _TEMPLATES[topic]
    return Sentence(zh.filled(fact), en.filled(fact))
