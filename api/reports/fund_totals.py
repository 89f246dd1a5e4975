"""资金总览 (fund totals): what every year and source level received, used and holds."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.reading import Ask
from api.requests.words import PlaceAround
from projections.fund_ledger import query as fund_ledger

router = APIRouter(tags=["报表"])


@router.get("/fund-totals", response_model=tuple[fund_ledger.YearLevelTotal, ...])
def read_fund_totals(ask: Ask, year: int | None = None, place: PlaceAround = "") -> Response:
    """资金总览 — the totals of every year and source level."""
    return ask.whole("fund_ledger", lambda cursor: fund_ledger.totals_by_year(cursor, year=year, place=place))
