"""Where source spells a declared code as bare text although its member could stand there.

A module that imports nothing of domain/ knows no codes.  In any other a text that some list declares is seen

  where it is a value by itself: compared, matched, assigned, given by keyword or as a default;
  beside another code of the same list, in one display, dictionary or call;
  in any display, dictionary or call of a module that imports the list by name, but for texts that name a field too.
"""

import ast
import importlib
from collections.abc import Iterable, Iterator
from enum import EnumType
from pathlib import Path

from domain.code import Code
from domain.fields.field import every_field
from domain.projects.codes import Phase
from projections.words.labels import WORDS, Coded
from tests.tree import imports_of, tree_of

NAMING = {"KIND", "KEY", "code", "field", "shows"}
"""What is assigned to these is a name: of a kind of stream, of its only key, of a refusal and of its fields."""

Spelt = tuple[int, str]
"""Line and text."""


def bare_codes(path: Path) -> Iterator[Spelt]:
    """Each bare code of a module."""
    imported = set(imports_of(path))
    if any(name.startswith("domain.") for name in imported):
        yield from bare_texts(tree_of(path), set(_lists_among(imported)))


def bare_texts(tree: ast.AST, by_name: Iterable[Coded] = ()) -> Iterator[Spelt]:
    """Each bare code of a module; `by_name` are the lists that it imports by name."""
    lists = [frozenset(codes) for codes in WORDS.values()]
    fields = {name for _, name in every_field()}
    unmistakable = {member.code for codes in by_name for member in codes} - fields
    for node in ast.walk(tree):
        for line, text in _texts(_values(node)):
            if any(text in codes for codes in lists):
                yield line, text
        listed = list(_texts(_listed(node)))
        for line, text in listed:
            beside = {other for _, other in listed} - {text}
            if text in unmistakable or any(text in codes and beside & codes for codes in lists):
                yield line, text


def _lists_among(imported: Iterable[str]) -> Iterator[Coded]:
    """The lists that are imported by name, or by the name of a set of their members."""
    for name in imported:
        module, _, attribute = name.rpartition(".")
        if module.endswith(".codes"):
            found = getattr(importlib.import_module(module), attribute)
            members = found if isinstance(found, EnumType | tuple) else ()
            yield from (type(member) for member in members if isinstance(member, Code | Phase))


def _texts(nodes: Iterable[ast.AST | None]) -> Iterator[Spelt]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _values(node: ast.AST) -> Iterator[ast.AST | None]:
    """What stands by itself as a value in this node."""
    match node:
        case ast.Compare(left, _, others):
            yield from (one for side in (left, *others) for one in _members(side))
        case ast.MatchValue(value):
            yield value
        case ast.keyword(_, value):
            yield from _choices(value)
        case ast.arguments():
            yield from (*node.defaults, *node.kw_defaults)
        case ast.Assign([ast.Tuple()], ast.Tuple(elts)):
            yield from elts
        case ast.Assign(targets, value) if not any(_names(target) for target in targets):
            yield from _choices(value)
        case ast.AnnAssign(target, _, value) if value is not None and not _names(target):
            yield from _choices(value)


def _names(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id in NAMING


def _members(side: ast.expr) -> Iterator[ast.AST]:
    """One side of a comparison, or what its display lists."""
    match side:
        case ast.Tuple(elts) | ast.List(elts) | ast.Set(elts):
            yield from elts
        case _:
            yield side


def _choices(value: ast.expr) -> Iterator[ast.AST]:
    """A value, or the two of a choice."""
    match value:
        case ast.IfExp(_, one, other):
            yield from (one, other)
        case _:
            yield value


def _listed(node: ast.AST) -> Iterator[ast.AST | None]:
    """What stands beside each other in this node."""
    match node:
        case ast.Tuple(elts) | ast.List(elts) | ast.Set(elts):
            yield from elts
        case ast.Dict(keys):
            yield from keys
        case ast.Call(_, args):
            yield from args
