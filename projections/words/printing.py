"""句子的写法 (printing): how the parts of a fact are written inside a sentence, a template (domain/template.py).

`{lines:count line}` counts in English; without a printer a field is printed as text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from domain.funds.codes import PurposeKind
from domain.money.amount_text import percent_text, yuan_text
from domain.template import Printer, Template, count_text, joined
from projections.words.labels import WORDS, label, notice_kind, spending_item
from projections.words.places import place_text

ZH, EN = 0, 1
"""The languages of a sentence, as places in a label."""

PrinterInLanguage = Callable[[int, Any], str]
"""Writes a value in a language."""


def _yuan(language: int, amount_fen: int) -> str:
    return f"{yuan_text(amount_fen)} {('元', 'yuan')[language]}"


def _split(language: int, shares: Sequence[Any]) -> str:
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


def _purpose(language: int, fact: Any) -> str:
    name = label("PurposeKind", fact.purpose_kind)[language]
    code = place_text(fact.purpose_code) if fact.purpose_kind == PurposeKind.UNIT else fact.purpose_code
    return f"{name}{('', ' ')[language]}{code}" if code else name


def _place(_: int, code: str) -> str:
    return place_text(code)


def _because(language: int, reason: str) -> str:
    return (f"，原因：{reason}", f"; reason: {reason}")[language] if reason else ""


def _recorded(language: int, on: date | None) -> str:
    return (f"，{on} 登记", f"; recorded on {on}")[language] if on else ""


def _saying(language: int, text: str) -> str:
    return (f"：{text}", f": {text}")[language] if text else ""


def _named(_: int, name: str) -> str:
    return f" {name}" if name else ""


def _defects(language: int, defects: Iterable[Any]) -> str:
    return ("；", "; ")[language].join(f"{defect.no} {defect.text}" for defect in defects)


def _counting(noun: str) -> Printer:
    """How many of an English noun: `1 line`, `2 lines`."""

    def count(counted: Any) -> str:
        number = count_text(counted)
        return f"{number} {noun}" if number == "1" else f"{number} {noun}s"

    return count


def _upheld(language: int, upheld: bool) -> str:  # noqa: FBT001 -- the value of a field, not a switch
    return (("异议不成立", "异议成立"), ("not upheld", "upheld"))[language][upheld]


def _in_transit(language: int, transfers: Sequence[Any]) -> str:
    """The transfers that a closed month leaves in transit; nothing where there is none."""
    if not transfers:
        return ""
    listed = ("、", ", ")[language].join(
        f"{one.transfer_no} {one.from_account_code}→{one.to_account_code} {_yuan(language, one.amount_fen)}"
        for one in transfers
    )
    return (f"，月末在途资金：{listed}", f"; in transit at its end: {listed}")[language]


def _claim(language: int, fact: Any) -> str:
    """What a payment answers: a claim, a roll, or nothing that is named."""
    if fact.claim_no:
        return (f"，报账单 {fact.claim_no}", f", claim {fact.claim_no}")[language]
    roll_no = getattr(fact, "roll_no", "")
    return (f"，花名册 {roll_no}", f", roll {roll_no}")[language] if roll_no else ""


def _refund(language: int, fact: Any) -> str:
    """Which refund it was; a return by the bank has no number."""
    return (f"，退款号 {fact.refund_no}", f", refund {fact.refund_no}")[language] if fact.refund_no else ""


def _payee(language: int, fact: Any) -> str:
    """Who was paid: a firm or unit by name, the households of a roll together, else a person by id."""
    name: str = fact.payee_name
    if name:
        return name
    return ("各户", "the households")[language] if getattr(fact, "roll_no", "") else fact.payee_id


def _giver(language: int, fact: Any) -> str:
    if fact.donor_name:
        name: str = fact.donor_name
        return name
    kind = label("DonorKind", fact.donor_kind)[language]
    return (kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}")[language]


def _notice_kind(language: int, code: str) -> str:
    return notice_kind(code)[language]


def _spent_on(language: int, code: str) -> str:
    """What a unit or a gift spends it on, in brackets; nothing where nobody said."""
    name = spending_item(code)[language]
    return (f"（{name}）", f" ({name})")[language] if code else ""


def _agreed(language: int, items: Sequence[str]) -> str:
    """What the money of a gift may be spent on; nothing where nobody said."""
    names = ("、", ", ")[language].join(spending_item(item)[language] for item in items)
    return (f"，约定事项：{names}", f", agreed items: {names}")[language] if items else ""


def _labelled(codes: str) -> PrinterInLanguage:
    return lambda language, code: label(codes, code)[language]


PRINTERS: Mapping[str, PrinterInLanguage] = {
    "yuan": _yuan,
    "split": _split,
    "for": _purpose,
    "place": _place,
    "because": _because,
    "recorded": _recorded,
    "saying": _saying,
    "named": _named,
    "defects": _defects,
    "upheld": _upheld,
    "in_transit": _in_transit,
    "claim": _claim,
    "refund": _refund,
    "giver": _giver,
    "payee": _payee,
    "notice_kind": _notice_kind,
    "spent_on": _spent_on,
    "agreed": _agreed,
    **{codes: _labelled(codes) for codes in WORDS},
}


@cache
def _printers(language: int) -> Mapping[str, Printer]:
    return {
        "": str,
        "count": count_text,
        "list": joined(("、", ", ")[language]),
        "percent": percent_text,
        **{name: partial(write, language) for name, write in PRINTERS.items()},
    }


def _printer(language: int, wanted: str) -> Printer:
    """The printer of a part: its name, and for a count the noun after it.  KeyError when there is none."""
    name, _, noun = wanted.partition(" ")
    return _counting(noun) if name == "count" and noun else _printers(language)[name]


def template_of(sentence: str, language: int) -> Template:
    """Take a sentence of one language apart.  A printer that does not exist is a KeyError, at once."""
    return Template(sentence, partial(_printer, language))
