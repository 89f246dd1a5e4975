"""会计期间 (accounting periods): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "period.closed": ("period.reopened",),
        "period.reopened": ("period.closed",),
    },
    says_why={
        "period.closed": "the reopening",
    },
)
