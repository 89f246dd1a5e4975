"""资金 (funds): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "fund.indicator_received": ("fund.indicator_cut", "fund.title_corrected"),
        "fund.title_corrected": ("fund.title_corrected",),
        "fund.indicator_added": ("fund.indicator_cut",),
        "fund.indicator_cut": ("fund.indicator_added",),
        "fund.passed_down": ("fund.passing_down_reversed",),
        "fund.report_filed": ("fund.report_withdrawn",),
        "fund.allocated": ("fund.allocation_taken_back", "fund.allocation_adjusted"),
        "fund.allocation_adjusted": ("fund.allocation_adjusted",),
        "fund.cash_arrived": ("fund.arrival_reversed",),
        "fund.surplus_recovered": ("fund.recovery_reversed",),
        "fund.carried_over": ("fund.carry_over_reversed",),
    },
    none_may={
        "fund.integration_authorised": (
            "It is the paper of a higher office: it moves no money, and ends on its last day."
        ),
    },
    post_nothing={
        "promises, plans or allows": {
            "fund.carried_over",
            "fund.carry_over_reversed",
            "fund.integration_authorised",
        },
    },
)
