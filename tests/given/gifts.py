"""捐赠 (gifts): a pledge and goods, as the tests fill them in."""

from typing import Any

from tests.domain.project_papers import HASH, PLACE
from tests.given.fields import Fields


def a_pledge(gift_no: str, amount_fen: int, **said: Any) -> Fields:
    """认捐: a firm gives for the households in need of a village."""
    return {
        "gift_no": gift_no,
        "donor_id": "f-oil",
        "donor_name": "粮油公司",
        "donor_kind": "firm",
        "amount_fen": amount_fen,
        "purpose": "慰问困难户",
        "place_code": PLACE,
        **said,
    }


def some_oil(quantity: int, value_fen: int, **said: Any) -> Fields:
    """实物: barrels of oil with their invoice."""
    return {
        "item": "食用油",
        "quantity": quantity,
        "unit": "桶",
        "value_fen": value_fen,
        "evidence_kind": "invoice",
        "evidence_sha256": HASH,
        **said,
    }
