import ast
import inspect
import os
import re
from enum import Enum
from itertools import pairwise
from pathlib import Path

import pytest

from projections.access.roles import Role
from scripts.bench.table import ROWS
from scripts.cli.main import COMMANDS
from scripts.cli.output import Exit
from tests.tree import ROOMS, ROOT, name_of

PAGES = [ROOT / "README.md", *sorted(page for room in ROOMS for page in (ROOT / room).rglob("*.md"))]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
README = TEXTS[ROOT / "README.md"]
RUNNING = TEXTS[ROOT / "scripts/README.md"]
MEASURED = TEXTS[ROOT / "scripts/bench/README.md"]
LINK = re.compile(r"\]\(([\w./]+)\)")
PATH = re.compile(rf"`((?:{'|'.join(ROOMS)}|tests)/[\w./]*)`")
SCRIPT = re.compile(r"^(?:\| `)?(scripts/\w+)[` ]", re.MULTILINE)
LARGEST_PICTURE_BYTES = 150_000

every_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


@pytest.mark.parametrize("script", sorted(set(SCRIPT.findall("\n".join(TEXTS.values())))))
def test_a_script_that_is_named_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_the_commands_are_those_of_the_command_line() -> None:
    (listed,) = re.findall(r"^`sunledger (.+? \| .+?)`", README, re.MULTILINE)
    assert listed.split(" | ") == list(COMMANDS)


@every_page
def test_a_command_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"(?:^|[`&] ?)sunledger (\w+)", TEXTS[page], re.MULTILINE)
    assert set(named) <= set(COMMANDS)


def said_beside(members: type[Enum]) -> dict[str, str]:
    """What stands beside each member of a list, by its name: a Chinese sentence, then the same in English."""
    (declared,) = ast.parse(inspect.getsource(members)).body
    assert isinstance(declared, ast.ClassDef)
    sentences = {}
    for member, beside in pairwise(declared.body):
        match member, beside:
            case ast.Assign(targets=[ast.Name(name)]), ast.Expr(ast.Constant(str(text))):
                chinese, english = inspect.cleandoc(text).split("\n\n")
                assert chinese.endswith("。"), name
                sentences[name] = " ".join(english.split())
    return sentences


def test_the_roles_and_what_each_may_do_are_those_of_the_register() -> None:
    (table,) = re.findall(r"^## Who may do what$(.+?)^## ", README, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", table, re.MULTILINE)
    may = said_beside(Role)
    assert rows == [(role.code, role.zh, may[role.name]) for role in Role]


def test_the_exit_codes_are_those_that_are_promised() -> None:
    (table,) = re.findall(r"^## How a command ends$(.+?)^## ", RUNNING, re.MULTILINE | re.DOTALL)
    means = said_beside(Exit)
    rows = re.findall(r"^\| (\d) \| (.+) \|$", table, re.MULTILINE)
    assert rows == [(str(code.value), means[code.name]) for code in Exit]


def test_the_rows_that_were_measured_are_those_of_the_benchmark() -> None:
    assert re.findall(r"^\| `(\w+)` \|", MEASURED, re.MULTILINE) == list(ROWS)


@every_page
def test_a_file_that_is_linked_is_there(page: Path) -> None:
    for link in LINK.findall(TEXTS[page]):
        assert (page.parent / link).is_file(), link


@every_page
def test_a_path_that_is_named_is_there(page: Path) -> None:
    for path in PATH.findall(TEXTS[page]):
        assert (ROOT / path).exists(), path


def test_every_page_is_reached_from_the_first() -> None:
    reached = [ROOT / "README.md"]
    for page in reached:
        linked = [
            (page.parent / link).resolve() for link in LINK.findall(TEXTS[page]) if link.endswith(".md")
        ]
        reached += [one for one in linked if one not in reached]
    assert set(reached) == set(PAGES)


@pytest.mark.parametrize("picture", [link for link in LINK.findall(README) if link.endswith(".png")])
def test_a_picture_is_small(picture: str) -> None:
    assert (ROOT / picture).stat().st_size < LARGEST_PICTURE_BYTES
