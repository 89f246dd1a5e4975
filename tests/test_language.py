"""统一语言 (one language): every fact, refusal and command has its row in the glossary, Chinese beside English."""

import inspect
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from api.subjects.every_subject import every_command
from domain.books.desk.command import Command
from domain.fact import FACTS
from domain.refusal import Refusal
from projections.words.labels import declared_codes
from tests.pages_of_names import PAGES
from tests.tree import ROOT, import_all_of_domain

GLOSSARY = ROOT / "domain/GLOSSARY.md"


def rows_of(page: Path) -> list[str]:
    """The rows of the tables of a page."""
    return [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]


def names_in(rows: Iterable[str]) -> set[str]:
    """What stands in backticks in these rows."""
    return {name for row in rows for name in re.findall(r"`([\w.]+)`", row)}


def names_in_the_glossary() -> set[str]:
    """What has its row in the glossary or on one of the pages that stand beside it."""
    return names_in(row for page in (GLOSSARY, *PAGES) for row in rows_of(page))


def test_every_term_has_one_row() -> None:
    terms = [row.split("|")[1].strip() for row in rows_of(GLOSSARY)]
    twice = {term for term, times in Counter(terms).items() if times > 1}
    assert twice == {"术语", "---"}


def test_the_glossary_repeats_no_declaration() -> None:
    import_all_of_domain()
    declared = (
        {kind.__name__ for kind in Refusal.KINDS.values()}
        | {command.operation for command in every_command()}
        | {codes.__name__ for codes in declared_codes()}
    )
    assert names_in(rows_of(GLOSSARY)) & declared == set()


def test_every_fact_has_its_row() -> None:
    import_all_of_domain()
    facts = {fact.__qualname__ for fact in FACTS.values() if fact.__module__.startswith("domain.")}
    assert facts - names_in_the_glossary() == set()


def test_every_refusal_has_its_row() -> None:
    import_all_of_domain()
    refusals = {kind.__name__ for kind in Refusal.KINDS.values() if kind.__module__.startswith("domain.")}
    assert refusals - names_in_the_glossary() == set()


def test_every_command_has_its_row() -> None:
    from domain.books.books import Books

    commands = {one.name for _, one in inspect.getmembers(Books) if isinstance(one, Command)}
    assert commands
    assert commands - names_in_the_glossary() == set()


def test_every_refusal_says_its_title_in_both_languages() -> None:
    import_all_of_domain()
    for code, kind in Refusal.KINDS.items():
        assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", code), code
        if kind.__module__.startswith("domain."):
            assert re.search(r"[\u4e00-\u9fff]", kind.title_zh), code
            assert kind.title_en.isascii(), code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_of_names_says_what_the_code_declares(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == PAGES[page](), "run: python -m tests.test_language"


if __name__ == "__main__":
    for path, written in PAGES.items():
        path.write_text(written(), encoding="utf-8")
