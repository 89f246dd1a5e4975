"""中文句子用词不用代码 (Chinese sentences say words): a refusal shows ids and what people wrote, and no bare code."""

import inspect
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from domain.code import Code
from domain.refusal import Refusal
from domain.template import parts
from tests.test_refusals_are_declared_whole import kinds, make

IDS = re.compile(r".*_(no|id|code)|subject|(open_|other_)?(month|period)|numbers?|objections")
"""Names of what offices know a record, a place, a person or a month by."""
SHOWN_AS_IT_IS = {
    "acceptors": "persons",
    "allocated": "budget codes",
    "allowed": "names of parameters and media types",
    "asked": "a budget code",
    "auditor_unit": "a unit",
    "by": "a person",
    "claims": "numbers of claims",
    "cut": "what an office calls the cut",
    "field": "the place of a parameter, which no label has",
    "first": "a place",
    "former": "a name that people wrote",
    "given": "what the caller typed, and nobody declares",
    "held": "a unit of measure",
    "implementer": "a unit",
    "item": "what people call the goods",
    "known": "numbers of sendings",
    "label": "what a notice calls an amount",
    "listed": "budget codes",
    "method": "a method of HTTP",
    "name": "what people call it",
    "open": "numbers of objections and defects",
    "person": "a person",
    "project": "a project",
    "purpose": "what the agreement says",
    "received": "a media type",
    "replaced_by": "a notice",
    "rolls": "numbers of rolls",
    "sent_in": "the number of a sending",
    "source": "a document and article",
    "text": "what the rulebook says",
    "unit": "a unit",
}
"""Other attributes that a Chinese sentence shows as they are, and what they hold."""

SAYING_WORDS = {"label", "called_zh"}
"""Printers that say what a field or a record is called."""

TEXTS = (str, Sequence[str], tuple[str, ...], AbstractSet[str])
"""What an attribute may be that holds a text, or a list of texts."""


def shown_as_it_is(kind: type[Refusal]) -> Iterator[str]:
    """The texts that a Chinese sentence of this kind shows and for which no list of codes is named."""
    made_from = inspect.signature(kind).parameters.items()
    texts = {name for name, one in made_from if name not in kind.codes and one.annotation in TEXTS}
    for template in (kind.says_zh, kind.remedy_zh):
        for _, name, printer in parts(template):
            if name in texts and printer not in SAYING_WORDS:
                yield str(name)


def bare_codes(sentence: str, codes: type[Code]) -> set[str]:
    """The codes of a list that a sentence shows."""
    return set(re.findall("[a-z_]+", sentence)) & {member.code for member in codes}


def test_what_a_chinese_sentence_shows_as_it_is_has_no_word() -> None:
    bare = {
        (kind.code, name)
        for kind in kinds()
        for name in shown_as_it_is(kind)
        if name not in SHOWN_AS_IT_IS and not IDS.fullmatch(name)
    }
    assert bare == set(), "name the list of its codes in words_of"


def test_what_is_shown_as_it_is_is_shown_somewhere() -> None:
    assert SHOWN_AS_IT_IS.keys() - {name for kind in kinds() for name in shown_as_it_is(kind)} == set()


def test_a_declared_code_is_said_by_its_word() -> None:
    for kind in kinds():
        for name, parameter in inspect.signature(kind).parameters.items():
            codes = kind.codes.get(name)
            if isinstance(codes, type):
                one, *_, other = codes
                given = one.code if parameter.annotation is str else [one.code, other.code]
                refusal = make(kind, **{name: given})
                assert bare_codes(refusal.detail_zh + refusal.remedy_zh, codes) == set(), kind
                assert one.zh in refusal.detail_zh, kind
