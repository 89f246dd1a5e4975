"""代码只说一次: every code is declared in its subject with one word a language, and nobody keeps a second table."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.code import Code, texts
from domain.fields.field import Field, every_field
from domain.notices.codes import DutyState
from domain.projects.codes import Halt, Phase
from domain.rulebook.codes import ActState, PaymentStage
from domain.rulebook.ready.ready import READY, ready_rulebook
from projections.words.labels import WORDS, Coded, declared_codes
from tests.bare_codes import bare_codes, bare_texts
from tests.test_language import names_in_the_glossary
from tests.tree import ROOMS, ROOT, modules, name_of, tree_of

CHINESE = re.compile(r"[\u4e00-\u9fff]")
STATES = ("Halt", "NoticeState", "Phase")
"""Lists whose words nothing else is called by: a page that writes one means the code."""
OWN_WORDS = ("scripts/demo", "scripts/bench")
"""Rooms that make up a county: what they write is data of that county."""
AS_CALLERS_WRITE = ("domain/fields", "api/story")
"""Rooms of examples: codes stand there as they stand in a request."""
NO_CODE = {"api/requests/statements.py: statement"}
"""The name of a table of rows, which is also how a time limit ends."""


@pytest.mark.parametrize("codes", list(declared_codes()), ids=lambda codes: codes.__name__)
def test_every_code_has_one_word_in_each_language(codes: Coded) -> None:
    members: list[Code | Phase] = list(codes)
    for member in members:
        zh, en = member.word
        assert CHINESE.search(zh), member
        assert en.isascii(), member
        assert en[:1].islower(), member
        assert member.name == member.code.upper()
    for language in (0, 1):
        assert len({member.word[language] for member in members}) == len(members)


def test_no_two_lists_of_codes_share_a_name() -> None:
    assert len(WORDS) == len(list(declared_codes()))


def test_every_list_of_codes_has_its_row_in_the_glossary() -> None:
    assert set(WORDS) - names_in_the_glossary() == set()


def test_nobody_keeps_a_second_table_of_words() -> None:
    tables = [
        f"{name_of(path)}:{table.lineno}"
        for path in modules(*ROOMS)
        if path.name != "codes.py" and not name_of(path).startswith(OWN_WORDS)
        for table in tables_of_words(path)
    ]
    assert tables == []


def tables_of_words(path: Path) -> Iterator[ast.Dict]:
    """Dictionaries from several codes of one list to Chinese text."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Dict):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
            chinese = [value for value in node.values if CHINESE.search(ast.unparse(value))]
            if len(chinese) > 1 and any(len(keys & words.keys()) > 1 for words in WORDS.values()):
                yield node


def test_the_source_names_a_code_by_its_member() -> None:
    spelt = {
        f"{name_of(path)}: {text}": line
        for path in modules("domain", "projections", "api")
        if path.name != "codes.py" and not name_of(path).startswith(AS_CALLERS_WRITE)
        for line, text in bare_codes(path)
    }
    assert spelt.keys() == NO_CODE, spelt


@pytest.mark.parametrize(
    "source",
    [
        'claim.stage == "advance"',
        'notice.state in {"posted", ""}',
        '"town" in project.levels_passed',
        'match need:\n    case "half_done": pass',
        'self.state, self.latest_on = "posted", fact.effective_on',
        'claim.state = "paid" if paid else "open"',
        'class Row:\n    state: str = "drafted"',
        'def review(level: str = "town"): pass',
        'pay(stage="roll")',
        'paid(project, "progress", "settlement")',
        '{"review": reviewed_by, "submission": submitted_by}',
        'PUBLIC = ("posted", "closed")',
        'scheme.rows("advance")',
    ],
)
def test_a_bare_code_is_seen(source: str) -> None:
    assert list(bare_texts(ast.parse(source), [PaymentStage]))


@pytest.mark.parametrize(
    "source",
    [
        'KIND = "project"',
        'field = "unit"',
        'shows = ("project", "phase")',
        '{"place": place, "year": year}',
        'Entry(PAYABLES, RETENTION, "retention")',
        'raise OutOfOrder(project, ("合同", "contract"))',
        "execute(\"SELECT state FROM notices WHERE state = 'posted'\")",
    ],
)
def test_a_name_is_no_code(source: str) -> None:
    assert list(bare_texts(ast.parse(source), [PaymentStage])) == []


def test_a_duty_and_an_act_are_judged_by_the_same_codes() -> None:
    assert texts(DutyState) == texts(ActState)


def test_requests_take_their_codes_from_the_declarations() -> None:
    spelt = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules("api/requests")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Name) and node.id == "Literal"
    ]
    assert spelt == []


def test_the_board_prints_declared_codes() -> None:
    pages = (ROOT / "api/board/templates").glob("*.html")
    printed = {name for page in pages for name in re.findall(r"'(\w+)'\|word", page.read_text("utf-8"))}
    assert printed - WORDS.keys() == set()
    assert printed


def test_the_board_writes_no_state_by_hand() -> None:
    states = {zh for codes in STATES for zh, _ in WORDS[codes].values()}
    by_hand = [
        f"{page.name}: {said}"
        for page in sorted((ROOT / "api/board/templates").glob("*.html"))
        for said in re.findall(r"say\('([^']*)'", page.read_text("utf-8"))
        if {said, said.removeprefix("已")} & states
    ]
    assert by_hand == []


@pytest.mark.parametrize("halt", Halt)
def test_the_sentence_of_a_halt_says_its_word(halt: Halt) -> None:
    sentences = json.loads((ROOT / "projections/words/projects.json").read_text("utf-8"))
    assert halt.zh in sentences[f"project.{halt}"]["zh"]
    assert halt.en in sentences[f"project.{halt}"]["en"].lower()


@pytest.mark.parametrize("field", every_field().values(), ids=lambda field: f"{field.of}.{field.name}")
def test_the_help_of_a_field_calls_a_code_by_its_word(field: Field) -> None:
    """A code in a help stands behind its word, as in `项目现场 site`."""
    for said, code in re.findall(r"([\u4e00-\u9fff]+) ([a-z_]{3,})", field.help_zh):
        words = {listed[code][0] for listed in WORDS.values() if code in listed}
        assert not words or said.endswith(tuple(words)), f"{said} {code}"


@pytest.mark.parametrize("regime", READY)
def test_ready_rulebooks_call_declared_codes_by_their_word(regime: str) -> None:
    rules = ready_rulebook(regime)
    for codes, rows in (
        ("FundingLevel", rules.source_levels),
        ("AcceptanceStage", rules.acceptance_levels),
        ("ChecklistName", rules.checklists),
    ):
        assert {row.code: row.name for row in rows} == {row.code: WORDS[codes][row.code][0] for row in rows}


@pytest.mark.parametrize("regime", READY)
def test_ready_rulebooks_choose_from_declared_codes(regime: str) -> None:
    rules = ready_rulebook(regime)
    chosen = {
        "FeeUse": set(rules.fee.allowed_fee_uses),
        "Route": {route for line in rules.tender_lines for route in line.routes},
        "ProjectKind": {line.kind for line in rules.tender_lines},
        "PaymentStage": {row.stage for row in rules.claim_documents},
        "DocumentKind": {kind for row in rules.claim_documents for kind in row.kinds}
        | {kind for item in rules.spending_items for kind in item.kinds},
        "Tier": {level for kind in rules.notice_kinds for level in kind.levels},
    }
    assert {codes: texts - WORDS[codes].keys() for codes, texts in chosen.items()} == {
        codes: set() for codes in chosen
    }


def test_ready_rulebooks_agree_on_what_a_kind_of_notice_is_called() -> None:
    words = {
        (kind.code, kind.name_zh, kind.name_en)
        for regime in READY
        for kind in ready_rulebook(regime).notice_kinds
    }
    assert len({code for code, _, _ in words}) == len(words)
