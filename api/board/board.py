"""公示栏 (the public board): pages that anyone may read, without a token, a script or an asset from elsewhere."""

import time
from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.board.conditional_get import ConditionalGet
from api.board.desk import BoardDesk
from api.board.every_section import Listing, Record, every_section
from api.board.printing import STYLE, STYLE_PATH
from api.board.section import Section, Sheet
from api.board.visit import Contents, NotOnTheBoard, StandsElsewhere, Visit
from api.http import clock
from projections.number_index.query import recorded_stream
from projections.place_register.place_names import PlaceNames
from projections.reading.snapshots import Ledgers

TITLE = ("衔接资金阳光账", "Sunledger: aid money in the open")


def open_board(
    app: FastAPI,
    ledgers: Ledgers,
    *,
    names: PlaceNames,
    title: tuple[str, str] = TITLE,
    today: Callable[[], date] = clock.today,
    seconds: Callable[[], float] = time.monotonic,
) -> None:
    """Add the board to a service: its routes, and the short way for visitors who have their page already.

    names  of administrative divisions by code;  title  (zh, en) what stands over every page.
    seconds  tells how old a look at the ledgers is; only differences matter.
    """
    desk = BoardDesk(ledgers, names, title, today, seconds)
    app.include_router(_routes(desk))
    app.add_middleware(ConditionalGet, desk=desk)


def _routes(desk: BoardDesk) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get(STYLE_PATH)
    def style() -> Response:
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(STYLE, media_type="text/css", headers=kept)

    for one in every_section():
        _add_section(router, desk, one.listing)
        if one.record:
            _add_record(router, desk, one.section, one.record)

    @router.get("/board/{rest:path}")
    def nothing(request: Request, rest: str) -> Response:
        def ask(_: Visit) -> Contents:
            raise NotOnTheBoard(rest)

        return desk.show(request, Sheet("message.html"), ask)

    return router


def _add_section(router: APIRouter, desk: BoardDesk, listing: Listing) -> None:
    """Add a page that has its place in the navigation."""
    sheet, ask = listing

    @router.get(sheet.section)
    async def section(request: Request) -> Response:
        return await desk.answer(request, sheet, ask)


def _add_record(router: APIRouter, desk: BoardDesk, section: Section, record: Record) -> None:
    """Add the page of one record of a section."""
    sheet, ask = record

    def asked(visit: Visit, key: str) -> Contents:
        """Raises NotOnTheBoard; StandsElsewhere for the number of a page in another spelling."""
        try:
            return ask(visit, key)
        except NotOnTheBoard:
            stream = recorded_stream(visit.cursor, f"{section.stream}/{key}")
            _, _, recorded = stream.partition("/")
            if recorded == key:
                raise
            # A record that is not public yet has no page to lead to: it is asked for before.
            ask(visit, recorded)
            raise StandsElsewhere(visit.page_of(stream)) from None

    @router.get(f"{sheet.section}/{{key}}")
    async def one_record(request: Request, key: str) -> Response:
        return await desk.answer(request, sheet, lambda visit: asked(visit, _recordable(key)))


def _recordable(key: str) -> str:
    """Give a key that may name a record.  Raises NotOnTheBoard for one that the database cannot even be asked for."""
    if "\0" in key:
        raise NotOnTheBoard(key)
    return key
