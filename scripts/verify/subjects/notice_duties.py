"""公示义务 (duties to disclose), derived anew.

For one subject, kind and level one notice is owed at a time.  What hung before it was owed counts once, unless it had
to tell results.  The county alone owes what concerns all of it.
"""

from collections.abc import Iterable
from typing import Any

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import EVERY_STREAM, PLACE_OF_ITS_PROJECT, SAYS_ITS_PLACE, Subject

DUTIES = "late_notices"
PLACES = "late_notices_places"
ASKS_NOTHING = {
    "rulebook.published",
    "calendar.year_published",
    "notice.drafted",
    "notice.posted",
    "notice.withdrawn",
    "roll.line_due",
}
DIGITS_OF_A_COUNTY = 6
TAKES_A_ROLL_BACK = {"roll.cancelled", "roll.withdrawn"}
TAKES_STEPS_BACK = {
    "project.left_library": {"project.entered_library", "project.planned", "project.approved"},
    "project.contract_reversed": {"project.contracted"},
    "project.start_reversed": {"project.started"},
    "project.completion_reversed": {"project.completed"},
    "project.acceptance_reversed": {"project.acceptance_passed"},
    "project.settlement_reversed": {"project.settled"},
    "project.hand_over_reversed": {"project.handed_over"},
    "project.household_closing_reversed": {"project.household_closed"},
    "project.retention_release_reversed": {"project.retention_released"},
}
TELLS_RESULTS = {"project.acceptance_passed"}
"""What follows these cannot have been told before them."""
Ask = dict[str, Any]


def settle_down(fact: Stored, place_field: str, papers: Papers) -> None:
    """Learn where a record belongs when it opens; what says its project belongs where that does."""
    if place_field == SAYS_ITS_PLACE:
        place_code = fact.state["place_code"]
    elif place_field == PLACE_OF_ITS_PROJECT:
        project = papers.find(PLACES, f"project/{fact.state['project_code']}")
        place_code = project["place_code"] if project is not None else None
    else:
        return
    settled = papers.row(PLACES, fact.stream)
    settled.update(place_code=place_code, rulebook=fact.state["rulebook_version"], void_on=None)


class Duties:
    """Derives which notices were owed and which notice answered each."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers
        self._asks: dict[int, dict[str, list[Ask]]] = {}
        self._about: dict[str, tuple[str, str, str]] = {}

    def add(self, fact: Stored) -> None:
        """Add one fact: it may owe a notice, be one, or be a rule."""
        self._take_back(fact)
        if fact.topic not in ASKS_NOTHING:
            asks = self._asks.get(fact.state["rulebook_version"])
            if asks and fact.topic in asks and fact.state.get("last_level", True):
                for ask in self._owed_there(fact.stream, asks[fact.topic]):
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

    def _take_back(self, fact: Stored) -> None:
        """Free a record or a step of what it owed, where the fact takes it back."""
        if fact.topic in TAKES_A_ROLL_BACK:
            self._free(fact)
        elif fact.topic in TAKES_STEPS_BACK:
            self._free_steps(fact, TAKES_STEPS_BACK[fact.topic])

    def _free(self, fact: Stored) -> None:
        """Nothing is owed any more of a roll that is paid to nobody."""
        roll = self._papers.row(PLACES, fact.stream)
        roll["void_on"] = fact.state["effective_on"]
        asks = self._asks.get(roll["rulebook"], {}).get("roll.drawn_up", ())
        for ask in self._owed_there(fact.stream, asks):
            stands = self._at(fact.stream, ask["kind"], ask["level"])
            for position in stands["open_positions"]:
                self._duty(position, stands)["void_on"] = roll["void_on"]
            stands["open_positions"] = []

    def _free_steps(self, fact: Stored, steps: set[str]) -> None:
        """Nothing is owed any more of steps that were taken back, whether it was posted or not."""
        state = fact.state
        known = [self._asks.get(state[name], {}) for name in ("former_rulebook_version", "rulebook_version")]
        asks = [ask for after in known for step in sorted(steps) for ask in after.get(step, ())]
        for ask in self._owed_there(fact.stream, asks):
            stands = self._at(fact.stream, ask["kind"], ask["level"])
            posted = [position for notice in stands["hanging"] for position in notice["answers"]]
            for position in stands["open_positions"] + posted:
                duty = self._duty(position, stands)
                of_steps = duty["topic"] in steps and duty["raised_on"] >= state["former_on"]
                if of_steps and duty["void_on"] is None:
                    duty["void_on"] = state["effective_on"]
            still_open = [
                one for one in stands["open_positions"] if self._duty(one, stands)["void_on"] is None
            ]
            stands["open_positions"] = still_open

    def _owed_there(self, stream: str, asks: Iterable[Ask]) -> Iterable[Ask]:
        """Bring to the county what a record of the whole county owes, where the kind may hang there."""
        place = self._papers.find(PLACES, stream)
        place_code = place["place_code"] if place is not None else None
        whole = place_code is not None and len(place_code) <= DIGITS_OF_A_COUNTY
        owed: dict[tuple[str, str], Ask] = {}
        for ask in asks:
            level = "county" if whole and "county" in ask["levels"] else ask["level"]
            owed.setdefault((ask["kind"], level), {**ask, "level": level})
        return owed.values()

    def _owe(self, fact: Stored, ask: Ask) -> None:
        stands = self._at(fact.stream, ask["kind"], ask["level"])
        if stands["open_positions"]:
            return
        day = fact.state["effective_on"]
        duty = self._papers.row(DUTIES, fact.position, ask["kind"], ask["level"])
        duty.update(
            {column: cell for column, cell in ask.items() if column != "levels"},
            subject=fact.stream,
            topic=fact.topic,
            raised_on=day,
            rulebook=fact.state["rulebook_version"],
            void_on=None,
        )
        for last in stands["hanging"][-1:]:
            spare = not last["answers"] and fact.topic not in TELLS_RESULTS
            if spare or last["posted_on"] >= day:
                self._answer(duty, last)
                return
        stands["open_positions"].append(fact.position)

    @staticmethod
    def _answer(duty: DerivedRow, notice: dict[str, Any]) -> None:
        duty.update(answered_by=notice["notice_no"], posted_on=notice["posted_on"])
        notice["answers"].append(duty["position"])

    def _posted(self, fact: Stored) -> None:
        stands = self._at(*self._about[fact.key])
        hung_on = max(day for day in (fact.state["first_day_on"], fact.state.get("recorded_on")) if day)
        notice = {"notice_no": fact.key, "posted_on": hung_on, "answers": []}
        for owed in stands["open_positions"]:
            self._answer(self._duty(owed, stands), notice)
        stands["hanging"].append(notice)
        stands["open_positions"] = []

    def _withdrawn(self, fact: Stored) -> None:
        """What it had answered is owed again, unless a notice that hung later tells it too."""
        stands = self._at(*self._about[fact.key])
        gone = [notice for notice in stands["hanging"] if notice["notice_no"] == fact.key]
        stands["hanging"] = [notice for notice in stands["hanging"] if notice not in gone]
        place = self._papers.find(PLACES, stands["subject"])
        of_record = place["void_on"] if place is not None else None
        for position in [position for notice in gone for position in notice["answers"]]:
            duty = self._duty(position, stands)
            void_on = duty["void_on"] or of_record
            duty.update(answered_by="", posted_on=None)
            later = [one for one in stands["hanging"] if one["posted_on"] >= duty["raised_on"]]
            if later:
                self._answer(duty, later[0])
            elif void_on is not None:
                duty["void_on"] = void_on
            else:
                stands["open_positions"].append(position)

    def _at(self, subject: str, kind: str, level: str) -> DerivedRow:
        """Where a subject stands; it begins with nothing owed and nothing posted."""
        stands = self._papers.row("late_notices_subjects", subject, kind, level)
        stands["open_positions"] = stands["open_positions"] or []
        stands["hanging"] = stands["hanging"] or []
        return stands

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
                    "levels": kind["levels"],
                }
        by_topic = self._asks[version] = {}
        for ask in asks.values():
            by_topic.setdefault(ask["after"], []).append(ask)
        self._papers.row("late_notices_rules", version)["asks"] = list(asks.values())


SUBJECT = Subject(
    happens={
        "calendar": "year_published",
    },
    at_the_end={
        DUTIES: ("position", "kind", "level"),
        "late_notices_calendar": ("year",),
        PLACES: ("subject",),
        "late_notices_rules": ("rulebook",),
        "late_notices_subjects": ("subject", "kind", "level"),
    },
    hears=lambda papers: {EVERY_STREAM: Duties(papers).add},
    hears_openings=lambda papers: lambda fact, place_field: settle_down(fact, place_field, papers),
)
