"""预算 (budgets): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "budget.step_taken": ("budget.step_taken",),
    },
)
