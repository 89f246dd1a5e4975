"""今天 (today): the one place of the interface that reads a clock; a reader may always name another day."""

from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "UTC+8")
"""One time in the whole country, without summer time since 1992."""


def today() -> date:
    """The day in Beijing."""
    return datetime.now(BEIJING).date()  # noqa: TID251 -- a report without a day means today
