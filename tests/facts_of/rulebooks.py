"""规则 (rulebooks and the calendar of work days): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "calendar.year_published": ("calendar.year_published",),
        "rulebook.proposed": ("rulebook.proposal_withdrawn",),
        "rulebook.published": ("rulebook.published",),
    },
    says_why={
        "calendar.year_published": "its source",
        "rulebook.published": "its document",
    },
)
