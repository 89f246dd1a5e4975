"""名册 (rolls): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "roll.drawn_up": ("roll.withdrawn", "roll.cancelled"),
        "roll.line_due": ("roll.line_cancelled", "roll.withdrawn", "roll.cancelled"),
        "roll.line_cancelled": ("roll.line_cancellation_reversed",),
        "roll.approved": ("roll.cancelled",),
        "roll.sent": ("roll.recalled", "roll.bank_returned"),
        "roll.line_resent": ("roll.recalled", "roll.bank_returned"),
        "roll.bank_confirmed": ("roll.confirmation_reversed", "roll.line_paid_back"),
        "roll.bank_returned": ("roll.return_reversed",),
        "roll.line_paid_back": ("roll.pay_back_reversed",),
    },
    none_may={
        "roll.closed": (
            "Nothing is owed on it any more; "
            "what comes back is paid back, who is owed stands on another roll."
        ),
    },
    says_why={
        "roll.bank_returned": "the reason of each line",
    },
    post_nothing={
        "asks, or shows what is asked for": {"roll.drawn_up", "roll.line_due"},
        "tells what another fact of the same act posts": {
            "roll.bank_returned",
            "roll.line_resent",
            "roll.recalled",
            "roll.sent",
        },
        "adds up or compares": {"roll.closed"},
    },
)
