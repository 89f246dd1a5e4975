"""信封 (envelope): what every request and answer carries, whatever is inside — a request id, a log line, safe headers.

A HEAD request is answered as its GET; the server leaves the body out.  The log holds no bodies, no queries and no
names: methods, paths, person ids, figures.
"""

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("sunledger.requests")

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
}


class Envelope:
    """The outermost layer of the service."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the service."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and write one line about it when it is answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid4().hex
        scope["request_id"] = request_id
        # A copy: the server goes on to see HEAD and leaves the body out by itself.
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        began = time.perf_counter()
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                for name, value in SAFE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(inner, receive, answer)
        finally:
            log.info(
                "request",
                extra={
                    "method": scope["method"],
                    "path": scope["path"],
                    "status": status,
                    "took_ms": round((time.perf_counter() - began) * 1000, 1),
                    "request_id": request_id,
                    "person_id": inner.get("person_id", ""),
                },
            )
