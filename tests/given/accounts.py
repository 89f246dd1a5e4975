"""账户 (accounts): an account as it is opened, and the entries in it, as the tests fill them in."""

from collections.abc import Iterable
from typing import Any

from domain.money.sources import SourceShare
from tests.domain.project_papers import COUNTY
from tests.given.fields import INDUSTRY, PROJECT, Fields, meant_for, money


def an_account(code: str, **said: Any) -> Fields:
    """衔接资金专账: a special ledger of the county, whose interest goes to the treasury."""
    return {
        "code": code,
        "name": "衔接资金专账",
        "mode": "special_ledger",
        "place_code": COUNTY,
        "holder_unit": "县财政局",
        "bank": "",
        "approval_no": "",
        "interest_owner": "treasury",
        **said,
    }


def an_entry(sources: Iterable[SourceShare], purpose: tuple[str, str] = PROJECT, **said: Any) -> Fields:
    """Money of one purpose and year, for industry, as the facts of an account say it."""
    return {
        **meant_for(purpose),
        "year": 2024,
        "budget_code": INDUSTRY["budget_code"],
        **money(sources),
        **said,
    }


def a_payment(number: int, stage: str, sources: Iterable[SourceShare], **said: Any) -> Fields:
    """支付: a payment to the contractor as a fact says it, its claim and voucher numbered alike."""
    return {
        "payment_no": f"ZF{number}",
        "voucher_no": f"PZ{number}",
        "claim_no": f"BZ{number}",
        "roll_no": "",
        "stage": stage,
        "payee_id": "f-1",
        "payee_name": "达川建筑公司",
        **an_entry(sources),
        **said,
    }
