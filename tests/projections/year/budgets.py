"""预算 (budgets): what the county's went through in its year."""

from datetime import date

from tests.projections.given import GivenBooks


def budget(given: GivenBooks) -> None:
    """The county's budget was approved, and sent to its departments late."""
    for step, on in (("approved", date(2024, 1, 20)), ("departments_informed", date(2024, 2, 20))):
        given.record(
            "budget.step_taken",
            "county-2024",
            on=on,
            level="county",
            year=2024,
            step=step,
            decision_no="人大1",
        )


CHAPTERS = {
    80: budget,
}
