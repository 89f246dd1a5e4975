"""请求体上限 (body limit): a body is read up to a limit and no further, whether or not it says its length.

The framework's own limit answers in plain text; here the router gets an error, which becomes a problem like any other.
"""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """A layer of the service that lets `allowed_bytes` of a body through."""

    def __init__(self, app: ASGIApp, allowed_bytes: int) -> None:
        self._app = app
        self._allowed_bytes = allowed_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what is received.  A length beyond the limit is refused before anything of the body is read."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        left_bytes = -1 if declared.isdigit() and int(declared) > self._allowed_bytes else self._allowed_bytes

        async def receive_within_limit() -> Message:
            nonlocal left_bytes
            if left_bytes < 0:
                raise HTTPException(413)
            message = await receive()
            left_bytes -= len(message.get("body", b""))
            if left_bytes < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_within_limit, send)
