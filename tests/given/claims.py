"""报账 (claims): a claim as it is submitted, as the tests fill it in."""

from collections.abc import Iterable
from typing import Any

from domain.claims.document import Document
from tests.domain.project_papers import ACCOUNT, CONTRACTOR
from tests.given.fields import PROJECT, Fields, meant_for


def a_claim(
    claim_no: str,
    stage: str,
    amount_fen: int,
    documents: Iterable[Document] = (),
    purpose: tuple[str, str] = PROJECT,
    **said: Any,
) -> Fields:
    """For work of the contractor, unless said otherwise."""
    return {
        "claim_no": claim_no,
        **meant_for(purpose),
        "account_code": ACCOUNT,
        "stage": stage,
        "amount_fen": amount_fen,
        "payee_id": CONTRACTOR,
        "payee_name": "宏远建设有限公司",
        "documents": tuple(documents),
        **said,
    }
