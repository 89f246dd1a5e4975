"""Only allocated money that has not arrived (未到位) may arrive, move to another allocation, or be taken back."""

from datetime import date

from domain.funds.levels_stay_within import levels_may_leave
from domain.funds.values import Allocation, Sources
from domain.money.refusals import AboveLimit


def amount_has_not_arrived(
    on: date, allocation: Allocation, sources: Sources, refusal: type[AboveLimit]
) -> None:
    """Raise `refusal` beyond what has not arrived, DatesOutOfOrder before it was allocated."""
    levels_may_leave(on, sources, allocation.awaited(), allocation.came_in, refusal)
