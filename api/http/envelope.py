"""信封 (envelope): what every request and answer carries, whatever is inside — a request id, a log line, safe headers.

A HEAD request is answered as its GET; the server leaves the body out.  The log holds no bodies, no queries, no
names and no numbers of private persons: methods, paths, person ids, figures.
"""

import logging
import re
import time
from secrets import token_hex

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.logs import Answered
from domain.personal_number import personal_number_in_id, without_personal_numbers

log = logging.getLogger(Answered.name)

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
ID_HEADER = b"x-request-id"
SAFE_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    ),
)


class Envelope:
    """The outermost layer of the service."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and write one line about it when it is answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == ID_HEADER), b"").decode("latin-1")
        request_id = given if _may_be_kept(given) else token_hex(16)
        scope["request_id"] = request_id
        # A copy: the server goes on to see HEAD and leaves the body out by itself.
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        began = time.perf_counter()
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                theirs = message["headers"]
                named = {name for name, _ in theirs}
                ours = [one for one in SAFE_HEADERS if one[0] not in named]
                message["headers"] = [*theirs, (ID_HEADER, request_id.encode()), *ours]
            await send(message)

        try:
            await self._app(inner, receive, answer)
        finally:
            fields = {
                "method": scope["method"],
                "path": without_personal_numbers(scope["path"]),
                "status": status,
                "took_ms": round((time.perf_counter() - began) * 1000, 1),
                "request_id": request_id,
                "person_id": inner.get("person_id", ""),
            }
            if log.isEnabledFor(logging.INFO):
                log.handle(Answered(fields))


def _may_be_kept(request_id: str) -> bool:
    """Whether a caller's id may stand in the journal and in the log, for ever: both hold no number of a person."""
    return REQUEST_ID.fullmatch(request_id) is not None and personal_number_in_id(request_id) is None
