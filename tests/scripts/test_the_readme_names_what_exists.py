import os
import re

import pytest

from projections.access.roles import Role
from scripts.cli.main import COMMANDS
from scripts.cli.output import Exit
from tests.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", sorted(set(re.findall(r"^(scripts/\w+)", README, re.MULTILINE))))
def test_a_script_that_is_named_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_the_commands_are_those_of_the_command_line() -> None:
    (listed,) = re.findall(r"^`sunledger (.+? \| .+?)`", README, re.MULTILINE)
    assert listed.split(" | ") == list(COMMANDS)


def test_the_roles_are_those_of_the_register() -> None:
    (table,) = re.findall(r"^## Who may do what$(.+?)^## ", README, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [str(role) for role in Role]


def test_the_exit_codes_are_those_that_are_promised() -> None:
    (promised,) = re.findall(r"Exit codes: (.+?)\. The API", README, re.DOTALL)
    assert [int(code) for code in re.findall(r"\d+", promised)] == [int(code) for code in Exit]


def test_a_file_that_is_linked_is_there() -> None:
    for link in re.findall(r"\]\(([\w./]+)\)", README):
        assert (ROOT / link).is_file(), link
