"""架构 (architecture): who may reach whom, held by the source itself."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.tree import ROOMS, ROOT, imports_of, modules, name_of, tree_of

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


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_reaches_up(room: str) -> None:
    for path in modules(room):
        reached = {name.split(".")[0] for name in imports_of(path)}
        assert reached & {*ROOMS, "tests"} <= MAY_REACH[room], name_of(path)


@pytest.mark.parametrize("path", modules("domain"), ids=name_of)
def test_rules_need_only_the_standard_library_and_the_event_library(path: Path) -> None:
    allowed = set(sys.stdlib_module_names) | {"domain", "eventsourcing"}
    forbidden = {"os", "time", "random", "logging", "socket", "subprocess", "sqlite3"}
    reached = {name.split(".")[0] for name in imports_of(path)}
    assert reached <= allowed - forbidden


@pytest.mark.parametrize("path", modules("domain"), ids=name_of)
def test_rules_know_no_float_and_no_clock(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"line {node.lineno}"
        elif isinstance(node, ast.Name):
            assert node.id != "float", f"line {node.lineno}"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            reads_clock = node.attr in CLOCKS and node.value.id in {"date", "datetime", "time"}
            assert not reads_clock, f"line {node.lineno}"
        elif isinstance(node, ast.BinOp | ast.AugAssign):
            assert not isinstance(node.op, ast.Div), f"line {node.lineno}: money is divided with //"


@pytest.mark.parametrize("path", modules("domain", "api", "scripts"), ids=name_of)
def test_only_projections_the_auditor_and_the_benchmark_speak_sql(path: Path) -> None:
    if name_of(path).startswith(MAY_SPEAK_SQL):
        return
    assert "psycopg2" not in {name.split(".")[0] for name in imports_of(path)}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.match(node.value), f"line {node.lineno}"


@pytest.mark.parametrize("path", modules("scripts/verify"), ids=name_of)
def test_the_auditor_shares_no_code_with_what_it_checks(path: Path) -> None:
    for name in imports_of(path):
        assert name.split(".")[0] not in {"domain", "api"}, name
        assert not name.startswith("projections."), name


@pytest.mark.parametrize("path", modules("projections"), ids=name_of)
def test_no_question_leans_on_the_answer_of_another(path: Path) -> None:
    own = question_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name in imports_of(path):
        reached = question_of(name)
        assert reached in {None, own}, name


@pytest.mark.parametrize("path", modules("projections"), ids=name_of)
def test_read_models_never_ask_for_changes(path: Path) -> None:
    assert not any(name.startswith("domain.books") for name in imports_of(path))
