"""事实成句 (facts in words): one Chinese and one English sentence for every fact, with amounts in yuan.

The sentences stand in the JSON files of this folder, one file a subject, a topic each.  A sentence is made from the
fact alone: it never looks anything up, so the same fact always reads the same.
"""

import json
from importlib import resources
from typing import NamedTuple

from projections.sentences.printing import EN, ZH, Template


class Sentence(NamedTuple):
    """One fact in words, 简体中文 and English, without a full stop."""

    zh: str
    en: str


def _templates() -> dict[str, tuple[Template, Template]]:
    found: dict[str, tuple[Template, Template]] = {}
    for file in resources.files("projections.sentences").iterdir():
        if file.name.endswith(".json"):
            for topic, words in json.loads(file.read_text(encoding="utf-8")).items():
                assert topic not in found, f"{topic} has two sentences"
                found[topic] = (Template(words["zh"], ZH), Template(words["en"], EN))
    return found


_TEMPLATES = _templates()

TOPICS = frozenset(_TEMPLATES)
"""The topics that have a sentence; a test holds them equal to the facts of the domain."""


_WRITTEN: dict[int, tuple[object, Sentence]] = {}
_WRITTEN_MAX = 8_192


def sentence_of(topic: str, fact: object) -> Sentence:
    """Write the sentence of a fact.  A topic without a sentence is a bug (KeyError).

    Several ledgers tell the same fact of the same page, one after another, so the last sentences are kept for them.
    """
    # The fact is kept beside its sentence: while it is, no other object can have its id.
    written = _WRITTEN.get(id(fact))
    if written is not None:
        return written[1]
    zh, en = _TEMPLATES[topic]
    sentence = Sentence(zh.filled(fact), en.filled(fact))
    if len(_WRITTEN) >= _WRITTEN_MAX:
        _WRITTEN.clear()
    _WRITTEN[id(fact)] = fact, sentence
    return sentence
