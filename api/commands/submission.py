"""提交 (submission): one request to record something; the service answers it with the receipt of its facts.

The service checks in this order: token (401), role (403), Idempotency-Key (400, 422 for a number of a person), body
(400, 413, 415, 422), business day (422, not after today), then the rules of the books, and last If-Match, the version
of the record that the caller looked at (412).  When a caller repeats a request with its key, the service answers with
the original receipt and the header `Idempotency-Hit: true`; a request is the same when person, method, path and body
are.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

import msgspec
from fastapi import Depends, Header, Request
from starlette.responses import Response

from api.commands.command_queue import CommandQueue
from api.commands.declaration import CommandDeclaration
from api.http.body_refusals import DateInTheFuture
from api.http.clock import today
from api.http.encoding import json_bytes
from api.http.members import refuse_duplicate_members
from api.http.refusals import IdempotencyKeyMissing, IdempotencyKeyUnusable, IfMatchUnusable
from api.requests.body import Body
from api.responses.receipt import ReceiptAnswer
from api.security.access import OneOf
from domain.books.books import Books
from domain.books.desk.act import Act
from domain.books.desk.answering import Steps
from domain.books.desk.command import BoundCommand
from domain.personal_number import personal_number_in_id
from domain.rules.refusals import PersonalNumber
from projections.access.register import Pass
from projections.access.roles import Role

KEY_HEADER = "Idempotency-Key"
VISIBLE_ASCII = re.compile(r"[\x21-\x7e]{1,128}")
VERSION_TAG = re.compile(r'"(\d{1,18})"')


async def idempotency_key(
    key: Annotated[
        str | None,
        Header(alias=KEY_HEADER, description="幂等键：1–128 个可见 ASCII 字符，每笔业务一个"),
    ] = None,
) -> str:
    """Give the key of the request.  Raises IdempotencyKeyMissing, IdempotencyKeyUnusable, PersonalNumber."""
    if key is None:
        raise IdempotencyKeyMissing
    if not VISIBLE_ASCII.fullmatch(key):
        raise IdempotencyKeyUnusable(len(key))
    if (kind := personal_number_in_id(key)) is not None:
        raise PersonalNumber(KEY_HEADER, kind, called=f"幂等键 {KEY_HEADER}")
    return key


@dataclass(frozen=True)
class Submission:
    """One request to record: who asks, under which key.  `queue` carries out the commands of `books`."""

    books: Books
    queue: CommandQueue
    caller: Pass
    key: str
    if_match: str | None
    request: Request

    async def record(self, command: CommandDeclaration, body: Body, keys: Mapping[str, str]) -> Response:
        """Ask the books and answer with the receipt.

        keys  the parts of the path, by name; the rest is in the body.
        """

        def ask() -> Steps:
            asked: BoundCommand[...] = getattr(self.books, command.command)
            return asked.begin(self._act(command, body, keys), **keys, **body.arguments())

        receipt = await self.queue.receipt_of(ask)
        headers = {"X-Journal-Position": str(receipt.last_position), "Cache-Control": "no-store"}
        if receipt.repeated:
            headers["Idempotency-Hit"] = "true"
        return Response(
            json_bytes(ReceiptAnswer.of(receipt)), 201, headers=headers, media_type="application/json"
        )

    def _act(self, command: CommandDeclaration, body: Body, keys: Mapping[str, str]) -> Act:
        """Say who acts and when.  Raises DateInTheFuture, IfMatchUnusable, in that order."""
        if body.effective_on > (now := today()):
            raise DateInTheFuture(body.effective_on, now)
        return Act(
            by=self.caller.person_id,
            effective_on=body.effective_on,
            scope=self.caller.scope,
            seen=self._seen(command, keys),
            idempotency_key=self.key,
            request_hash=self._hash_of(body),
            request_id=self.request.scope["request_id"],
            recorded_on=now,
        )

    def _seen(self, command: CommandDeclaration, keys: Mapping[str, str]) -> tuple[str, int] | None:
        """Read If-Match: the version of the record that the path names.  Raises IfMatchUnusable."""
        if self.if_match is None:
            return None
        version, stream = VERSION_TAG.fullmatch(self.if_match), command.stream_named(keys)
        if version is None or stream is None:
            raise IfMatchUnusable
        return stream, int(version[1])

    def _hash_of(self, body: Body) -> bytes:
        """Hash the request: who asks for what, where."""
        parts = [
            self.caller.person_id,
            self.request.method,
            # As it was sent, decoded; the framework's URL would be put together and taken apart for it.
            self.request.scope["path"],
            body.said(),
        ]
        return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).digest()


def _is_json(content_type: str) -> bool:
    """Whether the framework reads such a body as JSON."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


@cache
def submission_by(role: Role) -> Any:
    """Make the parameter of a route that records, for holders of this role."""

    async def submission(
        request: Request,
        caller: Annotated[Pass, Depends(OneOf(role))],
        key: Annotated[str, Depends(idempotency_key)],
        if_match: Annotated[
            str | None, Header(description='记录的版本，如 "7"，取自 X-Stream-Version；已变则 412')
        ] = None,
    ) -> Submission:
        if _is_json(request.headers.get("content-type", "")):
            refuse_duplicate_members(await request.body())
        state = request.app.state
        return Submission(state.books, state.queue, caller, key, if_match, request)

    return Depends(submission)
