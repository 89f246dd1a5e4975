"""资金 (funds): an indicator, an allocation, and the cash of it, as the tests fill them in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from domain.money.sources import SourceAmount
from tests.domain.project_papers import ACCOUNT, COUNTY
from tests.given.fields import PROJECT, Fields, meant_for, money


def an_indicator(document_no: str, sources: Iterable[SourceAmount], **said: Any) -> Fields:
    """指标文件: a grant of 2024 to the county."""
    return {
        "document_no": document_no,
        "title": "衔接推进乡村振兴补助资金",
        "year": 2024,
        "place_code": COUNTY,
        "issuer": "市财政局",
        "issued_on": date(2024, 1, 8),
        "use": "comprehensive",
        "nature": "grant",
        "budget_code": "2130504",
        **money(sources),
        **said,
    }


def an_allocation(
    allocation_no: str, sources: Iterable[SourceAmount], purpose: tuple[str, str] = PROJECT, **said: Any
) -> Fields:
    """分配: money of a document for a purpose; a command names the document besides, a fact stands in its stream."""
    return {
        "allocation_no": allocation_no,
        "decision_no": "县领导小组1号",
        "use": "infrastructure",
        "budget_code": "2130504",
        **meant_for(purpose),
        **money(sources),
        **said,
    }


def cash_of(allocation_no: str, voucher_no: str, sources: Iterable[SourceAmount], **said: Any) -> Fields:
    """Money of an allocation in the county's account by one voucher: as it arrives, and as it is recovered."""
    return {
        "allocation_no": allocation_no,
        "account_code": ACCOUNT,
        "voucher_no": voucher_no,
        **money(sources),
        **said,
    }
