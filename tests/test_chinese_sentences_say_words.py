"""中文句子用词不用代码 (Chinese sentences say words): a refusal shows ids and what people wrote, and no bare code."""

import inspect
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields

from domain.code import Code
from domain.refusal import Refusal
from domain.rulebook.regulations import Regulations
from domain.template import parts
from tests.test_refusals_are_declared_whole import kinds, make

IDS = re.compile(r".*_(no|id|code)|subject|(open_|other_)?(month|period)|numbers?|objections")
"""Names of what offices know a record, a place, a person or a month by."""
SHOWN_AS_IT_IS = {
    "budget codes": {
        ("budget_code_not_of_money", "allocated"),
        ("budget_code_not_of_money", "asked"),
        ("budget_code_not_of_use", "asked"),
        ("budget_code_not_of_use", "listed"),
    },
    "methods of HTTP": {
        ("method_not_allowed", "method"),
    },
    "names of parameters": {
        ("duplicate_member", "field"),
        ("rulebook_misread", "field"),
        ("unknown_parameter", "allowed"),
        ("unknown_parameter", "field"),
    },
    "names that people gave": {
        ("decision_incomplete", "name"),
        ("name_not_printable", "name"),
        ("name_unchanged", "name"),
        ("nothing_corrected", "former"),
        ("nothing_corrected", "given"),
        ("place_ended", "name"),
    },
    "numbers of records": {
        ("completion_accepted_upon", "open"),
        ("lines_answered_otherwise", "sent_in"),
        ("not_an_open_defect", "given"),
        ("not_an_open_defect", "open"),
        ("notice_replaced_already", "replaced_by"),
        ("project_owes", "claims"),
        ("project_owes", "rolls"),
        ("project_paid_by_roll", "rolls"),
        ("unknown_objection", "open"),
        ("unknown_sending", "known"),
    },
    "persons": {
        ("acceptors_of_former_levels", "acceptors"),
        ("person_on_both_sides", "person"),
        ("rulebook_proposal_open", "by"),
    },
    "places": {
        ("place_holds_others", "first"),
    },
    "projects": {
        ("completion_accepted_upon", "project"),
        ("levels_passed", "project"),
        ("project_not_active", "project"),
        ("project_not_suspended", "project"),
        ("project_owes", "project"),
        ("project_paid_by_roll", "project"),
        ("roll_kind_differs", "project"),
        ("roll_project_differs", "project"),
        ("start_measured_upon", "project"),
        ("step_claimed_upon", "project"),
        ("step_out_of_order", "project"),
    },
    "texts of agreements and of the rulebook": {
        ("gift_diverted", "purpose"),
        ("use_on_negative_list", "source"),
        ("use_on_negative_list", "text"),
    },
    "types of media": {
        ("unsupported_body", "allowed"),
        ("unsupported_body", "received"),
    },
    "units of measure": {
        ("goods_unit_differs", "given"),
        ("goods_unit_differs", "held"),
    },
    "units": {
        ("auditor_is_implementer", "auditor_unit"),
        ("auditor_is_implementer", "implementer"),
        ("item_not_allocated", "unit"),
    },
    "what people call goods, cuts and amounts": {
        ("cuts_do_not_agree", "cut"),
        ("figure_differs", "label"),
        ("figure_missing", "label"),
        ("figure_unexplained", "label"),
        ("figure_unknown", "label"),
        ("goods_entry_unknown", "item"),
        ("goods_handed_out_since", "item"),
        ("goods_not_yet_there", "item"),
        ("goods_unit_differs", "item"),
        ("stock_too_small", "item"),
    },
    "what the caller typed, and no list declares": {
        ("account_attribute_unknown", "given"),
        ("account_report_unknown", "given"),
        ("amount_misread", "given"),
        ("budget_level_unknown", "given"),
        ("fund_report_unknown", "given"),
        ("key_misread", "given"),
        ("month_misread", "given"),
        ("number_ambiguous", "given"),
        ("paid_period_misread", "given"),
        ("person_misread", "given"),
        ("rulebook_misread", "given"),
        ("scope_misread", "given"),
        ("transfer_kind_unknown", "given"),
    },
}
"""What a Chinese sentence shows as it is, by what it holds: the code of the refusal and the attribute."""

SAYING_WORDS = {"label", "called_zh"}
"""Printers that say what a field or a record is called."""

TEXTS = (str, Sequence[str], tuple[str, ...], AbstractSet[str])
"""What an attribute may be that holds a text, or a list of texts."""


def shown_as_it_is(kind: type[Refusal]) -> Iterator[str]:
    """The texts that a Chinese sentence of this kind shows and for which no list of codes is named."""
    made_from = inspect.signature(kind).parameters.items()
    texts = {name for name, one in made_from if name not in kind.codes and one.annotation in TEXTS}
    for template in (kind.says_zh, kind.remedy_zh):
        for _, name, printer in parts(template):
            if name in texts and printer not in SAYING_WORDS:
                yield str(name)


def bare_codes(sentence: str, codes: type[Code]) -> set[str]:
    """The codes of a list that a sentence shows."""
    return set(re.findall("[a-z_]+", sentence)) & {member.code for member in codes}


def test_what_a_chinese_sentence_shows_as_it_is_has_no_word() -> None:
    shown = {
        (kind.code, name) for kind in kinds() for name in shown_as_it_is(kind) if not IDS.fullmatch(name)
    }
    known = {each for attributes in SHOWN_AS_IT_IS.values() for each in attributes}
    assert shown - known == set(), "name the list of its codes in words_of"
    assert known - shown == set(), "this is shown nowhere"


def test_a_declared_code_is_said_by_its_word() -> None:
    for kind in kinds():
        for name, parameter in inspect.signature(kind).parameters.items():
            codes = kind.codes.get(name)
            if isinstance(codes, type):
                one, *_, other = codes
                given = one.code if parameter.annotation is str else [one.code, other.code]
                refusal = make(kind, **{name: given})
                assert bare_codes(refusal.detail_zh + refusal.remedy_zh, codes) == set(), kind
                assert one.zh in refusal.detail_zh, kind


def test_a_list_of_the_rulebook_goes_by_its_name_there() -> None:
    lists = {codes for kind in kinds() for codes in kind.codes.values() if isinstance(codes, str)}
    assert lists <= {parameter.name for parameter in fields(Regulations)}
