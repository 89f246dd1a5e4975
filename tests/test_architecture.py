"""架构 (architecture): who may reach whom, held by the source itself."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.tree import ROOMS, ROOT, imports_of, modules, name_of, offences, tree_of

MAY_REACH = {
    "domain": {"domain"},
    "projections": {"projections", "domain"},
    "api": {"api", "projections", "domain"},
    "scripts": {"scripts", "api", "projections", "domain"},
}
SQL = re.compile(
    r"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|COPY|CREATE|ALTER|DROP|TRUNCATE|LISTEN|NOTIFY)\s+[\w\"{*(]"
)
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter"}
MAY_SPEAK_SQL = (
    "scripts/verify/",  # the auditor must share no code with the ledgers that it checks
    "scripts/bench/",  # what the journal is measured against is PostgreSQL without it
)
"""The places outside projections/ that speak SQL, and why."""


def question_of(module: str) -> str | None:
    """The question that a dotted name of projections/ answers; None for the rooms that every answer runs on.

    A folder with a `fold.py` or a `query.py` is an answer, so a new one is held without being listed.
    """
    parts = module.split(".")
    if len(parts) > 1 and parts[0] == "projections":
        folder = ROOT / "projections" / parts[1]
        if (folder / "fold.py").exists() or (folder / "query.py").exists():
            return parts[1]
    return None


def dotted(path: Path) -> str:
    """The dotted name of a file or folder of the project."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def rooms_reached(path: Path) -> set[str]:
    """The first name of each import of a file: a room of ours, or a package."""
    return {name.split(".")[0] for name in imports_of(path)}


def import_graph() -> dict[str, set[str]]:
    """Each of our files with those that it imports, also where only a type checker reads the import."""
    files = {dotted(path): path for path in modules(*ROOMS)}
    return {name: files.keys() & set(imports_of(path)) - {name} for name, path in files.items()}


def folders_apart(importing: str, imported: str) -> tuple[str, str] | None:
    """The two folders of one parent in which two files lie; None where one lies beside the folder of the other."""
    here, there = importing.split(".")[:-1], imported.split(".")[:-1]
    for depth, (one, other) in enumerate(zip_longest(here, there), 1):
        if one != other:
            return (".".join(here[:depth]), ".".join(there[:depth])) if one and other else None
    return None


def folder_graph(files: dict[str, set[str]]) -> dict[str, set[str]]:
    """Each folder with those beside it that it reaches."""
    reached: dict[str, set[str]] = {}
    for importing, targets in files.items():
        for imported in targets:
            if (apart := folders_apart(importing, imported)) is not None:
                reached.setdefault(apart[0], set()).add(apart[1])
    return reached


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """A circle in a graph, its first member again at the end; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        circle: list[str] = found.args[1]
        return circle
    return []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert circle_in(import_graph()) == []


def test_no_folders_import_each_other_in_a_circle() -> None:
    assert circle_in(folder_graph(import_graph())) == []


def test_a_circle_is_seen_between_files_and_between_folders() -> None:
    files = {"api.a.one": {"api.b.two"}, "api.b.two": {"domain.x"}, "api.b.three": {"api.a.one", "api.b.two"}}
    assert circle_in(files) == []
    assert set(circle_in(folder_graph(files))) == {"api.a", "api.b"}
    assert set(circle_in({**files, "domain.x": {"api.a.one"}})) == {"api.a.one", "api.b.two", "domain.x"}


def test_an_import_for_the_type_checker_alone_counts(tmp_path: Path) -> None:
    file = tmp_path / "typed.py"
    file.write_text("if TYPE_CHECKING:\n    from api.a import One\ndef f():\n    import api.b.two\n")
    assert {"api.a", "api.b.two"} <= set(imports_of(file))


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_reaches_up(room: str) -> None:
    forbidden = {*ROOMS, "tests"} - MAY_REACH[room]
    assert offences(modules(room), lambda path: forbidden & rooms_reached(path)) == []


def test_rules_need_only_the_standard_library_and_the_event_library() -> None:
    forbidden = {"os", "time", "random", "logging", "socket", "subprocess", "sqlite3"}
    allowed = {*sys.stdlib_module_names, "domain", "eventsourcing"} - forbidden
    assert offences(modules("domain"), lambda path: rooms_reached(path) - allowed) == []


def floats_and_clocks(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"line {node.lineno}: a float"
        elif isinstance(node, ast.Name) and node.id == "float":
            yield f"line {node.lineno}: float"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in CLOCKS and node.value.id in {"date", "datetime", "time"}:
                yield f"line {node.lineno}: a clock"
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield f"line {node.lineno}: money is divided with //"


def test_rules_know_no_float_and_no_clock() -> None:
    assert offences(modules("domain"), floats_and_clocks) == []


def records_named_by_a_text(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Call(func=ast.Name("steps_follow_in_time"), args=[ast.Constant(), *_]):
                yield f"line {node.lineno}: the former step is that of a record, named by its id"


def test_a_step_follows_the_former_one_of_a_record() -> None:
    assert offences(modules("domain"), records_named_by_a_text) == []


def sql_spoken(path: Path) -> Iterator[str]:
    if "psycopg2" in rooms_reached(path):
        yield "imports psycopg2"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
            yield f"line {node.lineno}: SQL"


def test_only_projections_the_auditor_and_the_benchmark_speak_sql() -> None:
    silent = [
        path for path in modules("domain", "api", "scripts") if not name_of(path).startswith(MAY_SPEAK_SQL)
    ]
    assert offences(silent, sql_spoken) == []


def shared_with_the_books(path: Path) -> Iterator[str]:
    return (name for name in imports_of(path) if re.match(r"(domain|api)\b|projections\.", name))


def test_the_auditor_shares_no_code_with_what_it_checks() -> None:
    assert offences(modules("scripts/verify"), shared_with_the_books) == []


def answers_leant_on(path: Path) -> Iterator[str]:
    own = question_of(dotted(path))
    return (name for name in imports_of(path) if question_of(name) not in {None, own})


def test_no_question_leans_on_the_answer_of_another() -> None:
    assert offences(modules("projections"), answers_leant_on) == []


def desks_asked(path: Path) -> Iterator[str]:
    return (name for name in imports_of(path) if name.startswith("domain.books"))


def test_read_models_never_ask_for_changes() -> None:
    assert offences(modules("projections"), desks_asked) == []
