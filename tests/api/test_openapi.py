"""The description of the interface: OpenAPI 3.1, an example in every operation, and a page that loads nothing else."""

import inspect
import re
from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from api.app import ROUTERS
from api.commands.declaration import CommandDeclaration
from api.reference.openapi import describe, operations_of
from api.subjects.every_subject import every_command
from domain.fields.field import field_of
from projections.access.roles import Role
from tests.api.service import Service


def app() -> FastAPI:
    described = FastAPI(title="test", version="1", openapi_url=None)
    for router in ROUTERS:
        described.include_router(router)
    describe(described, every_command())
    return described


APP = app()
DOCUMENT: dict[str, Any] = APP.openapi()
OPERATIONS = [
    pytest.param(path, method, operation, id=f"{method} {path}")
    for path, method, operation in operations_of(DOCUMENT)
]
ROUTES = {
    (method.lower(), route.path): route
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in route.methods or ()
}


def test_the_document_is_openapi_3_1(service: Service) -> None:
    served = service.by(None).get("/openapi.json").json()
    assert served["openapi"] == "3.1.0"
    assert set(served["paths"]) == set(DOCUMENT["paths"])


def test_a_year_has_one_range_in_bodies_and_in_paths() -> None:
    bodies = (schema.get("properties", {}) for schema in DOCUMENT["components"]["schemas"].values())
    in_bodies = [shape for fields in bodies for name, shape in fields.items() if name.endswith("year")]
    in_paths = [
        parameter["schema"]
        for _, method, operation in operations_of(DOCUMENT)
        for parameter in operation.get("parameters", ())
        if method == "post" and parameter["in"] == "path" and parameter["name"] == "year"
    ]
    assert in_paths
    ranges = {(year["minimum"], year["maximum"]) for year in in_bodies + in_paths if "minimum" in year}
    assert ranges == {(1978, 2200)}


def test_every_operation_says_what_it_is_and_who_may_do_it() -> None:
    for _, _, operation in operations_of(DOCUMENT):
        says_what_it_is_and_who_may_do_it(operation)


def says_what_it_is_and_who_may_do_it(operation: dict[str, Any]) -> None:
    assert re.search(r"[\u4e00-\u9fff].* — ", operation["description"]), "Chinese first, English second"
    assert set(operation["x-roles"]) <= set(Role)
    assert "422" not in operation["responses"]
    assert "application/problem+json" in operation["responses"]["default"]["content"]


@pytest.mark.parametrize("command", every_command(), ids=lambda one: one.operation)
def test_what_is_sent_bears_the_name_of_its_command(command: CommandDeclaration) -> None:
    described = DOCUMENT["components"]["schemas"][command.body.__name__]["description"]
    names, _, said = described.partition(" — ")
    assert command.zh.name in names.split(" / ")
    docstring = inspect.getdoc(command.body)
    assert docstring is not None
    assert said == docstring[0].lower() + docstring[1:]


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_example_fits_its_operation(path: str, method: str, operation: dict[str, Any]) -> None:
    route = ROUTES[method, path]
    for content in operation.get("requestBody", {}).get("content", {}).values():
        assert content["example"]
        if not isinstance(content["example"], str):
            assert route.body_field is not None
            asked: Any = route.body_field.field_info.annotation
            TypeAdapter(asked).validate_python(content["example"])
    status = "201" if method == "post" else "200"
    for kind, content in operation["responses"][status]["content"].items():
        assert kind == "application/json"
        assert content["example"] not in ("", None)
        answered: Any = route.response_model
        TypeAdapter(answered).validate_python(content["example"])


def answered(path: str) -> Any:
    return DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["example"]


def test_an_answer_shows_the_examples_of_its_own_subject() -> None:
    account, project, unit = (
        answered(f"/{path}/{{code}}") for path in ("accounts", "projects", "places/county/units")
    )
    assert (account["code"], account["name"]) == example_of("code", "name", places=["accounts"])
    assert (project["total"]["code"], project["total"]["name"]) == example_of(
        "code", "name", places=["projects"]
    )
    assert (unit["code"], unit["name"]) == example_of("code", "name", places=["UnitRow", "places"])
    target, source = project["targets"][0], project["sources"][0]
    assert (target["code"], target["name"]) == example_of("code", "name", places=["Target"])
    assert (source["level"],) == example_of("level", places=[])


def example_of(*names: str, places: list[str]) -> tuple[object, ...]:
    return tuple(field_of(name, *places).example for name in names)


FILES = [one for one in every_command() if one.body_format is not None and one.body_format.table is not None]


@pytest.mark.parametrize("command", FILES, ids=lambda one: one.operation)
def test_the_example_of_a_file_has_declared_columns_and_one_row_that_can_be_read(
    command: CommandDeclaration,
) -> None:
    sent = DOCUMENT["paths"][command.path]["post"]["requestBody"]["content"]["text/csv"]
    header, row, end = sent["example"].split("\n")
    assert (row.count(",") >= header.count(","), end) == (True, "")
    called = [set(column["names"]) for column in sent["x-columns"]]
    assert all(any(name in names for names in called) for name in header.split(","))
    beside: dict[str, Any] = {"statement_on": date(2024, 6, 30), "bank_balance_fen": 1, "source": "民政局"}
    assert command.body_format is not None
    asked = inspect.signature(command.body_format.read).parameters
    read = command.body_format.read(
        effective_on=date(2024, 6, 30),
        content=sent["example"].encode(),
        **{name: said for name, said in beside.items() if name in asked},
    )
    assert len(read.lines if hasattr(read, "lines") else read.rows) == 1


def test_the_reference_page_shows_every_operation_and_loads_nothing_from_elsewhere(service: Service) -> None:
    page = service.by(None).get("/docs").text
    for path in DOCUMENT["paths"]:
        assert f"<code>{path}</code>" in page
    assert "<script" not in page
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "url(" not in page
