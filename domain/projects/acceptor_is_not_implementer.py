"""Who accepts a work had no hand in it (验收人员与实施人员分离)."""

from collections.abc import Collection, Sequence

from domain.rules.refusals import NothingGiven, PersonOnBothSides


def acceptor_is_not_implementer(acceptors: Sequence[str], implementers: Collection[str]) -> None:
    """Raise NothingGiven without acceptors, PersonOnBothSides for the first one who implemented or measured."""
    if not acceptors:
        raise NothingGiven("acceptors")
    for person in acceptors:
        if person in implementers:
            raise PersonOnBothSides(person, ("验收", "acceptance"), ("实施", "work"))
