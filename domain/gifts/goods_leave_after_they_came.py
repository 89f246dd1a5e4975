"""Goods are handed out on the day they came in or later (物资先入库后发放), as money leaves after it came."""

from datetime import date

from domain.gifts.refusals import GoodsNotYetThere
from domain.money.inflows import Inflows


def goods_leave_after_they_came(on: date, item: str, spare: int, came_in: Inflows[str]) -> None:
    """Raise GoodsNotYetThere when what is handed out came in on a later day, `spare` pieces of it staying in stock.

    What left already, on whatever day, is taken from what came in first.
    """
    came_on = came_in.all_but_came_on(item, spare)
    if on < came_on:
        raise GoodsNotYetThere(item, on, came_on)
