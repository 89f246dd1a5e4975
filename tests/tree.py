"""The source of the project, read as text and as trees, for the tests that hold its shape."""

import ast
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import domain

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("domain", "projections", "api", "scripts")


def modules(*folders: str) -> list[Path]:
    """Every Python file below these folders of the project."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    """The path as it is written in a claim: relative to the project."""
    return path.relative_to(ROOT).as_posix()


def offences(paths: Iterable[Path], wrong: Callable[[Path], Iterable[object]]) -> list[str]:
    """What is wrong in these files, each behind the name of its file: a claim holds where this is empty."""
    return [f"{name_of(path)}: {each}" for path in paths for each in wrong(path)]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that this file imports, wherever the import stands."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            assert node.level == 0, f"{name_of(path)} imports by dots"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def import_all_of(room: ModuleType) -> None:
    """Import every module of a room."""
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        importlib.import_module(module.name)


def import_all_of_domain() -> None:
    """Import every module of domain/, so that every fact and refusal is known."""
    import_all_of(domain)
