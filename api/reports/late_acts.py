"""逾期事项 (late acts): what the law wants done by a day and is late or not done, on a day of one's choice."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.http.clock import today
from api.http.reading import Ask, Paged
from api.requests.code_of import CodeOf
from domain.rulebook.codes import ActState
from projections.late_acts import query as late_acts
from projections.number_index.query import recorded_stream
from projections.reading.paging import Page

router = APIRouter(tags=["报表"])


@router.get("/late-acts", response_model=Page[late_acts.Act])
def list_late_acts(
    ask: Ask,
    paged: Paged,
    *,
    on: date | None = None,
    state: Annotated[str, CodeOf(ActState)] | None = None,
    subject: str | None = None,
    code: str | None = None,
) -> Response:
    """逾期事项 — acts with a time limit of the law that are late or not done on a day (today when none is named)."""
    states = late_acts.LATE if state is None else frozenset({state})
    return ask.page(
        "late_acts",
        lambda cursor: late_acts.acts(
            cursor,
            on or today(),
            paged,
            states=states,
            subject=subject and recorded_stream(cursor, subject),
            code=code,
        ),
    )


@router.get("/late-act-counts", response_model=dict[str, int])
def read_late_act_counts(ask: Ask, on: date | None = None) -> Response:
    """时限事项统计 — how many acts are not done, late, due, done in time or unknown on a day."""
    return ask.whole("late_acts", lambda cursor: late_acts.counts(cursor, on or today()))
