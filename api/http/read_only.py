"""他处登记 (recorded elsewhere): how a service that only reads answers requests that record.

405 and not 421 (RFC 9110, 15.5.6 and 15.5.20): the address is right and may be read here, it is only the method that
is not known; and who gets a 421 may repeat the request unasked, over a connection that ends here again.
"""

from dataclasses import dataclass

from fastapi import FastAPI
from starlette.requests import Request
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from api.http.problems import problem_response
from domain.refusal import Refusal


@dataclass(frozen=True)
class WriterAddress:
    """The service of another process, which writes the books, and answers at `port`."""

    port: int


class RecordedElsewhere(Refusal):
    """This service answers questions only; another one of the same books records (此服务只供查阅)."""

    code = "recorded_elsewhere"
    title_zh, title_en = "此服务只供查阅", "This service only answers questions"
    status = 405
    writing_port: int

    says_zh = "本服务不登记业务，登记由端口 {writing_port} 的服务办理。"
    says_en = "This service records nothing; the one at port {writing_port} does."
    remedy_zh = "本次未登记任何内容；请用同一个幂等键把请求发往登记业务的服务。"
    remedy_en = "Nothing was recorded; send it with the same key to the service that records."


class RecordingRoutes(BaseRoute):
    """Every address that records, as the first of the routes: refuses with the address of the writer."""

    def __init__(self, app: FastAPI, writer: WriterAddress) -> None:
        self._routes = tuple(app.router.routes)
        self._writer = writer

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take a POST to an address that records."""
        records = scope["type"] == "http" and scope["method"] == "POST" and self._is_known(scope)
        return (Match.FULL if records else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse; the body is not read.  `Allow` names what the same address knows here."""
        allowed = "GET, HEAD" if self._is_known({**scope, "method": "GET"}) else ""
        refusal = RecordedElsewhere(self._writer.port)
        answer = problem_response(Request(scope, receive), refusal, {"Allow": allowed})
        await answer(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is Match.FULL for route in self._routes)
