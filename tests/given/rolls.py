"""花名册 (rolls): a roll as it is drawn up, as the tests fill it in."""

from typing import Any

from tests.domain.project_papers import ACCOUNT, CODE, HASH
from tests.given.fields import Fields


def a_roll(roll_no: str, count: int, sum_fen: int, **said: Any) -> Fields:
    """到户补助: so many households with so much in all."""
    return {
        "roll_no": roll_no,
        "project_code": CODE,
        "account_code": ACCOUNT,
        "title": "到户补助",
        "period_text": "2024年",
        "standard_text": "每户1,000元",
        "declared_count": count,
        "declared_sum_fen": sum_fen,
        "list_sha256": HASH,
        **said,
    }
