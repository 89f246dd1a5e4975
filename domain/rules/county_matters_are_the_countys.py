"""What counts for the whole set of books is done by the county (全账套事项由县级办理): months, rulebooks, calendars."""

COUNTY_DIGITS = 6


def county_of(scope: str) -> str:
    """Give the county in which a scope lies: who is bound to a town or a village is outside of its matters."""
    return scope[:COUNTY_DIGITS]
