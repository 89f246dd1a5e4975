"""完整 (whole): every refusal says its sentence and remedy in both languages, over the figures it declares."""

import inspect
import pickle
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import pytest

import api
from api.http.wording import Complaint
from domain.code import Code, Word
from domain.funds.codes import FundNature
from domain.gifts.codes import DonorKind
from domain.refusal import Refusal
from domain.template import PRINTERS, parts
from tests.tree import import_all_of, import_all_of_domain

CHINESE = re.compile(r"[\u4e00-\u9fff]")
NOTHING_SAID = re.compile(r"[：:]\s*(?:[。；，.;,]|$)|  | [.,;]|^ ")
TEMPLATES = ("says_zh", "says_en", "remedy_zh", "remedy_en")

A_COMPLAINT = Complaint("/lines", "missing", "缺少此项", "is missing")
SAMPLES: dict[Any, tuple[Any, Any]] = {
    int: (3, 150),
    str: ("a-1", "b-2"),
    date: (date(2024, 3, 1), date(2024, 6, 30)),
    date | None: (date(2024, 3, 1), None),
    object: (1.5, "a"),
    Word: (("甲", "one"), ("乙", "two")),
    Word | None: (("甲", "one"), None),
    Sequence[int]: ([1, 2], []),
    Sequence[str]: (["half_done", "settled"], []),
    tuple[str, ...]: (("a", "b"), ()),
    type[Code]: (FundNature, DonorKind),
    AbstractSet[str]: (frozenset({"b", "a"}), frozenset()),
    Sequence[tuple[str, str]]: ([("a", "甲")], []),
    Sequence[tuple[int, str, str]]: ([(1, "甲", "one")], []),
    Sequence[tuple[str, str, str]]: ([("a", "甲", "one")], []),
    Sequence[Complaint]: ([A_COMPLAINT], [A_COMPLAINT, A_COMPLAINT]),
}
"""Two values of every type that a refusal is made from; the second of a list is the empty one."""
OF_A_CLOSED_LIST = {"state": ("suspended", "ended"), "unit": ("day", "working_day")}


def kinds() -> list[type[Refusal]]:
    import_all_of_domain()
    import_all_of(api)
    return [
        kind
        for _, kind in sorted(Refusal.KINDS.items())
        if kind.__module__.partition(".")[0] in {"domain", "api"}
    ]


every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)


def made_from(kind: type[Refusal]) -> dict[str, tuple[Any, Any]]:
    """What a kind is made from: two values for each name."""
    return {
        name: OF_A_CLOSED_LIST[name]
        if name in OF_A_CLOSED_LIST and parameter.annotation is str
        else SAMPLES[parameter.annotation]
        for name, parameter in inspect.signature(kind).parameters.items()
    }


def make(kind: type[Refusal], /, **others: Any) -> Refusal:
    values = {name: first for name, (first, _) in made_from(kind).items()} | others
    return kind(*values.values())


def told(refusal: Refusal) -> tuple[object, ...]:
    return str(refusal), refusal.figures, refusal.field, refusal.remedy_zh, refusal.remedy_en


def named(kind: type[Refusal]) -> Iterator[tuple[str, str]]:
    """Every attribute that a template or the list of figures names, with its printer."""
    for template in TEMPLATES:
        for _, attribute, printer in parts(getattr(kind, template)):
            if attribute is not None:
                yield attribute, printer
    for shown in kind.shows or ():
        name, _, printer = shown.partition(":")
        yield name, printer


@every_kind
def test_a_template_names_only_what_its_refusal_declares(kind: type[Refusal]) -> None:
    declared = made_from(kind).keys() | (set(dir(kind)) - set(dir(Refusal)))
    for attribute, printer in named(kind):
        assert attribute in declared
        assert printer.partition(" ")[0] in {*PRINTERS, "or", "before"}


@every_kind
def test_everything_that_a_refusal_is_made_from_is_told(kind: type[Refusal]) -> None:
    for name, (_, other) in made_from(kind).items():
        assert told(make(kind)) != told(make(kind, **{name: other})), name


@every_kind
def test_a_refusal_speaks_both_languages(kind: type[Refusal]) -> None:
    assert CHINESE.search(kind.title_zh)
    assert kind.title_en.isascii()
    assert CHINESE.search(kind.says_zh)
    assert kind.says_zh.endswith("。")
    assert kind.says_en.endswith(".")
    assert not CHINESE.search(kind.says_en)
    assert CHINESE.search(kind.remedy_zh)
    assert kind.remedy_zh.endswith("。")
    assert kind.remedy_en.endswith(".")
    assert kind.remedy_zh not in kind.says_zh


@every_kind
def test_an_empty_list_is_worded(kind: type[Refusal]) -> None:
    for name, (_, other) in made_from(kind).items():
        if not isinstance(other, str) and other in ([], (), frozenset()):
            refusal = make(kind, **{name: other})
            for sentence in (refusal.detail_zh, refusal.detail_en, refusal.remedy_zh, refusal.remedy_en):
                assert not NOTHING_SAID.search(sentence)


@every_kind
def test_figures_are_whole_numbers_and_texts(kind: type[Refusal]) -> None:
    figures = make(kind).figures
    assert all(type(figure) in {int, str} for figure in figures.values())
    assert "field" not in figures


@every_kind
def test_a_refusal_travels_between_processes(kind: type[Refusal]) -> None:
    refusal = make(kind)
    assert told(pickle.loads(pickle.dumps(refusal))) == told(refusal)


def test_one_code_is_never_given_to_two_kinds() -> None:
    with pytest.raises(AssertionError, match="unknown_record is used twice"):
        type("AnotherOne", (Refusal,), {"code": "unknown_record"})
