"""Only allocated money that has not arrived (未到位) may arrive, move to another allocation, or be taken back."""

from datetime import date

from domain.funds.levels_stay_within import levels_stay_within
from domain.funds.values import Allocation, Sources
from domain.money.levels import by_level
from domain.money.refusals import AboveLimit
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came


def amount_has_not_arrived(
    on: date, allocation: Allocation, sources: Sources, refusal: type[AboveLimit]
) -> None:
    """Raise `refusal` beyond what has not arrived, DatesOutOfOrder before it was allocated."""
    left = allocation.awaited()
    levels_stay_within(sources, left, refusal)
    money_leaves_after_it_came(on, by_level(sources), left, allocation.came_in)
