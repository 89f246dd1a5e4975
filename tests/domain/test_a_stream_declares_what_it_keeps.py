"""一卷一态 (one state a stream): its state declares and adds up what it keeps; what decides only records."""

import ast
import inspect
from pathlib import Path

import pytest

from domain.fact import FACTS, Stream
from tests.tree import import_all_of_domain, modules, name_of, tree_of


def streams() -> list[type[Stream]]:
    """Every kind of stream as it is used: the last class of each."""
    import_all_of_domain()
    found = subclasses(Stream)
    for kind in found:
        found += subclasses(kind)
    return [kind for kind in found if not subclasses(kind)]


def subclasses(kind: type[Stream]) -> list[type[Stream]]:
    return [sub for sub in kind.__subclasses__() if sub.__module__.startswith("domain.")]


def own_classes(kind: type[Stream]) -> list[type[Stream]]:
    """The class and those below it, without `Stream` itself."""
    return [step for step in kind.__mro__ if issubclass(step, Stream) and step is not Stream]


def attributes_written(node: ast.AST) -> list[ast.Attribute]:
    return [
        inner
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store)
    ]


def written_on_self(kind: type, *, by_init: bool) -> set[str]:
    """The attributes of `self` that the methods of a class assign, either in `__init__` or everywhere else."""
    return {
        written.attr
        for node in ast.walk(tree_of(Path(inspect.getfile(kind))))
        if isinstance(node, ast.ClassDef) and node.name == kind.__name__
        for method in node.body
        if isinstance(method, ast.FunctionDef) and (method.name == "__init__") is by_init
        for written in attributes_written(method)
        if isinstance(written.value, ast.Name) and written.value.id == "self"
    }


each_stream = pytest.mark.parametrize("kind", streams(), ids=lambda kind: kind.__name__)


@each_stream
def test_a_stream_has_a_page_or_two_for_its_state_and_at_most_one_class_above_them(
    kind: type[Stream],
) -> None:
    assert len(own_classes(kind)) <= 3


@each_stream
def test_the_classes_of_the_state_have_every_applier(kind: type[Stream]) -> None:
    homes = {applier.__qualname__.rpartition(".")[0] for applier in kind.APPLIERS.values()}
    assert homes <= {step.__name__ for step in own_classes(kind)[-2:]}


@each_stream
def test_what_a_stream_keeps_is_declared_where_it_begins(kind: type[Stream]) -> None:
    declared: set[str] = set()
    for step in reversed(own_classes(kind)):
        declared |= written_on_self(step, by_init=True)
        assert written_on_self(step, by_init=False) <= declared, step.__name__


@pytest.mark.parametrize("path", modules("domain"), ids=name_of)
def test_a_function_of_the_domain_writes_no_attribute(path: Path) -> None:
    """Only the methods of a class change it, so a decision that is refused halfway has changed nothing."""
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef):
            assert [written.attr for written in attributes_written(node)] == [], node.name


@each_stream
def test_a_stream_gives_each_of_its_facts_by_name(kind: type[Stream]) -> None:
    """`Project.Started` is the fact of the topic `project.started`."""
    for topic, fact in FACTS.items():
        if topic.partition(".")[0] == kind.KIND:
            assert getattr(kind, fact.__name__) is fact
