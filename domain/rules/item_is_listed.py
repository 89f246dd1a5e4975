"""Money for items goes to one that the rulebook lists (用款事项须在规章所列之内)."""

from collections.abc import Sequence

from domain.rulebook.spending_rules import SpendingItem
from domain.rules.refusals import SpendingItemNotAllowed


def listed_item(
    code: str, items: Sequence[SpendingItem], field: str = "spending_item"
) -> SpendingItem | None:
    """Give the item that `field` names; None where the rulebook lists none and the field names none.

    Raises SpendingItemNotAllowed for any other code, and for none where the rulebook asks for one.
    """
    found = next((item for item in items if item.code == code), None)
    if found is None and (items or code):
        raise SpendingItemNotAllowed(code, [(item.code, item.name_zh, item.name_en) for item in items], field)
    return found
