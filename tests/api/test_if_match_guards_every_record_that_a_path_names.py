"""If-Match guards every record that a path names: the version of its receipts records, any other is refused."""

import json
import re
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import httpx

from api.commands.declaration import KEY_IN_PATH
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from tests.api.service import Service

COMMANDS = {command.path: command for command in every_command()}
NAME_NO_RECORD = {
    "/accounts",
    "/asset-surveys",
    "/calendars",
    "/claims",
    "/funds",
    "/gifts",
    "/notices",
    "/projects",
    "/rolls",
    "/rolls/batch",
    "/transfers",
}
"""Their number, place or year stands in the body."""


def stream_named_by(request: dict[str, Any]) -> str | None:
    """The stream of the record that the path of a request names, as its command declares it."""
    template = request["operation"]
    path, _, _ = request["path"].partition("?")
    keys = re.fullmatch(KEY_IN_PATH.sub(r"(?P<\1>[^/]+)", template), path)
    assert keys, request["path"]
    return COMMANDS[template].stream_named({name: unquote(key) for name, key in keys.groupdict().items()})


def ask(service: Service, request: dict[str, Any], version: int | None) -> httpx.Response:
    """Ask for a step of the story, as somebody who looked at this version of the record."""
    body = request["body"]
    content = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    headers = {"Idempotency-Key": uuid4().hex, "Content-Type": request["media_type"]}
    if version is not None:
        headers["If-Match"] = f'"{version}"'
    client = service.by(Role.of(request["role"]), person=request["by"])
    return client.post(request["path"], content=content.encode(), headers=headers)


def test_every_command_on_a_record_is_guarded_by_the_version_of_its_receipts(service: Service) -> None:
    story = service.by(None).get("/openapi.json").json()["x-story"]
    versions: dict[str, int] = {}
    unguarded = set()
    for request in story:
        stream = stream_named_by(request)
        seen = versions.get(stream, 0) if stream is not None else None
        refused = ask(service, request, 999)
        if stream is None:
            unguarded.add(request["operation"])
            assert (refused.status_code, refused.json()["code"]) == (400, "if_match_unusable"), refused.text
        else:
            assert (refused.status_code, refused.json()["code"]) == (412, "stream_moved"), refused.text
        answer = ask(service, request, seen)
        assert answer.status_code == 201, f"{request['path']}, version {seen} of {stream}: {answer.text}"
        versions |= {fact["stream"]: fact["version"] for fact in answer.json()["facts"]}
        assert stream is None or stream in versions, f"{request['path']} records nothing in {stream}"
    assert unguarded == NAME_NO_RECORD
