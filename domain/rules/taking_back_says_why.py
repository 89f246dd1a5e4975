"""What takes something back, moves it or closes it says why (说明理由), without the numbers of persons.

Source: 会计法 14, 15.
"""

from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.refusals import ReasonMissing


def taking_back_says_why(reason: str) -> None:
    """Raise ReasonMissing for an empty reason, PersonalNumber for one that holds the number of a person."""
    if not reason.strip():
        raise ReasonMissing
    facts_hold_no_personal_numbers(reason=reason)
