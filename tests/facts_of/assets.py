"""资产 (assets): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "asset.registered": ("asset.registration_reversed",),
    },
    none_may={
        "asset_register.surveyed": "It is a count of one day; another survey stands beside it and never replaces it.",
    },
    post_nothing={
        "adds up or compares": {"asset_register.surveyed"},
    },
)
