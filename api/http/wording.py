"""改错提示 (wording): what is wrong with one place of a request, in both languages, with what was given and allowed.

What a caller typed is shown only when it is a small number or a word of a closed list: a request may hold names and
numbers of people, and an error report travels through logs and screens.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SHOWN_DIGITS = 10
"""A whole number of more digits may be the number of a person, a telephone or a bank card."""

COMPLAINTS_MAX = 200
"""More than this about the lines of one file is not worth reading: the file is another one."""

FEN_ZH = "金额为以分为单位的整数（100 分 = 1 元），不带小数、引号"
FEN_EN = "an amount is a whole number of fen (100 fen = 1 yuan), without fraction or quotes"

SENTENCES: Mapping[str, tuple[str, str]] = {
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
    "literal_error": ("应为 {expected} 之一", "must be one of {expected}"),
    "missing": ("缺少此项", "is missing"),
    "model_attributes_type": ("应为 JSON 对象", "must be a JSON object"),
    "model_type": ("应为 JSON 对象", "must be a JSON object"),
    "string_pattern_mismatch": ("格式不符，应符合 {pattern}", "must match {pattern}"),
    "string_too_long": ("最多 {max_length} 个字", "may hold {max_length} characters at most"),
    "string_too_short": ("至少 {min_length} 个字", "must hold {min_length} characters at least"),
    "string_type": ("应为文字", "must be text"),
    "string_unicode": ("含有无法识别的字符", "holds characters that are not Unicode text"),
    "too_long": ("最多 {max_length} 项", "may hold {max_length} entries at most"),
    "too_short": ("至少 {min_length} 项", "must hold {min_length} entries at least"),
    "tuple_type": ("应为列表", "must be a list"),
}


@dataclass(frozen=True)
class Complaint:
    """One place of a request that is wrong.

    pointer  where, as a JSON pointer into the body (`#/sources/0/amount_fen`), or `?name` and `header:name`.
    given    what was given, as far as it may be shown; "" where it may not.
    """

    pointer: str
    kind: str
    detail_zh: str
    detail_en: str
    given: str = ""


def complaints_about(errors: Sequence[Mapping[str, Any]]) -> list[Complaint]:
    """Word the errors of pydantic, in their order."""
    return [_complaint(error) for error in errors]


def _complaint(error: Mapping[str, Any]) -> Complaint:
    kind = str(error["type"])
    place = tuple(error["loc"])
    zh, en = SENTENCES.get(kind, ("不合要求", "is not as required"))
    context = error.get("ctx", {})
    if kind.startswith("int") and str(place[-1]).endswith("_fen"):
        zh, en = FEN_ZH, FEN_EN
    given = "" if kind in {"missing", "extra_forbidden"} else shown(error.get("input"), kind)
    name = masked(str(place[-1]))
    return Complaint(
        pointer=pointer_to(place),
        kind=kind,
        detail_zh=f"{name}：{zh.format_map(context)}{f'，收到 {given}' if given else ''}。",
        detail_en=f"{name}: {en.format_map(context)}{f'; given {given}' if given else ''}.",
        given=given,
    )


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


def shown(given: object, kind: str) -> str:
    """Write what was given, as far as it may be shown."""
    match given:
        case None | bool():
            return json.dumps(given)
        case int() | float():
            text = str(given)
            digits = sum(character.isdigit() for character in text)
            return text if digits <= SHOWN_DIGITS else f"{digits} 位数 (a number of {digits} digits)"
        case str():
            if kind == "literal_error" and len(given) <= SHOWN_DIGITS:
                return given
            return f"{len(given)} 个字的文字 (text of {len(given)} characters)"
        case list() | tuple():
            return f"{len(given)} 项的列表 (a list of {len(given)})"
        case _:
            return "JSON 对象 (an object)"
