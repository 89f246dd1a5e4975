"""方法 (methods): which ones an address knows; the service names them when a caller asks with another.

The framework names the methods of the first route of an address only; an address that records and is read has two.
"""

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send


class OtherMethods(BaseRoute):
    """The last of the routes: answers 405 to a request whose address another route knows, with another method."""

    def __init__(self, app: FastAPI, *, records: bool) -> None:
        """Learn the routes that the service has by now; `records` says whether what they record is recorded here."""
        self._routes = tuple(app.router.routes)
        self._records = records

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take a request to an address that knows some method."""
        known = scope["type"] == "http" and (self._knows("GET", scope) or self._knows("POST", scope))
        return (Match.FULL if known else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse.  `Allow` names what the address knows here, which may be nothing (RFC 9110, 10.2.1)."""
        del receive, send
        read = ("GET", "HEAD") if self._knows("GET", scope) else ()
        recorded = ("POST",) if self._records and self._knows("POST", scope) else ()
        raise HTTPException(405, headers={"Allow": ", ".join(read + recorded)})

    def _knows(self, method: str, scope: Scope) -> bool:
        asked = {**scope, "method": method}
        return any(route.matches(asked)[0] is Match.FULL for route in self._routes)
