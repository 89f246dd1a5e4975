"""条件请求 (conditional GET): a visitor has a page already and asks whether it is still the same.

A board that many people keep open answers mostly this, and the answer needs no route, no request object and no
thread, which together cost more than all the rest.  The route answers what cannot be answered at once.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from api.board.desk import BoardDesk

BOARD = "/board"


class ConditionalGet:
    """A layer of the service: answers 304 to a visitor whose page has not changed, as the desk would."""

    def __init__(self, app: ASGIApp, desk: BoardDesk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304 to a GET of an unchanged page; pass every other request on."""
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"].startswith(BOARD):
            known = next((value for name, value in scope["headers"] if name == b"if-none-match"), None)
            unchanged = known and self._desk.unchanged(scope, known.decode("latin-1"))
            if unchanged:
                headers = [(name.lower().encode(), value.encode()) for name, value in unchanged.items()]
                await send({"type": "http.response.start", "status": 304, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return
        await self._app(scope, receive, send)
