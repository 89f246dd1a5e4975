"""装配 (wiring): the one place where books, ledgers and token register become a service over HTTP."""

from importlib.metadata import version

from domain.books.books import Books
from fastapi import APIRouter, Depends, FastAPI
from starlette.responses import RedirectResponse

from api.access import Door
from api.envelope import Envelope
from api.openapi import describe
from api.parameters import only_known_parameters
from api.problems import LARGEST_BODY_BYTES, answer_problems
from api.routes import (
    accounts,
    assets,
    claims,
    funds,
    gifts,
    health,
    notices,
    periods,
    problems,
    projects,
    reference,
    reports,
    rolls,
    rulebooks,
    trail,
    works,
)
from projections.access.register import TokenRegister
from projections.reading import Ledgers

ROUTERS = (
    funds.router,
    accounts.router,
    projects.router,
    works.router,
    claims.router,
    notices.router,
    rolls.router,
    gifts.router,
    assets.router,
    periods.router,
    rulebooks.router,
    reports.router,
    trail.router,
    health.router,
    problems.router,
    reference.router,
)


def create_app(
    books: Books, ledgers: Ledgers, tokens: TokenRegister, *, pages: APIRouter | None = None
) -> FastAPI:
    """Make the service.  Who made books, ledgers and register closes them after the service has stopped.

    pages  further routes for people, e.g. the public board; they check their own parameters.
    """
    app = FastAPI(
        title="阳光账 Sunledger",
        version=version("sunledger"),
        docs_url=None,
        redoc_url=None,
        max_body_size=LARGEST_BODY_BYTES,
        redirect_slashes=False,
    )
    app.state.books = books
    app.state.ledgers = ledgers
    app.state.door = Door(tokens)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(only_known_parameters)])
    if pages is not None:
        app.include_router(pages)
    app.add_api_route("/", _to_the_board, methods=["GET"], include_in_schema=False)
    app.add_middleware(Envelope)
    answer_problems(app)
    describe(app)
    return app


async def _to_the_board() -> RedirectResponse:
    return RedirectResponse("/board", status_code=307)
