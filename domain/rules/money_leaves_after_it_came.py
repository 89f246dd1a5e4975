"""Money leaves a pot on the day it came in or later (有钱才能付).  Balances of every past day stay true.

What has left already, on whatever day, is taken from what came in first; so a payment is not dated before the latest
arrival that it must draw from.
"""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from domain.money.inflows import Inflows
from domain.rules.steps_follow_in_time import day_is_not_before

K = TypeVar("K", bound=Hashable)


def money_leaves_after_it_came(
    on: date, asked: Iterable[tuple[K, int]], left: Mapping[K, int], came_in: Inflows[K]
) -> None:
    """Raise DatesOutOfOrder when the business day is before the money came that would leave.

    asked  fen by level or channel, at most what is left of each.
    left   what the pot holds when all of its facts are counted, also those of later days.
    """
    if on >= came_in.latest_on:
        return
    for key, asked_fen in asked:
        day_is_not_before("effective_on", on, came_in.all_but_came_on(key, left.get(key, 0) - asked_fen))
