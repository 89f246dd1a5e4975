"""改错提示 (wording): what is wrong with one place of a request, in both languages, with what was given and allowed.

What a caller typed is shown only when it is a small number, a day or a word of a closed list, and holds no number of a
person: a request may hold names and numbers of people, and an error report travels through logs and screens.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.http.patterns import PATTERNS
from domain.personal_number import personal_number

SHOWN_DIGITS = 10
"""A whole number of more digits may be the number of a person, a telephone or a bank card."""

SHOWN_CHARACTERS = 40
"""A longer text is neither a day nor a word of a closed list, however it is misspelt."""

COMPLAINTS_MAX = 200
"""More than this about the lines of one file is not worth reading: the file is another one."""

FEN_ZH = "金额为以分为单位的整数（100 分 = 1 元），不带小数、引号"
FEN_EN = "an amount is a whole number of fen (100 fen = 1 yuan), without fraction or quotes"

CODE_OF_LIST = "code_of_list"
"""A text that is no code of its list; callers know it as the framework's `literal_error`."""

SENTENCES: Mapping[str, tuple[str, str]] = {
    CODE_OF_LIST: ("应为下列之一：{codes_zh}", "must be one of {codes_en}"),
    "bool_type": ("应为 true 或 false", "must be true or false"),
    "day_text": (
        "应为形如 2024-06-30 的日期，1990-01-01 至 2100-12-31",
        "must be a day written as 2024-06-30, from 1990-01-01 to 2100-12-31",
    ),
    "dict_type": ("应为 JSON 对象", "must be a JSON object"),
    "extra_forbidden": ("没有这个字段", "there is no such field"),
    "greater_than": ("应大于 {gt}", "must be more than {gt}"),
    "greater_than_equal": ("不得小于 {ge}", "must be at least {ge}"),
    "int_parsing": ("应为整数", "must be a whole number"),
    "int_parsing_size": ("数字过大", "the number is too large"),
    "int_type": ("应为整数", "must be a whole number"),
    "less_than_equal": ("不得大于 {le}", "must be at most {le}"),
    "literal_error": ("应为下列之一：{expected}", "must be one of {expected}"),
    "missing": ("缺少此项", "is missing"),
    "model_attributes_type": ("应为 JSON 对象", "must be a JSON object"),
    "model_type": ("应为 JSON 对象", "must be a JSON object"),
    "string_too_long": ("最多 {max_length} 个字", "may hold {max_length} characters at most"),
    "string_too_short": ("至少 {min_length} 个字", "must hold {min_length} characters at least"),
    "string_type": ("应为文字", "must be text"),
    "string_unicode": ("含有无法识别的字符", "holds characters that are not Unicode text"),
    "too_long": ("最多 {max_length} 项", "may hold {max_length} entries at most"),
    "too_short": ("至少 {min_length} 项", "must hold {min_length} entries at least"),
    "tuple_type": ("应为列表", "must be a list"),
}


SHOWN_KINDS = frozenset({"day_text", "literal_error", CODE_OF_LIST})
"""The errors about texts that are days or words of a closed list."""

NOTHING_TO_SHOW = frozenset({"missing", "extra_forbidden"})
"""The errors about a name, with no value that should be another."""


@dataclass(frozen=True)
class Complaint:
    """One place of a request that is wrong.

    pointer  where, as a JSON pointer into the body (`#/sources/0/amount_fen`), or `?name` and `header:name`.
    """

    pointer: str
    kind: str
    detail_zh: str
    detail_en: str


def complaints_about(errors: Sequence[Mapping[str, Any]]) -> list[Complaint]:
    """Word the errors of pydantic, in their order."""
    return [_complaint(error) for error in errors]


def _complaint(error: Mapping[str, Any]) -> Complaint:
    place = tuple(error["loc"])
    kind = "literal_error" if error["type"] == CODE_OF_LIST else str(error["type"])
    name, (zh, en) = masked(str(place[-1])), sentence_about(error)
    return Complaint(pointer_to(place), kind, f"{name}：{zh}。", f"{name}: {en}.")


def sentence_about(error: Mapping[str, Any]) -> tuple[str, str]:
    """Say what is wrong with one place, and what was given there, without its name and the full stop."""
    kind = str(error["type"])
    zh, en = SENTENCES.get(kind, ("不合要求", "is not as required"))
    if kind.startswith("int") and str(error["loc"][-1]).endswith("_fen"):
        zh, en = FEN_ZH, FEN_EN
    context = error.get("ctx", {})
    if "pattern" in context:
        zh, en = PATTERNS[str(context["pattern"])]
    if "expected" in context:  # `'a', 'b' or 'c'`, as the framework lists the texts that it admits
        context = {"expected": ", ".join(re.findall("'([^']*)'", str(context["expected"])))}
    zh, en = zh.format_map(context), en.format_map(context)
    if kind in NOTHING_TO_SHOW:
        return zh, en
    if error.get("input") == "" and kind == "string_too_short":
        return "不得为空", "may not be empty"
    given_zh, given_en = shown(error.get("input"), kind)
    return f"{zh}，收到 {given_zh}", f"{en}; given {given_en}"


def pointer_to(place: Sequence[str | int]) -> str:
    """Write a place as a JSON pointer (RFC 6901) into the body, or name the parameter or header."""
    where, *rest = place
    if where == "body":
        escaped = (masked(str(part)).replace("~", "~0").replace("/", "~1") for part in rest)
        return "#" + "".join(f"/{part}" for part in escaped)
    prefix = {"query": "?", "path": "path:", "header": "header:"}.get(str(where), "")
    return prefix + "/".join(str(part) for part in rest)


def masked(text: str) -> str:
    """Write a word of the caller's own making: shortened, and without numbers that may be a person's."""
    return re.sub(rf"\d{{{SHOWN_DIGITS + 1},}}", "…", text[:64])


def shown(given: object, kind: str) -> tuple[str, str]:
    """Write what was given, as far as it may be shown, in Chinese and English."""
    match given:
        case None | bool():
            return (json.dumps(given),) * 2
        case int() | float():
            text = str(given)
            digits = sum(character.isdigit() for character in text)
            if digits <= SHOWN_DIGITS:
                return text, text
            return f"{digits} 位数", f"a number of {digits} digits"
        case str():
            return _shown_text(given, kind)
        case list() | tuple():
            return f"{len(given)} 项的列表", f"a list of {len(given)}"
        case _:
            return "JSON 对象", "an object"


def _shown_text(given: str, kind: str) -> tuple[str, str]:
    short = (
        len(given) <= SHOWN_CHARACTERS and given.isprintable()
    )  # half a surrogate pair cannot be sent back
    if kind in SHOWN_KINDS and short and personal_number(given) is None:
        return f"“{masked(given)}”", f"“{masked(given)}”"
    return f"{len(given)} 个字的文字", f"text of {len(given)} characters"
