"""大事记 (the story of a project), derived anew: which facts belong to it."""

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Derive, Subject

MOVES = {"claim.reviewed", "claim.approved", "claim.refused", "claim.withdrawn"}
"""What a project is told of a claim; that it was opened is the project's own fact, that it was paid the account's."""

NOT_TOLD = {"project.roll_opened"}
"""That a roll was opened for a project is no news of it: what the roll paid is."""


class Story:
    """Derives the story of every project."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers
        self._projects: dict[str, str] = {}

    def add(self, fact: Stored) -> None:
        """Add one fact, where it concerns a project."""
        project_code = self._project(fact)
        if project_code:
            row = {"project_code": project_code, "position": fact.position}
            self._papers.line("project_ledger_timeline", row)

    def _project(self, fact: Stored) -> str:
        """The code of the project that a fact is told to; "" when there is none."""
        state = fact.state
        match fact.kind:
            case "project":
                return "" if fact.topic in NOT_TOLD else fact.key
            case "account" | "fund" if state.get("purpose_kind") == "project":
                return str(state["purpose_code"])
            case "claim":
                if fact.topic == "claim.submitted" and state["purpose_kind"] == "project":
                    self._projects[fact.stream] = state["purpose_code"]
                return self._projects.get(fact.stream, "") if fact.topic in MOVES else ""
            case "notice":
                if fact.topic == "notice.drafted":
                    kind, _, code = state["subject"].partition("/")
                    if kind == "project":
                        self._projects[fact.stream] = code
                    return ""
                return self._projects.get(fact.stream, "")
        return ""


def _hears(papers: Papers) -> dict[str, Derive]:
    story = Story(papers)
    return dict.fromkeys(("account", "claim", "fund", "notice", "project"), story.add)


SUBJECT = Subject(by_fact={"project_ledger_timeline": ("position",)}, hears=_hears)
