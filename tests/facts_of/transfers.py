"""资金调拨 (transfers): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "transfer.sent": ("transfer.withdrawn", "transfer.refused"),
        "transfer.received": ("transfer.receipt_reversed",),
        "transfer.refused": ("transfer.came_back",),
    },
    says_why={
        "transfer.came_back": "the refusal of the transfer",
    },
    post_nothing={
        "tells what another fact of the same act posts": {"transfer.sent"},
    },
)
