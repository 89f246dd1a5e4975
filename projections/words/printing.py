"""句子的写法 (printing): how the parts of a fact are written inside a sentence, and templates made of them.

A template is text with parts in braces: `{amount_fen:yuan}` prints the field `amount_fen` with the printer `yuan`;
`{:for}` gives the printer the whole fact; `{lines:count line}` counts in English; without a printer the field is
printed as text.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from string import Formatter
from typing import Any

from domain.money.fen import yuan_text
from projections.words.labels import WORDS, label, notice_kind

ZH, EN = 0, 1
"""The languages of a sentence, as places in a label."""

BP_PER_PERCENT = 100

Printer = Callable[[Any, int], str]
"""Writes a value in a language."""


def _yuan(amount_fen: int, language: int) -> str:
    return f"{yuan_text(amount_fen)} {('元', 'yuan')[language]}"


def _split(shares: Sequence[Any], language: int) -> str:
    """Amounts by source level; the document is named where the shares come from several."""
    several = len(shares) > 1 and len({getattr(share, "document_no", "") for share in shares}) > 1
    unit = ("元", "yuan")[language]
    parts = [
        f"{label('FundingLevel', share.level)[language]} {yuan_text(share.amount_fen)} {unit}"
        for share in shares
    ]
    if several:
        parts = [f"{share.document_no} {part}" for share, part in zip(shares, parts, strict=True)]
    return ("、", ", ")[language].join(parts)


def _purpose(fact: Any, language: int) -> str:
    name = label("PurposeKind", fact.purpose_kind)[language]
    return f"{name}{('', ' ')[language]}{fact.purpose_code}" if fact.purpose_code else name


def _because(reason: str, language: int) -> str:
    return (f"，原因：{reason}", f"; reason: {reason}")[language] if reason else ""


def _saying(text: str, language: int) -> str:
    return (f"：{text}", f": {text}")[language] if text else ""


def _listed(parts: Iterable[object], language: int) -> str:
    return ("、", ", ")[language].join(str(part) for part in parts)


def _defects(defects: Iterable[Any], language: int) -> str:
    return ("；", "; ")[language].join(f"{defect.no} {defect.text}" for defect in defects)


def _percent(rate_bp: int, _language: int) -> str:
    whole, rest = divmod(abs(rate_bp), BP_PER_PERCENT)
    decimals = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if rate_bp < 0 else ''}{whole}{decimals}%"


def _count(counted: Any, _language: int) -> str:
    return str(counted if isinstance(counted, int) else len(counted))


def _counting(noun: str) -> Printer:
    """How many of an English noun: `1 line`, `2 lines`."""

    def count(counted: Any, language: int) -> str:
        number = _count(counted, language)
        return f"{number} {noun}" if number == "1" else f"{number} {noun}s"

    return count


def _upheld(upheld: bool, language: int) -> str:  # noqa: FBT001 -- the value of a field, not a switch
    return (("异议不成立", "异议成立"), ("not upheld", "upheld"))[language][upheld]


def _claim(fact: Any, language: int) -> str:
    """What a payment answers: a claim, a roll, or nothing that is named."""
    if fact.claim_no:
        return (f"，报账单 {fact.claim_no}", f", claim {fact.claim_no}")[language]
    roll_no = getattr(fact, "roll_no", "")
    return (f"，花名册 {roll_no}", f", roll {roll_no}")[language] if roll_no else ""


def _payee(fact: Any, language: int) -> str:
    """Who was paid: a firm or unit by name, the households of a roll together, else a person by id."""
    name: str = fact.payee_name
    if name:
        return name
    return ("各户", "the households")[language] if getattr(fact, "roll_no", "") else fact.payee_id


def _giver(fact: Any, language: int) -> str:
    if fact.donor_name:
        name: str = fact.donor_name
        return name
    kind = label("DonorKind", fact.donor_kind)[language]
    return (kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}")[language]


def _text(value: object, _language: int) -> str:
    return str(value)


def _notice_kind(code: str, language: int) -> str:
    return notice_kind(code)[language]


def _labelled(codes: str) -> Printer:
    return lambda code, language: label(codes, code)[language]


PRINTERS: dict[str, Printer] = {
    "": _text,
    "yuan": _yuan,
    "split": _split,
    "for": _purpose,
    "because": _because,
    "saying": _saying,
    "list": _listed,
    "defects": _defects,
    "percent": _percent,
    "count": _count,
    "upheld": _upheld,
    "claim": _claim,
    "giver": _giver,
    "payee": _payee,
    "notice_kind": _notice_kind,
    **{codes: _labelled(codes) for codes in WORDS},
}


def _whole(fact: object) -> object:
    return fact


def _printer(spec: str) -> Printer:
    """The printer of a part: its name, and for a count the noun after it.  KeyError when there is none."""
    name, _, noun = spec.partition(" ")
    return _counting(noun) if name == "count" and noun else PRINTERS[name]


class Template:
    """One sentence of one language, taken apart once and filled quickly."""

    def __init__(self, text: str, language: int) -> None:
        """Take the text apart.  A printer that does not exist is a KeyError, at once."""
        self._language = language
        self._parts: list[tuple[str, Callable[[object], Any], Printer]] = []
        self._end = ""
        for literal, field, spec, _ in Formatter().parse(text):
            if field is None:
                self._end = literal
            else:
                self._parts.append((literal, attrgetter(field) if field else _whole, _printer(spec or "")))

    def filled(self, fact: object) -> str:
        """Write the sentence of a fact."""
        language = self._language
        return (
            "".join([literal + printer(get(fact), language) for literal, get, printer in self._parts])
            + self._end
        )
