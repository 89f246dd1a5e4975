"""查账 (reading): every request that only asks; the answer says from which position of the journal it was made.

`X-Journal-Position` says how far the ledger had read; `?min_position=` waits, bounded, until it has read that far, so
that a caller sees its own write.  A record that is not found is looked for again, at the primary, when the ledger holds
all that was recorded by then (bounded as well); other readings do not wait.  `ETag` is a strong validator of the
answer: `If-None-Match` gives 304 while nothing in it has changed.  `X-Stream-Version` is what If-Match takes
when the same record is written to.  Lists come in pages; the address of the next one stands in the header `Link`.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

from eventsourcing.persistence import PersistenceError
from fastapi import Depends, Header, Query, Request
from starlette.responses import Response

from api.http.encoding import json_bytes
from api.http.naming import with_names
from api.http.refusals import PositionNotReached, UnusablePageCursor
from api.security.access import ANY_ROLE
from domain.code import Word
from domain.fact import Stream
from domain.refusal import NumberAmbiguous, UnknownRecord, beside
from projections.access.register import Pass
from projections.number_index.query import LEDGER as NUMBER_INDEX
from projections.number_index.query import streams_like
from projections.place_register.place_names import PLACE_REGISTER, PlaceNames
from projections.reading import snapshots as reading
from projections.reading.paging import LIMIT_MAX, Cursor, CursorMismatch, Page, Paging
from projections.words.places import places_written

T = TypeVar("T")
A = TypeVar("A")
LONGEST_WAIT_SECONDS = 2.0


def paging(
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX, description="每页行数")] = 50,
    cursor: Annotated[str | None, Query(max_length=2_000, description="翻页标记，取自 Link 响应头")] = None,
) -> Paging:
    """Give which page of a list is asked for."""
    return Paging(limit, cursor)


Paged = Annotated[Paging, Depends(paging)]


@dataclass(frozen=True)
class Found(Generic[T]):
    """What the ledgers answer, from which position, and what the codes in it are called."""

    answer: T
    position: int
    names: Mapping[str, str]


@dataclass(frozen=True)
class Sought(Generic[T]):
    """A record that was looked for: what was found, and which version its stream had.

    like  the streams with this number in other spellings, where none is the one that is meant.
    """

    found: Found[T | None]
    version: int
    like: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inquiry:
    """One request that reads, and the ledgers that answer it."""

    request: Request
    ledgers: reading.Ledgers
    names: PlaceNames
    min_position: int
    if_none_match: str

    def one(
        self, ledger: str, kind: type[Stream], number: str, question: Callable[[Cursor, str], T | None]
    ) -> Response:
        """Answer with one record, in whatever spelling its number is asked for; as spelt when it is recorded so.

        question  gives the record with the number that it is given.  Raises UnknownRecord when the ledger holds none,
        NumberAmbiguous when old books hold several with this number and none is spelt so.
        """
        stream = kind.id_of(number)

        def asked(look: reading.Look) -> "Sought[T]":
            sought = self._sought(look, ledger, stream, lambda cursor: question(cursor, number))
            like = streams_like(look.cursor, stream) if sought.found.answer is None else ()
            if len(like) != 1:
                return replace(sought, like=like)
            return self._sought(
                look, ledger, like[0], lambda cursor: question(cursor, like[0].partition("/")[2])
            )

        sought = self._seek(ledger, asked, NUMBER_INDEX)
        if sought.found.answer is None and sought.like:
            raise NumberAmbiguous(number, sought.like)
        return self._record(sought, stream)

    def part(
        self, ledger: str, stream: str, question: Callable[[Cursor], T | None], *, part: str, named: Word
    ) -> Response:
        """Answer with a part of a stream, which people call so.  Raises UnknownRecord when the ledger holds none."""
        sought = self._seek(ledger, lambda look: self._sought(look, ledger, stream, question))
        return self._record(sought, f"{stream}/{part}", named)

    def _sought(
        self, look: reading.Look, ledger: str, stream: str, question: Callable[[Cursor], T | None]
    ) -> "Sought[T]":
        found = self._found(look, ledger, question)
        return Sought(found, look.version_of(stream, found.position))

    def _seek(
        self, ledger: str, question: "Callable[[reading.Look], Sought[T]]", *also_read: str
    ) -> "Sought[T]":
        """Look for a record, and once more when the ledgers hold all that was recorded by then."""
        sought = self._put(ledger, question)
        if sought.found.answer is not None or sought.like:
            return sought
        try:
            reached = self.ledgers.catch_up(ledger, *also_read, timeout=LONGEST_WAIT_SECONDS)
        except PersistenceError:
            # Only a standby answers: what it has not seen, nobody can say.
            return sought
        if reached == sought.found.position:
            return sought
        return self.ledgers.ask(question, at_primary=True)

    def _record(self, sought: "Sought[T]", stream: str, named: Word | None = None) -> Response:
        """Answer with the record and the version of its stream.  Raises UnknownRecord."""
        if sought.found.answer is None:
            raise UnknownRecord(stream, named)
        answer = self._answer(sought.found)
        answer.headers["X-Stream-Version"] = str(sought.version)
        return answer

    def whole(self, ledger: str, question: Callable[[Cursor], T]) -> Response:
        """Answer with something that always is there, e.g. a trial balance."""
        return self._answer(self._ask(ledger, question))

    def page(self, ledger: str, question: Callable[[Cursor], Page[T]]) -> Response:
        """Answer with a page of a list.  Raises UnusablePageCursor."""
        try:
            found = self._ask(ledger, question)
        except CursorMismatch as error:
            raise UnusablePageCursor from error
        answer, next_cursor = self._answer(found), found.answer.next_cursor
        if next_cursor is not None:
            answer.headers["Link"] = f'<{self._address_of(next_cursor)}>; rel="next"'
        return answer

    def _ask(self, ledger: str, question: Callable[[Cursor], T]) -> Found[T]:
        """Ask in one look, so that the answer, its position and its names belong to one moment."""
        return self._put(ledger, lambda look: self._found(look, ledger, question))

    def _found(self, look: reading.Look, ledger: str, question: Callable[[Cursor], T]) -> Found[T]:
        position, register_position = look.position_of_each(ledger, PLACE_REGISTER)
        names = self.names.at(look.cursor, register_position)
        with places_written(lambda code: beside(code, names.get(code, ""))):
            return Found(question(look.cursor), position, names)

    def _put(self, ledger: str, question: Callable[[reading.Look], A]) -> A:
        """Put a question to the ledgers: to the primary after a wait, since a standby may not hold it yet."""
        self._wait_for(ledger)
        return self.ledgers.ask(question, at_primary=self.min_position > 0)

    def _wait_for(self, ledger: str) -> None:
        """Wait, bounded, for the position that the caller wants to see.  Raises PositionNotReached."""
        if self.min_position:
            try:
                self.ledgers.wait_for(self.min_position, ledger, timeout=LONGEST_WAIT_SECONDS)
            except reading.PositionNotReached as error:
                raise PositionNotReached(error.asked, error.reached) from error

    def _answer(self, found: Found[Any]) -> Response:
        body = json_bytes(with_names(found.answer, found.names))
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {
            "ETag": etag,
            "X-Journal-Position": str(found.position),
            "Cache-Control": "private, no-cache",
        }
        # Compared weakly: a proxy that compresses an answer makes its tag a weak one.
        known = {tag.strip().removeprefix("W/") for tag in self.if_none_match.split(",")}
        if not known.isdisjoint({etag, "*"}):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type="application/json")

    def _address_of(self, cursor: str) -> str:
        """Give the address of the next page: the same filters, another place; min_position was served already."""
        kept = [
            (name, value)
            for name, value in self.request.query_params.multi_items()
            if name not in {"cursor", "min_position"}
        ]
        return f"{quote(self.request.url.path)}?{urlencode([*kept, ('cursor', cursor)])}"


async def inquiry(
    request: Request,
    _: Annotated[Pass, Depends(ANY_ROLE)],
    min_position: Annotated[
        int, Query(ge=0, description="至少读到序时簿的这个位置；最多等 2 秒，未到则 503")
    ] = 0,
    if_none_match: Annotated[str, Header(description="上次的 ETag；未变则 304")] = "",
) -> Inquiry:
    """Let any role read."""
    state = request.app.state
    return Inquiry(request, state.ledgers, state.place_names, min_position, if_none_match)


Ask = Annotated[Inquiry, Depends(inquiry)]
