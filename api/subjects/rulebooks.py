"""规章与节假日 (rulebooks and calendars): publishing the parameters that every fact is judged by."""

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask
from api.requests.rulebook import PublishCalendar, PublishRulebook
from projections.access.roles import Role
from projections.rulebook_words import query as rulebook_words

SUBJECT = Subject("规章", "Rules", chapter=110)

COMMANDS = (
    SUBJECT.post(
        "/rulebooks",
        "publish_rulebook",
        PublishRulebook,
        by=Role.ADMINISTRATOR,
        zh=("发布规章", "发布一版规章，从某日起施行。"),
        en=("Publish rulebook", "Publish a version of the rulebook, in force from a day."),
    ),
    SUBJECT.post(
        "/calendars",
        "publish_calendar",
        PublishCalendar,
        by=Role.ADMINISTRATOR,
        zh=("公布节假日安排", "公布一个年度的节假日和调休上班日。"),
        en=("Publish calendar", "Publish the days off and make-up days of a year."),
    ),
)

router = APIRouter(tags=[SUBJECT.zh])


@router.get("/rulebook-words", response_model=tuple[rulebook_words.RulebookWord, ...])
def list_rulebook_words(ask: Ask) -> Response:
    """规章用语 — the names of all codes (levels, uses, schemes, notices), as the newest rulebook says them."""
    return ask.whole("rulebook_words", lambda cursor: tuple(rulebook_words.names(cursor).values()))
