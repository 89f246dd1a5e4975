"""What docstrings promise about refusals (承诺): read from the text and followed to the callable that it names."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from tests.tree import ROOT, modules, tree_of

OTHERS = re.compile(r"what ((?:`[\w.]+`(?:, | and )?)+) raises?")
"""A promise to raise what others raise: `Claim.approve`, or a rule by its own name."""
LIST = re.compile(r"\bRaises? (.+?)(?:\.(?= |$)|$)")
"""A sentence that lists refusals; a full stop ends it."""
REFUSAL = re.compile(r"(?<![\w`.])[A-Z][a-z]+(?:[A-Z][a-z]*)+(?![\w`])")
"""A word with more capitals than one, which nothing but a class has."""

Documented = ast.FunctionDef | ast.ClassDef


def documented() -> Iterator[tuple[Path, Documented, str]]:
    """Every function and class of domain/ that has a docstring, with its file; the docstring on one line."""
    for path in modules("domain"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, Documented) and (said := ast.get_docstring(node)):
                yield path, node, " ".join(said.split())


def promised(said: str) -> list[str]:
    """The names of what else raises, as a docstring writes them."""
    return [name for found in OTHERS.findall(said) for name in re.findall(r"`([\w.]+)`", found)]


def listed(said: str) -> set[str]:
    """The refusals that the sentences of a docstring list."""
    return {name for sentence in LIST.findall(said) for name in REFUSAL.findall(sentence)}


def raised(node: ast.FunctionDef) -> set[str]:
    """The classes that the body itself raises."""
    return {
        one.exc.func.id
        for one in ast.walk(node)
        if isinstance(one, ast.Raise) and isinstance(one.exc, ast.Call) and isinstance(one.exc.func, ast.Name)
        if REFUSAL.fullmatch(one.exc.func.id)
    }


def answers(path: Path, name: str) -> bool:
    """Whether `name`, written in this file, is a callable or a class whose docstring says what it raises."""
    return any("Raise" in (inspect.getdoc(one) or "") for one in _called(path, name))


def _called(path: Path, name: str) -> Iterator[object]:
    """What `Owner.method` or a bare name stands for: in its file, in the classes of the file, or in domain/."""
    owner, _, method = name.rpartition(".")
    for module in (_module(path), *_modules()):
        holders = [vars(module)] if not owner else []
        holders += [
            {each: getattr(kind, each) for each in dir(kind)}
            for known, kind in inspect.getmembers(module, inspect.isclass)
            if known == owner or (not owner and module is _module(path))
        ]
        found = [holder[method] for holder in holders if method in holder]
        if found:
            yield from found
            return


def _module(path: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@cache
def _modules() -> list[ModuleType]:
    return [_module(path) for path in modules("domain") if path.name != "__init__.py"]
