"""名称页 (pages of names): what the code declares of commands, refusals and codes, written as pages for people.

The glossary holds the terms of the trade by hand; what has its word in a declaration is written from there.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from api.subjects.every_subject import every_subject
from domain.refusal import Refusal
from projections.words.labels import Coded, declared_codes
from tests.tree import ROOT, import_all_of_domain

CHINESE_WORD = re.compile(r"[\u4e00-\u9fff、]+")
WRITE = "python -m tests.test_language"

HEAD_OF_REFUSALS = f"""\
# 拒绝 Refusals

业务规则拒绝时,什么也不记;编码不变,可供程序识别。

A refusal is a state of the world: it has a code that never changes, both figures and what to do, and nothing was
recorded. Over HTTP it is `application/problem+json`; its `type` is `/problems/<code>`, and that page explains the code.
`{WRITE}` writes this page from the code."""

HEAD_OF_COMMANDS = f"""\
# 办理 Commands

每项业务如何称呼;名称在 `api/subjects/` 申明一次。

What an office may ask for, by subject, from the money that comes in to the rules behind everything. `/docs` says what
each takes. `{WRITE}` writes this page from the code."""

HEAD_OF_CODES = f"""\
# 代码 Codes

事实和台账所存的代码,及其名称;在 `domain/<subject>/codes.py` 申明一次。

What facts and ledgers store for a kind, a stage or a state, and the word for it.
`{WRITE}` writes this page from the code."""


def _page(head: str, columns: str, tables: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Write a table a subject below the head of a page."""
    rule = re.sub(r"[^|]+", "---", columns)
    bodies = ("\n".join((f"## {subject}", "", columns, rule, *rows)) for subject, rows in tables)
    return "\n\n".join((head, *bodies)) + "\n"


def refusals() -> str:
    """All codes of refusals with their titles, a table a subject."""
    import_all_of_domain()
    subjects: dict[str, list[str]] = {}
    for code, kind in Refusal.KINDS.items():
        if kind.__module__.startswith("domain."):
            subject = kind.__module__.split(".")[1].removeprefix("refusal") or "every command"
            row = f"| `{code}` | {kind.title_zh} | {kind.title_en} | `{kind.__name__}` |"
            subjects.setdefault(subject.replace("_", " "), []).append(row)
    tables = ((subject, sorted(rows)) for subject, rows in sorted(subjects.items()))
    return _page(HEAD_OF_REFUSALS, "| code | 中文 | English | In code |", tables)


def commands() -> str:
    """All commands with their names, a table a subject, in the order of the reference."""
    tables = (
        (
            f"{one.subject.zh} {one.subject.en}",
            [f"| `{each.operation}` | {each.zh.name} | {each.en.name} |" for each in one.commands],
        )
        for one in every_subject()
        if one.commands
    )
    return _page(HEAD_OF_COMMANDS, "| command | 中文 | English |", tables)


def codes() -> str:
    """All lists of codes with the word of each code, a table a subject."""
    subjects: dict[str, list[str]] = {}
    for declared in declared_codes():
        subjects.setdefault(declared.__module__.split(".")[1], []).append(_row_of_codes(declared))
    return _page(HEAD_OF_CODES, "| In code | 中文 | holds |", subjects.items())


def _row_of_codes(declared: Coded) -> str:
    """A list of codes: its name begins its docstring."""
    named = CHINESE_WORD.match(declared.__doc__ or "")
    assert named, f"the docstring of {declared.__name__} does not begin with its Chinese name"
    held = ", ".join(f"`{member.code}` {member.word[0]}" for member in declared)
    return f"| `{declared.__name__}` | {named[0]} | {held} |"


PAGES: Mapping[Path, Callable[[], str]] = {
    ROOT / "domain/REFUSALS.md": refusals,
    ROOT / "domain/COMMANDS.md": commands,
    ROOT / "domain/CODES.md": codes,
}
"""Every page that is written from the code, and what writes it."""
