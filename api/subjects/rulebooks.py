"""规则与节假日 (rulebooks and calendars): publishing the parameters that every fact is judged by."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.reading import Ask
from api.http.writing import RECORDS, ByAdministrator
from api.requests.rules import PublishCalendar, PublishRulebook
from projections.rulebook_words import query as rulebook_words

router = APIRouter(tags=["规则"])


@router.post("/rulebooks", **RECORDS)
async def publish_rulebook(body: PublishRulebook, submission: ByAdministrator) -> Response:
    """发布规则 — publish a version of the rulebook, in force from a day."""
    return await submission.record(submission.books.publish_rulebook, body)


@router.post("/calendars", **RECORDS)
async def publish_calendar(body: PublishCalendar, submission: ByAdministrator) -> Response:
    """发布节假日安排 — publish the days off and make-up days of a year."""
    return await submission.record(submission.books.publish_calendar, body)


@router.get("/rulebook-words", response_model=tuple[rulebook_words.RulebookWord, ...])
def list_rulebook_words(ask: Ask) -> Response:
    """规则用语 — the names of all codes (levels, uses, schemes, notices), as the newest rulebook says them."""
    return ask.whole("rulebook_words", lambda cursor: tuple(rulebook_words.names(cursor).values()))
