"""错误逐一列出 (errors are listed): who reads what a function raises is never sent to a page that does not say it."""

import ast
import builtins

from domain.refusal import Refusal
from tests.promises import answers, documented, listed, promised, raised
from tests.tree import import_all_of_domain, name_of

FROM_THE_DATABASE = {"IntegrityError", "OperationalError", "NothingRecorded"}
"""What a journal raises, by the names of the driver and of the desk."""


def test_a_promise_to_raise_what_another_raises_leads_to_a_list() -> None:
    empty = [
        f"{name_of(path)}: {node.name} sends to {name}"
        for path, node, said in documented()
        for name in promised(said)
        if not answers(path, name)
    ]
    assert empty == [], "say there what it raises, in order of precedence"


def test_what_a_list_names_is_a_refusal() -> None:
    import_all_of_domain()
    refusals = {kind.__name__ for kind in Refusal.KINDS.values()}
    unknown = [
        f"{name_of(path)}: {node.name} lists {name}"
        for path, node, said in documented()
        for name in sorted(listed(said) - refusals - FROM_THE_DATABASE)
        if not hasattr(builtins, name)
    ]
    assert unknown == []


def test_a_function_names_what_its_own_body_raises() -> None:
    unnamed = [
        f"{name_of(path)}: {node.name} raises {name}"
        for path, node, said in documented()
        if isinstance(node, ast.FunctionDef)
        for name in sorted(raised(node))
        if name not in said
    ]
    assert unnamed == []
