"""逾期事项 (late acts), derived anew: which clock of the law each fact opens, and which day stops it."""

from scripts.verify.clocks.clocks import ACTS, STEPS, Clocks
from scripts.verify.clocks.money import DOCUMENTS, Money
from scripts.verify.clocks.offices import ACCOUNTS, OPEN_ACCOUNTS, Offices
from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Derive, Subject


def _hears(papers: Papers) -> dict[str, Derive]:
    clocks = Clocks(papers)
    offices = Offices(clocks)

    def calendar(fact: Stored) -> None:
        papers.row("late_acts_calendar", fact.state["year"]).update(fact.state)

    def rulebook(fact: Stored) -> None:
        if fact.topic == "rulebook.published":
            clocks.publish(fact.state)

    return {
        "rulebook": rulebook,
        "calendar": calendar,
        "fund": Money(clocks).add,
        "budget": offices.step,
        "account": offices.account,
        "period": offices.month,
    }


SUBJECT = Subject(
    happens={"budget": "step_taken"},
    at_the_end={
        ACTS: ("position", "code", "subject"),
        "late_acts_calendar": ("year",),
        "late_acts_rules": ("rulebook",),
        DOCUMENTS: ("document_no",),
        STEPS: ("budget", "step"),
        OPEN_ACCOUNTS: ("mode",),
        ACCOUNTS: ("account_code",),
    },
    hears=_hears,
)
