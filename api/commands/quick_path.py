"""快捷通道 (the quick path): the short way for requests that record and have nothing unusual about them.

The framework finds a route, its dependencies and its body anew for every request, which costs more than deciding and
recording a payment.  The quick path looks a command up by its address; when caller, role, key and body are in order at
the first look, it records at once.  It passes any other request on as it came, and the framework's route says what is
wrong with it, so that each refusal is worded in one place.
"""

import json
import re
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from starlette.datastructures import State
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.commands.declaration import CommandDeclaration
from api.commands.submission import VISIBLE_ASCII, Submission
from api.http.members import each_once
from api.http.problems import HANDLERS, problem_of
from api.security.access import Authenticator
from domain.personal_number import personal_number_in_id

WITH_KEY = re.compile(r"/([a-z-]+)/([^/\x00-\x1f\x7f]+)/([a-z-]+)")
TEMPLATE = re.compile(r"/([a-z-]+)/\{([a-z_]+)\}/([a-z-]+)")
JSON_TYPES = (b"application/json", b"application/json; charset=utf-8")
read_json = json.JSONDecoder(object_pairs_hook=each_once).decode

EXPECTED = tuple(HANDLERS)
"""Errors that have a wording; any other is a bug, and the framework answers it."""

Address = tuple[str, str | None]
"""`claims` and `payments` of `/claims/{claim_no}/payments`; the whole of a path without a key, as `/claims`."""


@dataclass(frozen=True)
class QuickRoute:
    """One command as the quick path looks it up, and the key in its path, if any."""

    command: CommandDeclaration
    key_name: str | None
    key: TypeAdapter[str]


class QuickPath:
    """A layer of the service: takes every POST to a command that it knows, and passes on what is not in order."""

    def __init__(self, app: ASGIApp, commands: Iterable[CommandDeclaration], state: State) -> None:
        self._app = app
        self._routes: Mapping[Address, QuickRoute] = dict(quick_routes(commands))
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a command of the table; pass every other request on, with the body that was read."""
        found = self._route(scope)
        if found is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        read: Message
        try:
            read = await _whole(receive)
            answering = self._at_once(request, *found, read["body"])
            answer = await answering if answering is not None else None
        except ClientDisconnect:
            read, answer = {"type": "http.disconnect"}, None
        except EXPECTED as error:
            answer = problem_of(request, error)
        if answer is not None:
            await answer(scope, receive, send)
        else:
            await self._app(scope, _after(read, receive), send)

    def _route(self, scope: Scope) -> tuple[QuickRoute, str | None] | None:
        """Give the command of a POST without a query, and the key in its path."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["query_string"]:
            return None
        path = scope["path"]
        if (whole := self._routes.get((path, None))) is not None:
            return whole, None
        parts = WITH_KEY.fullmatch(path)
        route = parts and self._routes.get((parts[1], parts[3]))
        return (route, parts[2]) if parts and route else None

    def _at_once(
        self, request: Request, route: QuickRoute, key_in_path: str | None, raw: bytes
    ) -> Coroutine[Any, Any, Response] | None:
        """Begin to answer; None when anything about the request wants a second look."""
        scope, headers = request.scope, dict(request.scope["headers"])
        scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        authenticator: Authenticator = self._state.authenticator
        caller = authenticator.remembered(token) if scheme == "Bearer" else None
        key = headers.get(b"idempotency-key", b"").decode("latin-1")
        if (
            caller is None
            or route.command.role not in caller.roles
            or not VISIBLE_ASCII.fullmatch(key)
            or personal_number_in_id(key) is not None
            or headers.get(b"content-type") not in JSON_TYPES
            or len(headers) != len(scope["headers"])
        ):
            return None
        try:
            body = route.command.body.model_validate(read_json(raw.decode()))
            keys = {route.key_name: route.key.validate_python(key_in_path)} if route.key_name else {}
        except (ValueError, RecursionError):
            return None
        scope["person_id"] = caller.person_id
        if_match = headers[b"if-match"].decode("latin-1") if b"if-match" in headers else None
        submission = Submission(self._state.books, self._state.queue, caller, key, if_match, request)
        return submission.record(route.command, body, keys)


def quick_routes(commands: Iterable[CommandDeclaration]) -> Iterator[tuple[Address, QuickRoute]]:
    """Give the commands that the quick path takes: one JSON body, and at most one key in the path."""
    for command in commands:
        template = TEMPLATE.fullmatch(command.path)
        if command.method != "POST" or command.body_format is not None or (command.keys and not template):
            continue
        key_name = template[2] if template else None
        key: TypeAdapter[str] = TypeAdapter(command.keys[key_name] if key_name else str)
        address = (template[1], template[3]) if template else (command.path, None)
        yield address, QuickRoute(command, key_name, key)


async def _whole(receive: Receive) -> Message:
    """Receive all of a body as one message.  Raises ClientDisconnect."""
    message = await receive()
    parts = [message.get("body", b"")]
    while message["type"] == "http.request" and message.get("more_body", False):
        message = await receive()
        parts.append(message.get("body", b""))
    if message["type"] != "http.request":
        raise ClientDisconnect
    return {"type": "http.request", "body": b"".join(parts)}


def _after(first: Message, receive: Receive) -> Receive:
    """Give a message that was received already, then the others."""
    waiting = [first]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again
