"""Money of a unit or of a gift is spent on a listed item, with its papers and its proof (单位和捐赠用款有事项、有凭据).

What is reimbursed was delivered first, as a signed sheet proves; what is paid in advance is accounted for before the
next advance (前款未清、后款不拨).  Source: the spending items of the rulebook.
"""

from collections.abc import Iterable, Mapping

from domain.claims.claim import Claim
from domain.claims.spending_refusals import (
    AboveAccepted,
    AboveAllocatedItem,
    AboveYearCap,
    AdvanceNotAccountedFor,
    DeliveryNotAccepted,
    ItemNotAllocated,
)
from domain.rulebook.spending_rules import SpendingItem


def payment_follows_its_delivery(item: SpendingItem, claim: Claim, amount_fen: int) -> None:
    """Refuse to reimburse what no sheet proves.  Raises DeliveryNotAccepted, AboveAccepted, in that order."""
    if not item.sheet or item.in_advance:
        return
    if not claim.accepted_by:
        raise DeliveryNotAccepted(claim.claim_no, item.code, item.sheet)
    free_fen = claim.accepted_fen - claim.paid_fen
    if amount_fen > free_fen:
        raise AboveAccepted(amount_fen, free_fen, claim.claim_no)


def item_was_given(item: SpendingItem, unit: str, held_fen: Mapping[str, int]) -> None:
    """Raise ItemNotAllocated when money came for other items only.  `held_fen` by item; "" where it may choose."""
    if held_fen and not _given_fen(item, held_fen):
        raise ItemNotAllocated(unit, item.code, sorted(code for code, fen in held_fen.items() if fen))


def item_stays_within_its_money(
    item: SpendingItem, asked_fen: int, spent_fen: int, held_fen: Mapping[str, int]
) -> None:
    """Raise AboveAllocatedItem when more is asked than came for the item, or for any item, and is not spent on it."""
    left_fen = _given_fen(item, held_fen) - spent_fen
    if held_fen and asked_fen > left_fen:
        raise AboveAllocatedItem(asked_fen, left_fen, item.code)


def item_stays_within_its_year(item: SpendingItem, year: int, asked_fen: int, spent: Iterable[Claim]) -> None:
    """Raise AboveYearCap when more is asked than the cap of the item leaves.

    year   that in which the claim is submitted; a claim paid in the next year counts for its own.
    spent  the claims of the same purpose on the same account; what came back of them is free again.
    """
    if not item.year_cap_fen:
        return
    left_fen = item.year_cap_fen - sum(
        claim.paid_fen
        for claim in spent
        if claim.spending_item == item.code and claim.submitted_on.year == year
    )
    if asked_fen > left_fen:
        raise AboveYearCap(asked_fen, left_fen, item.code)


def _given_fen(item: SpendingItem, held_fen: Mapping[str, int]) -> int:
    return held_fen.get(item.code, 0) + held_fen.get("", 0)


def former_advances_are_accounted_for(item: SpendingItem, others: Iterable[Claim]) -> None:
    """Raise AdvanceNotAccountedFor for the first other claim of this item that drew more than its sheet proves.

    others  the claims of the same purpose on the same account; what was refunded is not drawn.
    """
    if not item.in_advance or not item.sheet:
        return
    for other in others:
        if other.spending_item == item.code and other.unaccounted_fen:
            raise AdvanceNotAccountedFor(item.code, other.claim_no, other.paid_fen, other.accepted_fen)
