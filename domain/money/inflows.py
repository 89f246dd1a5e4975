"""来款日 (inflows): on which day how much came into a pot, money or goods, so that nothing leaves before it came."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass
class Inflows(Generic[K]):
    """What came into one pot, by day: fen of each level or channel, or pieces of each item."""

    by_day: dict[date, dict[K, int]] = field(default_factory=dict)
    latest_on: date = date.min

    def add(self, on: date, parts: Iterable[tuple[K, int]]) -> None:
        """Note what came in on a day."""
        day = self.by_day.setdefault(on, {})
        for key, amount_fen in parts:
            day[key] = day.get(key, 0) + amount_fen
        self.latest_on = max(self.latest_on, on)

    def all_but_came_on(self, key: K, spare_fen: int) -> date:
        """The first day on which everything had come in but at most `spare_fen`; `date.min` when that is any day."""
        later_fen = 0
        for day in sorted(self.by_day, reverse=True):
            later_fen += self.by_day[day].get(key, 0)
            if later_fen > spare_fen:
                return day
        return date.min
