"""资金 (funds): what was passed down and came back, was sent up, may serve another use, and was left over."""

from datetime import date
from typing import Any

from tests.projections.given import GivenBooks
from tests.projections.worked_example import FUND, quota, recover_saving
from tests.projections.year.places import TOWN
from tests.sources import levels


def passing_down(given: GivenBooks) -> None:
    """50,000 yuan were passed down to a town by mistake and came back."""
    passed: dict[str, Any] = {"sources": levels(central=50_000_00), "amount_fen": 50_000_00}
    below: dict[str, Any] = {"to_document_no": "石桥财〔2024〕1号", "decision_no": "石桥财〔2024〕1号"}
    given.record("fund.passed_down", FUND, place_code=TOWN, **below, **passed)
    given.record("fund.passing_down_reversed", FUND, reason="应由县直接安排", **below, **passed)


def reports(given: GivenBooks) -> None:
    """The proposal of the split was sent up twice, the first given back; a use plan was sent up."""
    for report, number in (("split_proposal", "方案1"), ("split_proposal", "方案2"), ("use_plan", "计划1")):
        paper = {"report": report, "filing_no": number, "filed_with": "达州市财政局"}
        given.record("fund.report_filed", FUND, on=date(2024, 3, 8), **paper)
    back = {"report": "split_proposal", "filing_no": "方案1", "reason": "退回修改"}
    given.record("fund.report_withdrawn", FUND, on=date(2024, 3, 9), **back)


def integration(given: GivenBooks) -> None:
    """The county allowed money for minorities to serve any use, for a year."""
    given.record(
        "fund.integration_authorised",
        FUND,
        authorisation_no="授权-1",
        document_no_of_authority="县整合〔2024〕1号",
        level="county",
        from_use="minority",
        to_use="comprehensive",
        amount_fen=1_000_00,
        valid_until=date(2024, 12, 31),
    )


CHAPTERS = {
    40: quota,
    50: passing_down,
    60: integration,
    70: reports,
    200: recover_saving,
}
