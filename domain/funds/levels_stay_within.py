"""Each source level gives no more than it has; none pays for another (渠道不乱).  Source: invariants I2 and I3."""

from collections.abc import Iterable

from domain.money.levels import Levels
from domain.money.refusals import AboveLimit
from domain.money.sources import SourceAmount


def levels_stay_within(sources: Iterable[SourceAmount], left: Levels, refusal: type[AboveLimit]) -> None:
    """Raise `refusal` for the first level that asks for more than it has left."""
    for part in sources:
        left_fen = left.get(part.level, 0)
        if part.amount_fen > left_fen:
            raise refusal(part.amount_fen, left_fen, part.level)
