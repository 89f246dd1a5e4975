"""What counts for the whole set of books is done by the county (全账套事项由县级办理): months, rulebooks, calendars."""

from domain.refusal import OutsideScope

COUNTY_DIGITS = 6


def county_matters_are_the_countys(scope: str) -> None:
    """Raise OutsideScope when the caller is bound to a town or a village."""
    if len(scope) > COUNTY_DIGITS:
        raise OutsideScope(scope[:COUNTY_DIGITS], scope)
