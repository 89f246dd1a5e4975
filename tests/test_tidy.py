"""整洁 (tidiness): what a reader may expect of every file."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tree import ROOMS, ROOT, modules, name_of, offences, tree_of

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


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def lines_that(is_wrong: Callable[[str], bool]) -> Callable[[Path], Iterator[int]]:
    """The numbers of the lines of a file that are wrong."""
    return lambda path: (number for number, line in enumerate(lines_of(path), 1) if is_wrong(line))


def test_a_file_has_at_most_400_lines() -> None:
    assert [name_of(path) for path in EVERYWHERE if len(lines_of(path)) > 400] == []


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > 60:
                yield f"{node.name} has {lines} lines"


def test_a_function_has_at_most_60_lines() -> None:
    assert offences(EVERYWHERE, long_functions) == []


def test_a_name_says_what_it_is_about() -> None:
    assert offences(EVERYWHERE, lambda path: BANNED_NAMES & {path.stem, *path.relative_to(ROOT).parts}) == []


def test_a_package_file_is_empty() -> None:
    packages = [path for path in EVERYWHERE if path.name == "__init__.py"]
    assert packages
    assert [name_of(path) for path in packages if path.read_text(encoding="utf-8")] == []


def opening_without_term(path: Path) -> Iterator[str]:
    first_line = (ast.get_docstring(tree_of(path)) or "").split("\n")[0]
    if path.name != "__init__.py" and not CHINESE.search(first_line):
        yield f"the first line has no Chinese term: {first_line!r}"


def test_a_module_opens_with_its_term_of_the_trade() -> None:
    assert offences(OURS, opening_without_term) == []


def test_nothing_is_left_for_later() -> None:
    assert offences(EVERYWHERE, lines_that(lambda line: bool(MARKS.search(line)))) == [], "file an issue"


def test_no_line_names_a_folder_of_one_machine() -> None:
    assert offences(EVERYWHERE, lines_that(lambda line: bool(MACHINE_PATH.search(line)))) == []


def gives_no_reason(line: str) -> bool:
    """Whether a line silences a tool without saying which rule and why."""
    exception = EXCEPTION_TO_A_TOOL.search(line)
    return exception is not None and not (exception["codes"] and exception["reason"])


def test_an_exception_to_a_tool_names_its_rule_and_gives_its_reason() -> None:
    assert offences(EVERYWHERE, lines_that(gives_no_reason)) == []


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


def errors_swallowed_without_reason(path: Path) -> Iterator[str]:
    for function, line in swallowed_errors(tree_of(path)):
        if (name_of(path), function) not in ERRORS_KEPT_FOR_ANOTHER_THREAD:
            yield f"{function}, line {line}"


def test_no_error_is_swallowed() -> None:
    assert offences(OURS, errors_swallowed_without_reason) == []


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


def methods_defined_twice(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef | ast.Module):
            plain = Counter(
                inner.name
                for inner in node.body
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.decorator_list
            )
            yield from (name for name, times in plain.items() if times > 1 or name == "_")


def test_no_method_is_defined_twice_in_one_class() -> None:
    """The second would silently replace the first: an applier of a stream, say, or a test."""
    assert offences(EVERYWHERE, methods_defined_twice) == []
