"""公示 (notices): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "notice.drafted": ("notice.withdrawn",),
        "notice.posted": ("notice.withdrawn",),
        "notice.extended": ("notice.withdrawn",),
        "notice.closed": ("notice.withdrawn",),
        "notice.objected": ("notice.answered",),
    },
    says_why={
        "notice.answered": "the answer itself",
    },
)
