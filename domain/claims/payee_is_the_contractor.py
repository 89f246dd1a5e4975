"""Works are paid to who contracted them, the fee for what the rulebook lists (收款人、用途相符)."""

from collections.abc import Sequence

from domain.claims.refusals import FeeUseNotAllowed, PayeeIsNotContractor


def payee_is_the_contractor(payee_id: str, contractor_id: str) -> None:
    """Raise PayeeIsNotContractor where there is a contract and another is to be paid."""
    if contractor_id and payee_id != contractor_id:
        raise PayeeIsNotContractor(payee_id, contractor_id)


def fee_has_an_allowed_use(fee_use: str, allowed: Sequence[str]) -> None:
    """Raise FeeUseNotAllowed for a use that the rulebook does not list."""
    if fee_use not in allowed:
        raise FeeUseNotAllowed(fee_use, allowed)
