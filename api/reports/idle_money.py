"""闲置资金 (idle money): what is not spent, by age and channel, on a day of one's choice."""

from datetime import date

from fastapi import APIRouter
from starlette.responses import Response

from api.http.clock import today
from api.http.reading import Ask, Paged
from api.requests.words import PlaceAround
from projections.idle_money import query as idle_money
from projections.reading.paging import Page

router = APIRouter(tags=["报表"])


@router.get("/idle-money", response_model=Page[idle_money.IdleChannel])
def read_idle_money(
    ask: Ask, paged: Paged, on: date | None = None, place: PlaceAround = "", year: int | None = None
) -> Response:
    """闲置资金 — unspent money by age, for every channel, on a day (today when none is named)."""
    return ask.page(
        "idle_money",
        lambda cursor: idle_money.idle_money(cursor, on or today(), paged, place=place, year=year),
    )
