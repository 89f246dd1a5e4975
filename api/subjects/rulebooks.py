"""规章与节假日 (rulebooks and calendars): publishing the parameters that every fact is judged by."""

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask
from api.requests.rulebooks import (
    ConfirmRulebook,
    ProposeRulebook,
    PublishCalendar,
    PublishRulebook,
    WithdrawRulebook,
)
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.rulebook import Rulebook
from projections.access.roles import Role
from projections.rulebook_proposal import query as rulebook_proposal
from projections.rulebook_words import query as rulebook_words

SUBJECT = Subject("规章", "Rules", chapter=110, stream=Rulebook.id_of(Rulebook.KEY))

COMMANDS = (
    SUBJECT.post(
        "/rulebooks",
        "publish_rulebook",
        PublishRulebook,
        by=Role.ADMINISTRATOR,
        zh=("发布规章", "发布一版规章，从某日起施行；施行日起已有业务的，改为拟定后由另一人审定。"),
        en=(
            "Publish rulebook",
            (
                "Publish a version of the rulebook, in force from a day; "
                "where facts stand from that day on, propose it for another person to confirm."
            ),
        ),
    ),
    SUBJECT.post(
        "/rulebooks/proposals",
        "propose_rulebook",
        ProposeRulebook,
        by=Role.ADMINISTRATOR,
        zh=("拟定规章", "拟定一版追溯施行的规章，写明理由，待另一人看过变动后审定。"),
        en=(
            "Propose rulebook",
            "Propose a version that reaches back, with the reason; another person sees what changes and confirms.",
        ),
    ),
    SUBJECT.post(
        "/rulebooks/confirmations",
        "confirm_rulebook",
        ConfirmRulebook,
        by=Role.ADMINISTRATOR,
        zh=("审定规章", "把拟定的规章照原样发布；拟定人不得审定。"),
        en=("Confirm rulebook", "Publish the proposed version as it is; its proposer may not."),
    ),
    SUBJECT.post(
        "/rulebooks/withdrawals",
        "withdraw_rulebook",
        WithdrawRulebook,
        by=Role.ADMINISTRATOR,
        zh=("撤回拟定规章", "撤回待审定的规章，写明理由。"),
        en=("Withdraw rulebook", "Withdraw the version that waits to be confirmed, with the reason."),
    ),
    SUBJECT.post(
        "/calendars",
        "publish_calendar",
        PublishCalendar,
        by=Role.ADMINISTRATOR,
        zh=("公布节假日安排", "公布一个年度的节假日和调休上班日。"),
        en=("Publish calendar", "Publish the days off and make-up days of a year."),
        stream=CalendarYear.id_of("{year}"),
    ),
)

router = APIRouter(tags=[SUBJECT.zh])


@router.get("/rulebooks/proposals", response_model=tuple[rulebook_proposal.ProposedRulebook, ...])
def list_rulebook_proposals(ask: Ask) -> Response:
    """待审定规章 — the version that waits for a second person, if any, and what changes hands once it is confirmed."""
    return ask.whole("rulebook_words", rulebook_proposal.proposals)


@router.get("/rulebook-words", response_model=tuple[rulebook_words.RulebookWord, ...])
def list_rulebook_words(ask: Ask) -> Response:
    """规章用语 — the names of all codes (levels, uses, schemes, notices), as the newest rulebook says them."""
    return ask.whole("rulebook_words", lambda cursor: tuple(rulebook_words.names(cursor).newest.values()))
