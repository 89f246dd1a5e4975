"""公示台 (the board's desk): answers a visit with a printed page, from one look at the ledgers.

A page is the same as long as every ledger stands where it stood, and the day, the address and the edition (release,
templates, title, names of places) are the same; these make its `ETag`.  So a page that was not changed is answered with
304 before any ledger is read; and without asking the database at all while the last visitor's look is only a moment old
(`conditional_get.py`).  Only a page that is there has an ETag: a visitor who has one of this address has had its page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from api.board.every_section import every_section
from api.board.places import PlaceTree
from api.board.printing import STYLE_PATH, printer_of, templates, templates_digest
from api.board.section import Sheet
from api.board.visit import (
    Contents,
    NotOnTheBoard,
    QuestionNotUnderstood,
    StandsElsewhere,
    Visit,
    language_of,
    refuse_unknown_filters,
)
from api.http.language import Language
from api.http.problems import GONE
from api.http.release import release
from projections.place_register.place_names import PlaceNames
from projections.reading.ledger_positions import AsOf, as_of
from projections.reading.paging import Cursor, CursorMismatch
from projections.reading.snapshots import Ledgers, LedgersNotReady
from projections.rulebook_words.query import NO_NAMES, names
from projections.words.places import places_written

Question = Callable[[Visit], Contents]


HEADERS = {
    "Cache-Control": "public, no-cache",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}

NOT_FOUND = (
    404,
    ("没有这一页", "This page does not exist"),
    (
        "可能是网址抄写有误，或者该事项尚未公开。",
        "The address may be mistyped, or the matter is not public yet.",
    ),
)
NOT_UNDERSTOOD = (
    400,
    ("网址有误", "This address was not understood"),
    (
        "网址中的筛选条件不存在。请从栏目中重新选择。",
        "It asks for a filter that does not exist. Please choose again.",
    ),
)
UNAVAILABLE = (
    503,
    ("暂时无法查看", "The board cannot be read at the moment"),
    (
        "账簿数据库暂时没有响应，请稍后再来。",
        "The database of the books does not answer. Please come back later.",
    ),
)
NOT_READY = (
    503,
    ("暂时无法查看", "The board cannot be read at the moment"),
    (
        "台账正在建立，请稍后再来。",
        "The ledgers are being made. Please come back later.",
    ),
)


MOMENT_SECONDS = 0.05
"""So long the position of one visit serves the next ones, who ask only whether their page is still the same."""


@dataclass(frozen=True)
class Found:
    """What the ledgers said, in one look.

    template  None where nothing is printed: the visitor has the page already, or it stands at another address.
    """

    at: AsOf
    headers: dict[str, str]
    template: str | None = None
    status: int = 200
    contents: Contents = field(default_factory=dict)


class BoardDesk:
    """Prints pages for every visitor.  Needs no token: what it shows is public (政府信息公开条例)."""

    def __init__(
        self,
        ledgers: Ledgers,
        names: PlaceNames,
        title: tuple[str, str],
        today: Callable[[], date],
        seconds: Callable[[], float],
    ) -> None:
        """Read through `ledgers`; `title` (zh, en) stands over every page; `today` is asked once a visit.

        seconds  tells how old the last look is; only differences matter.
        """
        self._ledgers = ledgers
        self._sections = tuple(one.section for one in every_section())
        self._place_names = names
        self._title = title
        self._today = today
        self._seconds = seconds
        self._templates = templates()
        printed_with = (release(), templates_digest(), title, sorted(names.given.items()))
        self._edition = sha256(repr(printed_with).encode()).hexdigest()
        self._last: tuple[float, AsOf] | None = None
        self._somebody_looks = False

    async def answer(self, request: Request, sheet: Sheet, ask: Question) -> Response:
        """Answer a visit; what waits for the database waits in a thread."""
        return await run_in_threadpool(self.show, request, sheet, ask)

    def unchanged(self, scope: Scope, known: str) -> dict[str, str] | None:
        """Give the headers for a visitor who has the page already, when the last look was a moment ago.

        known  the page that the visitor has, as its ETag.  None: it takes a new look.
        """
        last = self._last
        if last is None:
            return None
        age = self._seconds() - last[0]
        # When the moment is over one visitor looks anew, and the others need not wait for that.
        if age > 2 * MOMENT_SECONDS or (age > MOMENT_SECONDS and not self._somebody_looks):
            self._somebody_looks = True
            return None
        etag = self._etag(scope, last[1], self._today())
        return _headers(last[1], etag) if etag == known else None

    def show(self, request: Request, sheet: Sheet, ask: Question) -> Response:
        """Print one page.  404 and 400 are pages too; without a database or its ledgers it is 503."""
        language: Language = "zh"
        try:
            language = language_of(request)
            refuse_unknown_filters(request, sheet.filters)
            found = self._ledgers.ask(lambda look: self._found(request, language, look.cursor, sheet, ask))
        except (QuestionNotUnderstood, CursorMismatch):
            return self._message(request, language, NOT_UNDERSTOOD)
        except LedgersNotReady:
            return self._message(request, language, NOT_READY)
        except GONE:
            return self._message(request, language, UNAVAILABLE)
        if found.template is None:
            return Response(status_code=found.status, headers=found.headers)
        contents = {"section": sheet.section, **found.contents}
        page = self._printed(request, language, found.template, contents, found.at)
        return Response(page, status_code=found.status, headers=found.headers, media_type="text/html")

    def _found(
        self, request: Request, language: Language, cursor: Cursor, sheet: Sheet, ask: Question
    ) -> Found:
        """Ask the ledgers for what a page shows; nothing but the position when the visitor has the page already.

        A visitor who has any page of this address (`*`) gets 304 only after the page was found to be there.
        """
        today = self._today()
        looked_at = self._seconds()
        at = as_of(cursor)
        self._last, self._somebody_looks = (looked_at, at), False
        etag = self._etag(request.scope, at, today)
        known = {
            tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")
        }
        if etag in known:
            return Found(at, _headers(at, etag), status=304)
        places = PlaceTree(self._place_names.at(cursor, at.places_position))
        visit = Visit(request, language, cursor, places, today, self._sections)
        try:
            with places_written(places.name):
                contents = ask(visit)
        except StandsElsewhere as page:
            # Not for ever: old books may come to hold a second record with this number.
            query = f"?{request.url.query}" if request.url.query else ""
            return Found(at, {**_headers(at), "Location": f"{page.path}{query}"}, status=307)
        except NotOnTheBoard:
            # A page of its own, with the position at which it was looked up.
            status, heading, text = NOT_FOUND
            contents = {**_words_of(language, heading, text), "names": names(cursor), "places": places}
            return Found(at, _headers(at), "message.html", status, contents)
        headers = _headers(at, etag)
        if "*" in known:
            return Found(at, headers, status=304)
        return Found(
            at, headers, sheet.template, contents={**contents, "names": names(cursor), "places": places}
        )

    def _message(
        self, request: Request, language: Language, said: tuple[int, tuple[str, str], tuple[str, str]]
    ) -> Response:
        """Print a page that says why there is no other; it reads nothing."""
        status, heading, text = said
        contents = {
            "section": "",
            "names": NO_NAMES,
            "places": PlaceTree(self._place_names.given),
            **_words_of(language, heading, text),
        }
        page = self._printed(request, language, "message.html", contents, None)
        return Response(
            page, status_code=status, headers={**HEADERS, "Cache-Control": "no-store"}, media_type="text/html"
        )

    def _printed(
        self, request: Request, language: Language, template: str, contents: Contents, at: AsOf | None
    ) -> str:
        frame: dict[str, object] = {
            "language": language,
            "zh": language == "zh",
            "county_title": self._title[0 if language == "zh" else 1],
            "stylesheet": STYLE_PATH,
            "other_language": _in_other_language(request, language),
            "position": at.position if at else None,
            "recorded_at": at.recorded_at if at else None,
            "sections": [(one.path, one.named(language)) for one in self._sections],
            "trail": (),
        }
        return self._templates.get_template(template).render({**frame, **printer_of(language), **contents})

    def _etag(self, scope: Scope, at: AsOf, today: date) -> str:
        # The query apart from the path, which may hold a question mark of its own.
        parts = (at.moves, str(today), self._edition, scope["path"], scope["query_string"].decode("latin-1"))
        return f'"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def _headers(at: AsOf, etag: str | None = None) -> dict[str, str]:
    tag = {} if etag is None else {"ETag": etag}
    return {**HEADERS, **tag, "X-Journal-Position": str(at.position)}


def _words_of(language: Language, heading: tuple[str, str], text: tuple[str, str]) -> Contents:
    which = 0 if language == "zh" else 1
    return {"heading": heading[which], "text": text[which]}


def _in_other_language(request: Request, language: Language) -> str:
    """The address of the same page in the other language."""
    asked = [(name, value) for name, value in request.query_params.items() if name != "lang"]
    if language == "zh":
        asked.append(("lang", "en"))
    path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii").partition("?")[0]
    return f"{path}?{urlencode(asked)}" if asked else path
