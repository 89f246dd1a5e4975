"""What follows is not dated before what it follows (业务日期依次不倒)."""

from datetime import date

from domain.rules.refusals import DatedBeforeFormerStep, DatesOutOfOrder


def steps_follow_in_time(stream: str, latest_on: date, effective_on: date) -> None:
    """Raise DatedBeforeFormerStep when the business day is before that of the former step of the stream."""
    if effective_on < latest_on:
        raise DatedBeforeFormerStep(stream, effective_on, latest_on)


def day_is_not_before(field: str, given: date, earliest: date) -> None:
    """Raise DatesOutOfOrder when the day that `field` names is before the earliest one."""
    if given < earliest:
        raise DatesOutOfOrder(field, given, earliest)
