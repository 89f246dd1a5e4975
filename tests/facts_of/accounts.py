"""账户 (accounts): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "account.opened": ("account.closed",),
        "account.money_arrived": ("account.arrival_reversed",),
        "account.paid": ("account.payment_reversed", "account.payment_returned", "account.refunded"),
        "account.payment_returned": ("account.return_reversed",),
        "account.refunded": ("account.return_reversed",),
        "account.roll_returned": ("account.roll_return_reversed",),
        "account.surplus_returned": ("account.surplus_return_reversed",),
        "account.gift_arrived": ("account.gift_reversed",),
        "account.interest_received": ("account.interest_reversed",),
        "account.interest_paid_over": ("account.interest_payment_reversed",),
        "account.interest_planned": ("account.interest_plan_reversed",),
        "account.report_filed": ("account.report_withdrawn",),
        "account.transfer_sent": ("account.transfer_withdrawn", "account.transfer_came_back"),
        "account.transfer_received": ("account.transfer_receipt_reversed",),
    },
    none_may={
        "account.reconciled": (
            "It compares and moves nothing; the next statement is compared with what the books say then."
        ),
    },
    says_why={
        "account.transfer_came_back": "the refusal of the transfer",
    },
    post_nothing={
        "adds up or compares": {"account.reconciled"},
    },
)
