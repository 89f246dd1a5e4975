"""A token opens a division that may exist (管辖范围须是区划): a county, a town, a village, or all books."""

from collections.abc import Collection

from domain.places.division import level_of, unpadded
from domain.places.refusals import PlaceUnknown, ScopeMisread


def scope_is_a_division(scope: str, registered: Collection[str]) -> str:
    """Give the scope without the zeros that fill it up; "" is the whole set of books.

    registered  the codes of the register of divisions, those that ended among them; none where books have no register.

    Raises ScopeMisread for what is no division code, then PlaceUnknown for one that the register does not hold.
    """
    if not scope:
        return scope
    if level_of(scope) is None:
        raise ScopeMisread(scope)
    plain = unpadded(scope)
    if registered and plain not in registered:
        raise PlaceUnknown("scope", plain, len(registered))
    return plain
