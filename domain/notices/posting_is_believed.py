"""A duty to post counts the later of the day that was said and the day of recording (补登不得倒填日期)."""

from datetime import date

from domain.rulebook.codes import PostingDay
from domain.rulebook.procedure_rules import PostingDayRule


def kept_day_of_recording(rule: PostingDayRule | None, recorded_on: date | None) -> date | None:
    """The day of recording where the rulebook counts it, for the fact to keep beside the day that was said.

    recorded_on  None where no clock stood beside the act, as in books that are filled from older ones.
    """
    return recorded_on if rule is not None and rule.counts == PostingDay.LATER else None
