"""整洁 (tidiness): what a reader may expect of every file."""

import ast
import re
from pathlib import Path

import pytest

from tests.tree import ROOMS, modules, name_of, tree_of

OURS = modules(*ROOMS)
EVERYWHERE = modules(*ROOMS, "tests")
BANNED_NAMES = {"utils", "util", "core", "common", "helper", "helpers", "manager", "managers", "base", "misc"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MARKS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
EXCEPTION_TO_A_TOOL = re.compile(
    r"#\s*(noqa|type:\s*ignore)(?P<codes>[:\[][\w, \-\]]*?)?(?P<reason>\s+[-#–].*)?$"
)
MACHINE_PATH = re.compile(r"/(ho" + r"me|ro" + r"ot|wo" + r"rk)/")


def claims(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name_of)


@claims(EVERYWHERE)
def test_a_file_has_at_most_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@claims(EVERYWHERE)
def test_a_function_has_at_most_60_lines(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 60, f"{node.name} has {lines} lines"


@claims(EVERYWHERE)
def test_a_name_says_what_it_is_about(path: Path) -> None:
    assert not BANNED_NAMES & {path.stem, *(parent.name for parent in path.parents)}


@claims([path for path in EVERYWHERE if path.name == "__init__.py"])
def test_a_package_file_is_empty(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == ""


@claims([path for path in OURS if path.name != "__init__.py"])
def test_a_module_opens_with_its_term_of_the_trade(path: Path) -> None:
    first_line = (ast.get_docstring(tree_of(path)) or "").split("\n")[0]
    assert CHINESE.search(first_line), f"the first line has no Chinese term: {first_line!r}"


@claims(EVERYWHERE)
def test_nothing_is_left_for_later(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        assert not MARKS.search(line), f"line {number}: file an issue instead"
        assert not MACHINE_PATH.search(line), f"line {number} names a folder of one machine"


@claims(EVERYWHERE)
def test_an_exception_to_a_tool_gives_its_reason(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        exception = EXCEPTION_TO_A_TOOL.search(line)
        if exception:
            assert exception["codes"], f"line {number} silences every rule"
            assert exception["reason"], f"line {number} gives no reason"


@claims(OURS)
def test_no_error_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            names = (
                {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} if node.type else {""}
            )
            if names & {"", "Exception", "BaseException"}:
                assert any(isinstance(inner, ast.Raise) for inner in ast.walk(node)), f"line {node.lineno}"


@claims(EVERYWHERE)
def test_no_method_is_defined_twice_in_one_class(path: Path) -> None:
    """The second would silently replace the first: an applier of a stream, say, or a test."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef | ast.Module):
            plain = [
                inner.name
                for inner in node.body
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.decorator_list
            ]
            assert len(plain) == len(set(plain)), sorted(name for name in plain if plain.count(name) > 1)
            assert "_" not in plain
