"""公示义务 (late notices): which duties to post a notice are late or missing, on a day of one's choice."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.http.clock import today
from api.http.reading import Ask, Paged
from api.requests.code_of import CodeOf
from domain.notices.codes import DutyState
from projections.late_notices import query as late_notices
from projections.number_index.query import recorded_stream
from projections.reading.paging import Page

router = APIRouter(tags=["报表"])


@router.get("/late-notices", response_model=Page[late_notices.Duty])
def list_late_notices(
    ask: Ask,
    paged: Paged,
    *,
    on: date | None = None,
    state: Annotated[str, CodeOf(DutyState)] | None = None,
    subject: str | None = None,
    level: str | None = None,
) -> Response:
    """迟公示、漏公示 — duties to post a notice that are late or missing on a day (today when none is named)."""
    states = late_notices.LATE if state is None else frozenset({state})
    return ask.page(
        "late_notices",
        lambda cursor: late_notices.duties(
            cursor,
            on or today(),
            paged,
            states=states,
            subject=subject and recorded_stream(cursor, subject),
            level=level,
        ),
    )


@router.get("/late-notice-counts", response_model=dict[str, int])
def read_late_notice_counts(ask: Ask, on: date | None = None) -> Response:
    """公示义务统计 — how many duties are missing, late, due, met or unknown on a day."""
    return ask.whole("late_notices", lambda cursor: late_notices.counts(cursor, on or today()))
