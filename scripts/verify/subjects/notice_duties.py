"""公示义务 (duties to disclose), derived anew.

For one subject, kind and level one notice is owed at a time.  What hung before it was owed counts once, unless it had
to tell results.
"""

from typing import Any

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import EVERY_STREAM, Subject

DUTIES = "late_notices"
ASKS_NOTHING = {
    "rulebook.published",
    "calendar.year_published",
    "notice.drafted",
    "notice.posted",
    "notice.withdrawn",
    "roll.line_due",
}
TELLS_RESULTS = {"project.acceptance_passed"}
"""What follows these cannot have been told before them."""
Ask = dict[str, Any]


class Duties:
    """Derives which notices were owed and which notice answered each."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers
        self._asks: dict[int, dict[str, list[Ask]]] = {}
        self._about: dict[str, tuple[str, str, str]] = {}

    def add(self, fact: Stored) -> None:
        """Add one fact: it may owe a notice, be one, or be a rule."""
        if fact.topic not in ASKS_NOTHING:
            asks = self._asks.get(fact.state["rulebook_version"])
            if asks and fact.topic in asks and fact.state.get("last_level", True):
                for ask in asks[fact.topic]:
                    self._owe(fact, ask)
            return
        match fact.topic:
            case "rulebook.published":
                self._published(fact.state)
            case "calendar.year_published":
                self._papers.row("late_notices_calendar", fact.state["year"]).update(fact.state)
            case "notice.drafted":
                state = fact.state
                self._about[fact.key] = state["subject"], state["kind"], state["level"]
            case "notice.posted":
                self._posted(fact)
            case "notice.withdrawn":
                self._withdrawn(fact)

    def _owe(self, fact: Stored, ask: Ask) -> None:
        stands = self._papers.row("late_notices_subjects", fact.stream, ask["kind"], ask["level"])
        if stands.get("open_position") is not None:
            return
        day = fact.state["effective_on"]
        duty = self._papers.row(DUTIES, fact.position, ask["kind"], ask["level"])
        duty.update(
            ask,
            subject=fact.stream,
            topic=fact.topic,
            raised_on=day,
            rulebook=fact.state["rulebook_version"],
        )
        hung_on = stands.get("last_posted_on")
        spare = stands.get("last_answered") is None and fact.topic not in TELLS_RESULTS
        if hung_on and (spare or hung_on >= day):
            duty.update(answered_by=stands["last_notice_no"], posted_on=hung_on)
            stands["last_answered"] = fact.position
        else:
            stands["open_position"] = fact.position

    def _posted(self, fact: Stored) -> None:
        stands = self._stands(fact)
        hung_on = max(day for day in (fact.state["first_day_on"], fact.state.get("recorded_on")) if day)
        owed = stands.get("open_position")
        stands.update(last_notice_no=fact.key, last_posted_on=hung_on, last_answered=owed, open_position=None)
        if owed is not None:
            self._duty(owed, stands).update(answered_by=fact.key, posted_on=hung_on)

    def _withdrawn(self, fact: Stored) -> None:
        """What it had answered is owed again."""
        stands = self._stands(fact)
        if stands.get("last_notice_no") != fact.key:
            return
        answered = stands.get("last_answered")
        if answered is not None:
            self._duty(answered, stands).update(answered_by="", posted_on=None)
            if stands.get("open_position") is None:
                stands["open_position"] = answered
        stands.update(last_notice_no="", last_posted_on=None, last_answered=None)

    def _stands(self, fact: Stored) -> DerivedRow:
        return self._papers.row("late_notices_subjects", *self._about[fact.key])

    def _duty(self, position: int, stands: DerivedRow) -> DerivedRow:
        return self._papers.row(DUTIES, position, stands["kind"], stands["level"])

    def _published(self, state: State) -> None:
        version, rules = state["version"], state["regulations"]
        asks: dict[tuple[str, str, str], Ask] = {}
        for kind in rules["notice_kinds"]:
            for duty in kind["duties"]:
                asks[duty["after"], kind["code"], duty["level"]] = {
                    **duty,
                    "kind": kind["code"],
                    "kind_zh": kind["name_zh"],
                    "kind_en": kind["name_en"],
                }
        by_topic = self._asks[version] = {}
        for ask in asks.values():
            by_topic.setdefault(ask["after"], []).append(ask)
        self._papers.row("late_notices_rules", version)["asks"] = list(asks.values())


SUBJECT = Subject(
    happens={
        "calendar": ("year_published"),
    },
    at_the_end={
        DUTIES: ("position", "kind", "level"),
        "late_notices_calendar": ("year",),
        "late_notices_rules": ("rulebook",),
        "late_notices_subjects": ("subject", "kind", "level"),
    },
    hears=lambda papers: {EVERY_STREAM: Duties(papers).add},
)
