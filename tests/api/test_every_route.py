"""Every route and who may come in: golden/routes.txt equals the service, both ways, and reading records nothing.

So no route opens unseen: who adds one writes the lines by `python -m tests.api.test_every_route` and has them reviewed.
"""

import pytest
from fastapi.routing import APIRoute

from api.app import ROUTERS
from api.reference.openapi import operations_of
from projections.access.roles import Role
from projections.ledger.projection import every_projection
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.tree import ROOT, imports_of, modules

GOLDEN = ROOT / "tests/golden/routes.txt"

ROWS = [tuple(line.split()) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
EVERY_ROLE = frozenset(Role)


def roles_of(word: str) -> frozenset[str]:
    """The roles that a word of the table stands for."""
    return {"every-role": EVERY_ROLE, "public": frozenset[str]()}.get(word, frozenset({word}))


def own_routes() -> list[tuple[str, str]]:
    """Method and path of every route of the service, before they are wired."""
    return [
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    ]


def address(path: str) -> str:
    """An address of a route: a key that no record has, a month and a position where those are meant."""
    return path.replace("{month}", "2024-01").replace("{position}", "1").replace("{", "").replace("}", "")


def lines() -> list[str]:
    """Every route of the service with the word for who may come in, as the golden file has them."""
    described = {
        (method.upper(), path): frozenset(operation["x-roles"])
        for path, method, operation in operations_of(DOCUMENT)
    }
    return sorted(
        f"{method} {path} {word_of(described.get((method, path), frozenset()))}"
        for method, path in own_routes()
    )


def word_of(roles: frozenset[str]) -> str:
    """The word of the table for these roles: all, none, or the only one."""
    if roles == EVERY_ROLE:
        return "every-role"
    (word,) = roles or {"public"}
    return word


def test_the_table_equals_the_service_both_ways() -> None:
    assert sorted(own_routes()) == sorted((method, path) for method, path, _ in ROWS)


def test_the_table_equals_what_the_document_says_of_roles() -> None:
    assert lines() == [" ".join(row) for row in ROWS], "run: python -m tests.api.test_every_route"


def test_every_ledger_is_answered_from_by_some_route() -> None:
    asked = {name for path in modules("api/subjects", "api/reports") for name in imports_of(path)}
    for ledger in every_projection():
        assert f"projections.{ledger.name}.query" in asked, ledger.name


@pytest.mark.parametrize(("method", "path", "word"), ROWS)
def test_a_route_opens_to_its_roles_and_to_nobody_else(
    service: Service, method: str, path: str, word: str
) -> None:
    if word == "public":
        assert service.by(None).request(method, address(path)).status_code in {200, 404}
        return
    assert service.by(None).request(method, address(path)).status_code == 401
    for role in Role:
        answer = service.by(role).request(method, address(path))
        if role not in roles_of(word):
            assert answer.json()["code"] == "role_missing", role
        elif method == "POST":
            assert answer.json()["code"] == "idempotency_key_missing", role
        else:
            assert answer.status_code in {200, 404}, answer.text


def test_reading_records_nothing(service: Service) -> None:
    for method, path, _ in ROWS:
        if method == "GET":
            service.by(Role.AUDITOR).get(address(path))
            assert service.head() == 0, path


if __name__ == "__main__":
    GOLDEN.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
