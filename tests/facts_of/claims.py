"""报账 (claims and their invoices): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "claim.submitted": ("claim.withdrawn", "claim.refused"),
        "claim.reviewed": ("claim.withdrawn", "claim.refused"),
        "claim.approved": ("claim.withdrawn", "claim.refused"),
        "claim.paid": ("claim.payment_reversed", "claim.payment_returned", "claim.payment_refunded"),
        "claim.payment_returned": ("claim.return_reversed",),
        "claim.payment_refunded": ("claim.return_reversed",),
        "claim.delivery_accepted": ("claim.delivery_taken_back",),
        "invoice.used": ("invoice.released",),
    },
    post_nothing={
        "asks, or shows what is asked for": {
            "claim.approved",
            "claim.delivery_accepted",
            "claim.submitted",
            "invoice.used",
        },
        "tells what another fact of the same act posts": {
            "claim.paid",
            "claim.payment_refunded",
            "claim.payment_returned",
            "claim.payment_reversed",
            "claim.return_reversed",
        },
    },
)
