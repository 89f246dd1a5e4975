"""A person is paid once for one project and one period (重复发放).

A rulebook may allow several payments in a period for some uses; then each further roll says why.
"""

from collections.abc import Iterable, Mapping

from domain.refusal import FAULTS_NAMED_MAX
from domain.rolls.refusals import PaidAgainWithoutReason, PersonsPaidTwice
from domain.rolls.state import RollState
from domain.rolls.values import Payees


def persons_are_paid_once(payees: Payees, others: Iterable[RollState], *, several: bool) -> None:
    """Raise PersonsPaidTwice for the first other roll of the project that pays some of these persons for these days.

    `several`: whether the rulebook allows several payments in a period; then it raises PaidAgainWithoutReason, unless
    the roll says why.  What was withdrawn, cancelled or paid back pays nobody.
    """
    if several and payees.again_reason.strip():
        return
    for other in others:
        if other.roll_no == payees.roll_no or not payees.period.overlaps(other.period):
            continue
        theirs = other.payees.line_by_person
        twice = payees.line_by_person.keys() & theirs.keys()
        if twice:
            refusal = PaidAgainWithoutReason if several else PersonsPaidTwice
            both = payees.period.code, other.period.code
            named = _named(twice, payees.line_by_person, theirs)
            raise refusal(payees.roll_no, other.roll_no, *both, len(twice), named)


def _named(
    persons: Iterable[str], lines: Mapping[str, int], other_lines: Mapping[str, int]
) -> list[tuple[int, str, str]]:
    """The first persons by their line of the roll, each with this line and that of the other roll."""
    ordered = sorted(persons, key=lines.__getitem__)
    return [(lines[person], person, str(other_lines[person])) for person in ordered[:FAULTS_NAMED_MAX]]
