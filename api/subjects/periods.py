"""账期 (periods): what a person may do with them over HTTP."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.writing import RECORDS, ByApprover
from api.requests.rules import ClosePeriod, ReopenPeriod
from api.subjects.paths import Month

router = APIRouter(prefix="/periods", tags=["账期"])


@router.post("/{month}/closure", **RECORDS)
async def close_period(month: Month, body: ClosePeriod, submission: ByApprover) -> Response:
    """结账 — close a month (YYYY-MM)."""
    return await submission.record(submission.books.close_period, body, month=month)


@router.post("/{month}/reopening", **RECORDS)
async def reopen_period(month: Month, body: ReopenPeriod, submission: ByApprover) -> Response:
    """反结账 — reopen a month, with a reason."""
    return await submission.record(submission.books.reopen_period, body, month=month)
