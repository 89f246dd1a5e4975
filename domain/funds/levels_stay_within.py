"""Each source level gives no more than it has; none pays for another (渠道不乱)."""

from collections.abc import Iterable
from datetime import date

from domain.funds.values import Sources
from domain.money.inflows import Inflows
from domain.money.levels import Levels, by_level
from domain.money.refusals import AboveLimit
from domain.money.sources import SourceAmount
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came


def levels_stay_within(sources: Iterable[SourceAmount], left: Levels, refusal: type[AboveLimit]) -> None:
    """Raise `refusal` for the first level that asks for more than it has left."""
    for part in sources:
        left_fen = left.get(part.level, 0)
        if part.amount_fen > left_fen:
            raise refusal(part.amount_fen, left_fen, part.level)


def levels_may_leave(
    on: date, sources: Sources, left: Levels, came_in: Inflows[str], refusal: type[AboveLimit]
) -> None:
    """Raise `refusal` for the first level with less left, DatesOutOfOrder when it had less left on that day."""
    levels_stay_within(sources, left, refusal)
    money_leaves_after_it_came(on, by_level(sources), left, came_in)
