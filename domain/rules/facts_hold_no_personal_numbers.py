"""Facts cannot be erased, so their texts hold no number of a person (事实不载个人号码).

What is one, and in which spellings, says domain/personal_number.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from typing import Any, get_type_hints

from domain.fact import Fact
from domain.personal_number import may_hold_numbers, personal_number
from domain.rules.refusals import PersonalNumber

NOT_LOOKED_AT = ("sha256", "unified_code")
"""Fields with these endings hold what a rule checked digit by digit, and by chance their digits read like a card."""


def facts_hold_no_personal_numbers(**texts: str) -> None:
    """Raise PersonalNumber for the first text, named by its field, that holds a number of a person."""
    for field, text in texts.items():
        kind = personal_number(text)
        if kind is not None:
            raise PersonalNumber(field, kind)


def personal_number_in(fact: Fact) -> str | None:
    """Give the name of the first field of a fact, values inside it included, that holds a number of a person.

    Hashes and the checked codes of units (`NOT_LOOKED_AT`) are not looked at.  Most facts cost one look at all texts.
    """
    form = _FORMS[type(fact)]
    if not may_hold_numbers(form.texts(fact)):
        return None
    return next((name for name in form.names if any(map(personal_number, _texts(getattr(fact, name))))), None)


def personal_number_among(facts: Sequence[Fact]) -> tuple[type[Fact], str] | None:
    """Give the kind of the first fact with a field that `personal_number_in` gives, and that field."""
    if not may_hold_numbers([text for fact in facts for text in _FORMS[type(fact)].texts(fact)]):
        return None
    found = ((type(fact), field) for fact in facts if (field := personal_number_in(fact)) is not None)
    return next(found, None)


class _Form:
    """Which fields of a dataclass are texts, and which hold values with texts inside them; any other class has none."""

    def __init__(self, kind: type) -> None:
        hints = get_type_hints(kind)
        named = fields(kind) if is_dataclass(kind) else ()
        looked_at = [field.name for field in named if not field.name.endswith(NOT_LOOKED_AT)]
        plain = [name for name in looked_at if hints[name] is str]
        self.nested = [name for name in looked_at if hints[name] not in {str, int, bool, date, date | None}]
        self.names = [name for name in looked_at if name in plain or name in self.nested]
        self._plain = _getter(plain)

    def texts(self, value: Any) -> tuple[str, ...]:
        """All texts of a value, those inside it last."""
        texts = self._plain(value)
        for name in self.nested:
            texts += _texts(getattr(value, name))
        return texts


def _getter(names: list[str]) -> Callable[[Any], tuple[str, ...]]:
    """What gets these fields as a tuple; the library's getter gives one alone bare."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Forms(dict[type, _Form]):
    """The form of every class that was ever looked at."""

    def __missing__(self, kind: type) -> _Form:
        return self.setdefault(kind, _Form(kind))


_FORMS = _Forms()


def _texts(value: Any) -> tuple[str, ...]:
    """The texts inside the value of a field."""
    kind = type(value)
    if kind is str:
        return (value,)
    if kind is not tuple:
        return _FORMS[kind].texts(value)
    texts: tuple[str, ...] = ()
    for part in value:
        texts += _texts(part)
    return texts
