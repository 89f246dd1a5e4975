"""用款参数 (parameters of spending): what a unit or a gift may spend money on, and how."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class SpendingItem:
    """用款事项: one thing that money is spent on, such as a training course or the budget of a work team.

    paid_for       unit | gift: whose money it may be.
    kinds          the papers that its claim brings, besides those of its stage.
    notice_kind    the kind of notice about the claim that hung its days before the payment; "" for none.
    notice_levels  at which levels it hung.
    sheet          the signed sheet that proves the delivery; "" where the papers are enough.
    year_cap_fen   the most of a calendar year for one unit or gift from one account; 0 for none.
    in_advance     paid first, and accounted for by the sheet before the next advance; else by reimbursement: nothing is
                   paid that the sheet does not prove.
    """

    code: str
    name_zh: str
    name_en: str
    paid_for: str
    kinds: tuple[str, ...]
    source: str
    notice_kind: str = ""
    notice_levels: tuple[str, ...] = ()
    sheet: str = ""
    in_advance: bool = False
    year_cap_fen: int = 0


@dataclass(frozen=True)
class AllocatedItemRule:
    """分配定事项: an allocation to this kind of purpose says for which spending item the money is."""

    purpose_kind: str
    source: str


def items_paid_for(items: Iterable[SpendingItem], purpose_kind: str) -> tuple[SpendingItem, ...]:
    """The items that money of this kind of purpose may be spent on; none where the rulebook does not ask."""
    return tuple(item for item in items if item.paid_for == purpose_kind)
