"""快办窗口 (the quick counter): the short way for requests that record and have nothing unusual about them.

The framework finds a route, its dependencies and its body anew for every request, which costs more than deciding and
recording a payment.  Here a request whose caller, role, key and body are found in order at the first look goes straight
to the function of its route; any other is passed on as it came, so that whatever is wrong with it is said in one place,
the framework's.
"""

import json
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from pydantic import TypeAdapter
from starlette.datastructures import State
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.body import Command
from api.http.members import each_once
from api.http.openapi import roles_of_dependant
from api.http.problems import HANDLERS, problem_of
from api.http.writing import VISIBLE_ASCII, Submission
from api.security.access import Door

ADDRESS = re.compile(r"/([a-z-]+)(?:/([^/\x00-\x1f\x7f]+)/([a-z-]+))?")
TEMPLATE = re.compile(r"/([a-z-]+)(?:/\{([a-z_]+)\}/([a-z-]+))?")
JSON_TYPES = (b"application/json", b"application/json; charset=utf-8")
read_json = json.JSONDecoder(object_pairs_hook=each_once).decode

EXPECTED = tuple(HANDLERS)
"""Errors that have a wording; any other is a bug, and not for a counter."""

Address = tuple[str, str | None]
"""`claims` and `payments` of `/claims/{claim_no}/payments`; `claims` alone of `/claims`."""


@dataclass(frozen=True)
class Window:
    """One route that records: who may ask, what it reads, and the key in its path, if any."""

    record: Callable[..., Coroutine[Any, Any, Response]]
    roles: frozenset[str]
    body: type[Command]
    key_name: str | None
    key: TypeAdapter[str]


class QuickCounter:
    """A layer of the service: takes every POST that it knows, and passes on what is not in order."""

    def __init__(self, app: ASGIApp, windows: Mapping[Address, Window], state: State) -> None:
        """Wrap a service that has these windows and this state."""
        self._app = app
        self._windows = windows
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on with the body that was read."""
        found = self._window(scope)
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

    def _window(self, scope: Scope) -> tuple[Window, str | None] | None:
        """The window of a POST without a query to an address that records, and the key in its path."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["query_string"]:
            return None
        address = ADDRESS.fullmatch(scope["path"])
        window = address and self._windows.get((address[1], address[3]))
        return (window, address[2]) if address and window else None

    def _at_once(
        self, request: Request, window: Window, key_in_path: str | None, raw: bytes
    ) -> Coroutine[Any, Any, Response] | None:
        """Begin to answer; None when anything about the request wants a second look."""
        scope, headers = request.scope, dict(request.scope["headers"])
        scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        door: Door = self._state.door
        caller = door.remembered(token) if scheme == "Bearer" else None
        key = headers.get(b"idempotency-key", b"").decode("latin-1")
        if (
            caller is None
            or caller.roles.isdisjoint(window.roles)
            or not VISIBLE_ASCII.fullmatch(key)
            or headers.get(b"content-type") not in JSON_TYPES
            or len(headers) != len(scope["headers"])
        ):
            return None
        try:
            body = window.body.model_validate(read_json(raw.decode()))
            keys = {window.key_name: window.key.validate_python(key_in_path)} if window.key_name else {}
        except (ValueError, RecursionError):
            return None
        scope["person_id"] = caller.person_id
        if_match = headers[b"if-match"].decode("latin-1") if b"if-match" in headers else None
        submission = Submission(self._state.books, self._state.clerk, caller, key, if_match, request)
        return window.record(**keys, body=body, submission=submission)


def windows_of(app: FastAPI) -> dict[Address, Window]:
    """Learn the windows from the routes that a service has by now."""
    return dict(_windows(app))


def _windows(app: FastAPI) -> Iterator[tuple[Address, Window]]:
    """Find the routes that record: a POST with a body, a submission, and at most one key in the path."""
    for route in iter_route_contexts(app.routes):
        template = TEMPLATE.fullmatch(str(getattr(route, "path", "")))
        if template is None or route.methods != {"POST"} or route.dependant is None:
            continue
        record: Any = route.dependant.call
        named, hints = set(signature(record).parameters), get_type_hints(record, include_extras=True)
        key_name = template[2]
        if named == {"body", "submission", key_name} - {None} and issubclass(hints["body"], Command):
            roles = frozenset(roles_of_dependant(route.dependant))
            key: TypeAdapter[str] = TypeAdapter(hints[key_name] if key_name else str)
            yield (template[1], template[3]), Window(record, roles, hints["body"], key_name, key)


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
