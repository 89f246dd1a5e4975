"""The examples of the reference tell one story: posted in order to empty books, each is recorded and answered as shown.

`python -m tests.api.test_the_examples_tell_one_story` writes the answers anew, as the service gives them.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from api.reference.answer_examples import ANSWERS, recorded_answers
from api.reference.openapi import operations_of
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from projections.journal.embedded import EmbeddedPostgres
from tests.api.service import Service, running_service

ASKED_ON = "2026-04-30"
"""The day for which a report is asked: its answer is the same tomorrow."""
ROWS_SHOWN, ENTRIES_SHOWN = 2, 12
"""How many rows of a page, and entries of any other list, an example shows at most."""
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})")
OF_THIS_RUN = {"recorded_on": "2026-05-15", "version": "0.2.0"}
"""Texts of an answer that are those of the day and the release of this run, and what the examples show instead."""


def document_of(service: Service) -> dict[str, Any]:
    document: dict[str, Any] = service.by(None).get("/openapi.json").json()
    return document


def post(service: Service, request: dict[str, Any], *, scope: str = "") -> httpx.Response:
    client = service.by(Role.of(request["role"]), person=request["by"], scope=scope)
    body = request["body"]
    content = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    headers = {"Idempotency-Key": uuid4().hex, "Content-Type": request["media_type"]}
    return client.post(request["path"], content=content.encode(), headers=headers)


def told(service: Service, document: dict[str, Any]) -> dict[str, Any]:
    """Post the story; give the first answer of every command."""
    answers: dict[str, Any] = {}
    for number, request in enumerate(document["x-story"], 1):
        answer = post(service, request)
        assert answer.status_code == 201, f"step {number}, {request['path']}: {answer.text}"
        answers.setdefault(f"post {request['operation']}", answer.json())
    return answers


def read(service: Service, document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Ask every question about the keys that the document shows as examples."""
    service.ledgers.wait_for(service.head())
    for path, method, operation in operations_of(document):
        if method == "get":
            parameters = {one["name"]: one for one in operation.get("parameters", ())}
            keys = {
                name: one["schema"]["examples"][0] for name, one in parameters.items() if one["in"] == "path"
            }
            beside: dict[str, str | int] = {"on": ASKED_ON, "limit": ROWS_SHOWN}
            query = httpx.QueryParams({name: value for name, value in beside.items() if name in parameters})
            answer = service.by(Role.AUDITOR).get(path.format_map(keys), params=query)
            assert answer.status_code == 200, f"{path}: {answer.text}"
            yield f"get {path}", as_shown(answer.json())


def as_shown(answer: Any, name: str = "") -> Any:
    """The first entries of every list, and nothing that the next run would say otherwise; `name` is its field."""
    if isinstance(answer, dict):
        return {name: as_shown(value, name) for name, value in answer.items()}
    if isinstance(answer, list):
        return [as_shown(entry) for entry in answer[:ENTRIES_SHOWN]]
    if isinstance(answer, str):
        return OF_THIS_RUN.get(name, INSTANT.sub("2026-05-15T01:30:00Z", answer))
    return answer


def test_every_command_has_its_step(service: Service) -> None:
    steps = {request["operation"] for request in document_of(service)["x-story"]}
    assert steps == {command.path for command in every_command()}


def test_the_story_is_recorded_step_by_step_and_answered_as_the_examples_show(service: Service) -> None:
    document = document_of(service)
    answers = told(service, document) | dict(read(service, document))
    assert answers.keys() == recorded_answers().keys()
    assert [name for name, answer in answers.items() if answer != recorded_answers()[name]] == [], (
        "run: python -m tests.api.test_the_examples_tell_one_story"
    )


def write_answers() -> None:
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    with EmbeddedPostgres(folder) as server, running_service(server.url) as service:
        document = document_of(service)
        answers = told(service, document) | dict(read(service, document))
    shutil.rmtree(folder)
    lines = (f'"{name}": {json.dumps(answer, ensure_ascii=False)}' for name, answer in answers.items())
    ANSWERS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    write_answers()
