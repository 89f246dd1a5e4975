"""The offices of a county's year: what was passed down and came back, what may serve another use, the budget's days."""

from datetime import date
from typing import Any

from tests.given.accounts import an_account
from tests.projections.county_rules import TOWN
from tests.projections.given import GivenBooks
from tests.projections.worked_example import FUND
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


def budget(given: GivenBooks) -> None:
    """The county's budget was approved, and sent to its departments late; a special account owes its statement."""
    for step, on in (("approved", date(2024, 1, 20)), ("departments_informed", date(2024, 2, 20))):
        given.record(
            "budget.step_taken",
            "county-2024",
            on=on,
            level="county",
            year=2024,
            step=step,
            decision_no="人大1",
        )
    given.record(
        "account.opened",
        "zh03",
        on=date(2024, 1, 2),
        **an_account(
            "zh03",
            name="专户",
            mode="special_account",
            holder_unit="达川区财政局",
            bank="农商行",
            approval_no="财库1",
        ),
    )
    given.record("period.closed", "2024-03", on=date(2024, 5, 8), month="2024-03")
    quarter = {"report": "quarterly", "report_until_on": date(2024, 3, 31)}
    for on in (date(2024, 5, 9), date(2024, 5, 13)):
        given.record("account.report_filed", "zh03", on=on, filed_with="达州市财政局", **quarter)
        if on < date(2024, 5, 13):
            given.record("account.report_withdrawn", "zh03", on=on, reason="退回修改", **quarter)
