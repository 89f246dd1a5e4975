"""公开范围 (what is public): no page of the board reads a field that is declared as not public.

As far as names can tell: the attributes that templates and pages read, and the parts of the sentences they print.
"""

import ast
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment, nodes

from domain.fact import FACTS
from domain.fields.field import every_field, field_of, places_of
from projections.project_ledger.fold import PROJECTION
from projections.trial_balance.ledger_rows import DimensionKey
from tests.tree import ROOT, import_all_of_domain, modules, name_of, tree_of

KEPT = {name for _, name in every_field()} - {row.name for row in every_field().values() if row.public}
"""The names that are public nowhere."""
TEMPLATES = sorted((ROOT / "api/board/templates").glob("*.html"))
COUNTS = {"length"}
"""Filters that show how many there are, and nothing of them."""


def read_by(template: Path) -> Iterator[str]:
    """The attributes that a template reads for more than to count them."""
    tree = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
    counted = {id(node.node) for node in tree.find_all(nodes.Filter) if node.name in COUNTS}
    for node in tree.find_all(nodes.Getattr):
        is_macro = isinstance(node.node, nodes.Name) and node.node.name == "part"
        if id(node) not in counted and not is_macro:
            yield node.attr


def told_by(sentence: str) -> Iterator[str]:
    """The fields that a sentence prints: `{reason:because}`, but not `{acceptors:count}`."""
    for _, name, printer, _ in Formatter().parse(sentence):
        if name and not (printer or "").startswith("count"):
            yield name


def test_persons_and_what_leads_to_them_are_not_public() -> None:
    assert {"by", "person_id", "payee_id", "contractor_id", "donor_id", "objector_id", "acceptors"} <= KEPT
    assert {"line_no", "bank", "bank_balance_fen", "statement_sha256", "lines", "returned"} <= KEPT


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_reads_public_fields_only(template: Path) -> None:
    assert not set(read_by(template)) & KEPT


@pytest.mark.parametrize("path", modules("api/board"), ids=name_of)
def test_a_page_reads_public_fields_only(path: Path) -> None:
    read = {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
    assert not read & KEPT


def test_the_sentences_of_funds_and_projects_tell_public_fields_only() -> None:
    import_all_of_domain()
    told = 0
    for file in resources.files("projections.words").iterdir():
        if file.name.endswith(".json"):
            for topic, words in json.loads(file.read_text(encoding="utf-8")).items():
                if topic in PROJECTION.folds or topic.startswith("fund."):
                    told += 1
                    for name in {*told_by(words["zh"]), *told_by(words["en"])}:
                        assert field_of(name, *places_of(FACTS[topic])).public, f"{topic} tells {name}"
    assert told > 40


def test_the_ledger_text_that_leaves_the_house_tells_public_fields_only() -> None:
    """Each posting of an export is tagged with its dimensions, and with nothing else of the fact."""
    assert not set(DimensionKey._fields) & KEPT
