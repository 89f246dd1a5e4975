"""Money of a gift is spent on what its agreement says, or on what its donor consented to (按约定用途使用).

Source: 慈善法 54, 56; 公益事业捐赠法 16, 18; the audit finding “捐赠用途改变” (use ∉ agreement, no consent).
"""

from domain.gifts.gift import Gift
from domain.gifts.refusals import GiftDiverted


def gift_keeps_its_agreement(gift: Gift, spending_item: str) -> None:
    """Raise GiftDiverted for an item that the agreement does not name; a gift that names none is spent on nothing."""
    if spending_item not in gift.agreed_items:
        raise GiftDiverted(gift.gift_no, gift.purpose, spending_item, gift.agreed_items)
