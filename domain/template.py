"""模板 (templates): sentences with what they are about in braces, as refusals write them.

`{amount_fen:yuan}` writes the attribute `amount_fen` with the printer `yuan`; without a printer a value is written as
text and a list is joined; in a sentence an empty list, or what is None, is worded.  Two printers take a text of their
own: `{level:or none}` writes it where there is no level, `{level:before : }` writes it after a level that is there.
"""

from collections.abc import Callable, Sized
from collections.abc import Set as AbstractSet
from functools import cache
from string import Formatter
from typing import Any

from domain.money.amount_text import percent_text, yuan_text

Words = tuple[str, str]
"""The same words in Chinese and in English."""

Printer = Callable[[Any], str]
"""Writes a value."""


def _joined(joint: str) -> Printer:
    """Write a list with this between its members; a set in the order of its names."""
    return lambda listed: joint.join(map(str, sorted(listed) if isinstance(listed, AbstractSet) else listed))


def _text(value: object) -> str:
    if isinstance(value, Sized) and not isinstance(value, str):
        return PRINTERS["list"](value)
    return "" if value is None else str(value)


def _escaped(text: str) -> str:
    return ascii(text)[1:-1]


PRINTERS: dict[str, Printer] = {
    "": _text,
    "text": str,
    "yuan": yuan_text,
    "percent": percent_text,
    "escaped": _escaped,
    "count": lambda counted: str(len(counted)),
    "zh": lambda words: words[0],
    "en": lambda words: words[1],
    "list": _joined("、"),
    "commas": _joined(", "),
    "codes": _joined(","),
    "either": _joined(" or "),
}


def written(value: Any, printer: str = "", nothing: str = "") -> str:
    """Write a value; `nothing` stands for an empty list and for None.  A printer that does not exist is a KeyError."""
    name, _, text = printer.partition(" ")
    if name == "or":
        return _text(value) or text
    if name == "before":
        return f"{value}{text}" if value else ""
    printed = PRINTERS[name](value)
    return printed if printed or isinstance(value, str) else nothing


@cache
def parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Take a template apart: text, the attribute that follows it (None at the end) and its printer."""
    return tuple((text, name, printer or "") for text, name, printer, _ in Formatter().parse(template))


def filled(template: str, about: object, nothing: str) -> str:
    """Write the sentence about something whose attributes the template names."""
    return "".join(
        text if attribute is None else text + written(getattr(about, attribute), printer, nothing)
        for text, attribute, printer in parts(template)
    )
