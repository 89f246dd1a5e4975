"""项目 (projects): a proposal, a plan, a contract, an acceptance, a hand-over, as the tests fill them in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from domain.money.sources import SourceShare
from tests.domain.project_papers import CONTRACTOR, PLACE, YUAN
from tests.given.fields import Fields
from tests.sources import total


def a_proposal(code: str, **said: Any) -> Fields:
    """申报: a road of a village, for 990,000 yuan."""
    return {
        "code": code,
        "name": "村道硬化",
        "use": "infrastructure",
        "kind": "works",
        "place_code": PLACE,
        "implementing_unit": "华亭镇后塘村",
        "proposer_unit": "华亭镇后塘村",
        "content": "硬化村道2公里",
        "beneficiaries": "全村320户",
        "nature": "new",
        "estimate_fen": 990_000 * YUAN,
        **said,
    }


def a_plan(sources: Iterable[SourceShare], **said: Any) -> Fields:
    """年度计划."""
    parts = tuple(sources)
    return {
        "plan_no": "J-1",
        "year": 2024,
        "budget_code": "2130504",
        "plan_fen": total(parts),
        "sources": parts,
        "scheme": "works_2022",
        "starts_on": date(2024, 2, 20),
        "ends_on": date(2024, 12, 1),
        **said,
    }


def a_contract(contract_no: str, price_fen: int, **said: Any) -> Fields:
    """合同: won in an open tender, with a year for defects."""
    return {
        "contract_no": contract_no,
        "route": "open_tender",
        "contractor_id": CONTRACTOR,
        "contractor_name": "宏远建设有限公司",
        "price_fen": price_fen,
        "signed_on": date(2024, 2, 19),
        "awarded_on": date(2024, 2, 15),
        "ends_on": date(2024, 10, 1),
        "defect_months": 12,
        **said,
    }


def an_acceptance(level: str, *acceptors: str, **said: Any) -> Fields:
    """验收合格, in the presence of two representatives of the village."""
    return {
        "level": level,
        "form_no": f"YS-{level}",
        "acceptors": acceptors,
        "representatives": 2,
        "verdict": "合格",
        **said,
    }


def a_hand_over(asset_no: str, **said: Any) -> Fields:
    """移交: a public asset of the village."""
    return {
        "asset_no": asset_no,
        "asset_class": "public",
        "owner_level": "village",
        "owner": "后塘村",
        "keeper": "后塘村村委会",
        **said,
    }
