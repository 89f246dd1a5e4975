from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from domain.template import filled


@pytest.mark.parametrize(
    ("template", "value", "sentence"),
    [
        ("{x}", 1_234_567, "1234567"),
        ("{x:yuan} 元", 1_234_567, "12,345.67 元"),
        ("{x:yuan} 元", -150, "-1.50 元"),
        ("{x:percent}", 150, "1.5%"),
        ("{x}", date(2024, 3, 1), "2024-03-01"),
        ("{x}", "", ""),
        ("{x}", "{y}", "{y}"),
        ("{x:escaped}", "张\u200bu-17", r"张\u200bu-17"),
        ("{x:text}", [1], "[1]"),
        ("{x}", [1, 2], "1、2"),
        ("{x}", ("b", "a"), "b、a"),
        ("{x:commas}", frozenset({"b", "a"}), "a, b"),
        ("{x:codes}", ["b", "a"], "b,a"),
        ("{x:either}", ["b", "a"], "b or a"),
        ("{x:count} lines: {x}.", ["b", "a"], "2 lines: b、a."),
        ("{x}。", [], "（无）。"),
        ("{x:commas}。", frozenset(), "（无）。"),
        ("{x:or —}。", [], "—。"),
        ("{x:or —}。", ["b"], "b。"),
        ("{x:or (not there)}.", "", "(not there)."),
        ("{x:or 不限}。", None, "不限。"),
        ("{x}。", None, "（无）。"),
        ("{x:before ：}超支", "central", "central：超支"),
        ("{x:before : }over", "central", "central: over"),
        ("{x:before ：}超支", "", "超支"),
        ("“{x:zh}”", ("已提交", "submitted"), "“已提交”"),
        ("{x:en}", ("已提交", "submitted"), "submitted"),
        ("{x:zh}理由", ("", ""), "理由"),
        ("{{x}}", 1, "{x}"),
    ],
)
def test_each_printer_writes_its_kind_of_value(template: str, value: Any, sentence: str) -> None:
    assert filled(template, SimpleNamespace(x=value), "（无）") == sentence


def test_a_printer_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError, match="wan"):
        filled("{x:wan}", SimpleNamespace(x=1), "")
