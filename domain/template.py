"""模板 (templates): sentences with what they are about in braces, as refusals and the sentences of facts write them.

`{amount_fen:yuan}` writes the attribute `amount_fen` with the printer `yuan`; `{:for}` gives the printer the whole
thing; some printers take a text of their own, `{lines:count line}`.  Whoever writes sentences brings printers.

In a refusal, what has no printer is written as text and a list is joined; an empty list, or what is None, is worded.
`{level:or none}` writes its text where there is no level, `{level:before : }` writes it after a level that is there.
`{stream:called_zh}` and `{stream:called_en}` write what people call a record, from the id of its stream.
"""

from collections.abc import Callable, Sized
from collections.abc import Set as AbstractSet
from functools import cache, partial
from operator import attrgetter
from string import Formatter
from typing import Any

from domain.fact import called
from domain.fields.field import label_zh
from domain.money.amount_text import percent_text, yuan_text

Printer = Callable[[Any], str]
"""Writes a value."""


def parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Take a template apart: text, the attribute that follows it (None at the end) and its printer."""
    return tuple((text, name, printer or "") for text, name, printer, _ in Formatter().parse(template))


class Template:
    """One sentence, taken apart once and filled quickly."""

    def __init__(self, text: str, printer_of: Callable[[str], Printer]) -> None:
        """Take the text apart.

        printer_of  gives the printer of a part by what stands behind its colon; KeyError for one that does not exist.
        """
        self._parts: list[tuple[str, Callable[[object], Any], Printer]] = []
        before = ""
        for literal, attribute, printer in parts(text):
            before += literal
            if attribute is not None:
                value_of = attrgetter(attribute) if attribute else _whole
                self._parts.append((before, value_of, printer_of(printer)))
                before = ""
        self._end = before

    def filled(self, about: object) -> str:
        """Write the sentence about something whose attributes the template names."""
        return "".join([text + write(value_of(about)) for text, value_of, write in self._parts]) + self._end


def joined(joint: str) -> Printer:
    """Write a list with this between its members; a set in the order of its names."""
    return lambda listed: joint.join(map(str, sorted(listed) if isinstance(listed, AbstractSet) else listed))


def count_text(counted: Any) -> str:
    """Write how many there are: a number, or the length of a list."""
    return str(counted if isinstance(counted, int) else len(counted))


def _whole(about: object) -> object:
    return about


def _text(value: object) -> str:
    if isinstance(value, Sized) and not isinstance(value, str):
        return PRINTERS["list"](value)
    return "" if value is None else str(value)


def _escaped(text: str) -> str:
    """Write what can be seen as it is, and the rest as escapes."""
    return "".join([one if one.isprintable() and one != "\\" else ascii(one)[1:-1] for one in text])


def _or(text: str) -> Printer:
    return lambda value: _text(value) or text


def _before(text: str) -> Printer:
    return lambda value: f"{value}{text}" if value else ""


def _called(language: int, joint: str) -> Printer:
    """Write what people call the record of a stream, or of each stream of a list."""
    return lambda ids: joint.join([called(one)[language] for one in ([ids] if isinstance(ids, str) else ids)])


PRINTERS: dict[str, Printer] = {
    "": _text,
    "text": str,
    "yuan": yuan_text,
    "percent": percent_text,
    "escaped": _escaped,
    "count": count_text,
    "label": label_zh,
    "zh": lambda words: words[0],
    "en": lambda words: words[1],
    "list": joined("、"),
    "commas": joined(", "),
    "codes": joined(","),
    "either": joined(" or "),
    "called_zh": _called(0, "、"),
    "called_en": _called(1, ", "),
}
"""The printers of refusals."""
WITH_TEXT: dict[str, Callable[[str], Printer]] = {"or": _or, "before": _before}
"""Those that take a text of their own."""
OF_WORDS = frozenset({"zh", "en"})
"""Those of words, which may be none at all: what is left out of a sentence is not worded."""


@cache
def _printer(nothing: str, wanted: str) -> Printer:
    name, _, text = wanted.partition(" ")
    if name in WITH_TEXT:
        return WITH_TEXT[name](text)
    return PRINTERS[name] if name in OF_WORDS else _worded(PRINTERS[name], nothing)


def _worded(write: Printer, nothing: str) -> Printer:
    """Let `nothing` stand for an empty list and for None."""

    def worded(value: Any) -> str:
        printed = write(value)
        return printed if printed or isinstance(value, str) else nothing

    return worded


def written(value: Any, printer: str) -> str:
    """Write a figure of a refusal.  A printer that does not exist is a KeyError."""
    return _printer("", printer)(value)


@cache
def _template(text: str, nothing: str) -> Template:
    return Template(text, partial(_printer, nothing))


def filled(template: str, about: object, nothing: str) -> str:
    """Write a sentence of a refusal; `nothing` stands for an empty list and for None."""
    return _template(template, nothing).filled(about)
