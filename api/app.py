"""装配 (wiring): the one place where books, ledgers and token register become a service over HTTP."""

from collections.abc import Mapping

from fastapi import Depends, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.responses import RedirectResponse

from api.board import board
from api.board.board import TITLE
from api.commands.command_queue import CommandQueue
from api.commands.quick_path import QuickPath
from api.commands.routes import command_router
from api.http import health
from api.http.body_limit import BodyLimit
from api.http.envelope import Envelope
from api.http.methods import OtherMethods
from api.http.problems import LARGEST_BODY_BYTES, answer_problems
from api.http.read_only import RecordingRoutes, WriterAddress
from api.http.release import release
from api.reference import problem_pages, reference_page
from api.reference.openapi import describe
from api.reports.every_report import every_report
from api.requests.parameters import only_known_parameters
from api.security.access import Authenticator
from api.subjects.every_subject import every_command, every_subject
from domain.books.books import Books
from projections.access.register import TokenRegister
from projections.place_register.place_names import PlaceNames
from projections.reading.snapshots import Ledgers

ROUTERS = (
    *(router for one in every_subject() for router in (command_router(one.commands), one.reads)),
    *every_report(),
    health.router,
    problem_pages.router,
    reference_page.router,
)


def create_app(
    books: Books | WriterAddress,
    ledgers: Ledgers,
    tokens: TokenRegister,
    *,
    places: Mapping[str, str] | None = None,
    title: tuple[str, str] = TITLE,
) -> FastAPI:
    """Make the service.  The caller closes books, ledgers and register after the service has stopped.

    books   or, of a service that only reads, where they are written.
    places  names of administrative divisions by code;  title  (zh, en) what stands over every page of the board.
    """
    app = FastAPI(
        title="阳光账 Sunledger",
        version=release(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.books = books
    app.state.queue = CommandQueue()
    app.state.ledgers = ledgers
    app.state.authenticator = Authenticator(tokens)
    app.state.place_names = PlaceNames(places or {})
    # The board comes first: it has few routes and most visitors, and the router tries the routes in their order.
    board.open_board(app, ledgers, names=app.state.place_names, title=title)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(only_known_parameters)])
    app.add_api_route("/", _to_the_board, methods=["GET"], include_in_schema=False)
    if isinstance(books, WriterAddress):
        app.router.routes.insert(0, RecordingRoutes(app, books))
    else:
        app.add_middleware(QuickPath, commands=every_command(), state=app.state)
    app.router.routes.append(OtherMethods(app, records=not isinstance(books, WriterAddress)))
    app.add_middleware(BodyLimit, allowed_bytes=LARGEST_BODY_BYTES)
    app.add_middleware(Envelope)
    answer_problems(app)
    # The framework prepares a route when it first looks at it: here, and not while the first caller waits.
    tuple(iter_route_contexts(app.routes))
    describe(app, every_command())
    return app


async def _to_the_board() -> RedirectResponse:
    return RedirectResponse("/board", status_code=307)
