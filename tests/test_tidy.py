"""整洁 (tidiness): what a reader may expect of every file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import ROOMS, ROOT, modules, name_of, tree_of

OURS = modules(*ROOMS)
EVERYWHERE = modules(*ROOMS, "tests")
BANNED_NAMES = {"utils", "util", "core", "common", "helper", "helpers", "manager", "managers", "base", "misc"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MARKS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
EXCEPTION_TO_A_TOOL = re.compile(
    r"#\s*(noqa|type:\s*ignore)(?P<codes>[:\[][\w, \-\]]*?)?(?P<reason>\s+[-#–].*)?$"
)
ERRORS_KEPT_FOR_ANOTHER_THREAD = {
    (
        "api/commands/command_queue.py",
        "take_step",
    ): "raised in the loop, where the caller awaits the outcome",
}
"""The functions that may catch every error and raise it elsewhere, and why."""
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


def catches_every_error(node: ast.AST, function: str) -> bool:
    """Whether a place of a function catches every error and does not raise it again."""
    if isinstance(node, ast.ExceptHandler):
        caught: list[ast.expr] | None = [node.type] if node.type else None
        raised = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "suppress":
        caught, raised = node.args, False
    elif isinstance(node, ast.Return) and function in {"__exit__", "__aexit__"}:
        # What it returns decides whether the error of the block goes on.
        caught, raised = None, node.value is None or ast.unparse(node.value) in {"None", "False"}
    else:
        return False
    names = {name.id for each in caught or () for name in ast.walk(each) if isinstance(name, ast.Name)}
    return not raised and (caught is None or bool(names & {"Exception", "BaseException"}))


def swallowed_errors(tree: ast.AST, function: str = "") -> Iterator[tuple[str, int]]:
    """The function and the line of each place below a node that swallows every error."""
    for node in ast.iter_child_nodes(tree):
        if catches_every_error(node, function):
            yield function, getattr(node, "lineno", 0)
        inside = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from swallowed_errors(node, inside)


@claims(OURS)
def test_no_error_is_swallowed(path: Path) -> None:
    for function, line in swallowed_errors(tree_of(path)):
        assert (name_of(path), function) in ERRORS_KEPT_FOR_ANOTHER_THREAD, f"line {line}"


@pytest.mark.parametrize(("file", "function"), ERRORS_KEPT_FOR_ANOTHER_THREAD)
def test_an_error_kept_for_another_thread_is_still_kept_there(file: str, function: str) -> None:
    found = [place for place, _ in swallowed_errors(tree_of(ROOT / file)) if place == function]
    assert found == [function], "the list of exceptions names a place that is no more"


@pytest.mark.parametrize(
    "body",
    [
        "try: f()\n    except: pass",
        "try: f()\n    except (KeyError, Exception): pass",
        "try: f()\n    except BaseException as error: self.error = error",
        "with suppress(KeyError, Exception): f()",
        "return True",
        "return self.hide(error)",
    ],
)
def test_a_swallowed_error_is_seen(body: str) -> None:
    assert [place for place, _ in swallowed_errors(ast.parse(f"def __exit__(self):\n    {body}"))] == [
        "__exit__"
    ]


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
