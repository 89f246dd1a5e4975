"""A person reads what kind of record it is and its number; the id of its stream stays a figure for programs."""

import re
from collections import Counter

import pytest

from domain.fact import STREAMS, called
from domain.refusal import AlreadyRecorded, NumberAmbiguous, Refusal, UnknownRecord
from domain.template import parts
from tests.tree import import_all_of_domain

import_all_of_domain()
KINDS = {kind: stream for kind, stream in STREAMS.items() if stream.__module__.startswith("domain.")}
"""Without those that tests make up."""
IDS = {"stream", "streams", "subject", "given_subject"}
"""The figures that are ids of streams, unless a refusal says that they are codes."""
ASKS_FOR_IDS = {"subject_unknown"}
"""It says what was given in place of the id of a stream."""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_record_has_its_word(kind: str) -> None:
    zh, en = KINDS[kind].WORD
    assert re.fullmatch(r"[\u4e00-\u9fff]+", zh)
    assert re.fullmatch(r"[a-z ]+", en)


def test_no_two_kinds_share_a_word() -> None:
    for language in (0, 1):
        words = Counter(stream.WORD[language] for stream in KINDS.values())
        assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("stream", "zh", "en"),
    [
        ("fund/达市财农〔2024〕3号", "指标文件 达市财农〔2024〕3号", "fund document 达市财农〔2024〕3号"),
        ("rulebook/county", "规章", "rulebook"),
        ("budget/county-2024", "2024年县级预算", "county budget of 2024"),
        ("horoscope/1", "horoscope/1", "horoscope/1"),
    ],
)
def test_a_record_is_called_by_its_word_and_its_number(stream: str, zh: str, en: str) -> None:
    assert called(stream) == (zh, en)


def test_what_is_known_and_what_is_not_are_said_by_their_words() -> None:
    known, unknown = AlreadyRecorded("fund/A1"), UnknownRecord("roll/A1")
    assert str(known) == "指标文件 A1 已经登记。 The fund document A1 is already recorded."
    assert str(unknown) == "账套中没有花名册 A1。 These books hold no roll A1."
    assert (known.figures, unknown.figures) == ({"stream": "fund/A1"}, {"stream": "roll/A1"})
    several = NumberAmbiguous("a1", ("fund/A1", "fund/a1"))
    assert "指标文件 A1、指标文件 a1" in several.detail_zh
    assert "fund document A1, fund document a1" in several.detail_en


def test_what_is_no_record_of_its_own_is_called_as_people_call_it() -> None:
    refused = UnknownRecord("unit/DW-1", ("单位 DW-1", "unit DW-1"))
    assert str(refused) == "账套中没有单位 DW-1。 These books hold no unit DW-1."
    assert refused.figures == {"stream": "unit/DW-1"}


@pytest.mark.parametrize(
    "kind", [kind for code, kind in sorted(Refusal.KINDS.items()) if code not in ASKS_FOR_IDS]
)
def test_no_sentence_shows_the_id_of_a_stream(kind: type[Refusal]) -> None:
    for sentence in (kind.says_zh, kind.says_en, kind.remedy_zh, kind.remedy_en):
        for _, figure, printer in parts(sentence):
            if figure in IDS - kind.codes.keys():
                assert printer.startswith("called_")
