"""统一语言 (one language): every fact, refusal and command has its row in the glossary, Chinese beside English."""

import inspect
import re

from domain.books.desk.command import Command
from domain.fact import FACTS
from domain.refusal import Refusal
from tests.tree import ROOT, import_all_of_domain

GLOSSARY = ROOT / "domain/GLOSSARY.md"
REFUSALS = ROOT / "domain/REFUSALS.md"
HEAD_OF_REFUSALS = """\
# 拒绝 Refusals

业务规则拒绝时,什么也不记;编码不变,可供程序识别。

A refusal is a state of the world: it has a code that never changes, both figures and what to do, and nothing was
recorded. Over HTTP it is `application/problem+json`; its `type` is `/problems/<code>`, and that page explains the code.
`python -m tests.test_language` writes this page from the code."""


def names_in_the_glossary() -> set[str]:
    """What stands in backticks in the rows of the tables."""
    rows = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return {name for row in rows for name in re.findall(r"`([\w.]+)`", row)}


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


def refusals_by_subject() -> str:
    """The page of all codes with their titles, a table a subject."""
    import_all_of_domain()
    subjects: dict[str, list[str]] = {}
    for code, kind in Refusal.KINDS.items():
        if kind.__module__.startswith("domain."):
            subject = kind.__module__.split(".")[1].removeprefix("refusal") or "every command"
            subjects.setdefault(subject.replace("_", " "), []).append(
                f"| `{code}` | {kind.title_zh} | {kind.title_en} |"
            )
    tables = (
        "\n".join((f"## {subject}", "", "| code | 中文 | English |", "|---|---|---|", *sorted(rows)))
        for subject, rows in sorted(subjects.items())
    )
    return "\n\n".join((HEAD_OF_REFUSALS, *tables)) + "\n"


def test_the_page_of_refusals_lists_every_code() -> None:
    assert REFUSALS.read_text(encoding="utf-8") == refusals_by_subject(), "run: python -m tests.test_language"


if __name__ == "__main__":
    REFUSALS.write_text(refusals_by_subject(), encoding="utf-8")
