"""快办窗口 (the quick counter): the short way for requests that record and have nothing unusual about them.

The framework finds a route, its dependencies and its body anew for every request, which costs more than deciding and
recording a payment.  Here a request whose caller, role, key and body are found in order at the first look goes straight
to its route; any other is passed on as it came, so that whatever is wrong is said in one place, the framework's.
"""

import json
import re
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from inspect import signature
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from pydantic import TypeAdapter
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import Message, Receive, Scope, Send

from api.access import Door
from api.openapi import roles_of_dependant
from api.requests.body import Command
from api.requests.members import each_once
from api.writing import VISIBLE_ASCII, Submission

ADDRESS = re.compile(r"/([a-z-]+)(?:/([^/\x00-\x1f\x7f]+)/([a-z-]+))?")
TEMPLATE = re.compile(r"/([a-z-]+)(?:/\{([a-z_]+)\}/([a-z-]+))?")
JSON_TYPES = (b"application/json", b"application/json; charset=utf-8")
PASSED_ON = "passed_on_by_the_counter"

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


class QuickCounter(BaseRoute):
    """The first of the routes: takes every POST that it knows, and passes on what is not in order."""

    def __init__(self, app: FastAPI) -> None:
        """Learn the routes that the service has by now."""
        self._app = app
        self.windows = dict(_windows(app))

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take a POST without a query to an address that records."""
        if (
            scope["type"] != "http"
            or scope["method"] != "POST"
            or scope["query_string"]
            or PASSED_ON in scope
        ):
            return Match.NONE, {}
        address = ADDRESS.fullmatch(scope["path"])
        if address is None or (address[1], address[3]) not in self.windows:
            return Match.NONE, {}
        return Match.FULL, {"path_params": {}}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on with the body that was read.  Raises what the books raise."""
        request = Request(scope, receive)
        read: Message
        try:
            read = {"type": "http.request", "body": await request.body()}
            answer = self._at_once(request, read["body"])
        except ClientDisconnect:
            read, answer = {"type": "http.disconnect"}, None
        if answer is not None:
            await (await answer)(scope, receive, send)
            return
        scope[PASSED_ON] = True
        await self._app.router.app(scope, _after(read, receive), send)

    def _at_once(self, request: Request, raw: bytes) -> Coroutine[Any, Any, Response] | None:
        """Begin to answer; None when anything about the request wants a second look."""
        scope, headers = request.scope, dict(request.scope["headers"])
        address = ADDRESS.fullmatch(scope["path"])
        assert address is not None
        window = self.windows[address[1], address[3]]
        scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        door: Door = self._app.state.door
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
            body = window.body.model_validate(json.loads(raw, object_pairs_hook=each_once))
            keys = {window.key_name: window.key.validate_python(address[2])} if window.key_name else {}
        except (ValueError, RecursionError):
            return None
        scope["person_id"] = caller.person_id
        if_match = headers[b"if-match"].decode("latin-1") if b"if-match" in headers else None
        state = self._app.state
        submission = Submission(state.books, state.clerk, caller, key, if_match, request)
        return window.record(**keys, body=body, submission=submission)


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


def _after(first: Message, receive: Receive) -> Receive:
    """Give a message that was received already, then the others."""
    waiting = [first]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again
