"""会计期间 (periods): a month is closed."""

from datetime import date

from tests.projections.given import GivenBooks


def close_march(given: GivenBooks) -> None:
    given.record("period.closed", "2024-03", on=date(2024, 5, 8), month="2024-03")


CHAPTERS = {
    100: close_march,
}
