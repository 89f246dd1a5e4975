"""Quantities and shares are whole numbers within reason (数量、比例在范围内); money is checked as money."""

from domain.fields.kinds import LARGEST_COUNT
from domain.money.fen import WHOLE_BP
from domain.rules.refusals import CountOutOfRange


def check_count(count: int, field: str) -> None:
    """Raise CountOutOfRange unless the quantity is a whole number from 1 to LARGEST_COUNT."""
    _check_range(count, field, 1, LARGEST_COUNT)


def check_share(share_bp: int, field: str) -> None:
    """Raise CountOutOfRange unless the share is a whole number of basis points from 0 to 100%."""
    _check_range(share_bp, field, 0, WHOLE_BP)


def _check_range(given: int, field: str, smallest: int, largest: int) -> None:
    if type(given) is not int or not smallest <= given <= largest:
        raise CountOutOfRange(given, field, smallest, largest)
